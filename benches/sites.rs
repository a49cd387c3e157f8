//! Corpora on the disk, made once and kept, each a site that can be built with either theme.

use crate::corpus::Corpus;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Where the program keeps what it can use again.
const KEPT: &str = ".chancery";
/// The version of the code that made a corpus.
const STAMP: &str = "made-by";
/// The brief that is edited: not among the first on any list.
const EDITED: &str = "-b7.md";

/// A theme, and what goes with it.
#[derive(Clone, Copy)]
pub enum Theme {
    /// Pages as bare as those that other generators are compared with: no feeds.
    Plain,
    /// What a site has that says nothing of themes.
    Default,
}

impl Theme {
    /// As the table names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Default => "default",
        }
    }

    fn settings(self) -> &'static str {
        match self {
            Self::Plain => "theme: plain\nfeeds: false\nsearch: false\n",
            Self::Default => "",
        }
    }
}

/// A site.
pub struct Site {
    /// Its folder.
    pub root: PathBuf,
    /// What it is of.
    pub corpus: Corpus,
    edited: PathBuf,
}

impl Site {
    /// The site of this corpus, made now if it is not there or was made by other code.
    ///
    /// # Errors
    /// The disk's.
    pub fn ready(folder: &Path, corpus: Corpus) -> io::Result<Self> {
        let claims = if corpus.claims { "-claims" } else { "" };
        let root = folder.join(format!("site-{}{claims}", corpus.briefs));
        let version = version()?;
        if fs::read_to_string(root.join(STAMP)).ok().as_deref() != Some(&version) {
            eprintln!("  making {}", root.display());
            if root.exists() {
                fs::remove_dir_all(&root)?;
            }
            corpus.write(&root)?;
            fs::write(root.join(STAMP), version)?;
        }
        let edited = edited(&root.join("content/briefs"))?;
        Ok(Self { root, corpus, edited })
    }

    /// Gives it this theme.
    ///
    /// # Errors
    /// The disk's.
    pub fn dress(&self, theme: Theme) -> io::Result<()> {
        let settings = format!("title: Benchmark\nbase_url: https://example.org/\n{}", theme.settings());
        fs::write(self.root.join("site.yaml"), settings)
    }

    /// Takes what earlier builds kept out of the way, to `away`.
    ///
    /// # Errors
    /// The disk's.
    pub fn forget(&self, away: &Path) -> io::Result<()> {
        let kept = self.root.join(KEPT);
        if kept.exists() { fs::rename(kept, away) } else { Ok(()) }
    }

    /// Puts a sentence behind one brief until this is dropped.
    ///
    /// # Errors
    /// The disk's.
    pub fn edit(&self, sentence: &str) -> io::Result<Edit<'_>> {
        let before = fs::read_to_string(&self.edited)?;
        let edit = Edit { path: &self.edited, before };
        fs::write(edit.path, format!("{}\n{sentence}\n", edit.before))?;
        Ok(edit)
    }

    /// The address of the page of the brief that is edited.
    pub fn edited_page(&self) -> String {
        let id = self.edited.file_stem().unwrap_or_default();
        format!("/briefs/{}/", id.display())
    }
}

/// A file that gets its text back.
pub struct Edit<'a> {
    path: &'a Path,
    before: String,
}

impl Drop for Edit<'_> {
    fn drop(&mut self) {
        if let Err(error) = fs::write(self.path, &self.before) {
            eprintln!("{}: {error}", self.path.display());
        }
    }
}

fn edited(briefs: &Path) -> io::Result<PathBuf> {
    for entry in fs::read_dir(briefs)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(EDITED) {
            return Ok(path);
        }
    }
    Err(io::Error::other("a corpus has at least eight briefs"))
}

/// What tells the code that writes corpora from any other version of it.
fn version() -> io::Result<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/corpus"))? {
        let path = entry?.path();
        files.push((path.file_name().map(ToOwned::to_owned), fs::read(&path)?));
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}
