//! Lists and maps in brackets, on one line.

use super::super::tree::{Entry, Node, Value};
use super::scalar::{FLOW, key_length};
use super::{DEEPEST, MOST_KEYS, Quick};

impl Quick<'_> {
    /// The list or map whose bracket stands at `at`, and where it ends; that is not behind `end`.
    pub(super) fn flow(&mut self, at: usize, end: usize, depth: usize) -> Option<(Node, usize)> {
        if depth > DEEPEST {
            return None;
        }
        let (value, behind) = match self.text.as_bytes()[at] {
            b'[' => self.flow_list(at + 1, end, depth)?,
            _ => self.flow_map(at + 1, end, depth)?,
        };
        Some((self.node(at, 1, value)?, behind))
    }

    fn flow_list(&mut self, mut at: usize, end: usize, depth: usize) -> Option<(Value, usize)> {
        if self.text[at..end].starts_with(']') {
            return Some((Value::List(Vec::new()), at + 1));
        }
        let mut items = Vec::with_capacity(4);
        loop {
            let (item, behind) = self.flow_value(at, end, depth)?;
            items.push(item);
            match self.next_in_flow(behind, end, b']')? {
                Next::Value(next) => at = next,
                Next::End(behind) => return Some((Value::List(items), behind)),
            }
        }
    }

    fn flow_map(&mut self, mut at: usize, end: usize, depth: usize) -> Option<(Value, usize)> {
        let mut entries: Vec<Entry> = Vec::with_capacity(4);
        loop {
            let length = key_length(&self.text[at..end])?;
            let key = &self.text[at..at + length];
            if entries.len() == MOST_KEYS || entries.iter().any(|known| known.key == key) {
                return None;
            }
            let key = key.to_owned();
            let key_span = self.span(at, length);
            let (value, behind) = self.flow_value(at + length + 2, end, depth)?;
            entries.push(Entry { key, key_span, value });
            match self.next_in_flow(behind, end, b'}')? {
                Next::Value(next) => at = next,
                Next::End(behind) => return Some((Value::Map(entries), behind)),
            }
        }
    }

    fn flow_value(&mut self, at: usize, end: usize, depth: usize) -> Option<(Node, usize)> {
        let rest = self.text.as_bytes().get(at..end)?;
        match rest.first()? {
            b'[' | b'{' => self.flow(at, end, depth + 1),
            b'"' | b'\'' => self.quoted(at, end),
            _ => {
                let behind = at + rest.iter().position(|byte| matches!(byte, b',' | b']' | b'}'))?;
                Some((self.bare(at, behind, FLOW)?, behind))
            }
        }
    }

    /// What follows a value: a comma and another one, or the bracket that closes.
    fn next_in_flow(&self, at: usize, end: usize, closing: u8) -> Option<Next> {
        match &self.text.as_bytes()[at..end] {
            [b',', b' ', ..] => Some(Next::Value(at + 2)),
            [byte, ..] if *byte == closing => Some(Next::End(at + 1)),
            _ => None,
        }
    }
}

enum Next {
    Value(usize),
    End(usize),
}
