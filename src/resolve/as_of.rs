//! What was known on the day that an edition is as of. Without such a day everything is.

use super::visibility::Audience;
use crate::model::{Brief, Claim, Data, Date, Event, EventStatus, Known, Outcome, Record, Term};

/// What `date` says of the edition's day. What has no date is as old as the record it stands in.
pub(super) fn known(date: Option<&Date>, audience: &Audience) -> Known {
    match (date, audience.as_of) {
        (Some(date), Some(day)) => date.known_on(day),
        _ => Known::Yes,
    }
}

/// Whether a record's own date lets it be known; pages, actors and places have none.
pub(super) fn record(record: &Record, audience: &Audience) -> Known {
    known(date_of(record), audience)
}

/// The date on which a record became known, where it bears one.
pub(super) fn date_of(record: &Record) -> Option<&Date> {
    match &record.data {
        Data::Brief(brief) => Some(&brief.date),
        Data::Event(event) => event_date(event),
        Data::Source(source) => source.published.as_ref(),
        Data::Actor(_) | Data::Place(_) | Data::Page(_) => None,
    }
}

/// When an event became known: the day it was reported, else its own.
pub(super) fn event_date(event: &Event) -> Option<&Date> {
    event.reported.as_ref().or(event.date.as_ref())
}

/// True for an event still to come of which nothing says since when it was planned: it is as old as what tells of it.
pub(super) fn is_known_by_mention(record: &Record) -> bool {
    matches!(&record.data, Data::Event(event)
        if event.status == EventStatus::Planned && event.reported.is_none())
}

/// Whether a claim had been made; `home` is when the brief or event became known that holds it.
pub(super) fn claim(claim: &Claim, home: Option<&Date>, audience: &Audience) -> Known {
    known(claim.said_on.as_ref().or(home), audience)
}

/// True where an office or tie had begun.
pub(super) fn had_begun(term: &Term, audience: &Audience) -> bool {
    known(term.from.as_ref(), audience) == Known::Yes
}

/// True where what became of a judgement was known. An outcome without a date is taken to be as old as its brief, unless
/// that was changed after the day.
pub(super) fn outcome_is_known(outcome: &Outcome, brief: &Brief, audience: &Audience) -> bool {
    match &outcome.on {
        Some(on) => known(Some(on), audience) == Known::Yes,
        None => is_unchanged_since(brief, audience),
    }
}

/// True where no change to the brief came after the day.
pub(super) fn is_unchanged_since(brief: &Brief, audience: &Audience) -> bool {
    brief.changes.iter().all(|change| known(Some(&change.on), audience) == Known::Yes)
}
