//! Back-references of every kind.

use super::back::Back;
use super::index::ActorIdx;
use super::index::{AnyIdx, BriefIdx, ClaimIdx, EventIdx, PlaceIdx, SourceIdx};
use super::met;
use super::newer::newer_estimates;
use super::site::{BackReferences, Site};
use super::slots::marked;

/// Pairs of (row, item) for [`Back::new`].
type Pairs<T> = Vec<(u32, T)>;

/// Reads all links backwards. Walks each list in its order, so every row comes out in the order of its items.
pub(super) fn references(site: &Site) -> BackReferences {
    let (actors, events) = (site.actors.len(), site.events.len());
    let (sources, places, briefs) = (site.sources.len(), site.places.len(), site.briefs.len());
    let from_briefs = BriefPairs::of(site);
    let from_events = EventPairs::of(site);
    let from_claims = ClaimPairs::of(site);
    let from_sources = SourcePairs::of(site);
    let actor_briefs = Back::new(actors, &from_briefs.actors);
    let actor_events = Back::new(actors, &from_events.actors);
    let actor_met = met::together(site, &actor_briefs, &actor_events);
    let (in_briefs, in_events) = uses_of_claims(site);
    let (members, relations, citing) = of_actors(site);
    BackReferences {
        actor_briefs,
        actor_events,
        actor_met,
        actor_said: Back::new(actors, &from_claims.said),
        actor_about: Back::new(actors, &from_claims.about_actors),
        actor_published: Back::new(actors, &from_sources.published),
        actor_members: Back::new(actors, &members),
        actor_relations: Back::new(actors, &relations),
        event_briefs: Back::new(events, &from_briefs.events),
        event_about: Back::new(events, &from_claims.about_events),
        event_parts: Back::new(events, &from_events.parts),
        event_followed_by: Back::new(events, &from_events.followed_by),
        event_caused_by: Back::new(events, &from_events.caused_by),
        source_briefs: Back::new(sources, &from_briefs.sources),
        source_events: Back::new(sources, &from_events.sources),
        source_actors: Back::new(sources, &citing),
        source_claims: Back::new(sources, &from_claims.sources),
        source_derived: Back::new(sources, &from_sources.derived),
        place_events: Back::new(places, &from_events.places),
        place_briefs: Back::new(places, &from_briefs.places),
        place_contains: Back::new(places, &contained(site)),
        brief_linked_from: Back::new(briefs, &from_briefs.linked),
        brief_superseded_by: Back::new(briefs, &from_briefs.superseded),
        claim_briefs: Back::new(site.claims.len(), &in_briefs),
        claim_events: Back::new(site.claims.len(), &in_events),
        claim_newer: newer_estimates(site),
    }
}

#[derive(Default)]
struct BriefPairs {
    actors: Pairs<BriefIdx>,
    events: Pairs<BriefIdx>,
    places: Pairs<BriefIdx>,
    sources: Pairs<BriefIdx>,
    linked: Pairs<BriefIdx>,
    superseded: Pairs<BriefIdx>,
}

impl BriefPairs {
    fn of(site: &Site) -> Self {
        let mut pairs = Self::default();
        for (at, brief) in site.briefs.iter().enumerate() {
            let own = BriefIdx::from_at(at);
            let links = &brief.links;
            pairs.actors.extend(links.actors.iter().map(|(actor, _)| (actor.0, own)));
            pairs.events.extend(links.events.iter().map(|event| (event.0, own)));
            pairs.places.extend(links.places.iter().map(|place| (place.0, own)));
            pairs.sources.extend(links.sources.iter().map(|source| (source.0, own)));
            pairs
                .linked
                .extend(links.briefs.iter().filter(|other| **other != own).map(|other| (other.0, own)));
            pairs.superseded.extend(links.supersedes.iter().map(|older| (older.0, own)));
        }
        pairs
    }
}

#[derive(Default)]
struct EventPairs {
    actors: Pairs<EventIdx>,
    places: Pairs<EventIdx>,
    sources: Pairs<EventIdx>,
    parts: Pairs<EventIdx>,
    followed_by: Pairs<EventIdx>,
    caused_by: Pairs<EventIdx>,
}

