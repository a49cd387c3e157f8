//! Lists in which each item stands once, in the order of its first mention.

use std::collections::HashSet;
use std::hash::Hash;

/// Items with a word on each; the first mention decides the word.
pub(super) struct Once<T, W = ()> {
    pairs: Vec<(T, W)>,
    seen: HashSet<T>,
}

impl<T, W> Default for Once<T, W> {
    fn default() -> Self {
        Self { pairs: Vec::new(), seen: HashSet::new() }
    }
}

impl<T: Copy + Eq + Hash, W> Once<T, W> {
    pub fn add_with(&mut self, item: Option<T>, word: W) {
        if let Some(item) = item.filter(|item| self.seen.insert(*item)) {
            self.pairs.push((item, word));
        }
    }

    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    pub fn into_pairs(self) -> Vec<(T, W)> {
        self.pairs
    }
}

impl<T: Copy + Eq + Hash> Once<T> {
    pub fn add(&mut self, item: Option<T>) {
        self.add_with(item, ());
    }

    pub fn into_items(self) -> Vec<T> {
        self.pairs.into_iter().map(|(item, ())| item).collect()
    }
}
