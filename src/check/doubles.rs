//! C002: two events that are probably one.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::Date;
use crate::resolve::{ActorIdx, EventEntry, EventIdx, Site};

const DAY: i64 = 86_400;
/// How far apart the dates of one event may be written.
const NEAR: i64 = 3 * DAY;
/// A date wider than a week says too little to be compared.
const WIDEST: i64 = 6 * DAY;
/// How many of the next events each one is compared with: bounds the work where very many fall on one day.
const NEIGHBOURS: usize = 4;

/// An event by what makes it like another: type, participants, beginning.
type Likeness<'a> = (Option<&'a str>, Vec<ActorIdx>, i64, EventIdx);

/// Events of one type with the same participants at nearly one time, which nothing ties together or keeps apart.
pub(super) fn events(site: &Site) -> Vec<Diagnostic> {
    let mut alike: Vec<Likeness<'_>> =
        site.events.iter().enumerate().filter_map(|(at, entry)| likeness(at, entry)).collect();
    alike.sort_unstable();
    let mut found = Vec::new();
    for group in alike.chunk_by(|a, b| (a.0, &a.1) == (b.0, &b.1)) {
        for (at, (_, participants, _, one)) in group.iter().enumerate() {
            for (_, _, _, next) in group[at + 1..].iter().take(NEIGHBOURS) {
                let (a, b) = (&site.events[one.at()], &site.events[next.at()]);
                if probably_one(a, b, participants.len()) && !tied(a, *one, b, *next) {
                    found.push(double(a, b));
                }
            }
        }
    }
    found
}

fn likeness(at: usize, entry: &EventEntry) -> Option<Likeness<'_>> {
    let date = entry.data.date.as_ref()?;
    let narrow = date.latest.saturating_sub(date.earliest) <= WIDEST;
    let mut participants = entry.links.participants.clone();
    participants.sort_unstable();
    participants.dedup();
    let kind = entry.data.kind.as_ref().map(|kind| kind.text.as_str());
    (narrow && !participants.is_empty()).then(|| (kind, participants, date.earliest, EventIdx::from_at(at)))
}

/// What one speaker says on two days are two statements, so a lone participant must meet itself on one day. Two
/// places, or two times of day, are two events.
fn probably_one(a: &EventEntry, b: &EventEntry, participants: usize) -> bool {
    let (Some(earlier), Some(later)) = (&a.data.date, &b.data.date) else { return false };
    let gap = later.earliest.saturating_sub(earlier.latest);
    let near = if participants > 1 { gap <= NEAR } else { same_day(earlier, later) };
    let timed = earlier.moment().is_some() && later.moment().is_some() && earlier.earliest != later.earliest;
    let (here, there) = (&a.links.places, &b.links.places);
    let apart = !here.is_empty() && !there.is_empty() && !here.iter().any(|place| there.contains(place));
    near && !timed && !apart
}

fn same_day(a: &Date, b: &Date) -> bool {
    a.first_day() <= b.last_day() && b.first_day() <= a.last_day()
}

fn tied(a: &EventEntry, a_at: EventIdx, b: &EventEntry, b_at: EventIdx) -> bool {
    let names = |one: &EventEntry, other| {
        let links = &one.links;
        [&links.part_of, &links.follows, &links.causes, &links.distinct_from]
            .iter()
            .any(|list| list.contains(&other))
    };
    names(a, b_at) || names(b, a_at)
}

fn double(a: &EventEntry, b: &EventEntry) -> Diagnostic {
    let kind = a.data.kind.as_ref().map_or("event", |kind| kind.text.as_str());
    let message = format!(
        "`{}` and `{}` are probably one event: the same participants, the same type ({kind}), {} and {}",
        a.id,
        b.id,
        written(a),
        written(b)
    );
    let help = format!("make them one, or write `distinct_from: {}` in `{}`", a.id, b.id);
    Diagnostic::new(Code::C002, b.span, message).help(help).related(a.span, "the other one")
}

fn written(entry: &EventEntry) -> &str {
    entry.data.date.as_ref().map_or("", |date| date.written.as_str())
}
