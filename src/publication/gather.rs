//! What a site says, gathered into a manifest.

use super::estimate::EstimateItem;
use super::manifest::{
    self, ActorItem, AssessmentItem, BriefItem, ChangeItem, ClaimItem, EventItem, Manifest, NamedItem,
    VERSION,
};
use super::wording::{date, versions, wording};
use crate::model::{Assessment, Likelihood, Outcome, Tlp, Vocabulary};
use crate::resolve::{
    ActorEntry, ActorIdx, BriefEntry, ClaimEntry, ClaimIdx, EventEntry, Site, marked_claims, office_on,
};
use std::collections::HashSet;

/// The manifest of an edition for `audience`.
pub fn gather(site: &Site, audience: Tlp) -> Manifest {
    Manifest {
        version: VERSION,
        audience: audience.key().to_owned(),
        briefs: briefs(site).collect(),
        claims: claims(site).collect(),
        events: site.events.iter().map(|entry| event(entry)).collect(),
        actors: site.actors.iter().map(|entry| actor(entry)).collect(),
    }
}

/// The same as JSON with one item on each line, so that two publications can be compared line by line. Items are made as they
/// are written: all together they would be as large as the site.
pub fn bytes(site: &Site, audience: Tlp) -> Vec<u8> {
    let mut bytes = manifest::begin(audience.key());
    manifest::list(&mut bytes, "briefs", briefs(site));
    manifest::list(&mut bytes, "claims", claims(site));
    manifest::list(&mut bytes, "events", site.events.iter().map(|entry| event(entry)));
    manifest::list(&mut bytes, "actors", site.actors.iter().map(|entry| actor(entry)));
    bytes.extend_from_slice(b"}\n");
    bytes
}

fn briefs(site: &Site) -> impl Iterator<Item = BriefItem> {
    site.briefs.iter().map(|entry| brief(site, entry))
}

fn claims(site: &Site) -> impl Iterator<Item = ClaimItem> {
    site.claims.iter().map(|entry| claim(site, entry))
}

fn brief(site: &Site, entry: &BriefEntry) -> BriefItem {
    let (data, links) = (&entry.data, &entry.links);
    let named = |(actor, _): &(ActorIdx, _)| NamedItem {
        id: site.actors[actor.at()].id.clone(),
        office: office_on(site, *actor, &data.date).map(|(_, office)| office.title.clone()),
    };
    let mut seen = HashSet::new();
    let claims = links.claims.iter().copied().chain(marked_claims(&entry.slots));
    let claims = claims.filter(|claim| seen.insert(*claim));
    BriefItem {
        id: entry.id.clone(),
        title: versions(&data.title),
        date: date(&data.date),
        status: data.status.key().to_owned(),
        info_cutoff: data.info_cutoff.as_ref().map(date),
        summary: data.summary.as_ref().map(versions),
        actors: links.actors.iter().take(links.own_actors).map(named).collect(),
        events: links
            .events
            .iter()
            .take(links.own_events)
            .map(|event| site.events[event.at()].id.clone())
            .collect(),
        claims: claims.map(|claim: ClaimIdx| site.claims[claim.at()].claim.id.text.clone()).collect(),
        assessments: data.assessments.iter().map(assessment).collect(),
        changes: data
            .changes
            .iter()
            .map(|change| ChangeItem {
                on: change.on.written.clone(),
                kind: change.kind.key().to_owned(),
                note: wording(&change.note),
            })
            .collect(),
    }
}

fn claim(site: &Site, entry: &ClaimEntry) -> ClaimItem {
    let claim = &entry.claim;
    let office = claim.said_on.as_ref().and_then(|day| office_on(site, entry.by, day));
    let told_by_figure = claim.figure.as_ref().is_some_and(|figure| figure.in_words() == claim.text);
    ClaimItem {
        id: claim.id.text.clone(),
        text: (!told_by_figure).then(|| wording(&claim.text)),
        speaker: site.actors[entry.by.at()].id.clone(),
        office: office.map(|(_, office)| office.title.clone()),
        via: entry.via.iter().map(|actor| site.actors[actor.at()].id.clone()).collect(),
        said_on: claim.said_on.as_ref().map(date),
        stance: claim.stance.map(|stance| stance.key().to_owned()),
        status: claim.status.key().to_owned(),
        quote: claim.quote.as_deref().map(wording),
        estimate: claim.figure.as_deref().map(EstimateItem::of),
    }
}

fn assessment(one: &Assessment) -> AssessmentItem {
    let likelihood = |Likelihood { term, low, high }: &Likelihood| {
        term.map_or_else(|| format!("{low}–{high} %"), str::to_owned)
    };
    let outcome = |Outcome { result, on, .. }: &Outcome| {
        let on = on.as_ref().map_or_else(String::new, |on| format!(" ({})", date(on)));
        wording(&format!("{result}{on}"))
    };
    AssessmentItem {
        text: wording(&one.text),
        likelihood: one.likelihood.as_ref().map(likelihood),
        confidence: one.confidence.map(|confidence| confidence.key().to_owned()),
        horizon: one.horizon.as_ref().map(date),
        outcome: one.outcome.as_ref().map(outcome),
    }
}

fn event(entry: &EventEntry) -> EventItem {
    EventItem {
        id: entry.id.clone(),
        title: versions(&entry.data.title),
        date: entry.data.date.as_ref().map(date),
        status: entry.data.status.key().to_owned(),
    }
}

fn actor(entry: &ActorEntry) -> ActorItem {
    ActorItem { id: entry.id.clone(), name: versions(&entry.data.name) }
}
