//! Where something stands: a file and a range of bytes in it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::Cell;

/// A file of the site, by its place in the sorted list of files that `discover` gave.
///
/// The text itself is kept by whoever reports; a `FileId` is only a name for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

thread_local! {
    static KEPT_AS: Cell<Option<FileId>> = const { Cell::new(None) };
}

impl FileId {
    /// Runs `keep`, in which every `FileId` that is serialized or deserialized becomes this one.
    ///
    /// What was made of one file is kept between runs, and the file's number may be another in each. `keep` must stay
    /// on this thread and hand none of its time to other work: no rayon in it.
    pub fn keeping<T>(self, keep: impl FnOnce() -> T) -> T {
        struct Before(Option<FileId>);
        impl Drop for Before {
            fn drop(&mut self) {
                KEPT_AS.set(self.0);
            }
        }
        let _before = Before(KEPT_AS.replace(Some(self)));
        keep()
    }
}

/// Its number, but for the time of [`FileId::keeping`].
impl Serialize for FileId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        KEPT_AS.get().unwrap_or(*self).0.serialize(serializer)
    }
}

/// The number that was written, but for the time of [`FileId::keeping`].
impl<'de> Deserialize<'de> for FileId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = u32::deserialize(deserializer)?;
        Ok(KEPT_AS.get().unwrap_or(Self(written)))
    }
}

/// A range of bytes in one file, `start <= end`, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte, counted from 0 at the start of the file.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `file`. Files over 4 GiB are refused by `discover`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: narrow(start), end: narrow(end.max(start)) }
    }

    /// A span of no bytes at the start of `file`, for what concerns the file as a whole.
    pub fn whole_file(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The part of this span from `from` to `to`, both counted in bytes from its start.
    pub fn part(self, from: usize, to: usize) -> Self {
        let start = self.start as usize;
        Self::new(self.file, start + from, start + to)
    }

    /// The range of bytes.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}
