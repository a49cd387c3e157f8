//! A brief's keys.

use super::parts::{placeholder_date, span_of, with_words};
use super::shared_keys::BRIEF_HELP;
use super::{citation, claim};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ActorUse, Brief, BriefRole, BriefStatus, Data, Image, Localized, RecordKind, Ref};
use crate::text::Span;
use crate::yaml::{Fields, Node, Reading, Value};

pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading) -> (Data, Span) {
    let title_node = reading.required(fields, "title", BRIEF_HELP);
    let title = title_node.and_then(|node| reading.localized(node));
    let date_node = reading.required(fields, "date", BRIEF_HELP);
    let date = date_node.and_then(|node| day(reading, node));
    let words = reading.maybe(fields, "date_text", Reading::text);
    let actors = reading.required(fields, "actors", BRIEF_HELP);
    let actors = actors.map(|node| reading.list(node, |r, node| actor_use(r, node, Uses::Brief)));
    let brief = Brief {
        title: title.unwrap_or_else(|| Localized::plain("Untitled")),
        date: with_words(date, words).unwrap_or_else(placeholder_date),
        date_span: date_node.map_or(fields.span, |node| node.span),
        actors: actors.unwrap_or_default(),
        summary: reading.maybe(fields, "summary", Reading::localized),
        authors: reading.each(fields, "authors", Reading::author),
        events: reading.each(fields, "events", |r, node| citation::ref_or_inline(RecordKind::Event, node, r)),
        places: reading.each(fields, "places", |r, node| citation::ref_or_inline(RecordKind::Place, node, r)),
        claims: claim::both(fields, reading),
        assessments: reading.each(fields, "assessments", claim::assessment),
        info_cutoff: reading.maybe(fields, "info_cutoff", Reading::date),
        status: reading.maybe(fields, "status", Reading::word).unwrap_or(BriefStatus::Current),
        supersedes: reading.each(fields, "supersedes", Reading::reference),
        series: reading.maybe(fields, "series", Reading::text),
        changes: reading.each(fields, "changes", claim::change),
        image: reading.maybe(fields, "image", image),
    };
    (Data::Brief(Box::new(brief)), span_of(title_node, fields))
}

/// A brief's date is a day or a moment (P007).
fn day(reading: &mut Reading, node: &Node) -> Option<crate::model::Date> {
    let date = reading.date(node)?;
    if date.day().is_none() {
        let message = format!("a brief has a day; `{}` is not one", date.written);
        reading.report(
            Diagnostic::new(Code::P007, node.span, message)
                .help("write the day it is published: `2024-10-28`"),
        );
    }
    Some(date)
}

/// Where an actor is named, which decides what its role may be.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Uses {
    Brief,
    Event,
}

/// An actor reference or `{actor, role}`.
pub(super) fn actor_use(reading: &mut Reading, node: &Node, uses: Uses) -> Option<ActorUse> {
    if !matches!(node.value, Value::Map(_)) {
        let actor = reading.reference(node)?;
        return Some(ActorUse { actor, brief_role: BriefRole::Subject, event_role: None });
    }
    let mut fields = reading.fields(node, "an actor")?;
    let actor = reading.required(&mut fields, "actor", "write `{actor: nato, role: …}`");
    let actor = actor.and_then(|node| reading.reference(node));
    let role = fields.take("role");
    let (brief_role, event_role) = match uses {
        Uses::Brief => (role.and_then(|node| reading.word(node)), None),
        Uses::Event => (None, role.and_then(|node| reading.text(node))),
    };
    fields.finish("an actor in a list", &mut reading.diagnostics);
    Some(ActorUse { actor: actor?, brief_role: brief_role.unwrap_or(BriefRole::Subject), event_role })
}

/// `{file, alt, credit, license}`; `alt` is required (P015).
fn image(reading: &mut Reading, node: &Node) -> Option<Image> {
    if let Some(file) = matches!(node.value, Value::Text(_)).then(|| reading.reference(node)).flatten() {
        return without_alt(reading, file, node.span);
    }
    let mut fields = reading.fields(node, "an image")?;
    let file = reading.required(&mut fields, "file", "the path of a picture beside this file");
    let file = file.and_then(|node| reading.reference(node));
    let alt = reading.maybe(&mut fields, "alt", Reading::text);
    let credit = reading.maybe(&mut fields, "credit", Reading::text);
    let license = reading.maybe(&mut fields, "license", Reading::text);
    fields.finish("an image", &mut reading.diagnostics);
    let file = file?;
    match alt {
        Some(alt) => Some(Image { file, alt, credit, license }),
        None => without_alt(reading, file, node.span),
    }
}

fn without_alt(reading: &mut Reading, file: Ref, span: Span) -> Option<Image> {
    let message = format!("the image `{}` has no description", file.text);
    let help = "write `{file: …, alt: \"what it shows\"}` for those who cannot see it";
    reading.report(Diagnostic::new(Code::P015, span, message).help(help));
    None
}
