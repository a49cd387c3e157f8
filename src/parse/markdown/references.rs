//! `[[target|label]]` and `[@key, locator]`, found on the tokens.
//!
//! A reference holds text and emphasis alone: a link, an image, code or another bracket in it, or
//! being in a link or an image itself, makes it plain text. As the search ends at the next bracket,
//! all searches together pass over the text once.

use super::inner::Inner;
use super::tokens::{Placed, Token};
use super::{Origin, citations};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::RecordKind;
use crate::text::escape;
use pulldown_cmark::{Event, Tag, TagEnd};

/// Joins the tokens of each reference into one. Warns of footnote marks without a text (P024).
pub(super) fn join<'a>(
    tokens: Vec<Placed<'a>>,
    source: &str,
    origin: Origin,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Placed<'a>> {
    let mut found = Vec::new();
    let mut links_around = 0_usize;
    let mut at = 0;
    while let Some(placed) = tokens.get(at) {
        match &placed.token {
            Token::Markdown(Event::Start(Tag::Link { .. } | Tag::Image { .. })) => links_around += 1,
            Token::Markdown(Event::End(TagEnd::Link | TagEnd::Image)) => {
                links_around = links_around.saturating_sub(1)
            }
            Token::Open if links_around == 0 => {
                let reference = link_at(&tokens, at).or_else(|| cite_at(&tokens, at, source, origin));
                if let Some(reference) = reference {
                    at = reference.last + 1;
                    found.push(reference);
                    continue;
                }
                diagnostics.extend(mark_without_text(&tokens, at, origin));
            }
            _ => {}
        }
        at += 1;
    }
    replace(tokens, found)
}

/// A reference that takes the place of the tokens `first..=last`.
struct Found<'a> {
    first: usize,
    last: usize,
    token: Token<'a>,
}

fn replace<'a>(tokens: Vec<Placed<'a>>, found: Vec<Found<'a>>) -> Vec<Placed<'a>> {
    if found.is_empty() {
        return tokens;
    }
    let mut found = found.into_iter().peekable();
    let mut joined: Vec<Placed<'a>> = Vec::with_capacity(tokens.len());
    let mut inside_until = None;
    for (at, placed) in tokens.into_iter().enumerate() {
        if inside_until.is_some_and(|last| at <= last) {
            if let Some(reference) = joined.last_mut() {
                reference.range.end = placed.range.end;
            }
        } else if let Some(reference) = found.next_if(|reference| reference.first == at) {
            inside_until = Some(reference.last);
            joined.push(Placed { token: reference.token, range: placed.range });
        } else {
            joined.push(placed);
        }
    }
    joined
}

fn link_at<'a>(tokens: &[Placed<'a>], at: usize) -> Option<Found<'a>> {
    let Token::Open = tokens.get(at + 1)?.token else { return None };
    let inner = Inner::gather(tokens, at + 2)?;
    let Token::Close { claim: None } = tokens[inner.close].token else { return None };
    let Token::Close { claim } = tokens.get(inner.close + 1)?.token else { return None };
    let legal = escape::legal(&inner.text);
    let (target, label) = legal.split_once('|').unwrap_or((&legal, ""));
    let (kind, target) = kind_and_name(target.trim());
    if target.is_empty() {
        return None;
    }
    // `[[x]]{claim=id}` marks the link as the claim: the outer brackets are the claim's.
    let (first, last, written) = match claim {
        None => (at, inner.close + 1, format!("[[{}]]", inner.text)),
        Some(_) => (at + 1, inner.close, format!("[{}]", inner.text)),
    };
    let label = Some(label.trim()).filter(|label| !label.is_empty()).map(str::to_owned);
    let token = Token::Link { kind, target: target.to_owned(), label, written };
    Some(Found { first, last, token })
}

fn kind_and_name(target: &str) -> (Option<RecordKind>, &str) {
    let kinded = target.split_once(':').and_then(|(word, name)| {
        RecordKind::from_singular(word.trim_end()).map(|kind| (Some(kind), name.trim_start()))
    });
    kinded.unwrap_or((None, target))
}

fn cite_at<'a>(tokens: &[Placed<'a>], at: usize, source: &str, origin: Origin) -> Option<Found<'a>> {
    let begins_with_at = source.get(tokens[at].range.end..)?.starts_with('@');
    let inner = if begins_with_at { Inner::gather(tokens, at + 1)? } else { return None };
    let Token::Close { claim: None } = tokens[inner.close].token else { return None };
    let before = source[..tokens[at].range.start].chars().next_back();
    let after = source[tokens[inner.close].range.end..].chars().next();
    // Scripts without spaces put a citation inside a word, Latin does not.
    if [before, after].iter().all(|c| c.is_some_and(|c| c.is_ascii_alphanumeric())) {
        return None;
    }
    let items = citations::parse(&inner.text, |key| origin.span(&inner.source_of(key)))?;
    let token = Token::Cite { items, written: format!("[{}]", inner.text) };
    Some(Found { first: at, last: inner.close, token })
}

fn mark_without_text(tokens: &[Placed], at: usize, origin: Origin) -> Option<Diagnostic> {
    let Token::Markdown(Event::Text(text)) = &tokens.get(at + 1)?.token else { return None };
    let close = tokens.get(at + 2)?;
    let Token::Close { .. } = close.token else { return None };
    let label = text.strip_prefix('^').filter(|_| tokens[at].range.end == tokens[at + 1].range.start)?;
    if label.is_empty() || !label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
        return None;
    }
    let span = origin.span(&(tokens[at].range.start..close.range.start + 1));
    let message = format!("the footnote `[^{label}]` has no text");
    let help = format!("write its text on a line of its own: `[^{label}]: …`");
    Some(Diagnostic::new(Code::P024, span, message).help(help))
}
