//! Plain YAML, read at a glance: maps and lists of one or more lines, words, quoted words and folded text.
//!
//! Nearly all front matter is of this form, and the library takes a multiple of the time. Whatever is not plainly of it
//! (tabs, anchors, tags, plain text of several lines, keys twice, odd indentation …) is left to the library; what is
//! read here is read as it would, spans included (property tests hold the two together).

mod block;
mod flow;
mod folded;
mod scalar;

use super::tree::{Node, Value};
use crate::text::{FileId, Span};

/// More values than this are the library's to count.
const MOST_VALUES: usize = 10_000;
/// More keys than this in one map are the library's to compare.
const MOST_KEYS: usize = 100;
/// Longer text is the library's to refuse.
const LONGEST_TEXT: usize = 1 << 20;
/// The library has a limit of its own for keys.
const LONGEST_KEY: usize = 100;
const DEEPEST: usize = 12;

/// Reads `text`, which stands in `file` from byte `offset` on; none where it is not all of the plain form.
pub(super) fn parse(text: &str, file: FileId, offset: usize) -> Option<Node> {
    if text.len() > LONGEST_TEXT {
        return None;
    }
    let mut quick = Quick { text, file, offset, line: None, values: 0 };
    quick.go_to(0)?;
    if quick.line?.indent > 0 {
        return None;
    }
    let map = quick.map(0)?;
    quick.line.is_none().then_some(map)
}

struct Quick<'a> {
    text: &'a str,
    file: FileId,
    offset: usize,
    /// The line that is read next; none at the end.
    line: Option<Line>,
    values: usize,
}

/// A line that says something.
#[derive(Clone, Copy)]
struct Line {
    /// How far its words, or its words behind `- `, stand from the left.
    indent: usize,
    /// Where they begin.
    at: usize,
    /// Where the line ends, before its break.
    end: usize,
}

impl Quick<'_> {
    /// Makes the first line from `at` on that is neither empty nor a comment the next.
    fn go_to(&mut self, mut at: usize) -> Option<()> {
        let bytes = self.text.as_bytes();
        loop {
            let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) else {
                self.line = None;
                return Some(());
            };
            let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let indent = rest.iter().take_while(|byte| **byte == b' ').count();
            match rest.get(indent) {
                Some(b'\n') if indent == 0 => {}
                Some(b'#') if scalar::is_printable(&self.text[at..at + length]) => {}
                Some(b'\n' | b'#') | None => return None,
                Some(_) => {
                    self.line = Some(Line { indent, at: at + indent, end: at + length });
                    return Some(());
                }
            }
            at += length + 1;
        }
    }

    /// A value, where there are not too many.
    fn node(&mut self, at: usize, length: usize, value: Value) -> Option<Node> {
        self.values += 1;
        (self.values <= MOST_VALUES).then(|| Node { span: self.span(at, length), value })
    }

    fn span(&self, at: usize, length: usize) -> Span {
        debug_assert!(at + length <= self.text.len(), "a span is within the text");
        Span::new(self.file, self.offset + at, self.offset + at + length)
    }
}

#[cfg(test)]
mod tests;
