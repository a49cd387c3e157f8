//! What came of record files, as it is kept between runs: in shards, so that an edit rewrites one of them.
//!
//! A shard is the length of its index, the index, and what `parse::kept` made of each file, one behind the other.

use crate::diagnostics::Reported;
use crate::discover::Stamp;
use crate::keep::Store;
use crate::model::{Record, RecordKind};
use crate::parse::kept;
use crate::text::FileId;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use xxhash_rust::xxh3::xxh3_64;

/// How many there are; small enough that a small site has few files, and large enough that one of a large site is soon written.
pub(super) const SHARDS: usize = 64;

/// What is known of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub path: String,
    pub kind: RecordKind,
    pub length: u64,
    /// The file's state when it was listed, none where it could change without a trace.
    pub stamp: Option<Stamp>,
    /// XXH3-128 of its bytes.
    pub content: u128,
    /// The same of what it says to other pages than its own: of its keys, and of what its text is tied to.
    pub outward: u128,
    /// Bytes of what came of it.
    size: u64,
}

/// A file with what came of it.
pub(super) struct Entry<'a> {
    pub head: Head,
    pub bytes: Cow<'a, [u8]>,
}

/// Some of the files.
#[derive(Debug, Default)]
pub(super) struct Shard {
    bytes: Vec<u8>,
    /// By path.
    heads: Vec<Head>,
    /// Where in `bytes` what came of each begins.
    starts: Vec<usize>,
}

/// The number of the shard that holds the file at `path`.
pub(super) fn shard_of(path: &str) -> usize {
    (xxh3_64(path.as_bytes()) % SHARDS as u64) as usize
}

impl Shard {
    /// What the shard of this number holds; nothing where there is none that can be trusted.
    pub(super) fn read(store: &Store, number: usize) -> Self {
        store.read(&name(number)).and_then(Self::parse).unwrap_or_default()
    }

    fn parse(bytes: Vec<u8>) -> Option<Self> {
        let index = usize::try_from(u64::from_le_bytes(bytes.get(..8)?.try_into().ok()?)).ok()?;
        let mut at = index.checked_add(8)?;
        let heads: Vec<Head> = postcard::from_bytes(bytes.get(8..at)?).ok()?;
        let mut starts = Vec::with_capacity(heads.len());
        for head in &heads {
            starts.push(at);
            at = at.checked_add(usize::try_from(head.size).ok()?)?;
        }
        let sound = at == bytes.len() && heads.is_sorted_by(|a, b| a.path < b.path);
        sound.then_some(Self { bytes, heads, starts })
    }

    /// Number of files.
    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// Where the file at `path` is, if it was of this kind.
    pub(super) fn find(&self, path: &str, kind: RecordKind) -> Option<usize> {
        let at = self.heads.binary_search_by(|head| head.path.as_str().cmp(path)).ok()?;
        (self.heads[at].kind == kind).then_some(at)
    }

    /// What is known of the file at `at`.
    pub(super) fn head(&self, at: usize) -> &Head {
        &self.heads[at]
    }

    /// What came of the file at `at`, as it was kept.
    pub(super) fn bytes(&self, at: usize) -> &[u8] {
        let start = self.starts[at];
        // The sum of all sizes was found to be the length of the bytes.
        &self.bytes[start..start + self.heads[at].size as usize]
    }

    /// What came of the file at `at`, which is now called `file`; none where that cannot be read.
    pub(super) fn decode(&self, at: usize, file: FileId) -> Option<Reported<Record>> {
        kept::decode(self.bytes(at), file)
    }
}

impl<'a> Entry<'a> {
    pub(super) fn new(mut head: Head, bytes: Cow<'a, [u8]>) -> Self {
        head.size = bytes.len() as u64;
        Self { head, bytes }
    }
}

impl Head {
    pub(super) fn new(
        path: &str,
        kind: RecordKind,
        length: u64,
        stamp: Option<Stamp>,
        (content, outward): (u128, u128),
    ) -> Self {
        Self { path: path.to_owned(), kind, length, stamp, content, outward, size: 0 }
    }
}

/// Keeps `entries` as the shard of this number.
pub(super) fn write(store: &Store, number: usize, mut entries: Vec<Entry<'_>>) {
    entries.sort_by(|a, b| a.head.path.cmp(&b.head.path));
    let heads: Vec<&Head> = entries.iter().map(|entry| &entry.head).collect();
    let Ok(index) = postcard::to_stdvec(&heads) else { return };
    let length: usize = entries.iter().map(|entry| entry.bytes.len()).sum();
    let mut bytes = Vec::with_capacity(8 + index.len() + length);
    bytes.extend_from_slice(&(index.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&index);
    entries.iter().for_each(|entry| bytes.extend_from_slice(&entry.bytes));
    store.write(&name(number), &bytes);
}

fn name(number: usize) -> String {
    format!("parsed-{number:02}")
}
