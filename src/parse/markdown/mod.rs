//! Markdown to a [`Body`]: HTML with slots, footnotes, headings and a count of words.
//!
//! Takes the text under a file's front matter; gives HTML that is well-formed and safe as it is, in
//! which whatever needs other records is left as a slot. Knows no other file and no address: whether
//! a target exists is for `resolve` to say.
//!
//! The text goes through four passes, each over a list of tokens and none over finished HTML:
//! `tokens` (CommonMark, brackets told apart) → `references` (`[[…]]`, `[@…]`) → `claims`
//! (`[…]{claim=id}`) → `writer` (HTML), once for the text and once for each footnote.

mod addresses;
mod blocks;
mod citations;
mod claims;
mod code;
mod draft;
mod flow;
mod footnotes;
mod headings;
mod images;
mod inlines;
mod inner;
mod plain;
mod raw_html;
mod references;
mod tables;
mod tokens;
mod words;
mod writer;

#[cfg(test)]
mod tests;

use crate::diagnostics::Reported;
use crate::model::Body;
use crate::text::{FileId, Span};
use std::ops::Range;

/// Where a body's text stands, so that every span is a span of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The byte of the file at which the body begins.
    pub offset: usize,
}

impl Origin {
    /// The file's bytes for a range of the body's.
    fn span(self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start, self.offset + range.end)
    }
}

/// Renders `text`, CommonMark 0.31 with tables, GFM footnotes, strikethrough, definition lists,
/// heading ids and GFM alerts, and with the references that `docs/reference/markdown.md` describes.
///
/// Raw HTML is escaped. Warnings: P020 (an address that no page may lead to), P021 (raw HTML, once
/// for a body), P024 (a footnote without text or mark). No input is an error, and the time taken
/// grows with the length of the text alone.
pub fn render(text: &str, origin: Origin) -> Reported<Body> {
    let mut diagnostics = Vec::new();
    let tokens = references::join(tokens::tokenize(text), text, origin, &mut diagnostics);
    let tokens = claims::pair(tokens);
    let mut draft = draft::Draft::new(&tokens, origin, diagnostics);
    let flow = writer::write(&tokens, 0..tokens.len(), &mut draft);
    let notes = footnotes::write(&tokens, text, &mut draft);
    draft.finish(flow, notes)
}
