//! What a run keeps for the next: it may save time and change nothing else.

mod parsed;
mod unchanged;
mod words;

use chancery::diagnostics::{Diagnostic, Files};
use chancery::pipeline::{Keep, Request, inputs};
use chancery::text::LineIndex;
use chancery::write::{WriteOptions, WriteSummary, stands, write};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::support::Site;

/// A site on disk that is built again and again, as `chancery build` does.
struct Folder {
    folder: TempDir,
    request: Request,
}

/// How a build went.
#[derive(Debug, PartialEq, Eq)]
struct Done {
    /// True where nothing was resolved or made.
    at_once: bool,
    /// How many outputs were looked at, where it was known beforehand that no other could differ.
    looked_at: Option<usize>,
    written: usize,
    /// `content/briefs/a.md:3: message`.
    told: Vec<String>,
}

impl Folder {
    /// Where the clock says that every file has long been as it is.
    fn of(site: &Site) -> Self {
        let folder = site.on_disk();
        let started = SystemTime::now() + Duration::from_secs(3600);
        let keep = Some(Keep { program: "program 1".to_owned(), started, read_only: false });
        Self { request: Request { keep, ..site.request(folder.path()) }, folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
        fs::write(path, text).expect("it can be written");
    }

    fn build(&self) -> Done {
        let (request, public) = (&self.request, self.path("public"));
        let mut options = WriteOptions { root: request.root.clone(), ..WriteOptions::default() };
        let inputs = inputs(request).expect("the environment is in order");
        let last = inputs.last_build(request, &public);
        let same = last.as_ref().filter(|last| inputs.are_those_of(last));
        if let Some(last) = same.filter(|last| stands(&public, &options, last.list)) {
            let told = told(&last.diagnostics, &inputs.files);
            return Done { at_once: true, looked_at: None, written: 0, told };
        }
        let prepared = inputs.prepare(request).expect("the environment is in order");
        let mut written = 0;
        if let Some(edition) = &prepared.edition {
            options.since = last.and_then(|last| prepared.since(edition, &last));
            let done = write(edition, &public, &options, &|_| {}).expect("it can be written");
            let WriteSummary { list, .. } = done;
            written = done.written;
            prepared.remember(request, &public, list.expect("there is a list"), (0, 0));
        }
        let looked_at = options.since.map(|since| since.changed.len());
        Done { at_once: false, looked_at, written, told: told(&prepared.diagnostics, &*prepared.files) }
    }

    /// The files of the finished site.
    fn outputs(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files_below(&self.path("public"))
    }

    /// The files that are kept.
    fn kept(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files_below(&self.path(".chancery/cache"))
    }
}

fn files_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).expect("it can be read"))).collect()
}

fn told(diagnostics: &[Diagnostic], files: &dyn Files) -> Vec<String> {
    let one = |told: &Diagnostic| {
        let text = files.text(told.span.file).unwrap_or_default();
        let at = LineIndex::new(&text).position(&text, told.span.range().start);
        let related: Vec<_> = told.related.iter().map(|(span, _)| files.path(span.file)).collect();
        let place = format!("{}:{}:{}", files.path(told.span.file), at.line, at.column);
        format!("{place}: {} {related:?}", told.message)
    };
    diagnostics.iter().map(one).collect()
}
