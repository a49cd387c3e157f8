//! The text of tokens without markup, for headings, ids and descriptions of images.

use super::raw_html;
use super::tokens::{Placed, Token};
use crate::text::escape;
use pulldown_cmark::Event;

/// What a reader reads in `tokens`: references by their words, marks of claims, citations and
/// footnotes left out, line breaks as spaces; trimmed, and without what XML forbids.
pub(super) fn text_of(tokens: &[Placed]) -> String {
    let mut text = String::new();
    for placed in tokens {
        match &placed.token {
            Token::Markdown(event) => push_event(&mut text, event),
            Token::Open => text.push('['),
            Token::Close { claim } => push_close(&mut text, *claim),
            Token::Link { target, label, .. } => text.push_str(label.as_deref().unwrap_or(target)),
            Token::Cite { .. } | Token::ClaimOpen(_) | Token::ClaimClose(_) => {}
        }
    }
    escape::legal(text.trim()).into_owned()
}

fn push_event(text: &mut String, event: &Event) {
    match event {
        Event::Text(words) | Event::Code(words) => text.push_str(words),
        Event::InlineHtml(tag) if !raw_html::is_comment(tag) => text.push_str(tag),
        Event::SoftBreak | Event::HardBreak => text.push(' '),
        _ => {}
    }
}

/// Appends a closing bracket that closes no claim as it was written.
pub(super) fn push_close(text: &mut String, claim: Option<&str>) {
    text.push(']');
    if let Some(id) = claim {
        text.push_str("{claim=");
        text.push_str(id);
        text.push('}');
    }
}
