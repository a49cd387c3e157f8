//! What a figure's query asks for: the records that fit it.

use super::Asked;
use crate::model::Ref;
use crate::pages::drawings::map::Counted;
use crate::pages::drawings::network::{Recorded, recorded, tied_to};
use crate::resolve::{ActorIdx, AnyIdx, ClaimIdx, EventIdx, PlaceIdx, tag_slug};
use crate::text::fold_name;
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Asked<'a> {
    /// The events that fit, earliest first.
    pub(super) fn events(&self) -> Vec<EventIdx> {
        let (site, back) = (self.site(), &self.site().back);
        let of_actor = self.target.actor.map(|actor| back.actor_events.of(actor.at()).to_vec());
        let of_event = self.target.event.map(|event| {
            std::iter::once(event).chain(back.event_parts.of(event.at()).iter().copied()).collect::<Vec<_>>()
        });
        let of_tag = self.query.tag.as_deref().map(|tag| {
            let records = self.tagged(tag).iter();
            records
                .filter_map(|record| if let AnyIdx::Event(event) = record { Some(*event) } else { None })
                .collect()
        });
        let mut events = narrowed([of_actor, of_event, of_tag], || {
            (0..site.events.len()).map(EventIdx::from_at).collect()
        });
        events.retain(|event| self.query.holds(site.events[event.at()].data.date.as_ref()));
        events.reverse();
        events
    }

    /// The places of the events that fit, those with most of them first.
    pub(super) fn places(&self) -> Vec<Counted> {
        let mut counts: BTreeMap<PlaceIdx, usize> = BTreeMap::new();
        for event in self.events() {
            for place in &self.site().events[event.at()].links.places {
                *counts.entry(*place).or_default() += 1;
            }
        }
        let mut places: Vec<Counted> =
            counts.into_iter().map(|(place, events)| Counted { place, events }).collect();
        places.sort_by_key(|one| std::cmp::Reverse(one.events));
        places
    }

    /// The ties that fit: all, or those of one actor.
    pub(super) fn ties(&self) -> Vec<Recorded<'a>> {
        let site = self.site();
        let Some(actor) = self.target.actor else {
            let all = (0..site.actors.len()).map(ActorIdx::from_at);
            return all.flat_map(|actor| recorded(site, actor)).collect();
        };
        let around = tied_to(site, actor).into_iter().filter(|other| *other != actor);
        let around = around.flat_map(|other| recorded(site, other)).filter(|tie| tie.to == actor);
        recorded(site, actor).chain(around).collect()
    }

    /// The claims that fit, earliest first.
    pub(super) fn said(&self) -> Vec<ClaimIdx> {
        let (site, back) = (self.site(), &self.site().back);
        let of_actor = self.target.actor.map(|actor| {
            let both = [back.actor_said.of(actor.at()), back.actor_about.of(actor.at())].concat();
            sorted(both)
        });
        let of_event = self.target.event.map(|event| {
            let own = site.events[event.at()].links.claims.iter().copied();
            sorted(own.chain(back.event_about.of(event.at()).iter().copied()).collect())
        });
        let of_tag = self.query.tag.as_deref().map(|tag| {
            let claims = self.tagged(tag).iter().flat_map(|record| match record {
                AnyIdx::Brief(brief) => site.briefs[brief.at()].links.claims.clone(),
                AnyIdx::Event(event) => site.events[event.at()].links.claims.clone(),
                _ => Vec::new(),
            });
            sorted(claims.collect())
        });
        let mut claims = narrowed([of_actor, of_event, of_tag], || {
            (0..site.claims.len()).map(ClaimIdx::from_at).collect()
        });
        claims.retain(|claim| self.query.holds(site.claims[claim.at()].claim.said_on.as_ref()));
        claims.reverse();
        claims
    }

    pub(super) fn tagged(&self, tag: &str) -> &'a [AnyIdx] {
        let slug = tag_slug(tag);
        self.site().tags.iter().find(|tag| tag.slug == slug).map_or(&[], |tag| &tag.records)
    }

    /// The estimates that fit, earliest first.
    pub(super) fn estimated(&self) -> Vec<ClaimIdx> {
        let wanted = |index: &ClaimIdx| {
            let figure = self.site().claims[index.at()].claim.figure.as_ref();
            figure.is_some_and(|figure| {
                let fits = |asked: &Option<Ref>, own: &str| {
                    asked.as_ref().is_none_or(|asked| fold_name(&asked.text) == fold_name(own))
                };
                fits(&self.query.quantity, &figure.quantity) && fits(&self.query.estimate_kind, &figure.kind)
            })
        };
        self.said().into_iter().filter(wanted).collect()
    }
}

/// The items that stand in every list that was asked for, in the order of the first; all where none was.
fn narrowed<T: Copy + Ord>(lists: [Option<Vec<T>>; 3], all: impl FnOnce() -> Vec<T>) -> Vec<T> {
    let mut asked = lists.into_iter().flatten();
    let Some(first) = asked.next() else { return all() };
    asked.fold(first, |kept, other| {
        let other: BTreeSet<T> = other.into_iter().collect();
        kept.into_iter().filter(|item| other.contains(item)).collect()
    })
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}
