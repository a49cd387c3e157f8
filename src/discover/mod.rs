//! The first stage: a folder on disk becomes a [`FileSet`].
//!
//! Takes the site's root and lists `site.yaml` and what stands under `content/`; gives the list in
//! an order that depends on nothing but the names, with what will not be read reported as `P019`.
//! Knows the disk and file names. What is in the files is left to `parse`.

#![allow(clippy::disallowed_methods, reason = "this room is one of the few that touch the disk")]

mod change;
mod classify;
mod error;
mod file_set;
mod stamp;
mod walk;

#[cfg(test)]
mod tests;

pub use change::Change;
pub use error::DiscoverError;
pub use file_set::{FileKind, FileSet, SiteFile};
pub use stamp::Stamp;
pub use walk::{LARGEST_FILE, discover};
