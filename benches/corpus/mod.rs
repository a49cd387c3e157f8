//! Sites to measure with: so many briefs, and the actors, events, sources, places and tags that they name.
//!
//! For N briefs there are N/5 actors, N/2 events, N sources and 40 + N/100 tags. A brief names 3 to 8 actors, 1 to 3
//! events, 2 to 6 sources and 2 tags, each drawn by Zipf's law: exponent 1 for actors and tags, 0.8 for events and
//! sources. Its text has 300 to 700 words with headings, lists, a quotation, a table, notes and links. The same numbers
//! always give the same bytes. Only the standard library is used, so that nothing else can change them.

mod briefs;
mod chance;
mod claims;
mod day;
mod folder;
mod prose;
mod records;
mod zipf;

use chance::Chance;
use folder::Folder;
use prose::Prose;
use records::Records;
use std::io;
use std::path::Path;

/// What a corpus is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Corpus {
    /// How many briefs.
    pub briefs: usize,
    /// Whether each has three claims, one of them an estimate. All else stays the same, but that a claim is marked in
    /// the text.
    pub claims: bool,
}

impl Corpus {
    /// Writes it below `root` as `content/`.
    ///
    /// # Errors
    /// The disk's.
    pub fn write(self, root: &Path) -> io::Result<()> {
        let mut chance = Chance::new(1);
        let prose = Prose::new(&mut chance);
        let records = Records::new(self.briefs, &prose, &mut chance);
        let mut folder = Folder::new(root);
        records.write(&mut folder)?;
        briefs::write(self, &records, &prose, &mut folder)
    }
}
