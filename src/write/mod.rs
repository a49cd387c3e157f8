//! The last stage of a build: outputs become a folder.
//!
//! Takes [`Outputs`], which are made on demand, and a destination; gives a folder that holds them and
//! a [`WriteSummary`]. Knows paths, bytes and the disk, and nothing of what the bytes mean.
//!
//! A build is all or nothing. A folder that does not exist yet is written beside its place and
//! renamed into it. In one that exists, what changed is first made in full below `.chancery/staged`,
//! then renamed into place, and what is gone is deleted last. `.chancery/manifest` lists what was
//! written, so that the next build skips what is the same and never touches what others put there; it
//! holds nothing but paths, sizes and fingerprints of published files. A build that was killed
//! leaves a manifest in which the files it may have touched have no fingerprint: the next one writes
//! them again.

#![allow(clippy::disallowed_methods, reason = "this room is one of the few that touch the disk")]

mod destination;
mod error;
mod folders;
mod fresh;
mod make;
mod manifest;
mod place;
mod plan;
mod standing;
mod update;

#[cfg(test)]
mod tests;

pub use error::WriteError;
pub use standing::stands;

use crate::diagnostics::Diagnostic;
use crate::model::{Fingerprint, OutputPath};
use destination::Standing;
use std::path::{Path, PathBuf};

/// What the author must mend before an output can be made; never empty.
pub type MakeError = Vec<Diagnostic>;

/// What is to be written: paths with fingerprints, each made on demand and from any thread.
pub trait Outputs: Sync {
    /// Number of outputs.
    fn len(&self) -> usize;
    /// True where there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Path of the output at `index`, which is below [`Outputs::len`]. Paths are unique and sorted,
    /// and none begins with `.chancery/`.
    fn path(&self, index: usize) -> &OutputPath;
    /// Hash of all that the output is made of.
    fn fingerprint(&self, index: usize) -> Fingerprint;
    /// True for an output whose making tells no mistake that was not told before: who wants to know of mistakes alone need
    /// not make it.
    fn is_certain(&self, _index: usize) -> bool {
        false
    }
    /// True for an output that may be as large as all pages of a kind: such are made first, while least else is in memory.
    fn is_large(&self, _index: usize) -> bool {
        false
    }
    /// Makes the bytes, in `room` where they are not there already; what it held is gone then. Whoever makes many hands in the
    /// same room, so that the memory of one serves the next.
    ///
    /// # Errors
    /// The author's mistakes that stand in the way.
    fn make<'a>(&'a self, index: usize, room: &'a mut Vec<u8>) -> Result<&'a [u8], MakeError>;
}

/// What must be kept safe, and what need not be trusted.
#[derive(Debug, Clone, Default)]
pub struct WriteOptions {
    /// The site's root: the destination may be in it, but neither be nor hold it. Empty for none.
    pub root: PathBuf,
    /// The content and theme folders: the destination may neither be, hold nor be in one of them.
    pub sources: Vec<PathBuf>,
    /// Makes every output anew, whatever its fingerprint.
    pub rebuild: bool,
    /// What need not be asked of the outputs.
    pub since: Option<Since>,
}

/// What is known of outputs without asking them: that each has the fingerprint a list says, but for some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The list, by its fingerprint: see [`WriteSummary::list`]. Where a folder has another one nothing is known.
    pub list: Fingerprint,
    /// The outputs that may differ from it, sorted.
    pub changed: Vec<usize>,
}

/// What a build did to its folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WriteSummary {
    /// Outputs written.
    pub written: usize,
    /// Outputs that stood there already.
    pub unchanged: usize,
    /// Files of earlier builds that were deleted.
    pub deleted: usize,
    /// Bytes written.
    pub bytes: u64,
    /// The list of what earlier builds wrote was damaged: files that are no longer part of
    /// the site may remain.
    pub forgotten: bool,
    /// The fingerprint of the list of all that stands there now: what [`stands`] wants to know.
    pub list: Option<Fingerprint>,
}

/// Writes `outputs` to the folder `destination`, in parallel on rayon's current pool, and deletes what
/// earlier builds wrote there and this one does not. Files of others are kept.
///
/// `progress` is called from any thread with how many outputs are newly done; the calls add up to
/// [`Outputs::len`] where the build succeeds.
///
/// # Errors
/// After [`WriteError::Made`] and all that is found before the first change, the folder is as
/// it was. After a failure of the disk later on, the next build repairs it.
pub fn write(
    outputs: &dyn Outputs,
    destination: &Path,
    options: &WriteOptions,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<WriteSummary, WriteError> {
    destination::check(destination, options)?;
    match destination::standing(destination)? {
        Standing::Absent => fresh::write_fresh(outputs, destination, progress),
        Standing::Folder => update::update(outputs, destination, options, progress),
    }
}
