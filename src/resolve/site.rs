//! The site: every visible record, with every reference followed. Complete when made, never changed.

use super::back::Back;
use super::index::{ActorIdx, AnyIdx, BriefIdx, ClaimIdx, EventIdx, PageIdx, PlaceIdx, SourceIdx, TagIdx};
use super::later::LeftOut;
use crate::model::{
    Actor, Body, Brief, BriefRole, Citation, Claim, Common, Event, Page, Place, RecordKind, Source,
};
use crate::text::{FileId, Span};
use std::collections::HashMap;
use std::sync::Arc;

/// A record in its place, with the records it names.
#[derive(Debug, Clone)]
pub struct Entry<D, L> {
    /// Id, unique within the kind.
    pub id: String,
    /// The file it stands in.
    pub file: FileId,
    /// Where to point when the record itself is meant.
    pub span: Span,
    /// True where nothing but its name is known.
    pub stub: bool,
    /// Keys that every kind has; `sources` holds the visible citations only.
    pub common: Common,
    /// Its text.
    pub body: Arc<Body>,
    /// Its own keys.
    pub data: D,
    /// What its keys name.
    pub links: L,
    /// The source of each citation in `common.sources`, in the same order.
    pub cited: Vec<SourceIdx>,
    /// What each slot of the body leads to, in the order of [`Body`]'s flow and then of its notes.
    pub slots: BodyTargets,
}

/// What the slots of a body lead to.
#[derive(Debug, Clone, Default)]
pub struct BodyTargets {
    /// For the slots of the flow, in order.
    pub flow: Vec<Target>,
    /// For the slots of each note, in order.
    pub notes: Vec<Vec<Target>>,
    /// For the figures of the flow, in order.
    pub figures: Vec<FigureTarget>,
}

/// What a figure's query names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FigureTarget {
    /// The actor.
    pub actor: Option<ActorIdx>,
    /// The event.
    pub event: Option<EventIdx>,
}

/// What a slot leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Nothing: what the author wrote stays.
    Nothing,
    /// A record.
    Record(AnyIdx),
    /// Sources, one for each item of the citation; the citation stays as written where one leads nowhere.
    Sources(Vec<SourceIdx>),
    /// A claim.
    Claim(ClaimIdx),
    /// For `pages` to say: an address, a note, a figure.
    Later,
}

/// What a brief names.
#[derive(Debug, Clone, Default)]
pub struct BriefLinks {
    /// Actors: those listed, then claimants, then those linked in the text; each once.
    pub actors: Vec<(ActorIdx, BriefRole)>,
    /// How many of `actors` its keys name; the others are linked in its text alone.
    pub own_actors: usize,
    /// Events: those listed, then those of its claims and those linked in the text; each once.
    pub events: Vec<EventIdx>,
    /// How many of `events` its keys name; the others are linked in its text alone.
    pub own_events: usize,
    /// Places: those listed, then those linked in the text; each once.
    pub places: Vec<PlaceIdx>,
    /// Sources: those listed (as in `cited`), then those of its claims and text; each once.
    pub sources: Vec<SourceIdx>,
    /// Claims and estimates, in the author's order.
    pub claims: Vec<ClaimIdx>,
    /// Briefs it replaces.
    pub supersedes: Vec<BriefIdx>,
    /// Briefs linked in the text; each once.
    pub briefs: Vec<BriefIdx>,
    /// For each assessment the source of its outcome.
    pub outcomes: Vec<Option<SourceIdx>>,
}

/// What an actor names.
#[derive(Debug, Clone, Default)]
pub struct ActorLinks {
    /// For each office the body it is held in.
    pub orgs: Vec<Option<ActorIdx>>,
    /// For each membership the body; those that lead nowhere are left out of the data too.
    pub member_of: Vec<ActorIdx>,
    /// For each relation the other actor.
    pub relations: Vec<ActorIdx>,
}

/// What an event names.
#[derive(Debug, Clone, Default)]
pub struct EventLinks {
    /// Participants, in the author's order, as many as in the data.
    pub participants: Vec<ActorIdx>,
    /// Every actor it names: participants, speakers of its claims, those linked in the text; each once.
    pub actors: Vec<ActorIdx>,
    /// Places.
    pub places: Vec<PlaceIdx>,
    /// Sources: those listed, then those of its claims and text; each once.
    pub sources: Vec<SourceIdx>,
    /// Larger events.
    pub part_of: Vec<EventIdx>,
    /// Earlier ones.
    pub follows: Vec<EventIdx>,
    /// Later ones.
    pub causes: Vec<EventIdx>,
    /// Look-alikes.
    pub distinct_from: Vec<EventIdx>,
    /// Claims and estimates recorded with it.
    pub claims: Vec<ClaimIdx>,
}

