//! Events as data.

use super::fields::{actor_ids, claim_ids, date, event_ids, place_ids, source_ids, text, url};
use crate::model::Vocabulary;
use crate::pages::Shop;
use crate::resolve::{AnyIdx, EventEntry, EventIdx, origins};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct EventData {
    id: String,
    url: String,
    title: String,
    date: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    status: &'static str,
    participants: Vec<ParticipantData>,
    places: Vec<String>,
    timezone: Option<String>,
    reported: Option<String>,
    sources: Vec<String>,
    /// How many; which they are follows from the sources.
    origins: usize,
    claims: Vec<String>,
    part_of: Vec<String>,
    follows: Vec<String>,
    causes: Vec<String>,
    distinct_from: Vec<String>,
    tags: Vec<String>,
    stub: bool,
}

#[derive(Debug, Serialize)]
struct ParticipantData {
    id: String,
    role: Option<String>,
}

/// Every event, newest first.
pub(super) fn all<'a>(shop: &'a Shop<'a>) -> impl Iterator<Item = EventData> + 'a {
    shop.site.events.iter().enumerate().map(|(at, entry)| data(shop, EventIdx::from_at(at), entry))
}

fn data(shop: &Shop<'_>, index: EventIdx, entry: &EventEntry) -> EventData {
    let (site, data, links) = (shop.site, &entry.data, &entry.links);
    let participants = data.participants.iter().zip(&links.participants);
    EventData {
        id: entry.id.clone(),
        url: url(shop, AnyIdx::Event(index)),
        title: text(shop, &data.title),
        date: date(data.date.as_ref()),
        kind: data.kind.as_ref().map(|kind| kind.text.clone()),
        status: data.status.key(),
        participants: participants
            .map(|(one, actor)| ParticipantData {
                id: actor_ids(site, &[*actor]).concat(),
                role: one.event_role.clone(),
            })
            .collect(),
        places: place_ids(site, &links.places),
        timezone: data.timezone.clone(),
        reported: date(data.reported.as_ref()),
        sources: source_ids(site, &links.sources),
        origins: origins(site, &links.sources).len(),
        claims: claim_ids(site, &links.claims),
        part_of: event_ids(site, &links.part_of),
        follows: event_ids(site, &links.follows),
        causes: event_ids(site, &links.causes),
        distinct_from: event_ids(site, &links.distinct_from),
        tags: entry.common.tag_names(),
        stub: entry.stub,
    }
}
