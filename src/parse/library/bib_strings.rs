//! The abbreviations of a `.bib`: `@string{kh = "The Korea Herald"}`.
//!
//! One may be made of others, so a few lines can stand for more text than a machine holds, or for themselves. Here
//! each is measured once, and what is too long, too deep or runs in a circle is never expanded.

use biblatex::{Pair, RawChunk, Spanned};
use std::collections::{BTreeSet, HashMap};

/// Longer texts are no abbreviations: bytes, and one for each part.
const LONGEST: usize = 1 << 14;
/// Abbreviations of abbreviations of abbreviations.
const DEEPEST: usize = 16;
/// What the abbreviations of one file may stand for, all uses together.
const MOST: usize = 64 << 20;

/// All abbreviations of a file.
#[derive(Default)]
pub(super) struct Strings<'a> {
    pairs: HashMap<&'a str, Pair<'a>>,
    measured: HashMap<&'a str, Option<Measure>>,
    spent: usize,
}

/// How long the text is that an abbreviation stands for, and through how many others.
#[derive(Clone, Copy)]
struct Measure {
    length: usize,
    height: usize,
}

impl<'a> Strings<'a> {
    pub fn add(&mut self, pairs: Vec<Pair<'a>>) {
        self.pairs.extend(pairs.into_iter().map(|pair| (pair.key.v, pair)));
    }

    /// The abbreviations that a value is made of, and theirs; none where they make too long a text.
    pub fn of_value(&mut self, value: &[Spanned<RawChunk<'a>>]) -> Option<Vec<Pair<'a>>> {
        let mut needed = Vec::new();
        let mut known = BTreeSet::new();
        for chunk in value {
            if let RawChunk::Abbreviation(name) = chunk.v {
                self.spent = self.spent.saturating_add(self.measure(name, 0)?.length);
                self.gather(name, &mut known, &mut needed);
            }
        }
        (self.spent <= MOST).then_some(needed)
    }

    fn measure(&mut self, name: &'a str, depth: usize) -> Option<Measure> {
        if let Some(known) = self.measured.get(name) {
            return *known;
        }
        // While it is being measured it is one that never ends, so that a circle is met as such.
        self.measured.insert(name, None);
        let chunks = self.pairs.get(name).map_or_else(Vec::new, |pair| pair.value.v.clone());
        let mut total = Some(Measure { length: 1, height: 0 });
        for chunk in chunks {
            let part = match chunk.v {
                RawChunk::Normal(text) => Some(Measure { length: text.len() + 1, height: 0 }),
                RawChunk::Abbreviation(_) if depth >= DEEPEST => None,
                RawChunk::Abbreviation(inner) => self.measure(inner, depth + 1),
            };
            total = total.zip(part).and_then(|(whole, part)| whole.with(part));
        }
        self.measured.insert(name, total);
        total
    }

    fn gather(&self, name: &'a str, known: &mut BTreeSet<&'a str>, needed: &mut Vec<Pair<'a>>) {
        let Some(pair) = self.pairs.get(name).filter(|_| known.insert(name)) else { return };
        needed.push(pair.clone());
        for chunk in &pair.value.v {
            if let RawChunk::Abbreviation(inner) = chunk.v {
                self.gather(inner, known, needed);
            }
        }
    }
}

impl Measure {
    fn with(self, part: Self) -> Option<Self> {
        let length = self.length.saturating_add(part.length);
        let height = self.height.max(part.height + 1);
        (length <= LONGEST && height <= DEEPEST).then_some(Self { length, height })
    }
}
