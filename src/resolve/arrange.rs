//! Visible records in their places: from here on nothing withheld exists.

use super::flat::Flat;
use super::index::AnyIdx;
use super::names::{Names, names_of};
use super::sequence;
use crate::model::{Data, Date, Record, RecordKind};
use crate::text::fold_name;
use rayon::prelude::*;
use std::cmp::Reverse;

/// Visible records by kind, each kind in its order, and where each record of the flat list went.
pub(super) struct Arranged {
    /// By [`RecordKind`] as a number.
    pub kinds: [Vec<Flat>; 6],
    /// For each record of the flat list its place; none for one withheld or merged into another.
    pub placed: Vec<Option<AnyIdx>>,
}

pub(super) fn arrange(flat: Vec<Flat>, visible: &[bool], names: &Names) -> Arranged {
    let mut kinds: [Vec<(usize, Flat)>; 6] = Default::default();
    let mut placed = vec![None; flat.len()];
    for (at, one) in flat.into_iter().enumerate() {
        if visible[at] && u32::try_from(at).is_ok_and(|at| names.merged(at) == at) {
            kinds[one.record.kind() as usize].push((at, one));
        }
    }
    let ranks = sequence::ranks(&kinds[RecordKind::Event as usize], names, placed.len());
    kinds.par_iter_mut().for_each(|list| {
        list.sort_by_cached_key(|(at, one)| order(&one.record, ranks[*at]));
    });
    for kind in RecordKind::ALL {
        let list = &kinds[kind as usize];
        for (place, (at, _)) in list.iter().enumerate() {
            placed[*at] = Some(AnyIdx::new(kind, place));
        }
    }
    let kinds = kinds.map(|list| list.into_iter().map(|(_, one)| one).collect());
    Arranged { kinds, placed }
}

/// Newest first where there is a date, undated ones last; else by name; then by id. Of events with one date those
/// that follow others are the newer.
type Order = (Reverse<(bool, i64, i64, u32)>, String, String);

fn order(record: &Record, rank: u32) -> Order {
    let dated = |date: Option<&Date>| {
        Reverse(date.map_or((false, 0, 0, 0), |date| (true, date.earliest, date.latest, rank)))
    };
    let name = || names_of(record).first().map(|name| fold_name(name)).unwrap_or_default();
    let id = record.id.clone();
    match &record.data {
        Data::Brief(brief) => (dated(Some(&brief.date)), String::new(), id),
        Data::Event(event) => (dated(event.date.as_ref()), String::new(), id),
        Data::Source(source) => (dated(source.published.as_ref()), String::new(), id),
        Data::Actor(_) | Data::Place(_) => (dated(None), name(), id),
        Data::Page(_) => (dated(None), String::new(), id),
    }
}
