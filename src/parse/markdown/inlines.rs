//! Links, marks of footnotes, and the slots of references.

use super::addresses::{self, Destination};
use super::tokens::Token;
use super::writer::Writer;
use crate::diagnostics::Code;
use crate::model::SlotKind;
use pulldown_cmark::LinkType;
use std::ops::Range;

/// What ends a link that leads somewhere; one that does not leaves its text alone.
pub(super) const END_OF_LINK: &str = "</a>";

impl Writer<'_, '_> {
    /// Starts a link; one that may not lead there, or that stands in another, is its text alone (P020).
    pub(super) fn link(&mut self, kind: LinkType, address: &str, title: &str, range: &Range<usize>) {
        let mail = (kind == LinkType::Email).then(|| format!("mailto:{address}"));
        let address = mail.as_deref().unwrap_or(address);
        if self.in_link || !self.anchor(address, range) {
            self.open("", "");
            return;
        }
        if !title.is_empty() {
            self.flow.attribute("title", title);
        }
        self.in_link = true;
        self.open(">", END_OF_LINK);
    }

    /// Writes `<a href="…"` if a link may lead to `address`, else warns.
    fn anchor(&mut self, address: &str, range: &Range<usize>) -> bool {
        match addresses::classify(address) {
            Destination::Web(url) => {
                self.flow.markup("<a class=\"external\"");
                self.flow.address("href", url);
            }
            Destination::Mail(url) => {
                self.flow.markup("<a");
                self.flow.address("href", url);
            }
            Destination::Site(path) => {
                self.flow.markup("<a");
                self.flow.site_address("href", path, self.draft.span(range));
            }
            Destination::Refused(reason) => {
                self.refuse("link", address, &reason, range);
                return false;
            }
        }
        true
    }

    /// Warns that nothing is made of an address.
    pub(super) fn refuse(&mut self, what: &str, address: &str, reason: &str, range: &Range<usize>) {
        let message =
            format!("the {what} to `{}` {reason}: only its text is shown", addresses::shorten(address));
        let help = "links go to https:, http: and mailto: addresses, and to paths in the site";
        self.draft.warn(Code::P020, range, message, help);
    }

    /// Writes the mark of a footnote.
    pub(super) fn footnote_mark(&mut self, label: &str, range: &Range<usize>) {
        let written = format!("[^{label}]");
        let number = if self.in_link { None } else { self.draft.footnotes.mark(label) };
        let Some(number) = number else { return self.flow.text(&written) };
        let start = self.flow.len();
        self.flow.markup("<sup>");
        self.flow.uncounted(&written);
        self.flow.markup("</sup>");
        self.flow.slot(start, SlotKind::Note(number), self.draft.span(range));
    }

    /// Writes a reference as its author did, under a slot.
    pub(super) fn reference(&mut self, token: &Token, range: &Range<usize>) {
        let (written, kind) = match token {
            Token::Link { kind, target, label, written } => {
                self.flow.count(label.as_deref().unwrap_or(target));
                let (target, label) = (target.clone(), label.clone());
                (written.clone(), SlotKind::Link { kind: *kind, target, label })
            }
            Token::Cite { items, written } => (written.clone(), SlotKind::Cite(items.clone())),
            Token::ClaimOpen(id) => ("[".to_owned(), SlotKind::ClaimOpen((*id).to_owned())),
            Token::ClaimClose(id) => (format!("]{{claim={id}}}"), SlotKind::ClaimClose((*id).to_owned())),
            Token::Markdown(_) | Token::Open | Token::Close { .. } => return,
        };
        let start = self.flow.len();
        self.flow.uncounted(&written);
        self.flow.slot(start, kind, self.draft.span(range));
    }
}
