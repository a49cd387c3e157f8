//! What the slots of a body lead to.

use super::claims::{Claims, nearest_id};
use super::index::{AnyIdx, ClaimIdx, SourceIdx};
use super::linker::Linker;
use super::site::{BodyTargets, FigureTarget, Target};
use super::uses::IN_TEXT;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::{Body, FigureQuery, RecordKind, Slot, SlotKind};
use crate::text::fold_name;
use std::collections::{BTreeMap, HashMap};

/// Follows every slot of `body`; claims, quantities and kinds that are not known are reported (R004), records were before.
pub(super) fn targets(
    body: &Body,
    linker: &Linker<'_>,
    claims: &Claims,
    strict: bool,
    sink: &mut Vec<Diagnostic>,
) -> BodyTargets {
    let mut of =
        |slots: &[Slot]| slots.iter().map(|slot| target(slot, linker, &claims.by_id, strict, sink)).collect();
    let flow = of(&body.flow.slots);
    let notes = body.notes.iter().map(|note| of(&note.flow.slots)).collect();
    for query in &body.figures {
        let unknown = unknown_quantity(query, claims).or_else(|| unknown_kind(query, claims));
        sink.extend(unknown.map(|report| report.as_error_if(strict)));
    }
    let figure = |query: &FigureQuery| FigureTarget {
        actor: query.actor.as_ref().and_then(|actor| linker.actor(&actor.text)),
        event: query.event.as_ref().and_then(|event| linker.event(&event.text)),
    };
    BodyTargets { flow, notes, figures: body.figures.iter().map(figure).collect() }
}

fn target(
    slot: &Slot,
    linker: &Linker<'_>,
    claims: &HashMap<String, ClaimIdx>,
    strict: bool,
    sink: &mut Vec<Diagnostic>,
) -> Target {
    match &slot.kind {
        SlotKind::Link { kind, target, .. } => {
            let found = kind.map_or_else(|| linker.any_of(IN_TEXT, target), |kind| linker.one(kind, target));
            found.map_or(Target::Nothing, Target::Record)
        }
        SlotKind::Cite(items) => {
            let found: Option<Vec<SourceIdx>> = items.iter().map(|item| linker.source(&item.key)).collect();
            found.map_or(Target::Nothing, Target::Sources)
        }
        SlotKind::ClaimOpen(id) => match claims.get(id) {
            Some(index) => Target::Claim(*index),
            None => {
                let near = nearest_id(id, claims).map(|near| format!("did you mean `{near}`?"));
                let message =
                    format!("`{{claim={id}}}` leads nowhere: these readers may see no claim with this id");
                sink.push(
                    Diagnostic::new(Code::R004, slot.span, message).maybe_help(near).as_error_if(strict),
                );
                Target::Nothing
            }
        },
        SlotKind::ClaimClose(id) => claims.get(id).map_or(Target::Nothing, |index| Target::Claim(*index)),
        SlotKind::Words(_) => Target::Nothing,
        SlotKind::Note(_) | SlotKind::Address(_) | SlotKind::Picture(_) | SlotKind::Figure { .. } => {
            Target::Later
        }
    }
}

/// A figure that asks for a quantity of which these readers may see no estimate.
fn unknown_quantity(query: &FigureQuery, claims: &Claims) -> Option<Diagnostic> {
    let asked = query.quantity.as_ref()?;
    let folded = fold_name(&asked.text);
    if claims.quantities.contains_key(&folded) {
        return None;
    }
    let near = nearest(&folded, claims.quantities.keys().map(String::as_str));
    let near = near.map(|near| format!("did you mean `{}`?", claims.quantities[near]));
    let message = format!("no estimate is of the quantity `{}`: the figure stays empty", asked.text);
    Some(Diagnostic::new(Code::R004, asked.span, message).maybe_help(near))
}

/// A figure that asks for a kind of which these readers may see no estimate, or none of the quantity asked for.
fn unknown_kind(query: &FigureQuery, claims: &Claims) -> Option<Diagnostic> {
    let asked = query.estimate_kind.as_ref()?;
    let folded = fold_name(&asked.text);
    let quantity = query.quantity.as_ref();
    let wanted = quantity.map(|quantity| fold_name(&quantity.text));
    let of_quantity =
        claims.kinds.iter().filter(|((_, of), _)| wanted.as_ref().is_none_or(|wanted| wanted == of));
    let known: BTreeMap<&str, &String> =
        of_quantity.map(|((kind, _), written)| (kind.as_str(), written)).collect();
    if known.contains_key(folded.as_str()) {
        return None;
    }
    let near = nearest(&folded, known.keys().copied());
    let near = near.map(|near| format!("did you mean `{}`?", known[near]));
    let of = quantity.map_or_else(String::new, |quantity| format!(" of the quantity `{}`", quantity.text));
    let message = format!("no estimate{of} is of the kind `{}`: the figure stays empty", asked.text);
    Some(Diagnostic::new(Code::R004, asked.span, message).maybe_help(near))
}

/// The claims that a body marks, in order; a claim marked twice comes twice.
pub fn marked(targets: &BodyTargets) -> impl Iterator<Item = ClaimIdx> {
    let all = targets.flow.iter().chain(targets.notes.iter().flatten());
    all.filter_map(|target| if let Target::Claim(claim) = target { Some(*claim) } else { None })
}

/// Visits every record that a body leads to, sources it cites included.
pub(super) fn each_record(targets: &BodyTargets, visit: &mut dyn FnMut(AnyIdx)) {
    for target in targets.flow.iter().chain(targets.notes.iter().flatten()) {
        match target {
            Target::Record(index) => visit(*index),
            Target::Sources(list) => {
                list.iter().for_each(|source| visit(AnyIdx::new(RecordKind::Source, source.at())));
            }
            _ => {}
        }
    }
}
