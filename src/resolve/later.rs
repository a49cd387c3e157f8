//! What came after the day as of which an edition is, taken out of the records that stay.
//!
//! After it no reference in a visible record leads to what was left out because of the day, so that nothing later on
//! reports it, prints it or has to know of it.

use super::as_of;
use super::flat::Flat;
use super::names::{Found, Names};
use super::uses::{ABOUT, IN_TEXT, Wanted};
use super::visibility::{Audience, Seen};
use crate::model::{
    Actor, Body, Brief, BriefStatus, ChangeKind, Claim, ClaimStatus, Data, Date, Event, Flow, Known,
    RecordKind, Ref, RefOrInline, SlotKind, Source, Term,
};
use crate::text::fold_name;
use std::collections::{HashMap, HashSet};

/// How much an edition leaves out because it came after the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Records of each kind, in the order of [`RecordKind::ALL`]: those that came later and what only they name.
    pub records: Vec<(RecordKind, usize)>,
    /// Claims and estimates.
    pub claims: usize,
    /// How many of all these have a date that is too coarse to tell.
    pub unclear: usize,
}

/// Takes out of visible records what came later, references to it included.
pub(super) fn take_out(flat: &mut [Flat], seen: &Seen, names: &Names, audience: &Audience) -> LeftOut {
    if audience.as_of.is_none() {
        return LeftOut::default();
    }
    let gone = Gone::of(flat, seen, names, audience);
    for (at, one) in flat.iter_mut().enumerate().filter(|(at, _)| seen.visible[*at]) {
        gone.from(at, one);
    }
    gone.count
}

/// All that is left out.
struct Gone<'a> {
    seen: &'a Seen,
    names: &'a Names,
    audience: &'a Audience,
    kinds: Vec<RecordKind>,
    /// Ids of claims.
    claims: HashSet<String>,
    /// Quantities, folded, of which only estimates are left out.
    quantities: HashSet<String>,
    /// For each brief that others replace whether one of those is visible.
    replaced: HashMap<u32, bool>,
    count: LeftOut,
}

impl<'a> Gone<'a> {
    fn of(flat: &[Flat], seen: &'a Seen, names: &'a Names, audience: &'a Audience) -> Self {
        let mut gone = Self {
            seen,
            names,
            audience,
            kinds: flat.iter().map(|one| one.record.kind()).collect(),
            claims: HashSet::new(),
            quantities: HashSet::new(),
            replaced: HashMap::new(),
            count: LeftOut::default(),
        };
        let mut by_kind = [0; 6];
        let mut kept = HashSet::new();
        for (at, one) in flat.iter().enumerate().filter(|(at, _)| seen.visible[*at] || seen.left_out[*at]) {
            if seen.left_out[at] {
                by_kind[one.record.kind() as usize] += 1;
                gone.count.unclear += usize::from(as_of::record(&one.record, audience) == Known::Unclear);
            }
            match &one.record.data {
                Data::Brief(brief) => {
                    gone.claims_of(at, &brief.claims, Some(&brief.date), &mut kept);
                    for older in &brief.supersedes {
                        if let Found::One(to) = names.find(Wanted::One(RecordKind::Brief), &older.text) {
                            *gone.replaced.entry(to).or_default() |= seen.visible[at];
                        }
                    }
                }
                Data::Event(event) => gone.claims_of(at, &event.claims, as_of::event_date(event), &mut kept),
                _ => {}
            }
        }
        gone.quantities.retain(|quantity| !kept.contains(quantity));
        gone.count.records = RecordKind::ALL.into_iter().map(|kind| (kind, by_kind[kind as usize])).collect();
        gone
    }

    fn claims_of(&mut self, at: usize, claims: &[Claim], home: Option<&Date>, kept: &mut HashSet<String>) {
        for claim in claims.iter().filter(|claim| self.audience.may_see(&claim.marking)) {
            let quantity = claim.figure.as_ref().map(|figure| fold_name(&figure.quantity));
            let known = as_of::claim(claim, home, self.audience);
            if self.seen.visible[at] && known == Known::Yes {
                kept.extend(quantity);
                continue;
            }
            self.quantities.extend(quantity);
            self.claims.insert(claim.id.text.clone());
            self.count.claims += 1;
            self.count.unclear += usize::from(self.seen.visible[at] && known == Known::Unclear);
        }
    }

