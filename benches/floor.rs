//! The floor: how long two threads take to write files of the same names and sizes from memory.
//!
//! No generator can be faster that writes every file, so what a build takes beyond it is its own. Timed are the making
//! of every folder, and opening, one write and closing of every file. Nothing is synced, for no generator does that.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};
use walkdir::WalkDir;

const THREADS: usize = 2;

/// A finished site as names and sizes.
pub struct Manifest {
    /// Folders by how deep they are, from the outermost.
    folders: Vec<Vec<PathBuf>>,
    files: Vec<(PathBuf, usize)>,
}

impl Manifest {
    /// Of the site in this folder.
    ///
    /// # Errors
    /// The disk's.
    pub fn of(site: &Path) -> io::Result<Self> {
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        for entry in WalkDir::new(site).min_depth(1).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path().strip_prefix(site).map_err(io::Error::other)?.to_owned();
            if entry.file_type().is_dir() {
                folders.resize(folders.len().max(entry.depth()), Vec::new());
                folders[entry.depth() - 1].push(path);
            } else {
                files.push((path, entry.metadata()?.len() as usize));
            }
        }
        Ok(Self { folders, files })
    }

    /// How many files.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// Bytes of all files.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|(_, size)| size).sum()
    }

    /// Writes files like these to a folder that is not there, and gives the time.
    ///
    /// # Errors
    /// The disk's.
    pub fn write(&self, to: &Path) -> io::Result<Duration> {
        let most = self.files.iter().map(|(_, size)| *size).max().unwrap_or_default();
        let bytes: Vec<u8> = (b' '..b'~').cycle().take(most).collect();
        let started = Instant::now();
        fs::create_dir(to)?;
        for folders in &self.folders {
            in_parallel(folders, |folder| fs::create_dir(to.join(folder)))?;
        }
        in_parallel(&self.files, |(path, size)| {
            let mut file = OpenOptions::new().write(true).create_new(true).open(to.join(path))?;
            file.write_all(&bytes[..*size])
        })?;
        Ok(started.elapsed())
    }
}

fn in_parallel<T: Sync>(all: &[T], each: impl Fn(&T) -> io::Result<()> + Sync) -> io::Result<()> {
    let part = all.len().div_ceil(THREADS).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> =
            all.chunks(part).map(|part| scope.spawn(|| part.iter().try_for_each(&each))).collect();
        let mut done = parts.into_iter().map(|part| part.join().expect("writing does not panic"));
        done.find(Result::is_err).unwrap_or(Ok(()))
    })
}
