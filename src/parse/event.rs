//! An event's keys.

use super::brief::{Uses, actor_use};
use super::parts::{placeholder_date, span_of, with_words};
use super::{citation, claim};
use crate::model::{Data, Event, EventStatus, Localized, RecordKind, RefOrInline};
use crate::text::Span;
use crate::yaml::{Fields, Node, Reading};

pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading) -> (Data, Span) {
    let title_node = reading.required(fields, "title", "an event has a `title` and a `date`");
    let title = title_node.and_then(|node| reading.localized(node));
    let date = reading.required(fields, "date", "an event has a `title` and a `date`");
    let date = date.and_then(|node| reading.date(node));
    let words = reading.maybe(fields, "date_text", Reading::text);
    let mut participants = reading.each(fields, "participants", |r, node| actor_use(r, node, Uses::Event));
    participants.extend(reading.each(fields, "actors", |r, node| actor_use(r, node, Uses::Event)));
    participants.shrink_to_fit();
    let event = Event {
        title: title.unwrap_or_else(|| Localized::plain("Untitled")),
        date: Some(with_words(date, words).unwrap_or_else(placeholder_date)),
        kind: reading.maybe(fields, "type", Reading::reference),
        participants,
        places: places(fields, reading),
        timezone: reading.maybe(fields, "timezone", Reading::timezone),
        reported: reading.maybe(fields, "reported", Reading::date),
        status: reading.maybe(fields, "status", Reading::word).unwrap_or(EventStatus::Reported),
        part_of: reading.each(fields, "part_of", Reading::reference),
        follows: reading.each(fields, "follows", Reading::reference),
        causes: reading.each(fields, "causes", Reading::reference),
        distinct_from: reading.each(fields, "distinct_from", Reading::reference),
        claims: claim::both(fields, reading),
    };
    (Data::Event(Box::new(event)), span_of(title_node, fields))
}

/// `places` and `place` mean the same.
fn places(fields: &mut Fields<'_>, reading: &mut Reading) -> Vec<RefOrInline> {
    let one = |r: &mut Reading, node: &Node| citation::ref_or_inline(RecordKind::Place, node, r);
    let mut places = reading.each(fields, "places", one);
    places.extend(reading.each(fields, "place", one));
    places
}
