//! Every reference that a record makes to another.

use super::as_of;
use super::visibility::Audience;
use crate::model::{
    Actor, Brief, Citation, Claim, Data, Date, Event, Known, Record, RecordKind, Ref, RefOrInline, Slot,
    SlotKind, Source,
};
use crate::text::Span;

/// What a reference may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A record of one kind.
    One(RecordKind),
    /// A record of any of these kinds: ids first, in this order, then names.
    AnyOf(&'static [RecordKind]),
}

/// What happens where nothing is known by the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unknown {
    /// A stub is made and reported (R003).
    Stub,
    /// The text stays as it is and that is reported (R004).
    Text,
    /// The text stays as it is, which is in order: a publisher that is no actor.
    Fine,
    /// An error (R007).
    Error,
}

/// One reference.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'a> {
    pub wanted: Wanted,
    pub unknown: Unknown,
    pub text: &'a str,
    pub span: Span,
    /// True where it stands in a claim or citation that this audience may not see, or in a protected source.
    pub hidden: bool,
    /// True where it stands in what came after the day of the edition.
    pub later: bool,
    /// True where a claim makes it.
    pub in_claim: bool,
}

/// In this order an id without a kind is looked up in a text.
pub(super) const IN_TEXT: &[RecordKind] =
    &[RecordKind::Actor, RecordKind::Event, RecordKind::Place, RecordKind::Brief];
/// What a claim may be about.
pub(super) const ABOUT: &[RecordKind] = &[RecordKind::Actor, RecordKind::Event, RecordKind::Place];

/// Visits every reference of `record`.
pub(super) fn each<'a>(record: &'a Record, audience: &Audience, visit: &mut dyn FnMut(Use<'a>)) {
    // What a protected source names would tell who it is.
    let hidden = record.data.is_protected();
    let mut walk = Walk { audience, hidden, later: false, in_claim: false, visit };
    walk.citations(&record.common.sources);
    match &record.data {
        Data::Brief(brief) => walk.brief(brief),
        Data::Actor(actor) => walk.actor(actor),
        Data::Event(event) => walk.event(event),
        Data::Source(source) => walk.source(source),
        Data::Place(place) => walk.refs(RecordKind::Place, place.within.as_slice()),
        Data::Page(_) => {}
    }
    walk.slots(&record.body.flow.slots);
    for query in &record.body.figures {
        let named = [(RecordKind::Actor, &query.actor), (RecordKind::Event, &query.event)];
        for (kind, name) in named.iter().filter_map(|(kind, name)| Some((*kind, name.as_ref()?))) {
            walk.one(Wanted::One(kind), Unknown::Text, &name.text, name.span);
        }
    }
    for note in &record.body.notes {
        walk.slots(&note.flow.slots);
    }
}

struct Walk<'a, 'w> {
    audience: &'w Audience,
    hidden: bool,
    later: bool,
    in_claim: bool,
    visit: &'w mut dyn FnMut(Use<'a>),
}

