//! The tree, and how it is made from text.

use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::text::{FileId, LineIndex, Position, Span};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, NonFiniteFloatPolicy, Spanned};
use std::fmt;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// A scalar's own bytes; for a list or map the place where it begins.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// A YAML value. Scalars keep the author's characters.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing after the colon, `~` or `null`.
    Null,
    /// A plain scalar that YAML's core schema takes for a boolean or a number, as written.
    Plain(String),
    /// Any other scalar, unquoted and unescaped.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map in the author's order, keys unique.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key as text.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub value: Node,
}

/// Reads `text`, which stands in `file` from byte `offset` on. Gives none where the text is not YAML.
///
/// A duplicate key is reported (P003) and its first value kept. Errors: P002, P003, P018.
pub fn parse(text: &str, file: FileId, offset: usize) -> Reported<Option<Node>> {
    match super::quick::parse(text, file, offset) {
        Some(node) => Reported { value: Some(node), diagnostics: Vec::new() },
        None => slow(text, file, offset),
    }
}

/// The same for a library of sources, which may hold very many more values.
pub fn parse_library(text: &str, file: FileId, offset: usize) -> Reported<Option<Node>> {
    parse_within(text, file, offset, MOST_NODES_OF_LIBRARY)
}

/// Reads any text, through the library.
pub(super) fn slow(text: &str, file: FileId, offset: usize) -> Reported<Option<Node>> {
    parse_within(text, file, offset, MOST_NODES)
}

fn parse_within(text: &str, file: FileId, offset: usize, most: usize) -> Reported<Option<Node>> {
    let place = Place { text, file, offset, most };
    let mut diagnostics = Vec::new();
    let mut read = from_str(text, DuplicateKeyPolicy::Error, most);
    if let Err(error) = &read
        && matches!(error.without_snippet(), serde_yaml::Error::DuplicateMappingKey { .. })
    {
        diagnostics.push(place.diagnostic(error));
        read = from_str(text, DuplicateKeyPolicy::FirstWins, most);
    }
    let value = match read {
        Ok(raw) => Some(place.node(raw, &mut diagnostics)),
        Err(error) => {
            diagnostics.push(place.diagnostic(&error));
            None
        }
    };
    Reported { value, diagnostics }
}

/// Far above any front matter, far below what hurts.
const MOST_NODES: usize = 100_000;
/// Far above any library that people keep.
const MOST_NODES_OF_LIBRARY: usize = 5_000_000;
const DEEPEST: usize = 64;

fn from_str(
    text: &str,
    duplicate_keys: DuplicateKeyPolicy,
    most: usize,
) -> Result<Spanned<Raw>, serde_yaml::Error> {
    let options = serde_yaml::options! {
        duplicate_keys: duplicate_keys,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        with_snippet: false,
        budget: serde_yaml::budget! { max_nodes: most, max_events: most.saturating_mul(2), max_depth: DEEPEST },
        alias_limits: serde_yaml::alias_limits! { max_total_replayed_events: MOST_NODES },
    };
    serde_yaml::from_str_with_options(text, options)
}

struct Place<'a> {
    text: &'a str,
    file: FileId,
    offset: usize,
    /// How many values there may be.
    most: usize,
}

