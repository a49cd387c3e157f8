//! An event's page.

use super::address::Addresses;
use super::brief::claims;
use super::drawings::{self, map::Counted};
use super::evidence::evidence;
use super::hrefs::record_path;
use super::notices::notices;
use super::page::Page;
use super::parts::{Head, body_and_sources, links};
use super::rows::{event_type, office_words};
use super::sections::{Owner, Taken};
use super::shop::Shop;
use super::view::{ActorMention, ClockView, DrawingView, EventView, Link, NeighbourView};
use super::words;
use crate::model::{Date, Event, Length, RecordKind, offset_words};
use crate::resolve::{AnyIdx, EventEntry, EventIdx, PlaceIdx};
use jiff::tz::TimeZone;

/// Makes the page of an event.
pub fn page(shop: &Shop<'_>, addresses: &Addresses, index: EventIdx) -> Page {
    let entry = &shop.site.events[index.at()];
    let view = view(shop, addresses, index, entry);
    let path = record_path(RecordKind::Event, &entry.id);
    let head = Head {
        kind: "event",
        title: &view.title,
        description: description(shop, entry),
        path: &path,
        breadcrumbs: shop.above(RecordKind::Event),
        section: "events",
    };
    Page::new("event.html", "event", head.view(shop), view)
}

/// `28 October 2024, Brussels: statement, confirmed. 3 sources.`
fn description(shop: &Shop<'_>, entry: &EventEntry) -> String {
    let date = entry.data.date.as_ref().map(|date| date.in_words(Length::Full));
    let places = entry.links.places.iter().map(|place| shop.names().place(*place).text.clone());
    let when_where: Vec<String> = date.into_iter().chain(places).collect();
    let kind = event_type(entry.data.kind.as_ref()).label;
    let sources = words::count(entry.links.sources.len(), "source", "sources");
    let status = crate::model::Vocabulary::label(entry.data.status);
    let lead = if when_where.is_empty() { String::new() } else { format!("{}: ", when_where.join(", ")) };
    format!("{lead}{kind}, {status}. {sources}.")
}

fn view(shop: &Shop<'_>, addresses: &Addresses, index: EventIdx, entry: &EventEntry) -> EventView {
    let (data, linked) = (&entry.data, &entry.links);
    let taken = Taken::of(shop, Owner::Record(AnyIdx::Event(index)));
    let (body, sources) = body_and_sources(shop, addresses, entry, &linked.sources);
    let (claims, estimates) = claims(shop, &linked.claims);
    let events =
        |list: &[EventIdx]| -> Vec<Link> { links(shop, list.iter().map(|event| AnyIdx::Event(*event))) };
    EventView {
        id: entry.id.clone(),
        title: shop.names().text(AnyIdx::Event(index)),
        stub: entry.stub,
        draft: entry.common.marking.draft == Some(true),
        date: data.date.as_ref().map_or_else(words::no_date, words::date),
        clock: data.date.as_ref().and_then(|date| clock(shop, entry, date)),
        reported: data.reported.as_ref().map(words::date),
        kind: event_type(data.kind.as_ref()),
        status: words::event_status(data.status),
        places: links(shop, linked.places.iter().map(|place| AnyIdx::Place(*place))),
        map: shop.if_printed("event", "map", || map(shop, entry)),
        participants: participants(shop, entry),
        notices: notices(shop, data.date.as_ref(), linked.claims.iter().copied(), &entry.slots),
        body: body.view,
        claims,
        estimates,
        said_about: taken.claims("said-about"),
        evidence: evidence(shop, &linked.sources),
        sources,
        part_of: events(&linked.part_of),
        parts: events(shop.site.back.event_parts.of(index.at())),
        before: shop.if_printed("event", "before", || before(shop, index, entry)),
        after: shop.if_printed("event", "after", || after(shop, index, entry)),
        distinct_from: events(&linked.distinct_from),
        briefs: taken.briefs("briefs"),
        tags: shop.tags(&entry.common.tags),
        extra: entry.common.extra.clone(),
    }
}

