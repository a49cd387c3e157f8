//! The project's own files, and how a check tells what it found.

use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A text file of the project.
pub struct File {
    /// From the project's root, with forward slashes.
    pub path: String,
    pub text: String,
}

impl File {
    /// Its lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }

    /// The number of the line behind which only tests stand; the last one where there are none.
    pub fn tests_from(&self) -> usize {
        self.lines().find(|(_, line)| line.trim() == "#[cfg(test)]").map_or(usize::MAX, |(number, _)| number)
    }
}

/// The project's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text files below these paths, sorted; those that are not UTF-8 are left out.
pub fn files(below: &[&str]) -> Vec<File> {
    let mut files: Vec<File> = below.iter().flat_map(|path| walk(&root().join(path))).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!files.is_empty(), "there is nothing below {below:?}");
    files
}

/// The Rust files below these paths.
pub fn rust(below: &[&str]) -> Vec<File> {
    files(below).into_iter().filter(|file| file.path.ends_with(".rs")).collect()
}

/// One file that must be there.
pub fn file(path: &str) -> File {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    File { path: path.to_owned(), text }
}

/// Fails with all that breaks the rule.
pub fn none(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{rule}:\n  {}\n", found.join("\n  "));
}

fn walk(path: &Path) -> Vec<File> {
    let entries = WalkDir::new(path).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let read = |path: &Path| {
        let name = path.strip_prefix(root()).ok()?.to_str()?.replace('\\', "/");
        Some(File { path: name, text: fs::read_to_string(path).ok()? })
    };
    files.filter_map(|entry| read(entry.path())).collect()
}
