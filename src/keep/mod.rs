//! What one run keeps for the next, below the site's folder. Nothing depends on it but time.
//!
//! Takes names and bytes; gives the bytes back to the very program that kept them, and nothing where they are damaged,
//! another's or not there. What cannot be kept is not kept, and nobody is told. Knows nothing of what the bytes mean.
//!
//! Each piece is a file of `.chancery/cache/` with its seal at the end: a mark of the form, and the hash of its name,
//! the program that wrote it and the bytes. It is written beside its place and renamed into it; two runs that do so at once may spoil
//! each other's piece, which the seal shows.

#![allow(clippy::disallowed_methods, reason = "this room is one of the few that touch the disk")]

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::Xxh3;

/// The folder below the site's that holds what the program makes for itself.
pub const OWN_FOLDER: &str = ".chancery";

const CACHE: &str = "cache";
const FORM: &[u8; 16] = b"chancery kept 1\n";
const SEAL: usize = 32;

/// Says to version control that nothing here is to be committed, and to backups that nothing needs to be saved.
const NOTES: [(&str, &str); 2] = [
    (".gitignore", "*\n"),
    ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# Made by chancery; safe to delete.\n"),
];

/// The place for one site's pieces.
#[derive(Debug, Clone)]
pub struct Store {
    own: PathBuf,
    folder: PathBuf,
    program: String,
}

impl Store {
    /// For the site at `root`, in the hands of `program`: a text that differs where the program does.
    pub fn new(root: &Path, program: &str) -> Self {
        let own = root.join(OWN_FOLDER);
        Self { folder: own.join(CACHE), own, program: program.to_owned() }
    }

    /// The bytes kept as `name`; none where there are none that can be trusted.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        if !self.is_ours() {
            return None;
        }
        let mut bytes = fs::read(self.folder.join(name)).ok()?;
        let content = bytes.len().checked_sub(SEAL)?;
        if bytes[content..] != self.seal(name, &bytes[..content]) {
            return None;
        }
        bytes.truncate(content);
        Some(bytes)
    }

    /// Keeps `bytes` as `name`, which is a plain file name, instead of what was kept so before.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        // A folder that cannot be written to makes the next run slower, and nothing else.
        let _ = self.try_write(name, bytes);
    }

    fn try_write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.make_folder()?;
        let new = self.folder.join(format!("{name}.new"));
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(&new)?;
        file.write_all(bytes)?;
        file.write_all(&self.seal(name, bytes))?;
        drop(file);
        fs::rename(&new, self.folder.join(name))
    }

    fn make_folder(&self) -> io::Result<()> {
        if self.is_ours() {
            return Ok(());
        }
        for (folder, private) in [(&self.own, false), (&self.folder, true)] {
            match builder(private).create(folder) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
                _ if is_folder(folder) => {}
                _ => return Err(ErrorKind::NotADirectory.into()),
            }
        }
        for (name, text) in NOTES {
            fs::write(self.folder.join(name), text)?;
        }
        Ok(())
    }

    /// True where the folder is there, and no link leads elsewhere.
    fn is_ours(&self) -> bool {
        is_folder(&self.own) && is_folder(&self.folder)
    }

    fn seal(&self, name: &str, bytes: &[u8]) -> [u8; SEAL] {
        let mut hasher = Xxh3::new();
        for part in [name.as_bytes(), self.program.as_bytes(), bytes] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        let mut seal = [0; SEAL];
        seal[..16].copy_from_slice(FORM);
        seal[16..].copy_from_slice(&hasher.digest128().to_le_bytes());
        seal
    }
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_dir())
}

/// What is kept holds what is not for everyone: a private folder is its owner's alone.
#[cfg_attr(not(unix), expect(unused_variables, unused_mut, reason = "only Unix has modes"))]
fn builder(private: bool) -> DirBuilder {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    if private {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder
}

#[cfg(test)]
mod tests;