/// Where it happened.
fn map(shop: &Shop<'_>, entry: &EventEntry) -> Option<DrawingView> {
    let counted = |place: &PlaceIdx| Counted { place: *place, events: 0 };
    let places: Vec<Counted> = entry.links.places.iter().map(counted).collect();
    let drawn = drawings::map::places(shop.names(), &places, "section-map", "Where it happened")?;
    Some(drawn.view(shop.names()))
}

fn participants(shop: &Shop<'_>, entry: &EventEntry) -> Vec<ActorMention> {
    let Event { participants, date, .. } = &entry.data;
    let mention = |(one, actor): (&crate::model::ActorUse, &crate::resolve::ActorIdx)| ActorMention {
        actor: shop.actor_row(*actor).in_full(),
        role: one.event_role.clone(),
        office: date.as_ref().and_then(|date| office_words(shop.site, *actor, date)),
    };
    participants.iter().zip(&entry.links.participants).map(mention).collect()
}

/// Local time and UTC, where the hour is known: the event's zone, else its first place's, else the zone as written.
fn clock(shop: &Shop<'_>, entry: &EventEntry, date: &Date) -> Option<ClockView> {
    let moment = date.moment()?;
    let place_zone =
        || entry.links.places.iter().find_map(|place| shop.site.places[place.at()].data.timezone.as_deref());
    let zone = entry.data.timezone.as_deref().or_else(place_zone);
    let utc = moment.to_zoned(TimeZone::UTC);
    let day = |zoned: &jiff::Zoned| {
        let month = crate::model::month_name(u8::try_from(zoned.month()).unwrap_or(1), Length::Full);
        format!("{} {month} {}", zoned.day(), zoned.year())
    };
    let utc_words = format!("{:02}:{:02} UTC, {}", utc.hour(), utc.minute(), day(&utc));
    let local = match zone.and_then(|name| Some((name, TimeZone::get(name).ok()?))) {
        Some((name, zone)) => {
            let there = moment.to_zoned(zone);
            let offset = offset_words(there.offset().seconds() / 60);
            format!("{:02}:{:02}, {} ({name}, {offset})", there.hour(), there.minute(), day(&there))
        }
        None => date.clock_in_words()?,
    };
    Some(ClockView { local, utc: utc_words })
}

/// What it follows and what brought it about; failing these, the event before it in time.
fn before(shop: &Shop<'_>, index: EventIdx, entry: &EventEntry) -> Vec<NeighbourView> {
    let neighbour = |tie: &'static str| {
        move |event: &EventIdx| NeighbourView { tie, event: shop.event_row(*event).in_full() }
    };
    let follows = entry.links.follows.iter().map(neighbour("follows"));
    let caused_by = shop.site.back.event_caused_by.of(index.at()).iter().map(neighbour("caused by"));
    let mut before: Vec<NeighbourView> = follows.chain(caused_by).collect();
    // Events stand newest first: the one before in time is the next in the list.
    if before.is_empty() && entry.data.date.is_some() && index.at() + 1 < shop.site.events.len() {
        let earlier = EventIdx::from_at(index.at() + 1);
        if shop.site.events[earlier.at()].data.date.is_some() {
            before.push(neighbour("before it in time")(&earlier));
        }
    }
    before
}

/// What follows it and what it brought about; failing these, the event after it in time.
fn after(shop: &Shop<'_>, index: EventIdx, entry: &EventEntry) -> Vec<NeighbourView> {
    let neighbour = |tie: &'static str| {
        move |event: &EventIdx| NeighbourView { tie, event: shop.event_row(*event).in_full() }
    };
    let causes = entry.links.causes.iter().map(neighbour("causes"));
    let followed = shop.site.back.event_followed_by.of(index.at()).iter().map(neighbour("followed by"));
    let mut after: Vec<NeighbourView> = causes.chain(followed).collect();
    if after.is_empty() && entry.data.date.is_some() && index.at() > 0 {
        after.push(neighbour("after it in time")(&EventIdx::from_at(index.at() - 1)));
    }
    after
}
