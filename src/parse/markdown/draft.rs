//! What all flows of one body share while they are written.

use super::Origin;
use super::footnotes::Footnotes;
use super::headings::Headings;
use super::raw_html::Occurrences;
use super::tokens::Placed;
use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::model::{Body, Flow, Footnote, Heading};
use crate::text::Span;
use std::ops::Range;

/// A body in the making.
pub(super) struct Draft<'a> {
    pub(super) footnotes: Footnotes<'a>,
    pub(super) headings: Headings,
    pub(super) raw_html: Occurrences,
    /// True while a footnote is written: its headings are no part of the text's outline.
    pub(super) in_note: bool,
    origin: Origin,
    diagnostics: Vec<Diagnostic>,
    tables: u32,
    words: u32,
}

impl<'a> Draft<'a> {
    /// A body of which nothing is written; `diagnostics` is what earlier passes found.
    pub(super) fn new(tokens: &[Placed<'a>], origin: Origin, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            footnotes: Footnotes::gather(tokens),
            headings: Headings::of(tokens),
            raw_html: Occurrences::default(),
            in_note: false,
            origin,
            diagnostics,
            tables: 0,
            words: 0,
        }
    }

    /// The file's bytes for a range of the body's.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.origin.span(range)
    }

    /// Warns of what stands at `range`.
    pub(super) fn warn(&mut self, code: Code, range: &Range<usize>, message: String, help: &str) {
        self.diagnostics.push(Diagnostic::new(code, self.span(range), message).help(help));
    }

    /// The number of the next table, from 1.
    pub(super) fn next_table(&mut self) -> u32 {
        self.tables += 1;
        self.tables
    }

    /// Adds to the number of words.
    pub(super) fn add_words(&mut self, words: u32) {
        self.words = self.words.saturating_add(words);
    }

    /// Adds a heading to the outline, if it stands in the text itself.
    pub(super) fn outline(&mut self, heading: Heading) {
        if !self.in_note {
            self.headings.outline.push(heading);
        }
    }

    /// The body, now that all is written.
    pub(super) fn finish(mut self, flow: Flow, notes: Vec<Footnote>) -> Reported<Body> {
        if let Some((range, message)) = self.raw_html.report() {
            self.warn(Code::P021, &range, message, "write it as Markdown, or remove it");
        }
        let mut headings = self.headings.outline;
        headings.shrink_to_fit();
        let body = Body { flow, notes, figures: Vec::new(), headings, words: self.words };
        Reported { value: body, diagnostics: self.diagnostics }
    }
}
