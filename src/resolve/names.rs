//! Looking records up by id or name.

use super::flat::{Flat, narrow};
use super::uses::Wanted;
use crate::model::{Actor, Data, Localized, Name, NameSort, Record, RecordKind};
use crate::text::fold_name;
use crate::yaml::allowed_url;
use ahash::HashMap;
use rayon::prelude::*;
use std::collections::hash_map::Entry;

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    /// The record at this place of the flat list.
    One(u32),
    /// Several: an error, for nothing is ever merged by guessing. In the order of the list, at least two.
    Many(Vec<u32>),
}

/// The names of all records. Ids go first, then names, then strong aliases.
#[derive(Debug, Default)]
pub(super) struct Names {
    kinds: [KindNames; 6],
    /// For each record the one it was merged into, itself in most cases.
    merged: Vec<u32>,
}

#[derive(Debug, Default)]
struct KindNames {
    ids: HashMap<String, u32>,
    names: HashMap<String, Bearers>,
    aliases: HashMap<String, Bearers>,
    /// Keys of libraries, exactly as they are written there.
    keys: HashMap<String, Bearers>,
}

/// Who bears a name, in the order of the flat list: nearly always one record, so that the list behind it stays empty.
#[derive(Debug)]
struct Bearers {
    first: u32,
    others: Vec<u32>,
}

/// What is known of a record's names before they are looked up: folded, which takes the most time.
struct Folded {
    names: Vec<String>,
    aliases: Vec<String>,
}

impl Folded {
    fn of(record: &Record) -> Self {
        let aliases = aliases_of(record).iter().filter(|name| name.sort != NameSort::Weak);
        Self {
            names: names_of(record).into_iter().map(fold_name).collect(),
            aliases: aliases.map(|alias| fold_name(&alias.text)).collect(),
        }
    }
}

impl Names {
    /// The names of `flat`, merges followed.
    pub fn new(flat: &[Flat]) -> Self {
        let mut names = Self { merged: (0..flat.len()).map(narrow).collect(), ..Self::default() };
        let folded: Vec<Folded> = flat.par_iter().map(|one| Folded::of(&one.record)).collect();
        let mut by_kind: [Vec<(u32, &Record, Folded)>; 6] = Default::default();
        for ((at, one), folded) in flat.iter().enumerate().zip(folded) {
            by_kind[one.record.kind() as usize].push((narrow(at), &one.record, folded));
        }
        names.kinds.par_iter_mut().zip(by_kind).for_each(|(kind, records)| {
            kind.ids.reserve(records.len());
            kind.names.reserve(records.len());
            records.into_iter().for_each(|(at, record, folded)| kind.add(at, record, folded));
        });
        names.follow_merges(flat);
        names
    }

    /// Adds the next record of the flat list.
    pub fn add(&mut self, record: &Record) {
        let at = narrow(self.merged.len());
        self.merged.push(at);
        self.kinds[record.kind() as usize].add(at, record, Folded::of(record));
    }
    fn follow_merges(&mut self, flat: &[Flat]) {
        let next: Vec<Option<u32>> = flat
            .iter()
            .map(|one| match &one.record.data {
                Data::Actor(actor) => actor.merged_into.as_ref().and_then(|into| self.direct(&into.text)),
                _ => None,
            })
            .collect();
        for start in 0..next.len() {
            let mut at = start;
            // A circle is an error of its own; here it only must not go on for ever.
            for _ in 0..next.len() {
                match next[at] {
                    Some(into) if into as usize != start => at = into as usize,
                    _ => break,
                }
            }
            self.merged[start] = u32::try_from(at).unwrap_or(u32::MAX);
        }
    }

    fn direct(&self, text: &str) -> Option<u32> {
        match self.find_kind(RecordKind::Actor, text, &mut None) {
            Found::One(at) => Some(at),
            _ => None,
        }
    }

    /// The record that `text` means.
    pub fn find(&self, wanted: Wanted, text: &str) -> Found {
        self.after_merges(self.find_unmerged(wanted, text))
    }

    /// The record that bears this name itself, merged into another or not.
    pub fn find_unmerged(&self, wanted: Wanted, text: &str) -> Found {
        let mut folded = None;
        match wanted {
            Wanted::One(kind) => self.find_kind(kind, text, &mut folded),
            Wanted::AnyOf(kinds) => self.find_any(kinds, text, &mut folded),
        }
    }