impl<'a> Walk<'a, '_> {
    fn one(&mut self, wanted: Wanted, unknown: Unknown, text: &'a str, span: Span) {
        let Self { hidden, later, in_claim, .. } = *self;
        (self.visit)(Use { wanted, unknown, text, span, hidden, later, in_claim });
    }

    /// Walks what came after the edition's day where `later` says so.
    fn part(&mut self, later: bool, walk: impl FnOnce(&mut Self)) {
        self.later = later;
        walk(self);
        self.later = false;
    }

    fn named(&mut self, kind: RecordKind, reference: &'a Ref) {
        self.one(Wanted::One(kind), Unknown::Stub, &reference.text, reference.span);
    }

    fn refs(&mut self, kind: RecordKind, references: &'a [Ref]) {
        references.iter().for_each(|reference| self.named(kind, reference));
    }

    fn slots_of(&mut self, kind: RecordKind, references: &'a [RefOrInline]) {
        for reference in references {
            if let RefOrInline::Ref(reference) = reference {
                self.named(kind, reference);
            }
        }
    }

    fn citations(&mut self, citations: &'a [Citation]) {
        let outside = self.hidden;
        for citation in citations {
            self.hidden = outside || !self.audience.may_see(&citation.marking);
            self.slots_of(RecordKind::Source, std::slice::from_ref(&citation.source));
        }
        self.hidden = outside;
    }

    fn claims(&mut self, claims: &'a [Claim], home: Option<&Date>) {
        self.in_claim = true;
        for claim in claims {
            self.hidden = !self.audience.may_see(&claim.marking);
            self.later = as_of::claim(claim, home, self.audience) != Known::Yes;
            self.named(RecordKind::Actor, &claim.by);
            self.refs(RecordKind::Actor, &claim.via);
            for about in &claim.about {
                self.one(Wanted::AnyOf(ABOUT), Unknown::Stub, &about.text, about.span);
            }
            self.refs(RecordKind::Event, claim.event.as_slice());
            self.citations(&claim.sources);
        }
        (self.hidden, self.later, self.in_claim) = (false, false, false);
    }

    fn brief(&mut self, brief: &'a Brief) {
        brief.actors.iter().for_each(|one| self.named(RecordKind::Actor, &one.actor));
        self.slots_of(RecordKind::Event, &brief.events);
        self.slots_of(RecordKind::Place, &brief.places);
        self.claims(&brief.claims, Some(&brief.date));
        for older in &brief.supersedes {
            self.one(Wanted::One(RecordKind::Brief), Unknown::Error, &older.text, older.span);
        }
        for outcome in brief.assessments.iter().filter_map(|assessment| assessment.outcome.as_ref()) {
            let later = !as_of::outcome_is_known(outcome, brief, self.audience);
            self.part(later, |walk| walk.refs(RecordKind::Source, outcome.source.as_slice()));
        }
    }

    fn actor(&mut self, actor: &'a Actor) {
        let audience = self.audience;
        for position in &actor.positions {
            let later = !as_of::had_begun(&position.term, audience);
            self.part(later, |walk| walk.refs(RecordKind::Actor, position.org.as_slice()));
        }
        for membership in &actor.member_of {
            let later = !as_of::had_begun(&membership.term, audience);
            self.part(later, |walk| walk.named(RecordKind::Actor, &membership.actor));
        }
        self.refs(RecordKind::Actor, &actor.not_same_as);
        self.refs(RecordKind::Actor, actor.merged_into.as_slice());
        for relation in &actor.relations {
            self.part(!as_of::had_begun(&relation.term, audience), |walk| {
                walk.named(RecordKind::Actor, &relation.to);
                walk.citations(&relation.sources);
            });
        }
    }

    fn event(&mut self, event: &'a Event) {
        event.participants.iter().for_each(|one| self.named(RecordKind::Actor, &one.actor));
        self.slots_of(RecordKind::Place, &event.places);
        for others in [&event.part_of, &event.follows, &event.causes, &event.distinct_from] {
            self.refs(RecordKind::Event, others);
        }
        self.claims(&event.claims, as_of::event_date(event));
    }

    fn source(&mut self, source: &'a Source) {
        for name in [&source.author, &source.publisher].into_iter().flatten() {
            self.one(Wanted::One(RecordKind::Actor), Unknown::Fine, &name.text, name.span);
        }
        self.refs(RecordKind::Source, &source.derived_from);
    }

    fn slots(&mut self, slots: &'a [Slot]) {
        for slot in slots {
            match &slot.kind {
                SlotKind::Link { kind, target, .. } => {
                    let wanted = kind.map_or(Wanted::AnyOf(IN_TEXT), Wanted::One);
                    self.one(wanted, Unknown::Text, target, slot.span);
                }
                SlotKind::Cite(items) => {
                    for item in items {
                        self.one(Wanted::One(RecordKind::Source), Unknown::Text, &item.key, item.span);
                    }
                }
                _ => {}
            }
        }
    }
}
