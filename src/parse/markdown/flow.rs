//! A [`Flow`] while it is written: HTML, slots, and the words counted on the way.

use crate::model::{Flow, Slot, SlotKind};
use crate::text::Span;
use crate::text::escape;

/// What ASCII bytes are to the count of words, without a branch for each of them.
static CLASS: [u8; 256] = classes();
const WORD: u8 = 1;
const SPACE: u8 = 2;

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = WORD;
        } else if byte == b' ' || (byte >= b'\t' && byte <= b'\r') {
            // As `char::is_whitespace`, which takes the vertical tab for white space too.
            table[byte as usize] = SPACE;
        }
        byte += 1;
    }
    table
}

/// HTML that grows at its end.
#[derive(Debug, Default)]
pub(super) struct FlowBuilder {
    flow: Flow,
    words: u32,
    in_word: bool,
}

impl FlowBuilder {
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

    /// Lays a slot over what was written since [`len`](Self::len) was `start`.
    pub(super) fn slot(&mut self, start: u32, kind: SlotKind, span: Span) {
        let end = self.len();
        self.flow.slots.push(Slot { start, end, span, kind });
    }

    /// Bytes written so far.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.flow.html.len()).unwrap_or(u32::MAX)
    }

    /// Counts the words of `text`: runs without white space that hold a letter or a digit.
    pub(super) fn count(&mut self, text: &str) {
        if !text.is_ascii() {
            return text.chars().for_each(|c| self.count_one(c.is_whitespace(), c.is_alphanumeric()));
        }
        let (mut in_word, mut words) = (u8::from(self.in_word), 0_u32);
        for byte in text.bytes() {
            let class = CLASS[usize::from(byte)];
            words += u32::from(class & WORD & !in_word);
            in_word = (in_word | class & WORD) & !(class >> 1);
        }
        self.in_word = in_word == 1;
        self.words = self.words.saturating_add(words);
    }

    #[inline]
    fn count_one(&mut self, is_space: bool, is_word: bool) {
        let begins = is_word && !self.in_word;
        self.words = self.words.saturating_add(u32::from(begins));
        self.in_word = !is_space && (self.in_word || is_word);
    }

    /// Ends a word: what follows is in another line or block.
    pub(super) fn end_word(&mut self) {
        self.in_word = false;
    }

    /// The flow and its number of words.
    pub(super) fn finish(self) -> (Flow, u32) {
        (self.flow, self.words)
    }

    fn open_attribute(&mut self, name: &str) {
        self.markup(" ");
        self.markup(name);
        self.markup("=\"");
    }
}
