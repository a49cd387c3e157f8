//! HTML in the text: shown as it is written, its comments left out.

use super::tokens::Token;
use super::writer::Writer;
use pulldown_cmark::{Event, TagEnd};
use std::ops::Range;

const COMMENT: &str = "<!--";
const END_OF_COMMENT: &str = "-->";

/// Where raw HTML stands in a body.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    first: Option<Range<usize>>,
    count: usize,
}

impl Occurrences {
    fn add(&mut self, range: &Range<usize>) {
        self.first.get_or_insert_with(|| range.clone());
        self.count += 1;
    }

    /// The first place and a sentence for the warning (P021), if there is any.
    pub(super) fn report(&self) -> Option<(Range<usize>, String)> {
        let first = self.first.clone()?;
        let message = match self.count {
            1 => "raw HTML is shown as text".to_owned(),
            count => format!("raw HTML is shown as text, here and in all at {count} places"),
        };
        Some((first, message))
    }
}

/// True where an inline piece of HTML is a comment.
pub(super) fn is_comment(html: &str) -> bool {
    html.starts_with(COMMENT)
}

impl Writer<'_, '_> {
    /// Writes a tag, declaration or instruction in a line of text.
    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        if !is_comment(html) {
            self.draft.raw_html.add(range);
            self.flow.uncounted(html);
        }
    }

    /// Writes the block at token `at`: its lines as they are, or a paragraph where only text is left
    /// of it without its comments. Gives the index of the token behind it.
    pub(super) fn html_block(&mut self, at: usize, range: &Range<usize>) -> usize {
        let end = self.find_end(at, |tag| tag == TagEnd::HtmlBlock);
        let mut html = String::new();
        for placed in &self.tokens[at + 1..end] {
            if let Token::Markdown(Event::Html(line) | Event::Text(line)) = &placed.token {
                html.push_str(line);
            }
        }
        let rest = without_comments(&html);
        let rest = rest.trim_matches(['\n', '\r']);
        let (open, close) = if rest.contains('<') {
            self.draft.raw_html.add(range);
            ("<pre class=\"raw-html\">", "</pre>\n")
        } else {
            ("<p>", "</p>\n")
        };
        if !rest.trim().is_empty() {
            self.flow.markup(open);
            self.flow.text(rest);
            self.flow.markup(close);
            self.flow.end_word();
        }
        end + 1
    }
}

/// `html` without its comments; one that is not closed stays, so that nothing else is lost with it.
fn without_comments(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(COMMENT) {
        // `<!-->` is a comment too: its end may begin within its start.
        let Some(length) = rest[start + 2..].find(END_OF_COMMENT) else { break };
        kept.push_str(&rest[..start]);
        rest = &rest[start + 2 + length + END_OF_COMMENT.len()..];
    }
    kept.push_str(rest);
    kept
}