impl EventPairs {
    fn of(site: &Site) -> Self {
        let mut pairs = Self::default();
        for (at, event) in site.events.iter().enumerate() {
            let own = EventIdx::from_at(at);
            let links = &event.links;
            pairs.actors.extend(links.actors.iter().map(|actor| (actor.0, own)));
            pairs.places.extend(links.places.iter().map(|place| (place.0, own)));
            pairs.sources.extend(links.sources.iter().map(|source| (source.0, own)));
            pairs.parts.extend(links.part_of.iter().map(|whole| (whole.0, own)));
            pairs.followed_by.extend(links.follows.iter().map(|earlier| (earlier.0, own)));
            pairs.caused_by.extend(links.causes.iter().map(|later| (later.0, own)));
        }
        pairs
    }
}

#[derive(Default)]
struct ClaimPairs {
    said: Pairs<ClaimIdx>,
    about_actors: Pairs<ClaimIdx>,
    about_events: Pairs<ClaimIdx>,
    sources: Pairs<ClaimIdx>,
}

impl ClaimPairs {
    fn of(site: &Site) -> Self {
        let mut pairs = Self::default();
        for (at, claim) in site.claims.iter().enumerate() {
            let own = ClaimIdx::from_at(at);
            pairs.said.push((claim.by.0, own));
            pairs.sources.extend(claim.cited.iter().map(|source| (source.0, own)));
            for about in &claim.about {
                match about {
                    AnyIdx::Actor(actor) => pairs.about_actors.push((actor.0, own)),
                    AnyIdx::Event(event) => pairs.about_events.push((event.0, own)),
                    _ => {}
                }
            }
            pairs.about_events.extend(claim.event.iter().map(|event| (event.0, own)));
        }
        pairs
    }
}

#[derive(Default)]
struct SourcePairs {
    published: Pairs<SourceIdx>,
    derived: Pairs<SourceIdx>,
}

impl SourcePairs {
    fn of(site: &Site) -> Self {
        let mut pairs = Self::default();
        for (at, source) in site.sources.iter().enumerate() {
            let own = SourceIdx::from_at(at);
            let by = [source.links.publisher, source.links.author];
            pairs.published.extend(by.into_iter().flatten().map(|actor| (actor.0, own)));
            pairs.derived.extend(source.links.derived_from.iter().map(|origin| (origin.0, own)));
        }
        pairs
    }
}

/// For each claim the briefs and the events that use it: record it, mark it in their text, or rest a judgement on it.
fn uses_of_claims(site: &Site) -> (Pairs<BriefIdx>, Pairs<EventIdx>) {
    let (mut briefs, mut events) = (Vec::new(), Vec::new());
    for (at, brief) in site.briefs.iter().enumerate() {
        let claims = brief.links.claims.iter().copied().chain(marked(&brief.slots));
        let claims = claims.chain(site.rests_on(&brief.data));
        briefs.extend(claims.map(|claim| (claim.0, BriefIdx::from_at(at))));
    }
    for (at, event) in site.events.iter().enumerate() {
        let claims = event.links.claims.iter().copied().chain(marked(&event.slots));
        events.extend(claims.map(|claim| (claim.0, EventIdx::from_at(at))));
    }
    (briefs, events)
}

type ActorPairs = (Pairs<ActorIdx>, Pairs<(ActorIdx, u32)>, Pairs<ActorIdx>);

/// Members of bodies, relations from the other side, and actors whose files cite a source.
fn of_actors(site: &Site) -> ActorPairs {
    let (mut members, mut relations, mut citing) = (Vec::new(), Vec::new(), Vec::new());
    for (at, actor) in site.actors.iter().enumerate() {
        let own = ActorIdx::from_at(at);
        members.extend(actor.links.member_of.iter().map(|body| (body.0, own)));
        relations.extend((0u32..).zip(&actor.links.relations).map(|(nth, other)| (other.0, (own, nth))));
        citing.extend(actor.cited.iter().map(|source| (source.0, own)));
    }
    (members, relations, citing)
}

fn contained(site: &Site) -> Pairs<PlaceIdx> {
    let places = site.places.iter().enumerate();
    places.filter_map(|(at, place)| Some((place.links.within?.0, PlaceIdx::from_at(at)))).collect()
}
