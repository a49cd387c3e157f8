//! All records in one list: files first, then what stands inline in them, then stubs.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Citation, Claim, Data, Record, RecordKind, Ref, RefOrInline};
use ahash::HashMap;

/// A record before it has its place in the site.
#[derive(Debug)]
pub(super) struct Flat {
    pub record: Record,
    /// True where only a name is known.
    pub stub: bool,
}

/// A place in the list, in half the room.
pub(super) fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("a site has fewer than 2^32 records")
}

/// Takes inline records out of those they stand in, which keep a reference; gives every record an id unique in its kind.
/// Two files with one id are an error (R001), and the second is left out.
pub(super) fn flatten(records: Vec<Record>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Flat> {
    let mut ids = Ids::default();
    let mut flat: Vec<Flat> = Vec::with_capacity(records.len());
    for record in records {
        match ids.taken(record.kind(), &record.id) {
            None => {
                ids.take(record.kind(), record.id.clone(), flat.len());
                flat.push(Flat { record, stub: false });
            }
            Some(first) => diagnostics.push(twice(&record, &flat[first].record)),
        }
    }
    for at in 0..flat.len() {
        let mut inline = Vec::new();
        take_inline(&mut flat[at].record, &mut inline);
        for (mut record, reference_at) in inline {
            if let Some(first) = ids.taken(record.kind(), &record.id) {
                if record.id_given {
                    diagnostics.push(twice(&record, &flat[first].record));
                }
                record.id = ids.free(record.kind(), &record.id);
            }
            ids.take(record.kind(), record.id.clone(), flat.len());
            replace(&mut flat[at].record, reference_at, &record);
            flat.push(Flat { record, stub: false });
        }
    }
    flat
}

fn twice(second: &Record, first: &Record) -> Diagnostic {
    let message = match (library_key(first), library_key(second)) {
        (Some(a), Some(b)) if a != b => {
            format!("the keys `{a}` and `{b}` both give the id `{}`", second.id)
        }
        _ => format!("a {} with the id `{}` is there already", second.kind().singular(), second.id),
    };
    Diagnostic::new(Code::R001, second.span, message)
        .help("ids are unique within a kind, whatever the folder: rename one of the two")
        .related(first.span, "the other one")
}

/// The key by which a library calls a source.
fn library_key(record: &Record) -> Option<&str> {
    match &record.data {
        Data::Source(source) => source.keys.first().map(String::as_str),
        _ => None,
    }
}

/// Which ids are taken, and by which record.
#[derive(Default)]
pub(super) struct Ids {
    taken: [HashMap<String, usize>; 6],
}

impl Ids {
    pub fn of(flat: &[Flat]) -> Self {
        let mut ids = Self::default();
        for (at, one) in flat.iter().enumerate() {
            ids.take(one.record.kind(), one.record.id.clone(), at);
        }
        ids
    }

    fn taken(&self, kind: RecordKind, id: &str) -> Option<usize> {
        self.taken[kind as usize].get(id).copied()
    }

    pub fn take(&mut self, kind: RecordKind, id: String, at: usize) {
        self.taken[kind as usize].insert(id, at);
    }

    /// `id`, or the first of `id-2`, `id-3`, … that is free.
    pub fn free(&self, kind: RecordKind, id: &str) -> String {
        let numbered = (2..).map(|n| format!("{id}-{n}"));
        let mut names = std::iter::once(id.to_owned()).chain(numbered);
        names.find(|id| self.taken(kind, id).is_none()).expect("one of endless numbers is free")
    }
}

/// Where in a record an inline one stood: the n-th of its references that may be inline.
type At = usize;

fn take_inline(record: &mut Record, inline: &mut Vec<(Record, At)>) {
    each_slot(record, &mut |at, slot| {
        if let RefOrInline::Inline(record) = slot {
            let span = record.span;
            let kept = RefOrInline::Ref(Ref { text: String::new(), span });
            let RefOrInline::Inline(record) = std::mem::replace(slot, kept) else { return };
            inline.push((*record, at));
        }
    });
}

fn replace(record: &mut Record, wanted: At, with: &Record) {
    each_slot(record, &mut |at, slot| {
        if at == wanted {
            *slot = RefOrInline::Ref(Ref { text: with.id.clone(), span: with.span });
        }
    });
}

/// Every reference of a record in whose place a record may stand, counted from 0.
fn each_slot(record: &mut Record, visit: &mut dyn FnMut(At, &mut RefOrInline)) {
    let mut at = 0;
    let mut visit = |slot: &mut RefOrInline| {
        visit(at, slot);
        at += 1;
    };
    let citations = |citations: &mut Vec<Citation>, visit: &mut dyn FnMut(&mut RefOrInline)| {
        citations.iter_mut().for_each(|citation| visit(&mut citation.source));
    };
    let claims = |claims: &mut Vec<Claim>, visit: &mut dyn FnMut(&mut RefOrInline)| {
        claims.iter_mut().for_each(|claim| citations(&mut claim.sources, visit));
    };
    citations(&mut record.common.sources, &mut visit);
    match &mut record.data {
        Data::Brief(brief) => {
            brief.events.iter_mut().for_each(&mut visit);
            brief.places.iter_mut().for_each(&mut visit);
            claims(&mut brief.claims, &mut visit);
        }
        Data::Event(event) => {
            event.places.iter_mut().for_each(&mut visit);
            claims(&mut event.claims, &mut visit);
        }
        Data::Actor(actor) => {
            actor.relations.iter_mut().for_each(|relation| citations(&mut relation.sources, &mut visit));
        }
        Data::Source(_) | Data::Place(_) | Data::Page(_) => {}
    }
}
