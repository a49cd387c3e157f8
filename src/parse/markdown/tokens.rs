//! The list of tokens that every pass works on: CommonMark's events, with the brackets that an
//! author wrote as brackets told apart from those in escapes, code and links.
//!
//! pulldown-cmark gives a bracket that is no part of a link as a text of its own; one written after
//! a backslash begins a text too, but its source has the backslash before it.

use crate::model::{CiteItem, RecordKind};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A token and the bytes of the body it was written in.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) token: Token<'a>,
    pub(super) range: Range<usize>,
}

/// One step in the text.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// What CommonMark says.
    Markdown(Event<'a>),
    /// A literal `[`.
    Open,
    /// A literal `]`, or `]{claim=id}`.
    Close { claim: Option<&'a str> },
    /// `[[kind:target|label]]`, made by [`super::references`]; `written` is its text.
    Link { kind: Option<RecordKind>, target: String, label: Option<String>, written: String },
    /// `[@key, locator]`, made by [`super::references`]; `written` is its text.
    Cite { items: Vec<CiteItem>, written: String },
    /// The `[` of a claim, made by [`super::claims`].
    ClaimOpen(&'a str),
    /// The `]{claim=id}` of a claim, made by [`super::claims`].
    ClaimClose(&'a str),
}

/// The tokens of `text`, with [`Token::Open`] and [`Token::Close`] in them and none of the later kinds.
pub(super) fn tokenize(text: &str) -> Vec<Placed<'_>> {
    let list = Vec::with_capacity(text.len() / BYTES_FOR_A_TOKEN);
    let mut tokens = Tokens { source: text, list, in_code: false, braces_are_text: false };
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        tokens.add(event, range);
    }
    tokens.list
}

/// Prose has a token for so many bytes of it, roughly.
const BYTES_FOR_A_TOKEN: usize = 32;

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

struct Tokens<'a> {
    source: &'a str,
    list: Vec<Placed<'a>>,
    in_code: bool,
    braces_are_text: bool,
}

impl<'a> Tokens<'a> {
    fn add(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Text(text) if !self.in_code => self.add_text(text, range),
            Event::Start(Tag::CodeBlock(_)) => {
                self.in_code = true;
                self.push(Token::Markdown(event), range);
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.push(Token::Markdown(event), range);
            }
            Event::Start(Tag::Heading { ref id, ref classes, ref attrs, .. }) => {
                self.braces_are_text = id.is_none() && classes.is_empty() && !attrs.is_empty();
                self.push(Token::Markdown(event), range);
            }
            Event::End(TagEnd::Heading(_)) => {
                if self.braces_are_text {
                    self.restore_braces(range.end);
                }
                self.push(Token::Markdown(event), range);
            }
            _ => self.push(Token::Markdown(event), range),
        }
    }

    fn add_text(&mut self, text: CowStr<'a>, range: Range<usize>) {
        let written = self.source.get(range.clone()).unwrap_or_default();
        match written {
            "[" if !self.is_escaped(range.start) => self.push(Token::Open, range),
            "]" if !self.is_escaped(range.start) => self.push(Token::Close { claim: None }, range),
            // The beginning of an image that was none.
            "![" if !self.is_escaped(range.start) => {
                let bracket = range.start + 1;
                self.push(Token::Markdown(Event::Text("!".into())), range.start..bracket);
                self.push(Token::Open, bracket..range.end);
            }
            _ => {
                let rest = if written == &*text { self.take_claim(range.clone()) } else { range.clone() };
                if rest == range {
                    self.push(Token::Markdown(Event::Text(text)), range);
                } else if !rest.is_empty() {
                    let left = CowStr::Borrowed(&self.source[rest.clone()]);
                    self.push(Token::Markdown(Event::Text(left)), rest);
                }
            }
        }
    }

    /// Moves a `{claim=id}` at the start of `range` to the `]` directly before it; gives the rest.
    fn take_claim(&mut self, range: Range<usize>) -> Range<usize> {
        let Some(last) = self.list.last_mut() else { return range };
        let Token::Close { claim: claim @ None } = &mut last.token else { return range };
        if last.range.end != range.start {
            return range;
        }
        let Some(id) = claim_at_start(&self.source[range.clone()]) else { return range };
        *claim = Some(id);
        last.range.end += CLAIM.len() + id.len() + 1;
        last.range.end..range.end
    }

    /// The parser takes braces at the end of a heading for attributes, whatever they hold:
    /// `# [words]{claim=id}`, `# The set {1, 2}`.
    fn restore_braces(&mut self, heading_end: usize) {
        let Some(start) = self.list.last().map(|last| last.range.end) else { return };
        let rest = self.source.get(start..heading_end).unwrap_or_default();
        if let Some(brace) = rest.rfind('}') {
            self.add_text(CowStr::Borrowed(&rest[..=brace]), start..start + brace + 1);
        }
    }

    /// True where an odd number of backslashes stands before `at`.
    fn is_escaped(&self, at: usize) -> bool {
        self.source.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    }

    fn push(&mut self, token: Token<'a>, range: Range<usize>) {
        self.list.push(Placed { token, range });
    }
}

const CLAIM: &str = "{claim=";

fn claim_at_start(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(CLAIM)?;
    let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))?;
    (end > 0 && rest[end..].starts_with('}')).then(|| &rest[..end])
}

/// True for elements that stand in a line of text.
pub(super) fn is_inline(tag: &Tag) -> bool {
    matches!(tag, Tag::Link { .. } | Tag::Image { .. }) || is_emphasis(tag)
}

/// True for inline elements that hold nothing but text and its kind.
pub(super) fn is_emphasis(tag: &Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
}
