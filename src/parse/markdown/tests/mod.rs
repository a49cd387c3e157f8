//! Facts about rendered bodies. The helpers are here, the facts in files by subject.

mod blocks;
mod claims;
mod footnotes;
mod headings;
mod links;
mod properties;
mod references;
mod speed;
mod well_formed;

use super::{Origin, render};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Body, Flow, SlotKind};
use crate::text::FileId;

/// Bytes before the body in its file.
const OFFSET: usize = 100;

fn render_at(text: &str) -> (Body, Vec<Diagnostic>) {
    let reported = render(text, Origin { file: FileId(7), offset: OFFSET });
    (reported.value, reported.diagnostics)
}

/// The body of a text in which nothing is wrong.
fn body(text: &str) -> Body {
    let (body, diagnostics) = render_at(text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    body
}

/// The HTML of a text in which nothing is wrong.
fn html(text: &str) -> String {
    body(text).flow.html
}

/// The codes of the mistakes in a text, each with the words it points at.
fn mistakes(text: &str) -> Vec<(Code, &str)> {
    let place = |d: &Diagnostic| &text[d.span.start as usize - OFFSET..d.span.end as usize - OFFSET];
    render_at(text).1.iter().map(|d| (d.code, place(d))).collect()
}

/// The slots of a flow: what each is, and the fallback under it.
fn slots(flow: &Flow) -> Vec<(SlotKind, &str)> {
    let fallback = |start: u32, end: u32| &flow.html[start as usize..end as usize];
    flow.slots.iter().map(|slot| (slot.kind.clone(), fallback(slot.start, slot.end))).collect()
}

/// The slots of a text's main flow in short: `kind:target|label = fallback`.
fn brief_slots(text: &str) -> Vec<String> {
    let body = render_at(text).0;
    slots(&body.flow).iter().map(|(kind, fallback)| format!("{} = {fallback}", in_short(kind))).collect()
}

fn in_short(kind: &SlotKind) -> String {
    match kind {
        SlotKind::Link { kind, target, label } => {
            let kind = kind.map_or(String::new(), |kind| format!("{}:", kind.singular()));
            let label = label.as_ref().map_or(String::new(), |label| format!("|{label}"));
            format!("link {kind}{target}{label}")
        }
        SlotKind::Cite(items) => {
            let item = |item: &crate::model::CiteItem| match &item.locator {
                Some(locator) => format!("{} at {locator}", item.key),
                None => item.key.clone(),
            };
            format!("cite {}", items.iter().map(item).collect::<Vec<_>>().join(" + "))
        }
        SlotKind::ClaimOpen(id) => format!("open {id}"),
        SlotKind::ClaimClose(id) => format!("close {id}"),
        SlotKind::Note(number) => format!("note {number}"),
        SlotKind::Address(address) => format!("address {address}"),
        SlotKind::Picture(address) => format!("picture {address}"),
        SlotKind::Figure { name, query } => format!("figure {name} {query:?}"),
        SlotKind::Words(words) => format!("words {words}"),
    }
}
