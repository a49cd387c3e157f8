//! The inside of a pair of brackets: its text, and where in the body each byte of it was written.

use super::tokens::{Placed, Token, is_emphasis};
use pulldown_cmark::Event;
use std::ops::Range;

/// Bytes of text in a reference; what is longer is a stray bracket in front of prose.
const LONGEST: usize = 1000;

/// What stands between brackets, as text, and where each part of it was written.
pub(super) struct Inner {
    pub(super) text: String,
    parts: Vec<(usize, Range<usize>)>,
    /// Index of the closing bracket's token.
    pub(super) close: usize,
}

impl Inner {
    /// Gathers from the token at `from` up to the next closing bracket; none where anything but text
    /// and whole emphasis stands before it.
    pub(super) fn gather(tokens: &[Placed], from: usize) -> Option<Self> {
        let mut inner = Self { text: String::new(), parts: Vec::new(), close: from };
        let mut emphasis = 0_usize;
        for (at, placed) in tokens.iter().enumerate().skip(from) {
            match &placed.token {
                Token::Markdown(Event::Text(text)) => inner.add(text, &placed.range),
                Token::Markdown(Event::SoftBreak | Event::HardBreak) => inner.add(" ", &placed.range),
                Token::Markdown(Event::Start(tag)) if is_emphasis(tag) => emphasis += 1,
                Token::Markdown(Event::End(_)) => emphasis = emphasis.checked_sub(1)?,
                Token::Close { .. } if emphasis == 0 => return Some(Self { close: at, ..inner }),
                _ => return None,
            }
            if inner.text.len() > LONGEST {
                return None;
            }
        }
        None
    }

    fn add(&mut self, text: &str, range: &Range<usize>) {
        self.parts.push((self.text.len(), range.clone()));
        self.text.push_str(text);
    }

    /// The bytes of the body in which a range of the text, not empty, was written.
    pub(super) fn source_of(&self, range: Range<usize>) -> Range<usize> {
        let part = |at: usize| self.parts.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        let (first, last) = (part(range.start), part(range.end.saturating_sub(1)));
        let start = match self.verbatim(first) {
            Some(begin) => self.parts[first].1.start + (range.start - begin),
            None => self.parts[first].1.start,
        };
        let end = match self.verbatim(last) {
            Some(begin) => self.parts[last].1.start + (range.end - begin),
            None => self.parts[last].1.end,
        };
        start..end
    }

    /// Where a part begins in the text, if it is there byte for byte: no entity, no line break.
    fn verbatim(&self, part: usize) -> Option<usize> {
        let (begin, range) = &self.parts[part];
        let end = self.parts.get(part + 1).map_or(self.text.len(), |(next, _)| *next);
        (end - begin == range.len()).then_some(*begin)
    }
}
