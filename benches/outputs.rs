//! Folders that are written to: each under a name never used before, and none removed before the end.
//!
//! ext4 does not give an inode again for minutes after its file was deleted, but searches past it. So files are many
//! times slower to make soon after others were deleted, and a benchmark that clears its output measures that.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// All folders of one run.
pub struct Outputs {
    folder: PathBuf,
    count: usize,
}

impl Outputs {
    /// In this folder.
    ///
    /// # Errors
    /// The disk's.
    pub fn new(folder: &Path) -> io::Result<Self> {
        let folder = folder.join(format!("outputs-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, count: 0 })
    }

    /// A path at which nothing is.
    pub fn fresh(&mut self) -> PathBuf {
        self.count += 1;
        self.folder.join(self.count.to_string())
    }

    /// Removes them all.
    ///
    /// # Errors
    /// The disk's.
    pub fn remove(&self) -> io::Result<()> {
        fs::remove_dir_all(&self.folder)
    }
}

/// Has the system write out what is waiting, so that nobody pays for what came before.
///
/// # Errors
/// Where there is no program `sync`.
pub fn settle() -> io::Result<()> {
    Command::new("sync").status().map(|_| ())
}
