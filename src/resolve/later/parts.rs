//! The keys of a record that came later, or lead to what did.

use super::Gone;
use crate::model::{
    Actor, Brief, BriefStatus, ChangeKind, Claim, ClaimStatus, Data, Event, RecordKind, RefOrInline, Source,
    Term,
};
use crate::resolve::as_of;
use crate::resolve::flat::Flat;
use crate::resolve::uses::{ABOUT, Wanted};
use std::sync::Arc;

impl Gone<'_> {
    /// Takes them out of a visible record; `at` is its place in the flat list.
    pub(super) fn clean(&self, at: usize, one: &mut Flat) {
        let record = &mut one.record;
        match &mut record.data {
            Data::Brief(brief) => self.clean_brief(at, brief),
            Data::Event(event) => self.clean_event(event),
            Data::Actor(actor) => self.clean_actor(actor),
            Data::Source(source) => self.clean_source(source),
            Data::Place(_) | Data::Page(_) => {}
        }
        self.clean_body(Arc::make_mut(&mut record.body));
    }

    fn clean_brief(&self, at: usize, brief: &mut Brief) {
        brief.status = self.status_then(at, brief);
        let unchanged = as_of::is_unchanged_since(brief, self.audience);
        let known: Vec<bool> = brief
            .assessments
            .iter()
            .map(|one| one.outcome.as_ref().is_some_and(|o| as_of::outcome_is_known(o, brief, self.audience)))
            .collect();
        for (judged, known) in brief.assessments.iter_mut().zip(known) {
            judged.outcome = judged.outcome.take().filter(|_| known);
            judged.basis.retain(|one| !self.claims.contains(&one.text));
        }
        brief.changes.retain(|change| !self.is_later(Some(&change.on)));
        if self.is_later(brief.info_cutoff.as_ref()) {
            brief.info_cutoff = None;
        }
        self.retain(RecordKind::Event, &mut brief.events);
        brief.supersedes.retain(|older| !self.names(RecordKind::Brief, older));
        self.clean_claims(&mut brief.claims, unchanged);
    }

    /// What a brief was called then. A status of which nothing says since when is taken to be as old as the brief, unless
    /// that was changed after the day.
    fn status_then(&self, at: usize, brief: &Brief) -> BriefStatus {
        let unchanged = as_of::is_unchanged_since(brief, self.audience);
        let mut retractions = brief.changes.iter().filter(|change| change.kind == ChangeKind::Retraction);
        let stood = match brief.status {
            BriefStatus::Superseded => {
                let replaced = u32::try_from(at).ok().and_then(|at| self.replaced.get(&at));
                replaced.copied().unwrap_or(unchanged)
            }
            BriefStatus::Retracted => retractions.any(|change| !self.is_later(Some(&change.on))) || unchanged,
            BriefStatus::Preliminary | BriefStatus::Current => true,
        };
        if stood { brief.status } else { BriefStatus::Current }
    }

    fn clean_claims(&self, claims: &mut Vec<Claim>, unchanged: bool) {
        claims.retain(|claim| !self.claims.contains(&claim.id.text));
        for claim in claims {
            let replaced_later =
                claim.superseded_by.as_ref().is_some_and(|newer| self.claims.contains(&newer.text));
            if replaced_later {
                claim.superseded_by = None;
            }
            if replaced_later || (claim.superseded_by.is_none() && !unchanged) {
                claim.status = ClaimStatus::Current;
            }
            claim.event = claim.event.take().filter(|event| !self.names(RecordKind::Event, event));
            claim.about.retain(|about| self.record(Wanted::AnyOf(ABOUT), &about.text).is_none());
        }
    }

    fn clean_event(&self, event: &mut Event) {
        for others in [&mut event.part_of, &mut event.follows, &mut event.causes, &mut event.distinct_from] {
            others.retain(|other| !self.names(RecordKind::Event, other));
        }
        self.clean_claims(&mut event.claims, true);
    }

    fn clean_actor(&self, actor: &mut Actor) {
        actor.positions.retain(|one| as_of::had_begun(&one.term, self.audience));
        actor.member_of.retain(|one| as_of::had_begun(&one.term, self.audience));
        actor.relations.retain(|one| as_of::had_begun(&one.term, self.audience));
        let terms = actor.positions.iter_mut().map(|one| &mut one.term);
        let terms = terms.chain(actor.member_of.iter_mut().map(|one| &mut one.term));
        terms.chain(actor.relations.iter_mut().map(|one| &mut one.term)).for_each(|term| self.end_of(term));
    }

    /// An end that came later was not known.
    fn end_of(&self, term: &mut Term) {
        if self.is_later(term.to.as_ref()) {
            term.to = None;
        }
    }

    fn clean_source(&self, source: &mut Source) {
        source.archive.retain(|copy| !self.is_later(copy.on.as_ref()));
        if self.is_later(source.accessed.as_ref()) {
            source.accessed = None;
        }
        source.derived_from.retain(|other| !self.names(RecordKind::Source, other));
    }

    fn retain(&self, kind: RecordKind, list: &mut Vec<RefOrInline>) {
        list.retain(|one| match one {
            RefOrInline::Ref(reference) => !self.names(kind, reference),
            RefOrInline::Inline(_) => true,
        });
    }
}
