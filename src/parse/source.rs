//! A source's keys.

use super::parts::span_of;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Archive, Data, Source};
use crate::text::Span;
use crate::yaml::allowed_url;
use crate::yaml::{Fields, Node, Reading, Value};

pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading) -> (Data, Span) {
    let title_node = fields.take("title");
    let url_node = fields.take("url");
    if title_node.is_none() && url_node.is_none() {
        let message = "a source has a `title` or a `url`; both are missing";
        reading.report(Diagnostic::new(Code::P005, fields.span, message));
    }
    let source = Source {
        title: title_node.and_then(|node| reading.localized(node)),
        url: url_node.and_then(|node| reading.url(node)),
        author: reading.maybe(fields, "author", Reading::reference),
        writers: Vec::new(),
        publisher: reading.maybe(fields, "publisher", Reading::reference),
        published: reading.maybe(fields, "published", Reading::date),
        accessed: reading.maybe(fields, "accessed", Reading::date),
        kind: reading.maybe(fields, "type", Reading::word),
        reliability: reading.maybe(fields, "reliability", Reading::word),
        archive: reading.each(fields, "archive", archive),
        derived_from: reading.each(fields, "derived_from", Reading::reference),
        protected: reading.maybe(fields, "protected", Reading::boolean).unwrap_or(false),
        description_public: reading.maybe(fields, "description_public", Reading::text),
        keys: Vec::new(),
    };
    (Data::Source(Box::new(source)), span_of(title_node.or(url_node), fields))
}

/// An address, or `{url, on, sha256}`.
fn archive(reading: &mut Reading, node: &Node) -> Option<Archive> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Archive { url: reading.url(node)?, span: node.span, on: None, sha256: None });
    }
    let mut fields = reading.fields(node, "an archived copy")?;
    let url = reading.required(&mut fields, "url", "say where the copy is");
    let url = url.and_then(|node| reading.url(node));
    let on = reading.maybe(&mut fields, "on", Reading::date);
    let sha256 = reading.maybe(&mut fields, "sha256", sha256);
    fields.finish("an archived copy", &mut reading.diagnostics);
    Some(Archive { url: url?, span: node.span, on, sha256 })
}

/// Sixty-four hexadecimal digits (P009).
fn sha256(reading: &mut Reading, node: &Node) -> Option<String> {
    let text = reading.text(node)?.to_ascii_lowercase();
    if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(text);
    }
    let message = format!("`{text}` is not a SHA-256: 64 hexadecimal digits are wanted");
    reading.report(Diagnostic::new(Code::P009, node.span, message));
    None
}

/// The source that an address alone stands for; none where the text is no address that may be linked to.
pub fn of_address(url: &str) -> Option<Source> {
    Some(Source { url: Some(allowed_url(url)?), ..Source::default() })
}
