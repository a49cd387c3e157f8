//! `[words]{claim=id}`: brackets paired within one run of text at one depth of inline elements.

use super::tokens::{Placed, Token, is_inline};
use pulldown_cmark::{Event, Tag, TagEnd};

/// Turns the brackets of each claim into [`Token::ClaimOpen`] and [`Token::ClaimClose`]: pairs that
/// nest, with only whole elements between them, and never in a link, which could hold no other.
pub(super) fn pair(mut tokens: Vec<Placed<'_>>) -> Vec<Placed<'_>> {
    if !tokens.iter().any(|placed| matches!(placed.token, Token::Close { claim: Some(_) })) {
        return tokens;
    }
    let mut pairs = Vec::new();
    let mut brackets = Brackets { open: vec![Vec::new()], links_around: 0 };
    for (at, placed) in tokens.iter().enumerate() {
        match &placed.token {
            Token::Markdown(Event::Start(tag)) => brackets.enter(tag),
            Token::Markdown(Event::End(tag)) => brackets.leave(*tag),
            Token::Markdown(Event::Rule) => brackets.end_of_run(),
            Token::Open => brackets.here().push(at),
            Token::Close { claim } => {
                let open = brackets.here().pop();
                if let (Some(open), Some(id), 0) = (open, *claim, brackets.links_around) {
                    pairs.push((open, at, id));
                }
            }
            _ => {}
        }
    }
    for (open, close, id) in pairs {
        tokens[open].token = Token::ClaimOpen(id);
        tokens[close].token = Token::ClaimClose(id);
    }
    tokens
}

/// Indexes of the brackets still open, by depth of elements.
struct Brackets {
    open: Vec<Vec<usize>>,
    links_around: usize,
}

impl Brackets {
    fn here(&mut self) -> &mut Vec<usize> {
        if self.open.is_empty() {
            self.open.push(Vec::new());
        }
        self.open.last_mut().expect("a level was pushed if there was none")
    }

    /// A tight list item holds text, a block, and text again: no claim spans the block.
    fn end_of_run(&mut self) {
        self.here().clear();
    }

    fn enter(&mut self, tag: &Tag) {
        if !is_inline(tag) {
            self.end_of_run();
        }
        self.links_around += usize::from(matches!(tag, Tag::Link { .. } | Tag::Image { .. }));
        self.open.push(Vec::new());
    }

    fn leave(&mut self, tag: TagEnd) {
        let left = usize::from(matches!(tag, TagEnd::Link | TagEnd::Image));
        self.links_around = self.links_around.saturating_sub(left);
        self.open.pop();
    }
}
