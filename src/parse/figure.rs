//! The queries of figures in a body.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Body, FigureKind, FigureQuery, Ref, Slot, SlotKind, Vocabulary};
use crate::text::Span;
use crate::yaml::{Fields, Node, Reading, Value};

/// Reads the query of each figure in the flow of `body`, in order. `text` is the whole file's.
pub(super) fn queries(body: &Body, text: &str, reading: &mut Reading) -> Vec<FigureQuery> {
    let slots = body.flow.slots.iter();
    slots
        .filter_map(|slot| match &slot.kind {
            SlotKind::Figure { name, query } => Some(one(slot, name, query, text, reading)),
            _ => None,
        })
        .collect()
}

fn one(slot: &Slot, name: &str, query: &str, text: &str, reading: &mut Reading) -> FigureQuery {
    let kind = FigureKind::from_key(name).unwrap_or(FigureKind::Timeline);
    let offset = offset(slot.span, query, text);
    let node = crate::yaml::parse(query, reading.file, offset).into_value(&mut reading.diagnostics);
    let empty = node.as_ref().is_none_or(|node| node.value == Value::Null);
    let mut fields = match node.as_ref().filter(|_| !empty) {
        Some(node) => Fields::of(node).unwrap_or_else(|| {
            let message = format!("the query of a {name} is a list of keys");
            reading.report(
                Diagnostic::new(Code::P006, node.span, message).help("write `actor: nis`, one key a line"),
            );
            Fields::empty(node.span)
        }),
        None => Fields::empty(slot.span),
    };
    let query = FigureQuery {
        kind,
        actor: reading.maybe(&mut fields, "actor", Reading::reference),
        event: reading.maybe(&mut fields, "event", Reading::reference),
        tag: reading.maybe(&mut fields, "tag", Reading::text),
        quantity: reading.maybe(&mut fields, "quantity", |reading, node| only(reading, node, "quantities")),
        estimate_kind: reading.maybe(&mut fields, "kind", |reading, node| only(reading, node, "kinds")),
        from: reading.maybe(&mut fields, "from", Reading::date),
        to: reading.maybe(&mut fields, "to", Reading::date),
        lanes: reading.maybe(&mut fields, "lanes", Reading::word),
    };
    fields.finish("a figure's query", &mut reading.diagnostics);
    query
}

/// A single word. Several would ask for one figure of what is never joined (P025).
fn only(reading: &mut Reading, node: &Node, what: &str) -> Option<Ref> {
    let Value::List(items) = &node.value else { return reading.reference(node) };
    if items.len() < 2 {
        return reading.items(node).first().and_then(|item| reading.reference(item));
    }
    let words: Vec<Ref> =
        reading.items(node).into_iter().filter_map(|item| reading.reference(item)).collect();
    let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let named = match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        words => words.concat(),
    };
    let key = if what == "kinds" { "kind" } else { "quantity" };
    let message = format!("estimates of different {what} are never drawn as one: {named}");
    let help = format!(
        "write one block for each, or leave `{key}:` out: each quantity and kind gets a panel of its own"
    );
    // A list's own span is its first sign: the words are what is wrong.
    let (first, last) =
        (items.first().map_or(node.span, |item| item.span), items.last().map_or(node.span, |item| item.span));
    let span = Span { end: last.end, ..first };
    reading.report(Diagnostic::new(Code::P025, span, message).help(help));
    None
}

/// Where the query begins in the file: behind the fence's first line. A query that is indented stands there only
/// nearly, so its mistakes are shown on the right lines.
fn offset(span: Span, query: &str, text: &str) -> usize {
    let block = text.get(span.range()).unwrap_or("");
    let first = query.lines().next().unwrap_or("");
    let inner = block.find('\n').map_or(0, |at| at + 1);
    let found = block.get(inner..).and_then(|rest| rest.find(first)).map_or(inner, |at| inner + at);
    span.start as usize + found
}
