//! Code: spans, blocks, and the blocks that ask for a figure.

use super::tokens::Token;
use super::writer::Writer;
use crate::model::SlotKind;
use crate::text::escape;
use pulldown_cmark::{Event, TagEnd};
use std::ops::Range;

/// Names of blocks that stand for a figure.
const FIGURES: [&str; 5] = ["timeline", "claims", "estimates", "network", "map"];

impl Writer<'_, '_> {
    /// Writes a code span.
    pub(super) fn code_span(&mut self, code: &str) {
        self.flow.markup("<code>");
        self.flow.text(code);
        self.flow.markup("</code>");
    }

    /// Writes the code block at token `at`, as a slot if it is named after a figure; gives the index
    /// of the token behind it.
    pub(super) fn code_block(&mut self, at: usize, info: &str, range: &Range<usize>) -> usize {
        let end = self.find_end(at, |tag| tag == TagEnd::CodeBlock);
        let mut code = String::new();
        for placed in &self.tokens[at + 1..end] {
            if let Token::Markdown(Event::Text(line)) = &placed.token {
                code.push_str(line);
            }
        }
        let name = info.split_whitespace().next().unwrap_or_default();
        let is_figure = FIGURES.contains(&name);
        let start = self.flow.len();
        self.flow.markup("<pre><code");
        if let Some(language) = language(name) {
            self.flow.attribute("class", &format!("language-{language}"));
        }
        self.flow.markup(">");
        if is_figure {
            self.flow.uncounted(&code);
        } else {
            self.flow.text(&code);
        }
        self.flow.markup("</code></pre>");
        if is_figure {
            let query = escape::legal(&code).into_owned();
            let kind = SlotKind::Figure { name: name.to_owned(), query };
            self.flow.slot(start, kind, self.draft.span(range));
        }
        self.flow.markup("\n");
        self.flow.end_word();
        end + 1
    }
}

/// The name of a language as a class may hold it.
fn language(name: &str) -> Option<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-');
    (!name.is_empty() && name.chars().all(is_name)).then(|| name.to_ascii_lowercase())
}
