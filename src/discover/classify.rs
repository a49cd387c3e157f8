//! What a file is, told from its path alone.

use super::FileKind;
use crate::diagnostics::nearest;
use crate::model::{LibraryFormat, OutputPath, RecordKind};

/// Why a file is not read, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Complaint {
    pub message: String,
    pub help: Option<String>,
    /// Nothing can be built until it is dealt with.
    pub grave: bool,
}

impl Complaint {
    pub(super) fn new(message: String, help: impl Into<String>) -> Self {
        Self { message, help: Some(help.into()), grave: false }
    }
}

/// The kind of the file at `within`, its path relative to the content folder, which is called
/// `content` from the site's root.
pub(super) fn classify(content: &str, within: &str) -> Result<FileKind, Complaint> {
    let path = format!("{content}/{within}");
    let folder = within.split_once('/').map_or("", |(folder, _)| folder);
    let kind = RecordKind::from_plural(folder);
    match (extension(within).as_str(), kind) {
        ("md" | "markdown", Some(kind)) => Ok(FileKind::Record(kind)),
        ("md" | "markdown", None) => Err(misplaced(content, &path, folder)),
        (ending, Some(RecordKind::Source)) if let Some(format) = LibraryFormat::of_extension(ending) => {
            Ok(FileKind::Library(format))
        }
        _ if OutputPath::new(within).is_none() => Err(Complaint::new(
            format!(
                "`{}` is not published: its name holds a character that no address may hold",
                path.escape_debug()
            ),
            "rename the file",
        )),
        _ => Ok(FileKind::Asset),
    }
}

/// True for what an author does not mean to publish: hidden files, and what editors leave behind.
pub(super) fn is_leftover(name: &str) -> bool {
    let autosave = name.len() > 1 && name.starts_with('#') && name.ends_with('#');
    name.starts_with('.') || name.ends_with('~') || autosave || extension(name) == "swp"
}

fn misplaced(content: &str, path: &str, folder: &str) -> Complaint {
    let known = || RecordKind::ALL.into_iter().map(RecordKind::plural);
    let lower = folder.to_lowercase();
    let help = match nearest(&lower, known()).filter(|_| !folder.is_empty()) {
        Some(meant) => format!("did you mean `{content}/{meant}/`?"),
        None => {
            let all = known().map(|kind| format!("`{content}/{kind}/`")).collect::<Vec<_>>();
            format!("records stand in {}", all.join(", "))
        }
    };
    Complaint::new(format!("`{path}` is not read: it is in none of the folders of records"), help)
}

/// The file name's ending in lower case, without its dot; empty where it has none.
fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_content_makes_its_kind_at_any_depth() {
        assert_eq!(classify("content", "briefs/2024/x.md"), Ok(FileKind::Record(RecordKind::Brief)));
        assert_eq!(classify("content", "places/x.MARKDOWN"), Ok(FileKind::Record(RecordKind::Place)));
        assert_eq!(classify("content", "briefs/2024/map.png"), Ok(FileKind::Asset));
        assert_eq!(classify("content", "cover.jpg"), Ok(FileKind::Asset));
        assert_eq!(classify("content", "briefs/data.json"), Ok(FileKind::Asset));
    }

    #[test]
    fn a_misspelt_folder_is_told_which_was_meant() {
        let help = |path| classify("content", path).expect_err("it is misplaced").help;
        assert_eq!(help("brief/x.md").as_deref(), Some("did you mean `content/briefs/`?"));
        assert_eq!(help("Actors/x.md").as_deref(), Some("did you mean `content/actors/`?"));
        assert!(help("x.md").is_some_and(|help| help.starts_with("records stand in `content/briefs/`")));
    }

    #[test]
    fn a_library_of_sources_is_told_by_its_ending() {
        let library = |format| Ok(FileKind::Library(format));
        assert_eq!(classify("content", "sources/all.bib"), library(LibraryFormat::BibTex));
        assert_eq!(classify("content", "sources/a/all.yaml"), library(LibraryFormat::Hayagriva));
        assert_eq!(classify("content", "sources/all.yml"), library(LibraryFormat::Hayagriva));
        assert_eq!(classify("content", "sources/all.JSON"), library(LibraryFormat::CslJson));
        assert_eq!(classify("content", "briefs/all.bib"), Ok(FileKind::Asset));
    }

    #[test]
    fn leftovers_are_known_by_name() {
        for name in [".git", "x.md~", "#x.md#", "x.md.swp", ".x.md.swp"] {
            assert!(is_leftover(name), "{name}");
        }
        for name in ["x.md", "#", "c#", "~x", "swp"] {
            assert!(!is_leftover(name), "{name}");
        }
    }
}
