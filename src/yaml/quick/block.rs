//! Maps and lists that take a line or more for each of their values.

use super::super::tree::{Entry, Node, Value};
use super::scalar::{BLOCK, key_length};
use super::{DEEPEST, Line, MOST_KEYS, Quick};

impl Quick<'_> {
    /// A map whose keys stand in the next lines as far from the left as the first.
    pub(super) fn map(&mut self, depth: usize) -> Option<Node> {
        let first = self.line?;
        let mut entries: Vec<Entry> = Vec::with_capacity(12);
        while let Some(line) = self.line.filter(|line| line.indent >= first.indent) {
            if line.indent > first.indent || entries.len() == MOST_KEYS {
                return None;
            }
            let length = key_length(&self.text[line.at..line.end])?;
            let key = &self.text[line.at..line.at + length];
            if entries.iter().any(|known| known.key == key) {
                return None;
            }
            let key = key.to_owned();
            let key_span = self.span(line.at, length);
            let colon = line.at + length;
            let value = if colon + 1 == line.end {
                self.below(line, depth)?
            } else {
                self.value(Line { at: colon + 2, ..line }, depth)?
            };
            entries.push(Entry { key, key_span, value });
        }
        self.node(first.at, 0, Value::Map(entries))
    }

    /// The value of a key behind whose colon the line ends.
    fn below(&mut self, key: Line, depth: usize) -> Option<Node> {
        if depth == DEEPEST {
            return None;
        }
        self.go_to(key.end)?;
        let line = self.line.filter(|line| line.indent >= key.indent)?;
        let is_deeper = line.indent > key.indent;
        match self.is_item(line) {
            true => self.list(is_deeper, depth + 1),
            false if is_deeper => self.map(depth + 1),
            false => None,
        }
    }

    /// A list whose hyphens stand in the next lines as far from the left as the first.
    /// Where that is as far as the key, the library says that the list begins behind the first of them.
    fn list(&mut self, is_deeper: bool, depth: usize) -> Option<Node> {
        let first = self.line?;
        let mut items = Vec::new();
        while let Some(line) = self.line.filter(|line| line.indent >= first.indent) {
            if !self.is_item(line) && line.indent == first.indent {
                break;
            }
            if line.indent > first.indent || depth == DEEPEST {
                return None;
            }
            let inner = Line { at: line.at + 2, ..line };
            items.push(match key_length(&self.text[inner.at..inner.end]) {
                Some(_) => {
                    self.line = Some(Line { indent: line.indent + 2, ..inner });
                    self.map(depth + 1)?
                }
                None => self.value(inner, depth)?,
            });
        }
        let begins = if is_deeper { first.at } else { first.at + 2 };
        self.node(begins, 0, Value::List(items))
    }

    fn is_item(&self, line: Line) -> bool {
        self.text[line.at..line.end].starts_with("- ")
    }

    /// The rest of a line, or what it announces; `place.indent` is that of the map or list which has the value.
    fn value(&mut self, place: Line, depth: usize) -> Option<Node> {
        let Line { at, end, .. } = place;
        if let Some(b'>' | b'|') = self.text.as_bytes().get(at) {
            return self.folded(place);
        }
        let (node, behind) = match self.text.as_bytes().get(at)? {
            b'[' | b'{' => self.flow(at, end, depth + 1)?,
            b'"' | b'\'' => self.quoted(at, end)?,
            _ => (self.bare(at, end, BLOCK)?, end),
        };
        self.go_to(end)?;
        (behind == end).then_some(node)
    }
}
