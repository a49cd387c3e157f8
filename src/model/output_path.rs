//! Where an output stands in the finished site.

use serde::Serialize;
use std::fmt;

const INDEX: &str = "index.html";

/// A file's path within the site: relative, with forward slashes.
///
/// No segment is empty, `.` or `..`, and none holds a backslash or a control character, so that
/// joining it to a folder never leads out of that folder. It is not percent-encoded. The order
/// is that of the bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OutputPath(String);

impl OutputPath {
    /// The path, or none where it breaks a rule above.
    pub fn new(path: impl Into<String>) -> Option<Self> {
        let path = path.into();
        let sound = |segment: &str| !matches!(segment, "" | "." | "..");
        let allowed = !path.chars().any(|c| c == '\\' || c.is_control());
        (allowed && path.split('/').all(sound)).then_some(Self(path))
    }

    /// The page that is read at `folder`, with or without its last slash: `briefs/x/index.html`
    /// for `briefs/x/`, and `index.html` for the empty string. None where [`OutputPath::new`] gives none.
    pub fn directory(folder: &str) -> Option<Self> {
        match folder.strip_suffix('/').unwrap_or(folder) {
            "" if folder.is_empty() => Self::new(INDEX),
            folder => Self::new(format!("{folder}/{INDEX}")),
        }
    }

    /// The path as it is, never empty.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What leads to it, seen from the site's root and without a slash before it: `briefs/x/` for
    /// `briefs/x/index.html`, the empty string for `index.html`, else the path. Not percent-encoded.
    pub fn href(&self) -> &str {
        match self.0.strip_suffix(INDEX) {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &self.0,
        }
    }

    /// The folders it stands in, outermost first: `briefs`, `briefs/x`.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| &self.0[..at])
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::OutputPath;
    use proptest::prelude::*;
    use std::path::{Component, Path};

    #[test]
    fn a_path_that_leads_elsewhere_is_none() {
        for bad in
            ["", "/", "/a", "a/", "a//b", ".", "./a", "a/../b", "..", "a\\b", "a\0b", "a\nb", "a\u{7f}"]
        {
            assert_eq!(OutputPath::new(bad), None, "{bad:?}");
        }
        for good in ["a", ".nojekyll", "a/..b", "a b/사진.jpg", "..."] {
            assert_eq!(OutputPath::new(good).as_ref().map(OutputPath::as_str), Some(good));
        }
    }

    #[test]
    fn a_folders_page_is_its_index_and_its_href_the_folder() {
        let href =
            |folder| OutputPath::directory(folder).map(|path| (path.to_string(), path.href().to_owned()));
        assert_eq!(href("briefs/x/"), Some(("briefs/x/index.html".into(), "briefs/x/".into())));
        assert_eq!(href("briefs"), Some(("briefs/index.html".into(), "briefs/".into())));
        assert_eq!(href(""), Some(("index.html".into(), String::new())));
        assert_eq!(href("/"), None);
        assert_eq!(
            OutputPath::new("a/myindex.html").map(|path| path.href().to_owned()),
            Some("a/myindex.html".into())
        );
    }

    #[test]
    fn folders_come_outermost_first() {
        let path = OutputPath::new("a/b/c.html").expect("a sound path");
        assert_eq!(path.folders().collect::<Vec<_>>(), ["a", "a/b"]);
    }

    proptest! {
        #[test]
        fn a_path_stays_below_the_folder_it_is_joined_to(text in "[./a\\\\ \u{0}-\u{20}é]{0,12}") {
            if let Some(path) = OutputPath::new(text.clone()) {
                let plain = |component| matches!(component, Component::Normal(_));
                prop_assert!(Path::new(path.as_str()).components().all(plain));
                prop_assert_eq!(path.as_str(), text);
            }
        }

        #[test]
        fn an_href_leads_back_to_its_path(text in "[a-c/]{0,8}(index.html)?") {
            if let Some(path) = OutputPath::new(text) {
                let href = path.href();
                let folder = href.is_empty() || href.ends_with('/');
                let back = if folder { OutputPath::directory(href) } else { OutputPath::new(href) };
                prop_assert_eq!(back, Some(path.clone()));
            }
        }
    }
}
