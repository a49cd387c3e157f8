//! Names looked up among the records that are left.

use super::index::{ActorIdx, AnyIdx, BriefIdx, EventIdx, PlaceIdx, SourceIdx};
use super::names::{Found, Names};
use super::uses::Wanted;
use crate::model::{Citation, RecordKind, Ref, RefOrInline};

/// Looks names up among the visible records.
pub(super) struct Linker<'a> {
    pub names: &'a Names,
    pub placed: &'a [Option<AnyIdx>],
}

impl Linker<'_> {
    fn find(&self, wanted: Wanted, text: &str) -> Option<AnyIdx> {
        match self.names.find(wanted, text) {
            Found::One(at) => self.placed[at as usize],
            _ => None,
        }
    }

    pub fn one(&self, kind: RecordKind, text: &str) -> Option<AnyIdx> {
        self.find(Wanted::One(kind), text)
    }

    pub fn any_of(&self, kinds: &'static [RecordKind], text: &str) -> Option<AnyIdx> {
        self.find(Wanted::AnyOf(kinds), text)
    }

    pub fn actor(&self, text: &str) -> Option<ActorIdx> {
        match self.one(RecordKind::Actor, text) {
            Some(AnyIdx::Actor(index)) => Some(index),
            _ => None,
        }
    }

    pub fn event(&self, text: &str) -> Option<EventIdx> {
        match self.one(RecordKind::Event, text) {
            Some(AnyIdx::Event(index)) => Some(index),
            _ => None,
        }
    }

    pub fn source(&self, text: &str) -> Option<SourceIdx> {
        match self.one(RecordKind::Source, text) {
            Some(AnyIdx::Source(index)) => Some(index),
            _ => None,
        }
    }

    pub fn brief(&self, text: &str) -> Option<BriefIdx> {
        match self.one(RecordKind::Brief, text) {
            Some(AnyIdx::Brief(index)) => Some(index),
            _ => None,
        }
    }

    pub fn place(&self, text: &str) -> Option<PlaceIdx> {
        match self.one(RecordKind::Place, text) {
            Some(AnyIdx::Place(index)) => Some(index),
            _ => None,
        }
    }

    pub fn events(&self, refs: &[Ref]) -> Vec<EventIdx> {
        refs.iter().filter_map(|one| self.event(&one.text)).collect()
    }

    /// The citations that lead somewhere, with the sources they lead to.
    pub fn citations(&self, mut citations: Vec<Citation>) -> (Vec<Citation>, Vec<SourceIdx>) {
        let mut sources = Vec::with_capacity(citations.len());
        citations.retain(|citation| {
            let source = written(&citation.source).and_then(|written| self.source(&written.text));
            sources.extend(source);
            source.is_some()
        });
        (citations, sources)
    }
}

/// A reference as written; none where a record stands in its place, which happens only before they are taken out.
pub(super) fn written(reference: &RefOrInline) -> Option<&Ref> {
    match reference {
        RefOrInline::Ref(reference) => Some(reference),
        RefOrInline::Inline(_) => None,
    }
}
