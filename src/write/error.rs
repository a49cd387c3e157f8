//! What can keep a build from being written.

use crate::diagnostics::Diagnostic;
use std::io;
use std::path::{Path, PathBuf};

/// Why a build was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The disk did not do as asked.
    #[error("cannot write {}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Outputs could not be made, for reasons the author can mend.
    #[error("{} mistakes keep pages from being made", .0.len())]
    Made(Vec<Diagnostic>),
    /// Files that no build wrote stand where outputs must go.
    #[error("{} was not made by Chancery and would be overwritten{}", paths[0].display(), and_more(paths.len()))]
    ForeignFiles {
        /// The files, sorted, at least one.
        paths: Vec<PathBuf>,
    },
    /// A symbolic link stands where a file or folder must be.
    #[error("{} is a symbolic link, and links are not followed", path.display())]
    Link {
        /// The link.
        path: PathBuf,
    },
    /// Something stands where a file or folder must be that cannot make way for it.
    #[error("{} is in the way: {why}", path.display())]
    Blocked {
        /// What stands there.
        path: PathBuf,
        /// What it is, in words.
        why: &'static str,
    },
    /// The destination is no place for a build.
    #[error("cannot build into {}: it {why}", path.display())]
    Unsafe {
        /// The destination as it was given.
        path: PathBuf,
        /// What it is, in words: *is the home folder*.
        why: &'static str,
    },
    /// Another build writes to the same place.
    #[error("another build is writing to {}", path.display())]
    Busy {
        /// The destination, or the folder beside it.
        path: PathBuf,
    },
}

impl WriteError {
    /// What to do about it, where that can be said.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Io { .. } | Self::Made(_) => None,
            Self::ForeignFiles { .. } => Some("move them away, or build into another folder"),
            Self::Link { .. } | Self::Blocked { .. } => Some("move it away, or build into another folder"),
            Self::Unsafe { .. } => Some("build into a folder of its own, such as `public`"),
            Self::Busy { .. } => Some("wait until it is done"),
        }
    }

    /// Makes an IO error of `path` out of the disk's.
    pub(super) fn io(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.as_ref().to_owned(), source }
    }
}

fn and_more(count: usize) -> String {
    if count > 1 { format!(" (and {} more)", count - 1) } else { String::new() }
}
