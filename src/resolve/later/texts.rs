//! Texts: what stands in them in the place of what came later.

use super::Gone;
use crate::model::{Body, Flow, RecordKind, SlotKind};
use crate::resolve::uses::{IN_TEXT, Wanted};
use crate::text::fold_name;

impl Gone<'_> {
    /// Puts words in the place of references.
    pub(super) fn clean_body(&self, body: &mut Body) {
        let mut queries = std::mem::take(&mut body.figures).into_iter();
        for slot in body.flow.slots.iter_mut().filter(|slot| matches!(slot.kind, SlotKind::Figure { .. })) {
            let Some(query) = queries.next() else { break };
            let event = query.event.as_ref().is_some_and(|event| self.names(RecordKind::Event, event));
            let actor = query.actor.as_ref().is_some_and(|actor| self.names(RecordKind::Actor, actor));
            let quantity = query.quantity.as_ref().map(|asked| fold_name(&asked.text));
            if event || actor || quantity.is_some_and(|asked| self.quantities.contains(&asked)) {
                slot.kind = SlotKind::Words(String::new());
            } else {
                body.figures.push(query);
            }
        }
        self.clean_flow(&mut body.flow);
        for note in &mut body.notes {
            self.clean_flow(&mut note.flow);
        }
    }

    fn clean_flow(&self, flow: &mut Flow) {
        for slot in &mut flow.slots {
            match &mut slot.kind {
                SlotKind::Link { kind, target, label } => {
                    let wanted = kind.map_or(Wanted::AnyOf(IN_TEXT), Wanted::One);
                    if let Some(kind) = self.record(wanted, target) {
                        slot.kind = SlotKind::Words(words(kind, target, label.as_deref()));
                    }
                }
                SlotKind::Cite(items) => {
                    items.retain(|item| self.record(Wanted::One(RecordKind::Source), &item.key).is_none());
                }
                SlotKind::ClaimOpen(id) | SlotKind::ClaimClose(id) if self.claims.contains(id) => {
                    slot.kind = SlotKind::Words(String::new());
                }
                _ => {}
            }
        }
    }
}

/// What stands in the place of a link. The id or title of what came later would tell of it; actors and places bear no
/// date, and one that is left out is named by its stub alone, in the author's own words.
fn words(kind: RecordKind, target: &str, label: Option<&str>) -> String {
    match (label, kind) {
        (Some(label), _) => label.to_owned(),
        (None, RecordKind::Actor | RecordKind::Place) => target.to_owned(),
        (None, kind) => format!("a later {}", kind.singular()),
    }
}
