//! Authors: the one value of several keys that front matter and `site.yaml` both have.

use super::{Node, Reading, Value, allowed_url};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Author;

impl Reading {
    /// A name or `{name, org, url, orcid}`.
    pub fn author(&mut self, node: &Node) -> Option<Author> {
        author(self, node)
    }
}

fn author(reading: &mut Reading, node: &Node) -> Option<Author> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Author { name: reading.text(node)?, org: None, url: None, orcid: None });
    }
    let mut fields = reading.fields(node, "an author")?;
    let name = reading.required(&mut fields, "name", "write `{name: …, org: …}`");
    let author = Author {
        name: name.and_then(|node| reading.text(node)).unwrap_or_default(),
        org: reading.maybe(&mut fields, "org", Reading::text),
        url: reading.maybe(&mut fields, "url", Reading::url),
        orcid: reading.maybe(&mut fields, "orcid", orcid),
    };
    fields.finish("an author", &mut reading.diagnostics);
    (!author.name.is_empty()).then_some(author)
}

/// Sixteen digits in fours, the last of which may be X; with or without the address before them (P014).
fn orcid(reading: &mut Reading, node: &Node) -> Option<String> {
    let text = reading.text(node)?;
    let bare = allowed_url(&text)
        .and_then(|url| url.rsplit('/').next().map(str::to_owned))
        .unwrap_or_else(|| text.clone());
    let fours = bare.split('-').collect::<Vec<_>>();
    let digits = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit() || b == b'X');
    if fours.len() == 4 && fours.iter().all(digits) {
        return Some(bare);
    }
    let message = format!("`{text}` is not an ORCID iD");
    reading.report(Diagnostic::new(Code::P014, node.span, message).help("write `0000-0002-1825-0097`"));
    None
}
