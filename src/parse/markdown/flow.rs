//! A [`Flow`] while it is written: HTML, slots, and the words counted on the way.

use super::words::Words;
use crate::model::{Flow, Slot, SlotKind};
use crate::text::Span;
use crate::text::escape;

/// HTML that grows at its end.
#[derive(Debug, Default)]
pub(super) struct FlowBuilder {
    flow: Flow,
    words: Words,
}

impl FlowBuilder {
    /// An empty one with room for what so many bytes of Markdown become.
    pub(super) fn for_text(bytes: usize) -> Self {
        let flow = Flow { html: String::with_capacity(bytes + bytes / 4), slots: Vec::new() };
        Self { flow, words: Words::default() }
    }

    /// Appends markup of our own.
    pub(super) fn markup(&mut self, html: &str) {
        self.flow.html.push_str(html);
    }

    /// Appends text that a reader reads.
    pub(super) fn text(&mut self, text: &str) {
        self.count(text);
        escape::push_text(&mut self.flow.html, text);
    }

    /// Appends text that is not a reader's: what is only there until a slot is filled.
    pub(super) fn uncounted(&mut self, text: &str) {
        escape::push_text(&mut self.flow.html, text);
    }

    /// Appends ` name="value"`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.open_attribute(name);
        escape::push_attribute(&mut self.flow.html, value);
        self.markup("\"");
    }

    /// Appends ` name="address"`.
    pub(super) fn address(&mut self, name: &str, address: &str) {
        self.open_attribute(name);
        escape::push_address(&mut self.flow.html, address);
        self.markup("\"");
    }

    /// Appends ` name="address"` with a slot over the value.
    pub(super) fn site_address(&mut self, name: &str, address: &str, span: Span) {
        self.open_attribute(name);
        let start = self.len();
        escape::push_address(&mut self.flow.html, address);
        self.slot(start, SlotKind::Address(address.to_owned()), span);
        self.markup("\"");
    }

    /// Appends ` src="address"` with a slot over the attribute.
    pub(super) fn site_picture(&mut self, address: &str, span: Span) {
        self.markup(" ");
        let start = self.len();
        self.markup("src=\"");
        escape::push_address(&mut self.flow.html, address);
        self.markup("\"");
        self.slot(start, SlotKind::Picture(address.to_owned()), span);
    }

    /// Lays a slot over what was written since [`len`](Self::len) was `start`.
    pub(super) fn slot(&mut self, start: u32, kind: SlotKind, span: Span) {
        let end = self.len();
        self.flow.slots.push(Slot { start, end, span, kind });
    }

    /// Bytes written so far.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.flow.html.len()).unwrap_or(u32::MAX)
    }

    /// Counts the words of `text`.
    pub(super) fn count(&mut self, text: &str) {
        self.words.add(text);
    }

    /// Ends a word: what follows is in another line or block.
    pub(super) fn end_word(&mut self) {
        self.words.end();
    }

    /// The flow and its number of words.
    pub(super) fn finish(mut self) -> (Flow, u32) {
        // It stays as long as the site does: room that is left over adds up.
        self.flow.html.shrink_to_fit();
        self.flow.slots.shrink_to_fit();
        (self.flow, self.words.count())
    }

    fn open_attribute(&mut self, name: &str) {
        self.markup(" ");
        self.markup(name);
        self.markup("=\"");
    }
}
