//! A file's two parts.

use crate::model::RecordKind;

/// A file split at the `---` lines.
pub(super) struct Parts<'a> {
    /// The YAML and its byte offset, none where there is no front matter or it is not closed.
    pub front: Option<(&'a str, usize)>,
    /// The Markdown.
    pub body: &'a str,
    /// Its byte offset.
    pub body_at: usize,
}

/// Splits `text`. A byte order mark and blank lines before the first `---` are ordinary; so are CR LF
/// and white space behind the hyphens.
pub(super) fn split(text: &str) -> Parts<'_> {
    let whole = Parts { front: None, body: text, body_at: 0 };
    let Some(front_at) = opening(text) else { return whole };
    // Lines that begin like a fence, without a look at the others.
    let starts =
        memchr::memmem::find_iter(&text.as_bytes()[front_at - 1..], b"\n---").map(|at| front_at + at);
    for at in starts {
        let line = text[at..].split_inclusive('\n').next().unwrap_or_default();
        if is_fence(line) {
            let body_at = at + line.len();
            return Parts { front: Some((&text[front_at..at], front_at)), body: &text[body_at..], body_at };
        }
    }
    whole
}

/// The byte after the opening line.
fn opening(text: &str) -> Option<usize> {
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    for line in text[at..].split_inclusive('\n') {
        at += line.len();
        if is_fence(line) {
            return Some(at);
        }
        if !line.trim().is_empty() {
            return None;
        }
    }
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// What to say of a file without front matter.
pub(super) fn missing(text: &str, kind: RecordKind) -> String {
    if opening(text).is_some() {
        "the front matter is not closed: no second line of `---`".to_owned()
    } else {
        format!("there is no front matter; a {} wants one", kind.singular())
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    fn front(text: &str) -> Option<&str> {
        split(text).front.map(|(front, _)| front)
    }

    #[test]
    fn bom_blank_lines_and_cr_lf_are_ordinary() {
        assert_eq!(front("---\na: 1\n---\nbody"), Some("a: 1\n"));
        assert_eq!(front("\u{feff}\n\n---  \r\na: 1\r\n---\r\nbody"), Some("a: 1\r\n"));
        assert_eq!(split("---\na: 1\n---\nbody").body, "body");
        assert_eq!(split("---\n---").front, Some(("", 4)));
        assert_eq!(front("---\na: |\n  ---\n----\n--- b\n---\nbody"), Some("a: |\n  ---\n----\n--- b\n"));
    }

    #[test]
    fn text_before_the_fence_or_an_open_one_is_no_front_matter() {
        assert_eq!(front("hello\n---\na: 1\n---\n"), None);
        assert_eq!(front("---\na: 1\n"), None);
        assert_eq!(front(""), None);
    }

    #[test]
    fn offsets_are_bytes_of_the_file() {
        let text = "\u{feff}---\na: 1\n---\nbody";
        let parts = split(text);
        assert_eq!(&text[parts.body_at..], "body");
        assert!(parts.front.is_some_and(|(front, at)| text[at..].starts_with(front)));
    }
}