    fn find_any(&self, kinds: &[RecordKind], text: &str, folded: &mut Option<String>) -> Found {
        let by_id = kinds.iter().find_map(|kind| self.kinds[*kind as usize].ids.get(text));
        if let Some(at) = by_id {
            return Found::One(*at);
        }
        let by_name = kinds.iter().map(|kind| self.find_kind(*kind, text, folded));
        by_name.into_iter().find(|found| *found != Found::Nothing).unwrap_or(Found::Nothing)
    }

    fn find_kind(&self, kind: RecordKind, text: &str, folded: &mut Option<String>) -> Found {
        let names = &self.kinds[kind as usize];
        if let Some(at) = names.ids.get(text) {
            return Found::One(*at);
        }
        if let Some(bearers) = names.keys.get(text) {
            return bearers.found();
        }
        if kind == RecordKind::Source
            && let Some(url) = allowed_url(text)
        {
            return names.names.get(&url).map_or(Found::Nothing, Bearers::found);
        }
        let folded = folded.get_or_insert_with(|| fold_name(text));
        if folded.is_empty() {
            return Found::Nothing;
        }
        let list = names.names.get(folded.as_str()).or_else(|| names.aliases.get(folded.as_str()));
        list.map_or(Found::Nothing, Bearers::found)
    }

    /// What is found, merges followed.
    pub fn after_merges(&self, found: Found) -> Found {
        match found {
            Found::One(at) => Found::One(self.merged[at as usize]),
            Found::Many(mut list) => {
                list.iter_mut().for_each(|at| *at = self.merged[*at as usize]);
                list.sort_unstable();
                list.dedup();
                self::found(&list)
            }
            Found::Nothing => Found::Nothing,
        }
    }

    /// The record that the one at this place was merged into; itself in most cases.
    pub fn merged(&self, at: u32) -> u32 {
        self.merged[at as usize]
    }
}

impl KindNames {
    /// Adds a record by its place in the flat list, which is behind those of the records that were added before.
    fn add(&mut self, at: u32, record: &Record, folded: Folded) {
        self.ids.insert(record.id.clone(), at);
        let add = |map: &mut HashMap<String, Bearers>, key: String| match map.entry(key) {
            Entry::Vacant(free) => {
                free.insert(Bearers { first: at, others: Vec::new() });
            }
            Entry::Occupied(mut taken) => {
                let bearers = taken.get_mut();
                if bearers.others.last().unwrap_or(&bearers.first) != &at {
                    bearers.others.push(at);
                }
            }
        };
        folded.names.into_iter().for_each(|name| add(&mut self.names, name));
        folded.aliases.into_iter().for_each(|alias| add(&mut self.aliases, alias));
        if let Data::Source(source) = &record.data {
            source.url.iter().for_each(|url| add(&mut self.names, url.clone()));
            source.keys.iter().for_each(|key| add(&mut self.keys, key.clone()));
        }
    }
}

impl Bearers {
    fn found(&self) -> Found {
        if self.others.is_empty() {
            return Found::One(self.first);
        }
        Found::Many(std::iter::once(self.first).chain(self.others.iter().copied()).collect())
    }
}

impl Found {
    /// The records it may be, in the order of the list.
    pub fn records(&self) -> &[u32] {
        match self {
            Self::Nothing => &[],
            Self::One(at) => std::slice::from_ref(at),
            Self::Many(list) => list,
        }
    }
}

fn found(list: &[u32]) -> Found {
    match list {
        [] => Found::Nothing,
        [one] => Found::One(*one),
        many => Found::Many(many.to_vec()),
    }
}

fn localized(text: &Localized) -> impl Iterator<Item = &str> {
    text.iter().map(|(_, text)| text)
}

/// The names a record goes by, each language's first.
pub(super) fn names_of(record: &Record) -> Vec<&str> {
    match &record.data {
        Data::Brief(brief) => localized(&brief.title).collect(),
        Data::Actor(actor) => localized(&actor.name).collect(),
        Data::Event(event) => localized(&event.title).collect(),
        Data::Source(source) => source.title.iter().flat_map(localized).collect(),
        Data::Place(place) => localized(&place.name).collect(),
        Data::Page(page) => localized(&page.title).collect(),
    }
}

/// What a record is called where a message names it.
pub(super) fn label(record: &Record) -> String {
    let name = names_of(record).first().map_or("", |name| *name);
    if name.is_empty() { record.id.clone() } else { format!("{name} ({})", record.id) }
}

fn aliases_of(record: &Record) -> &[Name] {
    match &record.data {
        Data::Actor(actor) => {
            let Actor { names, .. } = actor.as_ref();
            names
        }
        Data::Place(place) => &place.names,
        _ => &[],
    }
}
