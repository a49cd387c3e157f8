//! Records written to a folder as Markdown files with front matter.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The folder, and those in it that have been made.
pub struct Folder {
    root: PathBuf,
    made: BTreeSet<PathBuf>,
}

impl Folder {
    /// The site's folder.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), made: BTreeSet::new() }
    }

    /// Writes `content/KIND/ID.md`: these lines between `---`, then the text.
    ///
    /// # Errors
    /// The disk's.
    pub fn write(&mut self, kind: &str, id: &str, keys: &[String], text: &str) -> io::Result<()> {
        let folder = self.root.join("content").join(kind);
        if !self.made.contains(&folder) {
            fs::create_dir_all(&folder)?;
            self.made.insert(folder.clone());
        }
        let gap = if text.is_empty() { "" } else { "\n" };
        fs::write(folder.join(format!("{id}.md")), format!("---\n{}\n---\n{gap}{text}", keys.join("\n")))
    }
}

/// A line with a text.
pub fn text(key: &str, text: &str) -> String {
    format!("{key}: \"{text}\"")
}

/// A line with a list of ids.
pub fn list(key: &str, ids: impl Iterator<Item = impl AsRef<str>>) -> String {
    let ids: Vec<_> = ids.collect();
    let ids: Vec<&str> = ids.iter().map(AsRef::as_ref).collect();
    format!("{key}: [{}]", ids.join(", "))
}