/// What a source names.
#[derive(Debug, Clone, Default)]
pub struct SourceLinks {
    /// The author, where an actor.
    pub author: Option<ActorIdx>,
    /// The publisher, where an actor.
    pub publisher: Option<ActorIdx>,
    /// What it derives from.
    pub derived_from: Vec<SourceIdx>,
}

/// What a place names.
#[derive(Debug, Clone, Default)]
pub struct PlaceLinks {
    /// The place it lies in.
    pub within: Option<PlaceIdx>,
}

/// A brief in its place.
pub type BriefEntry = Entry<Brief, BriefLinks>;
/// An actor in its place.
pub type ActorEntry = Entry<Actor, ActorLinks>;
/// An event in its place.
pub type EventEntry = Entry<Event, EventLinks>;
/// A source in its place.
pub type SourceEntry = Entry<Source, SourceLinks>;
/// A place in its place.
pub type PlaceEntry = Entry<Place, PlaceLinks>;
/// A page in its place.
pub type PageEntry = Entry<Page, ()>;

/// A claim or estimate with those it names.
#[derive(Debug)]
pub struct ClaimEntry {
    /// The claim; `sources` holds the visible citations only.
    pub claim: Box<Claim>,
    /// Who said it.
    pub by: ActorIdx,
    /// Through whom.
    pub via: Vec<ActorIdx>,
    /// What it is about.
    pub about: Vec<AnyIdx>,
    /// Where it was said.
    pub event: Option<EventIdx>,
    /// The source of each citation in `claim.sources`.
    pub cited: Vec<SourceIdx>,
    /// What replaced it.
    pub superseded_by: Option<ClaimIdx>,
    /// The brief or event in whose file it stands.
    pub home: AnyIdx,
}

/// A tag and who carries it.
#[derive(Debug)]
pub struct Tag {
    /// As first written.
    pub name: String,
    /// Its path below `/tags/`, unique.
    pub slug: String,
    /// Records that carry it, in the order of their kinds and places.
    pub records: Vec<AnyIdx>,
}

/// An old path that leads to a record.
#[derive(Debug)]
pub struct Redirect {
    /// The kind whose folder the old path is in.
    pub kind: RecordKind,
    /// The old id.
    pub id: String,
    /// Where it leads now.
    pub to: AnyIdx,
    /// Where it is written.
    pub span: Span,
}

/// Who names whom, read backwards. Lists are in the order of the index they hold, so newest first for
/// briefs, events, sources and claims; each item once.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each name says from what to what")]
pub struct BackReferences {
    pub actor_briefs: Back<BriefIdx>,
    pub actor_events: Back<EventIdx>,
    pub actor_said: Back<ClaimIdx>,
    pub actor_about: Back<ClaimIdx>,
    pub actor_published: Back<SourceIdx>,
    pub actor_members: Back<ActorIdx>,
    /// (the actor that records the relation, its place in that actor's list)
    pub actor_relations: Back<(ActorIdx, u32)>,
    /// Actors named in the same briefs and events with the number of those, most first; at most thirty.
    pub actor_met: Back<(ActorIdx, u32)>,
    pub event_briefs: Back<BriefIdx>,
    pub event_about: Back<ClaimIdx>,
    pub event_parts: Back<EventIdx>,
    pub event_followed_by: Back<EventIdx>,
    pub event_caused_by: Back<EventIdx>,
    pub source_briefs: Back<BriefIdx>,
    pub source_events: Back<EventIdx>,
    pub source_actors: Back<ActorIdx>,
    pub source_claims: Back<ClaimIdx>,
    pub source_derived: Back<SourceIdx>,
    pub place_events: Back<EventIdx>,
    pub place_briefs: Back<BriefIdx>,
    pub place_contains: Back<PlaceIdx>,
    pub brief_linked_from: Back<BriefIdx>,
    pub brief_superseded_by: Back<BriefIdx>,
    /// Briefs that record a claim, mark it in their text or rest a judgement on it.
    pub claim_briefs: Back<BriefIdx>,
    /// Events that record a claim or mark it in their text.
    pub claim_events: Back<EventIdx>,
    /// For each claim its speaker's latest standing estimate of the same series, where it was given on a later day.
    pub claim_newer: Vec<Option<ClaimIdx>>,
}