impl Place<'_> {
    fn span(&self, location: serde_yaml::Location) -> Span {
        let span = location.span();
        let start =
            span.byte_offset().map_or(0, |at| usize::try_from(at).unwrap_or(usize::MAX)).min(self.text.len());
        let length = span.byte_len().map_or(0, |n| usize::try_from(n).unwrap_or(0));
        let end = (start + length).min(self.text.len());
        // A scalar's range may take in the line break behind it.
        let trimmed = self.text.get(start..end).map_or(end, |part| start + part.trim_end().len());
        Span::new(self.file, self.offset + start, self.offset + trimmed)
    }

    fn node(&self, raw: Spanned<Raw>, diagnostics: &mut Vec<Diagnostic>) -> Node {
        let span = self.span(raw.referenced);
        let value = match raw.value {
            Raw::Null => Value::Null,
            Raw::Plain(text) => Value::Plain(self.written(raw.defined).unwrap_or(text)),
            Raw::Text(text) => Value::Text(text),
            Raw::List(items) => {
                Value::List(items.into_iter().map(|item| self.node(item, diagnostics)).collect())
            }
            Raw::Map(entries) => Value::Map(self.entries(entries, diagnostics)),
        };
        Node { span, value }
    }

    fn entries(
        &self,
        raw: Vec<(Spanned<Raw>, Spanned<Raw>)>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Entry> {
        let mut entries = Vec::with_capacity(raw.len());
        for (key, value) in raw {
            let key = self.node(key, diagnostics);
            let value = self.node(value, diagnostics);
            match key.value {
                Value::Text(text) | Value::Plain(text) => {
                    entries.push(Entry { key: text, key_span: key.span, value })
                }
                _ => diagnostics.push(
                    Diagnostic::new(Code::P006, key.span, "a key must be a word").help("write `key: value`"),
                ),
            }
        }
        entries
    }

    /// A plain scalar exactly as written, so that `1.10` does not become `1.1`.
    fn written(&self, location: serde_yaml::Location) -> Option<String> {
        let span = self.span(location);
        let text = self.text.get(span.start as usize - self.offset..span.end as usize - self.offset)?;
        Some(text.to_owned()).filter(|text| !text.is_empty())
    }

    fn diagnostic(&self, error: &serde_yaml::Error) -> Diagnostic {
        let at = error.location().map_or(0, |location| self.byte(location));
        let span = self.word_at(at);
        match cause(error) {
            serde_yaml::Error::DuplicateMappingKey { key, .. } => {
                let name = key.as_deref().unwrap_or("this key");
                Diagnostic::new(Code::P003, span, format!("the key `{name}` stands twice"))
                    .help("keep one of the two; the first is used until then")
            }
            serde_yaml::Error::Budget { .. }
            | serde_yaml::Error::AliasReplayLimitExceeded { .. }
            | serde_yaml::Error::AliasExpansionLimitExceeded { .. }
            | serde_yaml::Error::AliasReplayStackDepthExceeded { .. } => {
                Diagnostic::new(Code::P018, span, "the YAML is too large, too deep or expands too far")
                    .help(format!("it may hold {} values, {DEEPEST} deep, aliases counted", self.most))
            }
            other => Diagnostic::new(
                Code::P002,
                span,
                format!("the YAML cannot be read: {}", first_words(other)),
            )
            .help(
                "a value with a colon, a hash or a bracket in it wants quotes: `title: \"Seoul: the calls\"`",
            ),
        }
    }

    fn byte(&self, location: serde_yaml::Location) -> usize {
        let position = Position {
            line: usize::try_from(location.line()).unwrap_or(1),
            column: usize::try_from(location.column()).unwrap_or(1),
        };
        let counted = || LineIndex::new(self.text).offset(self.text, position);
        location.span().byte_offset().and_then(|at| usize::try_from(at).ok()).unwrap_or_else(counted)
    }

    /// From `at` to the end of its line, so that there is something to underline.
    fn word_at(&self, at: usize) -> Span {
        let at = at.min(self.text.len());
        let rest = self.text.get(at..).unwrap_or("");
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        Span::new(self.file, self.offset + at, self.offset + at + length)
    }
}

/// The mistake itself, taken out of what tells where an alias met it.
fn cause(error: &serde_yaml::Error) -> &serde_yaml::Error {
    match error.without_snippet() {
        serde_yaml::Error::AliasError { error, .. } => cause(error),
        other => other,
    }
}

/// The library's message without its place, which the diagnostic shows itself.
fn first_words(error: &serde_yaml::Error) -> String {
    let message = error.to_string();
    let line = message.lines().next().unwrap_or_default();
    line.rsplit_once(" at line ").map_or(line, |(words, _)| words).to_owned()
}

/// What the library hands over, before spans are counted from the file's start.
enum Raw {
    Null,
    Plain(String),
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Plain(value.to_string()))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Plain(value.to_string()))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Plain(value.to_string()))
    }
    fn visit_i128<E>(self, value: i128) -> Result<Raw, E> {
        Ok(Raw::Plain(value.to_string()))
    }
    fn visit_u128<E>(self, value: u128) -> Result<Raw, E> {
        Ok(Raw::Plain(value.to_string()))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Plain(value.to_string()))
    }
    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }
    fn visit_bytes<E>(self, value: &[u8]) -> Result<Raw, E> {
        Ok(Raw::Text(String::from_utf8_lossy(value).into_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

#[cfg(test)]
mod tests;
