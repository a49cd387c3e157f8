//! Headings: how deep they are on a page, and their ids.

use super::plain;
use super::tokens::{Placed, Token};
use super::writer::Writer;
use crate::model::{Heading, RESERVED_ID_PREFIXES, RESERVED_IDS};
use crate::text::{is_id, slugify};
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use std::collections::{HashMap, HashSet};

/// The headings of a body.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// Those in the text itself, in order.
    pub(super) outline: Vec<Heading>,
    /// True where any is a `#`: all go down by one, for a page's only `h1` is its title.
    demoted: bool,
    taken: HashSet<String>,
    /// The next number to try behind an id that was taken.
    next: HashMap<String, u32>,
}

impl Headings {
    /// No heading yet, but knowing whether the `tokens` hold one of the first level.
    pub(super) fn of(tokens: &[Placed]) -> Self {
        let is_first = |placed: &Placed| {
            matches!(
                placed.token,
                Token::Markdown(Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }))
            )
        };
        Self { demoted: tokens.iter().any(is_first), ..Self::default() }
    }

    fn level(&self, written: HeadingLevel) -> u8 {
        let level = match written {
            HeadingLevel::H1 => 1,
            HeadingLevel::H2 => 2,
            HeadingLevel::H3 => 3,
            HeadingLevel::H4 => 4,
            HeadingLevel::H5 => 5,
            HeadingLevel::H6 => 6,
        };
        (level + u8::from(self.demoted)).clamp(2, 6)
    }

    /// An id like `wanted` that no other heading has and no template uses. What begins like an id
    /// of a page's own gets `h-` in front, for no number behind it would tell the two apart.
    fn unique(&mut self, wanted: &str) -> String {
        let wanted = own(wanted.to_owned());
        let mut id = wanted.clone();
        while RESERVED_IDS.contains(&id.as_str()) || self.taken.contains(&id) {
            let number = self.next.entry(wanted.clone()).or_insert(1);
            id = own(format!("{wanted}-{number}"));
            *number += 1;
        }
        self.taken.insert(id.clone());
        id
    }
}

fn own(id: String) -> String {
    if RESERVED_ID_PREFIXES.iter().any(|prefix| id.starts_with(prefix)) { format!("h-{id}") } else { id }
}

impl Writer<'_, '_> {
    /// Opens the heading at token `at`, of which `written_id` is the `{#id}`.
    pub(super) fn open_heading(&mut self, at: usize, written: HeadingLevel, written_id: Option<&str>) {
        let end = self.find_end(at, |tag| matches!(tag, TagEnd::Heading(_)));
        let text = plain::text_of(&self.tokens[at + 1..end]);
        let wanted = match written_id.filter(|id| is_id(id)) {
            Some(id) => id.to_owned(),
            None => slugify(&text),
        };
        let wanted = if wanted.is_empty() { "section" } else { &wanted };
        let id = self.draft.headings.unique(wanted);
        let level = self.draft.headings.level(written);
        let (open, close) = match level {
            2 => ("<h2", "</h2>\n"),
            3 => ("<h3", "</h3>\n"),
            4 => ("<h4", "</h4>\n"),
            5 => ("<h5", "</h5>\n"),
            _ => ("<h6", "</h6>\n"),
        };
        self.flow.markup(open);
        self.flow.attribute("id", &id);
        self.open(">", close);
        self.draft.outline(Heading { level, id, text });
    }
}
