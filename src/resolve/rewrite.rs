//! A site in which one text is another that names the same.
//!
//! A text takes part in the resolving of its site by what it names and by nothing else. Where that stays the same, in the
//! same order, so does every other entry, every list and every back-reference: they are shared, not made again.

use super::site::{BodyTargets, Entries, Entry, Site, Target};
use crate::model::{Body, FigureQuery, Fingerprint, FingerprintHasher, RecordKind, Slot, SlotKind};
use crate::text::Span;
use serde::Serialize;
use std::sync::Arc;

impl Site {
    /// The site that would be made if the text `before` of a record of this kind were `after`; none where that
    /// cannot be told without resolving all: where the two name different things, or where `before`, the very text that
    /// the site was made of, is not on it. Nothing may have been left out because of a day.
    pub fn rewritten(&self, kind: RecordKind, before: &Arc<Body>, after: &Arc<Body>) -> Option<Self> {
        let same = named(before).eq(named(after)) && asked(before).eq(asked(after));
        if !same {
            return None;
        }
        let mut site = self.clone();
        let is_there = match kind {
            RecordKind::Brief => rewrite(&mut site.briefs, before, after),
            RecordKind::Actor => rewrite(&mut site.actors, before, after),
            RecordKind::Event => rewrite(&mut site.events, before, after),
            RecordKind::Source => rewrite(&mut site.sources, before, after),
            RecordKind::Place => rewrite(&mut site.places, before, after),
            RecordKind::Page => rewrite(&mut site.pages, before, after),
        };
        is_there.then_some(site)
    }
}

fn rewrite<D: Clone, L: Clone>(
    entries: &mut Entries<Entry<D, L>>,
    before: &Arc<Body>,
    after: &Arc<Body>,
) -> bool {
    let Some(at) = entries.iter().position(|entry| Arc::ptr_eq(&entry.body, before)) else { return false };
    let mut entry = Entry::clone(&entries[at]);
    entry.slots = moved(before, &entry.slots, after);
    entry.body = Arc::clone(after);
    Arc::make_mut(entries)[at] = Arc::new(entry);
    true
}

/// What a slot names; none for one that names no record and no claim.
#[derive(PartialEq, Eq, Serialize)]
enum Named<'a> {
    Link(Option<RecordKind>, &'a str),
    Cite(Vec<&'a str>),
    ClaimOpen(&'a str),
    ClaimClose(&'a str),
}

fn name(slot: &Slot) -> Option<Named<'_>> {
    match &slot.kind {
        SlotKind::Link { kind, target, label: _ } => Some(Named::Link(*kind, target)),
        SlotKind::Cite(items) => Some(Named::Cite(items.iter().map(|item| item.key.as_str()).collect())),
        SlotKind::ClaimOpen(id) => Some(Named::ClaimOpen(id)),
        SlotKind::ClaimClose(id) => Some(Named::ClaimClose(id)),
        SlotKind::Words(_)
        | SlotKind::Note(_)
        | SlotKind::Address(_)
        | SlotKind::Picture(_)
        | SlotKind::Figure { .. } => None,
    }
}

/// All slots, those of notes last: the order in which what they name is listed.
fn slots(body: &Body) -> impl Iterator<Item = &Slot> {
    body.flow.slots.iter().chain(body.notes.iter().flat_map(|note| note.flow.slots.iter()))
}

fn named(body: &Body) -> impl Iterator<Item = Named<'_>> {
    slots(body).filter_map(name)
}

/// What the queries of figures name.
fn asked(body: &Body) -> impl Iterator<Item = [Option<&str>; 4]> {
    body.figures.iter().map(|FigureQuery { actor, event, quantity, estimate_kind, .. }| {
        [actor, event, quantity, estimate_kind].map(|name| name.as_ref().map(|name| name.text.as_str()))
    })
}

/// Of what a text ties its record to, the fingerprint: of what it names and asks for, and where it leads within the site. Of two texts
/// with the same ties each makes the same of every page but its own.
pub fn ties(body: &Body) -> Fingerprint {
    let led = slots(body).filter_map(|slot| match &slot.kind {
        SlotKind::Address(address) => Some((address, false)),
        SlotKind::Picture(address) => Some((address, true)),
        _ => None,
    });
    let all = (named(body).collect::<Vec<_>>(), asked(body).collect::<Vec<_>>(), led.collect::<Vec<_>>());
    let mut hasher = FingerprintHasher::new();
    postcard::to_io(&all, &mut hasher).expect("a hasher takes all that is written");
    hasher.finish()
}

/// The targets of `before` in the slots of `after`, which name the same.
fn moved(before: &Body, targets: &BodyTargets, after: &Body) -> BodyTargets {
    let targets_before = targets.flow.iter().chain(targets.notes.iter().flatten());
    let mut found = slots(before).zip(targets_before).filter(|(slot, _)| name(slot).is_some());
    let mut target = |slot: &Slot| match (name(slot), &slot.kind) {
        (Some(_), _) => found.next().map_or(Target::Nothing, |(_, target)| target.clone()),
        (None, SlotKind::Words(_)) => Target::Nothing,
        (None, _) => Target::Later,
    };
    let flow = after.flow.slots.iter().map(&mut target).collect();
    let notes = after.notes.iter().map(|note| note.flow.slots.iter().map(&mut target).collect()).collect();
    BodyTargets { flow, notes, figures: targets.figures.clone() }
}

/// Every place in `body` that a mistake found by resolving it may be told of.
pub fn told_of(body: &Body) -> impl Iterator<Item = Span> {
    let cited = slots(body).flat_map(|slot| match &slot.kind {
        SlotKind::Cite(items) => items.as_slice(),
        _ => &[],
    });
    let asked =
        body.figures.iter().flat_map(|FigureQuery { actor, event, quantity, estimate_kind, .. }| {
            [actor, event, quantity, estimate_kind].into_iter().flatten().map(|name| name.span)
        });
    slots(body).map(|slot| slot.span).chain(cited.map(|item| item.span)).chain(asked)
}
