//! hayagriva's YAML: a map of entries by key, each in its parents.

use super::entry::{Entry, Written};
use super::nodes::{doi, field, list, written};
use super::{dates, plain};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{SourceType, Writer};
use crate::text::Span;
use crate::yaml::{self, Node, Reading, Value};

/// Every entry of the map.
pub(super) fn entries(text: &str, from: usize, reading: &mut Reading) -> Vec<Entry> {
    let node = yaml::parse_library(&text[from..], reading.file, from).into_value(&mut reading.diagnostics);
    let Some(node) = node else { return Vec::new() };
    let map = match node.value {
        Value::Map(map) => map,
        Value::Null => return Vec::new(),
        _ => {
            let message = "a library in YAML is a map of entries by their keys, and this is none";
            let help = "write `key: {type: article, title: …}`; other YAML belongs into another folder than `sources`";
            let span = Span::new(reading.file, node.span.start as usize, node.span.start as usize + 1);
            reading.report(Diagnostic::new(Code::P026, span, message).help(help));
            return Vec::new();
        }
    };
    map.iter().filter_map(|one| entry(&one.key, one.key_span, &one.value, reading)).collect()
}

fn entry(key: &str, span: Span, node: &Node, reading: &mut Reading) -> Option<Entry> {
    let Value::Map(_) = &node.value else {
        let message = format!("the entry `{key}` has no fields");
        let help = "write them indented below it: `title: …`, `url: …`";
        reading.report(Diagnostic::new(Code::P026, span, message).help(help));
        return None;
    };
    if key.trim().is_empty() {
        reading.report(Diagnostic::new(
            Code::P026,
            span,
            "an entry has an empty key, so nothing can cite it",
        ));
        return None;
    }
    let mut entry = Entry::new(vec![key.trim().to_owned()], span);
    let parents: Vec<&Node> = field(node, "parent").map_or(Vec::new(), |node| list(node).iter().collect());
    // What an article leaves out, its newspaper says.
    let with_parents = || std::iter::once(node).chain(parents.iter().copied());
    let anywhere = |name: &'static str| with_parents().find_map(move |node| field(node, name));
    entry.title = field(node, "title").and_then(text).map(|title| title.text);
    if let Some(url) = anywhere("url") {
        let address = field(url, "value").or_else(|| field(url, "url")).unwrap_or(url);
        entry.addresses.extend(written(address));
        entry.accessed = field(url, "date").and_then(date);
    }
    let serial = field(node, "serial-number").or_else(|| field(node, "serial"));
    entry.addresses.extend(serial.and_then(|serial| field(serial, "doi")).and_then(written).map(doi));
    if let Some(authors) = field(node, "author") {
        entry.author_span = authors.span;
        entry.writers = list(authors).iter().filter_map(name).collect();
    }
    let own = || ["publisher", "organization"].into_iter().filter_map(|name| field(node, name));
    let of_parents =
        || parents.iter().flat_map(|parent| [field(parent, "title"), field(parent, "publisher")]);
    entry.publisher = own().chain(of_parents().flatten()).find_map(text);
    entry.published = anywhere("date").and_then(date);
    let kind = field(node, "type").and_then(written);
    entry.kind = kind.and_then(|kind| of_type(&kind.text.to_lowercase()));
    entry.language = field(node, "language").and_then(written).map(|language| language.text);
    entry.archive = field(node, "archive-location").and_then(text);
    Some(entry)
}

/// A string, or a map whose `value` or `name` is one; braces only keep its case.
fn text(node: &Node) -> Option<Written> {
    let inner = field(node, "value").or_else(|| field(node, "name")).unwrap_or(node);
    let inner = written(inner)?;
    Some(Written { text: plain::without_braces(&inner.text), span: inner.span })
}

/// `Family, Given` or `Family, Suffix, Given`, or a map of the parts.
fn name(node: &Node) -> Option<Writer> {
    let part = |name| field(node, name).and_then(written).map(|part| part.text).unwrap_or_default();
    if let Value::Map(_) = &node.value {
        let family = [part("prefix"), part("name"), part("suffix")].join(" ");
        return plain::writer(&family, &part("given-name"));
    }
    let whole = written(node)?.text;
    let parts: Vec<&str> = whole.split(',').collect();
    match parts.as_slice() {
        [family, given] => plain::writer(family, given),
        [family, suffix, given] => plain::writer(&format!("{family} {suffix}"), given),
        _ => plain::writer(&whole, ""),
    }
}

/// A scalar, or a map of `year`, `month`, `day` and `approximate`.
fn date(node: &Node) -> Option<Written> {
    if let Value::Map(_) = &node.value {
        let number =
            |name| field(node, name).and_then(written).and_then(|part| part.text.parse::<i64>().ok());
        let parts: Vec<i64> = ["year", "month", "day"].into_iter().map_while(number).collect();
        let circa = field(node, "approximate").and_then(written).is_some_and(|word| word.text == "true");
        return Some(Written { text: dates::of_parts(&parts, None, circa)?, span: node.span });
    }
    written(node)
}

/// The nearest of our list; none where nothing is near.
fn of_type(name: &str) -> Option<SourceType> {
    Some(match name {
        "article" | "chapter" | "entry" | "anthos" | "blog" => SourceType::Article,
        "report" => SourceType::Report,
        "post" | "thread" => SourceType::SocialPost,
        "video" => SourceType::Video,
        "artwork" | "scene" => SourceType::Imagery,
        "web" | "book" | "thesis" | "legislation" | "case" | "patent" | "manuscript" | "reference"
        | "proceedings" | "anthology" => SourceType::Document,
        _ => return None,
    })
}
