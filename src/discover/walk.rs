//! Going through the content folder.

use super::classify::{Complaint, classify, is_leftover};
use super::file_set::file_id;
use super::{DiscoverError, FileKind, FileSet, SiteFile, Stamp};
use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::text::Span;
use rayon::prelude::*;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Larger files are refused: bytes.
pub const LARGEST_FILE: u64 = 64 << 20;

const CONFIG: &str = "site.yaml";

/// Lists the files of the site at `root` whose records and assets stand in `content_dir`, a path
/// relative to it with forward slashes (`content`).
///
/// Hidden files and editors' leftovers are passed over. What else is not read is listed as
/// [`FileKind::Unread`] and reported as `P019`: Markdown in no record's folder, links (but to a file
/// within the root), names that are not UTF-8; a file over [`LARGEST_FILE`] is an error. Without a
/// content folder the set holds only `site.yaml`, which is listed even where it does not exist.
///
/// # Errors
/// [`DiscoverError::Root`] where `root` is missing, [`DiscoverError::Walk`] where a folder cannot be listed.
pub fn discover(root: &Path, content_dir: &str) -> Result<Reported<FileSet>, DiscoverError> {
    let real_root =
        fs::canonicalize(root).map_err(|source| DiscoverError::Root { path: root.to_owned(), source })?;
    let content = content_dir.trim_end_matches('/');
    let walk = Walk { real_root, content_path: root.join(content), content };
    let mut found = walk.content()?;
    found.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
    found.insert(0, config(root)?);

    let mut files = Vec::with_capacity(found.len());
    let mut diagnostics = Vec::new();
    for (index, found) in found.into_iter().enumerate() {
        let (kind, complaint) = match found.outcome {
            Ok(kind) => (kind, None),
            Err(complaint) => (FileKind::Unread, Some(complaint)),
        };
        let kind = if index == 0 { FileKind::Config } else { kind };
        if let Some(Complaint { message, help, grave }) = complaint {
            let span = Span::whole_file(file_id(index));
            diagnostics.push(Diagnostic::new(Code::P019, span, message).maybe_help(help).as_error_if(grave));
        }
        let stamp = found.stamp;
        files.push(SiteFile { path: found.path.into(), kind, length: found.length, stamp });
    }
    Ok(Reported { value: FileSet::new(root.to_owned(), files), diagnostics })
}

/// A file as it was met, with its kind or why it is not read.
struct Found {
    path: String,
    length: u64,
    stamp: Option<Stamp>,
    outcome: Result<FileKind, Complaint>,
}

fn config(root: &Path) -> Result<Found, DiscoverError> {
    let path = root.join(CONFIG);
    let (length, stamp) = match fs::metadata(&path) {
        Ok(metadata) => (metadata.len(), Stamp::of(&metadata)),
        Err(error) if error.kind() == ErrorKind::NotFound => (0, None),
        Err(source) => return Err(DiscoverError::Walk { path, source }),
    };
    let outcome = too_large(CONFIG, length).map_or(Ok(FileKind::Config), Err);
    Ok(Found { path: CONFIG.to_owned(), length, stamp, outcome })
}

struct Walk<'a> {
    real_root: PathBuf,
    content_path: PathBuf,
    content: &'a str,
}

impl Walk<'_> {
    fn content(&self) -> Result<Vec<Found>, DiscoverError> {
        let at = |source| DiscoverError::Walk { path: self.content_path.clone(), source };
        match fs::canonicalize(&self.content_path) {
            Ok(real) if real.starts_with(&self.real_root) => {}
            Ok(_) => return Ok(vec![unread(self.content.to_owned(), leads_out(self.content))]),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(at(error)),
        }
        let mut files = Vec::new();
        let wanted =
            |entry: &DirEntry| entry.depth() == 0 || !is_leftover(&entry.file_name().to_string_lossy());
        for entry in WalkDir::new(&self.content_path).min_depth(1).into_iter().filter_entry(wanted) {
            let entry = entry.map_err(|error| self.walk_error(error))?;
            if !entry.file_type().is_dir() {
                files.push(entry);
            }
        }
        // Most of the time goes into asking the disk about each file.
        files.par_iter().map(|entry| self.file(entry)).collect()
    }

    fn file(&self, entry: &DirEntry) -> Result<Found, DiscoverError> {
        let within = entry.path().strip_prefix(&self.content_path).unwrap_or(entry.path());
        let segments: Vec<_> = within.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let within_text = segments.join("/");
        let path = format!("{}/{within_text}", self.content);
        if within.to_str().is_none() {
            let message = format!("`{path}` is not read: its name is not UTF-8");
            return Ok(unread(path, Complaint::new(message, "rename the file or its folder")));
        }
        let metadata = if entry.path_is_symlink() {
            match self.behind_link(entry.path(), &path) {
                Ok(metadata) => metadata,
                Err(complaint) => return Ok(unread(path, complaint)),
            }
        } else if entry.file_type().is_file() {
            entry.metadata().map_err(|error| self.walk_error(error))?
        } else {
            let message = format!("`{path}` is not read: it is not an ordinary file");
            return Ok(unread(path, Complaint { message, help: None, grave: false }));
        };
        let (length, stamp) = (metadata.len(), Stamp::of(&metadata));
        let outcome = too_large(&path, length).map_or_else(|| classify(self.content, &within_text), Err);
        Ok(Found { path, length, stamp, outcome })
    }

    /// What the disk says of the file that a link leads to, if it may be read.
    fn behind_link(&self, link: &Path, path: &str) -> Result<Metadata, Complaint> {
        let copy = "put a copy of it here, or a link to a file within the site";
        let dead = |_| Complaint::new(format!("`{path}` is not read: it is a link that leads nowhere"), copy);
        let target = fs::canonicalize(link).map_err(dead)?;
        let metadata = fs::metadata(&target).map_err(dead)?;
        if !target.starts_with(&self.real_root) {
            return Err(leads_out(path));
        }
        if !metadata.is_file() {
            let message = format!("`{path}` is not read: it is a link to something other than a file");
            return Err(Complaint::new(message, copy));
        }
        Ok(metadata)
    }

    fn walk_error(&self, error: walkdir::Error) -> DiscoverError {
        let path = error.path().unwrap_or(&self.content_path).to_owned();
        DiscoverError::Walk { path, source: error.into() }
    }
}

fn unread(path: String, complaint: Complaint) -> Found {
    Found { path, length: 0, stamp: None, outcome: Err(complaint) }
}

fn leads_out(path: &str) -> Complaint {
    let message = format!("`{path}` is not read: it is a link that leads out of the site's folder");
    Complaint::new(message, "put a copy of it here, or a link to a file within the site")
}

fn too_large(path: &str, length: u64) -> Option<Complaint> {
    let mebibytes = length.div_ceil(1 << 20);
    let message =
        format!("`{path}` is not read: it has {mebibytes} MiB, and the most is {} MiB", LARGEST_FILE >> 20);
    let help = Some("make it smaller, or publish it elsewhere and link to it".to_owned());
    (length > LARGEST_FILE).then_some(Complaint { message, help, grave: true })
}
