//! The files of a site, by number.

use super::{DiscoverError, Stamp};
use crate::diagnostics::Files;
use crate::model::{LibraryFormat, RecordKind};
use crate::text::FileId;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// What a file is to the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum FileKind {
    /// `site.yaml`: always the first file of a set, whether or not it exists.
    Config,
    /// Markdown in a record's folder, at any depth.
    Record(RecordKind),
    /// A library of sources: many records in one file.
    Library(LibraryFormat),
    /// Any other file of the content folder: it is published as it is.
    Asset,
    /// A file that is not read. It is listed so that its report can name it.
    Unread,
    /// A file that is not the author's content but may turn up in a report: a theme's template.
    Registered,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// Relative to the site's root, with forward slashes. For a registered file what it was
    /// registered under. Where the name is not UTF-8 it holds U+FFFD and opens nothing.
    pub path: Arc<str>,
    /// What it is.
    pub kind: FileKind,
    /// Size in bytes when it was listed; 0 where it does not exist or is not read.
    pub length: u64,
    /// What the disk said of its state; none where it is not on disk or not read.
    pub stamp: Option<Stamp>,
}

/// The files of a site, in an order that depends only on their paths. A [`FileId`] is a place in it.
///
/// First `site.yaml`, then the content folder's files in the byte order of their paths, then what was
/// registered. Texts are not kept (but for registered files): reading goes to the disk.
#[derive(Debug, Clone)]
pub struct FileSet {
    root: PathBuf,
    files: Vec<SiteFile>,
    /// Texts of the files behind the listed ones.
    registered: Vec<String>,
}

impl FileSet {
    /// `files` are the configuration and then sorted by path.
    pub(super) fn new(root: PathBuf, files: Vec<SiteFile>) -> Self {
        Self { root, files, registered: Vec::new() }
    }

    /// The site's root, as it was given.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// All files; the index is the [`FileId`].
    pub fn files(&self) -> &[SiteFile] {
        &self.files
    }

    /// One file, or none where the id is of another set.
    pub fn file(&self, file: FileId) -> Option<&SiteFile> {
        self.files.get(file.0 as usize)
    }

    /// The records with their kinds, in the order of their ids.
    pub fn records(&self) -> impl Iterator<Item = (FileId, RecordKind)> + '_ {
        self.ids().filter_map(|(id, file)| match file.kind {
            FileKind::Record(kind) => Some((id, kind)),
            _ => None,
        })
    }

    /// The libraries of sources with their formats, in the order of their ids.
    pub fn libraries(&self) -> impl Iterator<Item = (FileId, LibraryFormat)> + '_ {
        self.ids().filter_map(|(id, file)| match file.kind {
            FileKind::Library(format) => Some((id, format)),
            _ => None,
        })
    }

    /// The assets, in the order of their ids.
    pub fn assets(&self) -> impl Iterator<Item = (FileId, &SiteFile)> + '_ {
        self.ids().filter(|(_, file)| file.kind == FileKind::Asset)
    }

    /// The asset at `path`, relative to the site's root. Where the very path is not there, one that
    /// differs from it only in Unicode's composed and decomposed forms is taken.
    pub fn asset(&self, path: &str) -> Option<FileId> {
        let exact = self.find_asset(path);
        if exact.is_some() || path.is_ascii() {
            return exact;
        }
        self.find_asset(&path.nfc().collect::<String>())
            .or_else(|| self.find_asset(&path.nfd().collect::<String>()))
    }

    /// The file's bytes, read anew each time.
    ///
    /// # Errors
    /// [`DiscoverError::Read`], also for a `site.yaml` that does not exist.
    pub fn read(&self, file: FileId) -> Result<Vec<u8>, DiscoverError> {
        if let Some(text) = self.registered_text(file) {
            return Ok(text.as_bytes().to_vec());
        }
        let path = self.disk_path(file);
        fs::read(&path).map_err(|source| DiscoverError::Read { path, source })
    }

    /// The file's text for a report, or none where it cannot be read, is not UTF-8 or was refused.
    pub fn text(&self, file: FileId) -> Option<String> {
        if self.file(file)?.kind == FileKind::Unread {
            return None;
        }
        self.read(file).ok().and_then(|bytes| String::from_utf8(bytes).ok())
    }

    /// Where the file is on disk, for those that are. Registered files and ids of other sets give a
    /// path that leads to nothing of use.
    pub fn disk_path(&self, file: FileId) -> PathBuf {
        self.root.join(self.file(file).map_or("", |file| &*file.path))
    }

    /// Adds a file that reports may name, with its text; a path registered before keeps its id and
    /// gets the new text.
    pub fn register(&mut self, path: String, text: String) -> FileId {
        let listed = self.listed();
        let length = text.len() as u64;
        let known = self.files[listed..].iter().position(|file| *file.path == *path);
        let at = known.unwrap_or(self.registered.len());
        let file = SiteFile { path: path.into(), kind: FileKind::Registered, length, stamp: None };
        if known.is_some() {
            self.registered[at] = text;
            self.files[listed + at] = file;
        } else {
            self.registered.push(text);
            if self.files.len() == self.files.capacity() {
                // Files are many and templates few: twice the room would be too much.
                self.files.reserve_exact(64);
            }
            self.files.push(file);
        }
        file_id(listed + at)
    }

    fn listed(&self) -> usize {
        self.files.len() - self.registered.len()
    }

    fn registered_text(&self, file: FileId) -> Option<&String> {
        self.registered.get((file.0 as usize).checked_sub(self.listed())?)
    }

    fn ids(&self) -> impl Iterator<Item = (FileId, &SiteFile)> + '_ {
        self.files.iter().enumerate().map(|(index, file)| (file_id(index), file))
    }

    /// The listed file at `path`.
    pub(super) fn find(&self, path: &str) -> Option<(FileId, FileKind)> {
        let listed = self.files.get(..self.listed())?;
        let at = if listed.first().is_some_and(|config| &*config.path == path) {
            0
        } else {
            1 + listed.get(1..)?.binary_search_by(|file| (*file.path).cmp(path)).ok()?
        };
        Some((file_id(at), listed[at].kind))
    }

    /// True where listed files stand below `folder`.
    pub(super) fn holds_folder(&self, folder: &str) -> bool {
        let below = format!("{folder}/");
        let content = self.files.get(1..self.listed()).unwrap_or_default();
        let at = content.partition_point(|file| *file.path < *below);
        content.get(at).is_some_and(|file| file.path.starts_with(&below))
    }

    fn find_asset(&self, path: &str) -> Option<FileId> {
        let content = self.files.get(1..self.listed())?;
        let at = content.binary_search_by(|file| (*file.path).cmp(path)).ok()?;
        (content[at].kind == FileKind::Asset).then(|| file_id(at + 1))
    }
}

/// The id of the file at `index`.
pub(super) fn file_id(index: usize) -> FileId {
    FileId(u32::try_from(index).unwrap_or(u32::MAX))
}

impl Files for FileSet {
    fn path(&self, file: FileId) -> String {
        self.file(file).map_or_else(String::new, |file| file.path.to_string())
    }

    fn text(&self, file: FileId) -> Option<String> {
        Self::text(self, file)
    }
}