    /// The record that `text` names, where it is left out.
    fn record(&self, wanted: Wanted, text: &str) -> Option<RecordKind> {
        match self.names.find(wanted, text) {
            Found::One(at) if self.seen.left_out[at as usize] => Some(self.kinds[at as usize]),
            _ => None,
        }
    }

    fn names(&self, kind: RecordKind, reference: &Ref) -> bool {
        self.record(Wanted::One(kind), &reference.text).is_some()
    }

    fn is_later(&self, date: Option<&Date>) -> bool {
        as_of::known(date, self.audience) != Known::Yes
    }

    fn from(&self, at: usize, one: &mut Flat) {
        let record = &mut one.record;
        match &mut record.data {
            Data::Brief(brief) => self.from_brief(at, brief),
            Data::Event(event) => self.from_event(event),
            Data::Actor(actor) => self.from_actor(actor),
            Data::Source(source) => self.from_source(source),
            Data::Place(_) | Data::Page(_) => {}
        }
        self.from_body(&mut record.body);
    }

    fn from_brief(&self, at: usize, brief: &mut Brief) {
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
        self.from_claims(&mut brief.claims, unchanged);
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

    fn from_claims(&self, claims: &mut Vec<Claim>, unchanged: bool) {
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

    fn from_event(&self, event: &mut Event) {
        for others in [&mut event.part_of, &mut event.follows, &mut event.causes, &mut event.distinct_from] {
            others.retain(|other| !self.names(RecordKind::Event, other));
        }
        self.from_claims(&mut event.claims, true);
    }

    fn from_actor(&self, actor: &mut Actor) {
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

    fn from_source(&self, source: &mut Source) {
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

    fn from_body(&self, body: &mut Body) {
        let mut queries = std::mem::take(&mut body.figures).into_iter();
        for slot in body.flow.slots.iter_mut().filter(|slot| matches!(slot.kind, SlotKind::Figure { .. })) {
            let Some(query) = queries.next() else { break };
            let event = query.event.as_ref().is_some_and(|event| self.names(RecordKind::Event, event));
            let actor = query.actor.as_ref().is_some_and(|actor| self.names(RecordKind::Actor, actor));
            let quantity = query.quantity.as_ref().map(|asked| fold_name(&asked.text));
            if event || actor || quantity.is_some_and(|asked| self.quantities.contains(&asked)) {
                slot.kind = SlotKind::Words(String::new());
            } else {
                body.figures.push(query);
            }
        }
        self.from_flow(&mut body.flow);
        for note in &mut body.notes {
            self.from_flow(&mut note.flow);
            note.inline.iter_mut().for_each(|inline| self.from_flow(inline));
        }
    }

    fn from_flow(&self, flow: &mut Flow) {
        for slot in &mut flow.slots {
            match &mut slot.kind {
                SlotKind::Link { kind, target, label } => {
                    let wanted = kind.map_or(Wanted::AnyOf(IN_TEXT), Wanted::One);
                    if let Some(kind) = self.record(wanted, target) {
                        slot.kind = SlotKind::Words(words(kind, target, label.as_deref()));
                    }
                }
                SlotKind::Cite(items) => {
                    items.retain(|item| self.record(Wanted::One(RecordKind::Source), &item.key).is_none());
                }
                SlotKind::ClaimOpen(id) | SlotKind::ClaimClose(id) if self.claims.contains(id) => {
                    slot.kind = SlotKind::Words(String::new());
                }
                _ => {}
            }
        }
    }
}

/// What stands in the place of a link. The id or title of what came later would tell of it; actors and places bear no
/// date, and one that is left out is named by its stub alone, in the author's own words.
fn words(kind: RecordKind, target: &str, label: Option<&str>) -> String {
    match (label, kind) {
        (Some(label), _) => label.to_owned(),
        (None, RecordKind::Actor | RecordKind::Place) => target.to_owned(),
        (None, kind) => format!("a later {}", kind.singular()),
    }
}
