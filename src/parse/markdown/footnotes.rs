//! Footnotes: their definitions taken out of the text, numbered by their marks, and written as
//! flows of their own.

use super::draft::Draft;
use super::tokens::{Placed, Token};
use super::{addresses, writer};
use crate::diagnostics::Code;
use crate::model::Footnote;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

/// A footnote's text in the list of tokens.
#[derive(Debug)]
struct Definition<'a> {
    label: CowStr<'a>,
    /// The tokens between its start and its end.
    tokens: Range<usize>,
    /// Where it stands in the body.
    range: Range<usize>,
    /// True where an earlier one has its label.
    is_twin: bool,
    is_marked: bool,
}

/// The definitions of a body and the order of their marks.
#[derive(Debug, Default)]
pub(super) struct Footnotes<'a> {
    definitions: Vec<Definition<'a>>,
    /// Label in lower case → index of its first definition.
    by_label: HashMap<String, usize>,
    /// Token of a definition's start → index of the definition.
    by_start: HashMap<usize, usize>,
    /// Definition → number, from 0, of those with a mark.
    numbers: HashMap<usize, u32>,
    /// Indexes of definitions by number.
    order: Vec<usize>,
}

impl<'a> Footnotes<'a> {
    /// Finds the definitions, in the order written, wherever they stand.
    pub(super) fn gather(tokens: &[Placed<'a>]) -> Self {
        let mut found = Self::default();
        let mut open = Vec::new();
        for (at, placed) in tokens.iter().enumerate() {
            match &placed.token {
                Token::Markdown(Event::Start(Tag::FootnoteDefinition(label))) => {
                    open.push(found.definitions.len());
                    found.define(label.clone(), at, placed.range.clone());
                }
                Token::Markdown(Event::End(TagEnd::FootnoteDefinition)) => {
                    if let Some(definition) = open.pop() {
                        found.definitions[definition].tokens.end = at;
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn define(&mut self, label: CowStr<'a>, at: usize, range: Range<usize>) {
        let index = self.definitions.len();
        let first = *self.by_label.entry(label.to_lowercase()).or_insert(index);
        self.by_start.insert(at, index);
        let tokens = at + 1..at + 1;
        self.definitions.push(Definition { label, tokens, range, is_twin: first != index, is_marked: false });
    }

    /// The token behind the definition that starts at token `start`.
    pub(super) fn past(&self, start: usize) -> usize {
        self.by_start.get(&start).map_or(start, |index| self.definitions[*index].tokens.end) + 1
    }

    /// The number, from 0, of the footnote with this label, given to it if this is its first mark;
    /// none where no footnote has it.
    pub(super) fn mark(&mut self, label: &str) -> Option<u32> {
        let definition = *self.by_label.get(&label.to_lowercase())?;
        let next = u32::try_from(self.order.len()).ok()?;
        let number = *self.numbers.entry(definition).or_insert(next);
        if number == next {
            self.order.push(definition);
            self.definitions[definition].is_marked = true;
        }
        Some(number)
    }
}

/// Writes the footnotes that have a mark, by the order of their first marks. A mark in a footnote
/// adds its footnote behind all that are known by then, so a chain or a circle of them ends.
/// Warns of definitions without a mark or without a text (P024).
pub(super) fn write<'a>(tokens: &[Placed<'a>], source: &str, draft: &mut Draft<'a>) -> Vec<Footnote> {
    let mut notes: Vec<Footnote> = Vec::new();
    draft.in_note = true;
    while let Some(index) = draft.footnotes.order.get(notes.len()).copied() {
        let definition = &draft.footnotes.definitions[index];
        let (label, range) = (definition.label.to_string(), definition.range.clone());
        let mut flow = writer::write(tokens, definition.tokens.clone(), draft);
        if flow.html.is_empty() {
            flow.html.push_str("<p></p>\n");
            let message = format!("the footnote `[^{}]` has no text", addresses::shorten(&label));
            draft.warn(Code::P024, &head(source, &range), message, "write its text behind the colon");
        }
        // Most texts have one or two, and a list that grows by itself has room for four.
        notes.reserve_exact(1);
        notes.push(Footnote { label, flow });
    }
    draft.in_note = false;
    warn_of_unmarked(source, draft);
    notes
}

fn warn_of_unmarked(source: &str, draft: &mut Draft) {
    let unmarked = draft.footnotes.definitions.iter().filter(|definition| !definition.is_marked);
    let warnings: Vec<_> = unmarked
        .map(|definition| {
            let label = addresses::shorten(&definition.label);
            let (message, help) = if definition.is_twin {
                (format!("the footnote `[^{label}]` has two texts"), "give one of them another label")
            } else {
                (
                    format!("no mark leads to the footnote `[^{label}]`"),
                    "write its mark in the text, or remove it",
                )
            };
            (head(source, &definition.range), message, help)
        })
        .collect();
    for (range, message, help) in warnings {
        draft.warn(Code::P024, &range, message, help);
    }
}

/// The `[^label]` at the start of a definition.
fn head(source: &str, definition: &Range<usize>) -> Range<usize> {
    let written = source.get(definition.clone()).unwrap_or_default();
    let length = written.find("]:").map_or(written.len().min(1), |colon| colon + 1);
    definition.start..definition.start + length
}