/// Entries of one kind. Sites that differ in the text of one entry share the others.
pub type Entries<T> = Arc<Vec<Arc<T>>>;

/// Every visible record, with every reference followed. A clone shares it all.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Newest first, then by id.
    pub briefs: Entries<BriefEntry>,
    /// By name.
    pub actors: Entries<ActorEntry>,
    /// Newest first, then by id.
    pub events: Entries<EventEntry>,
    /// Newest first, undated ones last, then by id.
    pub sources: Entries<SourceEntry>,
    /// By name.
    pub places: Entries<PlaceEntry>,
    /// By id.
    pub pages: Entries<PageEntry>,
    /// Newest first by the day they were said, undated ones last, then by id.
    pub claims: Arc<Vec<ClaimEntry>>,
    /// By name.
    pub tags: Arc<Vec<Tag>>,
    /// Old paths, in the order of kinds and ids.
    pub redirects: Arc<Vec<Redirect>>,
    /// Claims by their ids.
    pub claim_ids: Arc<HashMap<String, ClaimIdx>>,
    /// Who names whom, read backwards.
    pub back: Arc<BackReferences>,
    /// How much came after the day as of which it is.
    pub left_out: LeftOut,
}

/// A citation with its source.
pub type Cited<'a> = (&'a Citation, SourceIdx);

impl<D, L> Entry<D, L> {
    /// The visible citations with their sources.
    pub fn citations(&self) -> impl Iterator<Item = Cited<'_>> {
        self.common.sources.iter().zip(self.cited.iter().copied())
    }
}

impl Site {
    /// The tags of a record, by its kind and place.
    pub fn tag(&self, index: TagIdx) -> &Tag {
        &self.tags[index.at()]
    }

    /// The page at this index.
    pub fn page(&self, index: PageIdx) -> &PageEntry {
        &self.pages[index.at()]
    }

    /// How many records of a kind there are.
    pub fn count(&self, kind: RecordKind) -> usize {
        match kind {
            RecordKind::Brief => self.briefs.len(),
            RecordKind::Actor => self.actors.len(),
            RecordKind::Event => self.events.len(),
            RecordKind::Source => self.sources.len(),
            RecordKind::Place => self.places.len(),
            RecordKind::Page => self.pages.len(),
        }
    }

    /// The id of any record.
    pub fn id(&self, index: AnyIdx) -> &str {
        match index {
            AnyIdx::Brief(i) => &self.briefs[i.at()].id,
            AnyIdx::Actor(i) => &self.actors[i.at()].id,
            AnyIdx::Event(i) => &self.events[i.at()].id,
            AnyIdx::Source(i) => &self.sources[i.at()].id,
            AnyIdx::Place(i) => &self.places[i.at()].id,
            AnyIdx::Page(i) => &self.pages[i.at()].id,
        }
    }

    /// Where to point when a record is meant.
    pub fn span(&self, index: AnyIdx) -> Span {
        match index {
            AnyIdx::Brief(i) => self.briefs[i.at()].span,
            AnyIdx::Actor(i) => self.actors[i.at()].span,
            AnyIdx::Event(i) => self.events[i.at()].span,
            AnyIdx::Source(i) => self.sources[i.at()].span,
            AnyIdx::Place(i) => self.places[i.at()].span,
            AnyIdx::Page(i) => self.pages[i.at()].span,
        }
    }

    /// The claim with this id.
    pub fn claim(&self, id: &str) -> Option<ClaimIdx> {
        self.claim_ids.get(id).copied()
    }

    /// The claims that a brief's judgements rest on, in order; one that is named twice comes twice.
    pub fn rests_on<'a>(&'a self, brief: &'a Brief) -> impl Iterator<Item = ClaimIdx> + 'a {
        brief.assessments.iter().flat_map(|one| &one.basis).filter_map(|basis| self.claim(&basis.text))
    }

    /// The text of any record.
    pub fn body(&self, index: AnyIdx) -> &Body {
        match index {
            AnyIdx::Brief(i) => &self.briefs[i.at()].body,
            AnyIdx::Actor(i) => &self.actors[i.at()].body,
            AnyIdx::Event(i) => &self.events[i.at()].body,
            AnyIdx::Source(i) => &self.sources[i.at()].body,
            AnyIdx::Place(i) => &self.places[i.at()].body,
            AnyIdx::Page(i) => &self.pages[i.at()].body,
        }
    }
}
