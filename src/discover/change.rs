//! What a change on disk means to a list of files that was made before it.

use super::classify::is_leftover;
use super::walk::LARGEST_FILE;
use super::{FileKind, FileSet};
use crate::text::FileId;
use std::fs;

/// What became of the list by a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing that concerns the site: an editor's own file, or one that came and went.
    Nothing,
    /// The bytes of a listed file.
    Bytes(FileId),
    /// The list itself: it is to be made anew.
    List,
}

impl FileSet {
    /// What a change at `path` means, which is relative to the site's root and has forward slashes.
    pub fn change_at(&self, path: &str) -> Change {
        if path.split('/').any(is_leftover) {
            return Change::Nothing;
        }
        let found = fs::symlink_metadata(self.root().join(path)).ok();
        match (self.find(path), found) {
            (Some((file, kind)), Some(found)) => {
                let same = found.is_file() && found.len() <= LARGEST_FILE && kind != FileKind::Unread;
                if same { Change::Bytes(file) } else { Change::List }
            }
            // Of a `site.yaml` that is gone the set knows by reading it.
            (Some((file, FileKind::Config)), None) => Change::Bytes(file),
            (Some(_), None) | (None, Some(_)) => Change::List,
            (None, None) if self.holds_folder(path) => Change::List,
            (None, None) => Change::Nothing,
        }
    }
}
