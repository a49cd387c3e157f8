//! JSON as the same tree of nodes that YAML gives, each with its place.
//!
//! YAML's readers take most of JSON, but not its tabs in every place nor its pairs of surrogates; so the JSON
//! library reads it, one level at a time, and the place of a value is that of the text it was read from.

use crate::text::{FileId, Span};
use crate::yaml::{Entry, Node, Value};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// Deeper values are taken for nothing: CSL-JSON needs six levels.
const DEEPEST: usize = 12;

/// The text a tree is made from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub text: &'a str,
    pub file: FileId,
}

impl<'a> Source<'a> {
    /// The items of the list that stands from byte `from` to the end; none where it is no list.
    pub fn items(self, from: usize) -> Result<Vec<&'a RawValue>, serde_json::Error> {
        serde_json::from_str(&self.text[from..])
    }

    /// Where a value stands.
    pub fn span(self, raw: &RawValue) -> Span {
        // Both are parts of one text, so the difference of their beginnings is a place in it.
        let at = (raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Span::new(self.file, at, at + raw.get().len())
    }

    /// The value with all that is in it.
    pub fn node(self, raw: &'a RawValue) -> Node {
        self.at_depth(raw, 0)
    }

    fn at_depth(self, raw: &'a RawValue, depth: usize) -> Node {
        let (text, span) = (raw.get(), self.span(raw));
        let value = match text.as_bytes().first() {
            Some(b'"') => {
                let inner = span.part(1, text.len().saturating_sub(1));
                let value = Value::Text(serde_json::from_str(text).unwrap_or_default());
                return Node { span: inner, value };
            }
            Some(b'[') if depth < DEEPEST => {
                let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
                Value::List(items.into_iter().map(|item| self.at_depth(item, depth + 1)).collect())
            }
            Some(b'{') if depth < DEEPEST => {
                let Pairs(pairs) = serde_json::from_str(text).unwrap_or(Pairs(Vec::new()));
                let entry = |(key, raw): (String, &'a RawValue)| {
                    let value = self.at_depth(raw, depth + 1);
                    Entry { key, key_span: value.span, value }
                };
                Value::Map(pairs.into_iter().map(entry).collect())
            }
            Some(b'[' | b'{' | b'n') | None => Value::Null,
            Some(_) => Value::Plain(text.to_owned()),
        };
        Node { span, value }
    }

    /// The place of a mistake.
    pub fn place(self, from: usize, error: &serde_json::Error) -> Span {
        let line_start = match error.line() {
            0 | 1 => from,
            line => {
                let breaks = self.text[from..].match_indices('\n');
                breaks.map(|(at, _)| from + at + 1).nth(line - 2).unwrap_or(from)
            }
        };
        let mut at = (line_start + error.column().saturating_sub(1)).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let length = self.text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
        Span::new(self.file, at, at + length)
    }
}

/// An object's pairs in their order.
struct Pairs<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;

        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor)
    }
}
