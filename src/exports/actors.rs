//! Actors as data.

use super::fields::{NameData, TermData, actor_ids, key, names, source_ids, term, text, url};
use crate::model::Vocabulary;
use crate::pages::Shop;
use crate::resolve::{ActorEntry, ActorIdx, AnyIdx, Site};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
pub(super) struct ActorData {
    id: String,
    url: String,
    name: String,
    kind: &'static str,
    names: Vec<NameData>,
    country: Vec<String>,
    positions: Vec<PositionData>,
    member_of: Vec<MembershipData>,
    relations: Vec<RelationData>,
    identifiers: BTreeMap<String, String>,
    same_as: Vec<String>,
    reliability: Option<&'static str>,
    sources: Vec<String>,
    tags: Vec<String>,
    stub: bool,
}

#[derive(Debug, Serialize)]
struct PositionData {
    title: String,
    org: Option<String>,
    #[serde(flatten)]
    term: TermData,
}

#[derive(Debug, Serialize)]
struct MembershipData {
    actor: String,
    #[serde(flatten)]
    term: TermData,
}

#[derive(Debug, Serialize)]
struct RelationData {
    #[serde(rename = "type")]
    kind: &'static str,
    to_actor: String,
    label: Option<String>,
    #[serde(flatten)]
    term: TermData,
}

/// Every actor, by id.
pub(super) fn all<'a>(shop: &'a Shop<'a>) -> impl Iterator<Item = ActorData> + 'a {
    let mut order: Vec<usize> = (0..shop.site.actors.len()).collect();
    order.sort_by_key(|at| &shop.site.actors[*at].id);
    order.into_iter().map(|at| data(shop, ActorIdx::from_at(at), &shop.site.actors[at]))
}

fn data(shop: &Shop<'_>, index: ActorIdx, entry: &ActorEntry) -> ActorData {
    let data = &entry.data;
    ActorData {
        id: entry.id.clone(),
        url: url(shop, AnyIdx::Actor(index)),
        name: text(shop, &data.name),
        kind: data.kind.key(),
        names: names(&data.names),
        country: data.country.clone(),
        positions: positions(shop.site, entry),
        member_of: memberships(shop.site, entry),
        relations: relations(shop.site, entry),
        identifiers: data.identifiers.iter().cloned().collect(),
        same_as: data.same_as.clone(),
        reliability: key(data.reliability),
        sources: source_ids(shop.site, &entry.cited),
        tags: entry.common.tag_names(),
        stub: entry.stub,
    }
}

fn id(site: &Site, actor: ActorIdx) -> String {
    actor_ids(site, &[actor]).concat()
}

fn positions(site: &Site, entry: &ActorEntry) -> Vec<PositionData> {
    let held = entry.data.positions.iter().zip(&entry.links.orgs);
    held.map(|(position, org)| PositionData {
        title: position.title.clone(),
        org: org.map(|org| id(site, org)),
        term: term(&position.term),
    })
    .collect()
}

fn memberships(site: &Site, entry: &ActorEntry) -> Vec<MembershipData> {
    let memberships = entry.data.member_of.iter().zip(&entry.links.member_of);
    memberships
        .map(|(membership, actor)| MembershipData { actor: id(site, *actor), term: term(&membership.term) })
        .collect()
}

fn relations(site: &Site, entry: &ActorEntry) -> Vec<RelationData> {
    let relations = entry.data.relations.iter().zip(&entry.links.relations);
    relations
        .map(|(relation, to)| RelationData {
            kind: relation.kind.key(),
            to_actor: id(site, *to),
            label: relation.label.clone(),
            term: term(&relation.term),
        })
        .collect()
}
