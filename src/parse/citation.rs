//! Citations, and records written inline.

use super::{Identity, record, shared_keys};
use crate::model::{Body, Citation, Marking, RecordKind, RefOrInline};
use crate::yaml::{Entry, Fields, Node, Reading, Value};

/// The citations of a `sources:` list.
pub(super) fn list(node: &Node, reading: &mut Reading) -> Vec<Citation> {
    reading.list(node, |reading, item| one(item, reading))
}

/// A source reference, an address, `{source, at, quote, credibility}`, or a source written inline.
fn one(node: &Node, reading: &mut Reading) -> Option<Citation> {
    let Value::Map(entries) = &node.value else {
        let reference = reading.reference(node)?;
        if looks_like_an_address(&reference.text) {
            // Reports what is wrong with it, so that a slip of the pen does not make a stub.
            reading.url(node)?;
        }
        let source = RefOrInline::Ref(reference);
        return Some(Citation {
            source,
            at: None,
            quote: None,
            credibility: None,
            marking: Marking::default(),
        });
    };
    if entries.iter().any(|entry| entry.key == "source") {
        return with_source(node, reading);
    }
    inline_source(node, entries, reading)
}

fn with_source(node: &Node, reading: &mut Reading) -> Option<Citation> {
    let mut fields = Fields::of(node)?;
    let source = fields.take("source").and_then(|node| ref_or_inline(RecordKind::Source, node, reading));
    let citation = source.map(|source| details(source, &mut fields, reading));
    fields.finish("a citation", &mut reading.diagnostics);
    citation
}

/// What of a source is meant, and how it is graded here.
fn details(source: RefOrInline, fields: &mut Fields<'_>, reading: &mut Reading) -> Citation {
    Citation {
        source,
        at: reading.maybe(fields, "at", Reading::text),
        quote: reading.maybe(fields, "quote", Reading::text),
        credibility: reading.maybe(fields, "credibility", Reading::word),
        marking: shared_keys::marking(fields, reading),
    }
}

/// Keys of a citation that may stand among those of a source written inline; a marking there is the source's own.
const CITATION_KEYS: [&str; 3] = ["at", "quote", "credibility"];

fn inline_source(node: &Node, entries: &[Entry], reading: &mut Reading) -> Option<Citation> {
    let (of_citation, of_source): (Vec<Entry>, Vec<Entry>) =
        entries.iter().cloned().partition(|entry| CITATION_KEYS.contains(&entry.key.as_str()));
    let source = Node { span: node.span, value: Value::Map(of_source) };
    let record = record(RecordKind::Source, &source, Identity::Inline, Body::default(), reading)?;
    let citation = Node { span: node.span, value: Value::Map(of_citation) };
    let mut fields = Fields::of(&citation)?;
    Some(details(RefOrInline::Inline(Box::new(record)), &mut fields, reading))
}

/// A reference, or a record of `kind` written where it is first named.
pub(super) fn ref_or_inline(kind: RecordKind, node: &Node, reading: &mut Reading) -> Option<RefOrInline> {
    if matches!(node.value, Value::Map(_)) {
        let record = record(kind, node, Identity::Inline, Body::default(), reading)?;
        return Some(RefOrInline::Inline(Box::new(record)));
    }
    reading.reference(node).map(RefOrInline::Ref)
}

/// Schemes that addresses begin with. Before its colon the key of a library may have any other word (`Smith:2024_a`).
const SCHEMES: [&str; 12] =
    ["http", "https", "doi", "ftp", "ftps", "file", "mailto", "javascript", "data", "urn", "tel", "blob"];

/// True for `scheme:rest` without white space, which no id or name looks like.
fn looks_like_an_address(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let letters = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let known = || SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known));
    letters
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+.-".contains(&b))
        && (text.contains("://") || known())
        && !text.contains(char::is_whitespace)
}
