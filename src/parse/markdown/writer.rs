//! Tokens to HTML. This file walks and keeps elements balanced; what each element looks like is in
//! [`super::blocks`], [`super::inlines`] and the files they name.

use super::draft::Draft;
use super::flow::FlowBuilder;
use super::plain;
use super::tables::Columns;
use super::tokens::{Placed, Token};
use crate::model::Flow;
use pulldown_cmark::{Event, TagEnd};
use std::ops::Range;

/// Writes the tokens of `range` as a flow; footnotes' texts in it are passed over, their marks noted.
pub(super) fn write<'a>(tokens: &[Placed<'a>], range: Range<usize>, draft: &mut Draft<'a>) -> Flow {
    let bytes = match (tokens.get(range.start), tokens[..range.end].last()) {
        (Some(first), Some(last)) => last.range.end.saturating_sub(first.range.start),
        _ => 0,
    };
    let mut writer = Writer {
        tokens,
        draft,
        flow: FlowBuilder::for_text(bytes),
        closers: Vec::new(),
        in_link: false,
        columns: None,
    };
    let mut at = range.start;
    while at < range.end {
        at = writer.step(at);
    }
    let (flow, words) = writer.flow.finish();
    writer.draft.add_words(words);
    flow
}

/// A flow being written.
pub(super) struct Writer<'a, 'w> {
    pub(super) tokens: &'w [Placed<'a>],
    pub(super) draft: &'w mut Draft<'a>,
    pub(super) flow: FlowBuilder,
    /// True inside a link, which can hold no other.
    pub(super) in_link: bool,
    /// The table around.
    pub(super) columns: Option<Columns>,
    /// What ends the elements that are open, the innermost last.
    closers: Vec<&'static str>,
}

impl<'w> Writer<'_, 'w> {
    /// Writes the token at `at`; gives the index of the next one.
    fn step(&mut self, at: usize) -> usize {
        let tokens: &'w [Placed] = self.tokens;
        let Placed { token, range } = &tokens[at];
        match token {
            Token::Markdown(event) => return self.event(at, event, range),
            Token::Open => self.flow.text("["),
            Token::Close { claim } => {
                let mut written = String::new();
                plain::push_close(&mut written, *claim);
                self.flow.text(&written);
            }
            Token::Link { .. } | Token::Cite { .. } | Token::ClaimOpen(_) | Token::ClaimClose(_) => {
                self.reference(token, range);
            }
        }
        at + 1
    }

    fn event(&mut self, at: usize, event: &Event, range: &Range<usize>) -> usize {
        match event {
            Event::Start(tag) => return self.start(at, tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.flow.text(text),
            Event::Code(code) => self.code_span(code),
            Event::InlineHtml(html) => self.inline_html(html, range),
            Event::FootnoteReference(label) => self.footnote_mark(label, range),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => self.flow.markup("<hr>\n"),
            // Lines of HTML blocks are taken with their block; the rest belongs to extensions that are off.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
        at + 1
    }

    fn line_break(&mut self, html: &str) {
        self.flow.end_word();
        self.flow.markup(html);
    }

    /// Writes an element's start and keeps its end for [`end`](Self::end).
    pub(super) fn open(&mut self, start: &str, end: &'static str) {
        self.flow.markup(start);
        self.closers.push(end);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Image => {}
            TagEnd::Link => self.in_link &= self.closers.last() != Some(&super::inlines::END_OF_LINK),
            TagEnd::Table => self.end_table(),
            _ => self.flow.end_word(),
        }
        if let Some(closer) = self.closers.pop() {
            self.flow.markup(closer);
        }
    }

    /// The index of the first end after token `at` for which `is_end` holds; past the last token
    /// where there is none, which balanced events do not have.
    pub(super) fn find_end(&self, at: usize, is_end: impl Fn(TagEnd) -> bool) -> usize {
        let ends = |placed: &Placed| matches!(placed.token, Token::Markdown(Event::End(tag)) if is_end(tag));
        self.tokens[at..].iter().position(ends).map_or(self.tokens.len(), |distance| at + distance)
    }
}
