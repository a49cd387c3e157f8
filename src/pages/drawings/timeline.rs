//! Timelines of events.

use super::{Drawn, sentences};
use crate::figures::{Lane, Moment, Timeline, draw_timeline};
use crate::model::{Date, Edge, EventStatus, Lanes, Length};
use crate::pages::rows::event_type;
use crate::pages::shop::{Names, capital};
use crate::pages::words;
use crate::resolve::{ActorIdx, AnyIdx, EventIdx};
use std::collections::{BTreeMap, BTreeSet};

/// Marks in one drawing, at most: more would be a list and no picture.
pub const MOST: usize = 40;
/// Lanes of actors, at most.
const MOST_LANES: usize = 12;
/// Briefs that a mark names.
const BRIEFS: usize = 2;

/// Draws events, which come in order of time; none where not one of them has a date.
pub fn events(names: Names<'_>, events: &[EventIdx], by: Lanes, id: &str, title: &str) -> Option<Drawn> {
    of_many(names, events, events.len(), by, id, title)
}

/// The same of a few out of so many.
pub fn of_many(
    names: Names<'_>,
    events: &[EventIdx],
    all: usize,
    by: Lanes,
    id: &str,
    title: &str,
) -> Option<Drawn> {
    let date = |event: &EventIdx| names.site.events[event.at()].data.date.as_ref();
    let dated: Vec<EventIdx> = events.iter().copied().filter(|event| date(event).is_some()).collect();
    let shown = &dated[..dated.len().min(MOST)];
    let (lanes, drawn) = match by {
        Lanes::Type => (by_type(names, shown), shown.to_vec()),
        Lanes::Actor => by_actor(names, shown),
    };
    let timeline = Timeline { id: id.to_owned(), title: title.to_owned(), lanes };
    let svg = draw_timeline(&timeline);
    if svg.is_empty() {
        return None;
    }
    let note = note(&timeline, &drawn.iter().filter_map(date).collect::<Vec<_>>(), all);
    Some(Drawn { svg, note, class: "timeline", data: "data/events.json" })
}

fn by_type(names: Names<'_>, events: &[EventIdx]) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    for event in events {
        let name = capital(&event_type(names.site.events[event.at()].data.kind.as_ref()).label);
        let at = lanes.iter().position(|lane| lane.name == name).unwrap_or_else(|| {
            lanes.push(Lane { name, href: None, moments: Vec::new() });
            lanes.len() - 1
        });
        lanes[at].moments.push(moment(names, *event));
    }
    lanes
}

/// A lane for each who took part, most events first; an event of several stands in the lane of each. With the events
/// that found room, in order of time.
fn by_actor(names: Names<'_>, events: &[EventIdx]) -> (Vec<Lane>, Vec<EventIdx>) {
    let mut of: BTreeMap<ActorIdx, Vec<EventIdx>> = BTreeMap::new();
    for event in events {
        for actor in &names.site.events[event.at()].links.participants {
            let own = of.entry(*actor).or_default();
            if own.last() != Some(event) {
                own.push(*event);
            }
        }
    }
    let mut lanes: Vec<(ActorIdx, Vec<EventIdx>)> = of.into_iter().collect();
    lanes.sort_by_key(|(actor, events)| (std::cmp::Reverse(events.len()), *actor));
    let mut room = MOST;
    let (mut drawn, mut found) = (Vec::new(), BTreeSet::new());
    for (actor, mut events) in lanes.into_iter().take(MOST_LANES) {
        events.truncate(room);
        room -= events.len();
        if !events.is_empty() {
            let link = names.actor(actor).to_view();
            found.extend(events.iter().copied());
            let moments = events.into_iter().map(|event| moment(names, event)).collect();
            drawn.push(Lane { name: link.text, href: link.href, moments });
        }
    }
    (drawn, events.iter().copied().filter(|event| found.contains(event)).collect())
}

fn moment(names: Names<'_>, event: EventIdx) -> Moment {
    let entry = &names.site.events[event.at()];
    let link = names.event(event).to_view();
    let date = entry.data.date.as_ref().expect("only events with a date are drawn");
    let kind = event_type(entry.data.kind.as_ref()).label;
    let status = words::event_status(entry.data.status).label;
    let mut told = format!("{}: {}; {kind}, {status}", date.in_words(Length::Full), link.text);
    let briefs = names.site.back.event_briefs.of(event.at());
    for brief in briefs.iter().take(BRIEFS) {
        told += &format!("; in “{}”", names.text(AnyIdx::Brief(*brief)).text);
    }
    if briefs.len() > BRIEFS {
        told += &format!(" and {}", words::count(briefs.len() - BRIEFS, "more brief", "more briefs"));
    }
    Moment {
        href: link.href.unwrap_or_default(),
        label: link.text,
        words: told,
        extent: date.extent(),
        status: entry.data.status,
    }
}

fn note(timeline: &Timeline, dates: &[&Date], all: usize) -> String {
    let moments = || timeline.lanes.iter().flat_map(|lane| &lane.moments);
    let count = words::count(dates.len(), "event", "events");
    let mut text = match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if dates.len() > 1 => {
            format!(
                "{count}: the first {}, the last {}",
                first.in_words(Length::Full),
                last.in_words(Length::Full)
            )
        }
        (Some(only), _) => format!("{count}: {}", only.in_words(Length::Full)),
        (None, _) => count,
    };
    if all > dates.len() {
        text += &format!("; {} more in the list", all - dates.len());
    }
    text += ".";
    let status = |wanted: &[EventStatus]| moments().any(|one| wanted.contains(&one.status));
    let edge = |wanted| moments().any(|one| one.extent.start == wanted || one.extent.end == wanted);
    let several = {
        let first = moments().next().map(|one| one.status);
        moments().any(|one| Some(one.status) != first)
    };
    sentences(
        text,
        &[
            (moments().any(|one| one.extent.first != one.extent.last), "A bar covers the days."),
            (edge(Edge::Soft), "Fading ends mean that the day is not certain."),
            (edge(Edge::Open), "An arrow means that it goes on."),
            (several && status(&[EventStatus::Confirmed]), "A full mark is confirmed."),
            (several && status(&[EventStatus::Reported]), "A half-full mark is reported."),
            (status(&[EventStatus::Planned]), "A broken ring (◌) is planned."),
            (status(&[EventStatus::Disputed]), "A flag (⚑) is disputed."),
            (status(&[EventStatus::Denied, EventStatus::Cancelled]), "A cross (✕) is denied or cancelled."),
        ],
    )
}
