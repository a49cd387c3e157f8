//! Briefs as data: what their front matter says, without their texts.

use super::fields::{actor_ids, claim_ids, date, event_ids, key, place_ids, source_ids, text, url};
use crate::model::{Assessment, Author, Change, Likelihood, Tlp, Vocabulary};
use crate::pages::Shop;
use crate::resolve::{AnyIdx, BriefEntry, BriefIdx, Site, SourceIdx};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct BriefData {
    id: String,
    url: String,
    title: String,
    lang: String,
    date: String,
    summary: Option<String>,
    authors: Vec<String>,
    series: Option<String>,
    status: &'static str,
    tlp: &'static str,
    info_cutoff: Option<String>,
    actors: Vec<ActorData>,
    events: Vec<String>,
    places: Vec<String>,
    sources: Vec<String>,
    claims: Vec<String>,
    assessments: Vec<AssessmentData>,
    changes: Vec<ChangeData>,
    supersedes: Vec<String>,
    tags: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ActorData {
    id: String,
    role: &'static str,
}

#[derive(Debug, Serialize)]
struct AssessmentData {
    text: String,
    likelihood: Option<&'static str>,
    low: Option<u8>,
    high: Option<u8>,
    confidence: Option<&'static str>,
    basis: Vec<String>,
    horizon: Option<String>,
    outcome: Option<OutcomeData>,
}

#[derive(Debug, Serialize)]
struct OutcomeData {
    result: String,
    on: Option<String>,
    source: Option<String>,
}

#[derive(Debug, Serialize)]
struct ChangeData {
    on: String,
    kind: &'static str,
    note: String,
}

/// Every brief, newest first.
pub(super) fn all<'a>(shop: &'a Shop<'a>) -> impl Iterator<Item = BriefData> + 'a {
    shop.site.briefs.iter().enumerate().map(|(at, entry)| data(shop, BriefIdx::from_at(at), entry))
}

fn data(shop: &Shop<'_>, index: BriefIdx, entry: &BriefEntry) -> BriefData {
    let (site, data, links) = (shop.site, &entry.data, &entry.links);
    let authors: &[Author] = if data.authors.is_empty() { &shop.config.authors } else { &data.authors };
    let actor = |(actor, role): &(_, crate::model::BriefRole)| ActorData {
        id: actor_ids(site, &[*actor]).concat(),
        role: role.key(),
    };
    let assessments = data.assessments.iter().zip(&links.outcomes);
    BriefData {
        id: entry.id.clone(),
        url: url(shop, AnyIdx::Brief(index)),
        title: text(shop, &data.title),
        lang: entry.common.lang.as_ref().unwrap_or(&shop.config.language).as_str().to_owned(),
        date: data.date.written.clone(),
        summary: data.summary.as_ref().map(|summary| text(shop, summary)),
        authors: authors.iter().map(|author| author.name.clone()).collect(),
        series: data.series.clone(),
        status: data.status.key(),
        tlp: entry.common.marking.tlp.unwrap_or(Tlp::Clear).key(),
        info_cutoff: date(data.info_cutoff.as_ref()),
        actors: links.actors.iter().map(actor).collect(),
        events: event_ids(site, &links.events),
        places: place_ids(site, &links.places),
        sources: source_ids(site, &links.sources),
        claims: claim_ids(site, &links.claims),
        assessments: assessments.map(|(one, source)| assessment(site, one, *source)).collect(),
        changes: data.changes.iter().map(change).collect(),
        supersedes: links.supersedes.iter().map(|older| site.briefs[older.at()].id.clone()).collect(),
        tags: entry.common.tag_names(),
    }
}

fn assessment(site: &Site, one: &Assessment, source: Option<SourceIdx>) -> AssessmentData {
    let likely = one.likelihood.as_ref();
    AssessmentData {
        text: one.text.clone(),
        likelihood: likely.and_then(|likely| likely.term),
        low: likely.map(|Likelihood { low, .. }| *low),
        high: likely.map(|Likelihood { high, .. }| *high),
        confidence: key(one.confidence),
        basis: one.basis.iter().map(|basis| basis.text.clone()).collect(),
        horizon: date(one.horizon.as_ref()),
        outcome: one.outcome.as_ref().map(|outcome| OutcomeData {
            result: outcome.result.clone(),
            on: date(outcome.on.as_ref()),
            source: source.map(|source| source_ids(site, &[source]).concat()),
        }),
    }
}

fn change(change: &Change) -> ChangeData {
    ChangeData { on: change.on.written.clone(), kind: change.kind.key(), note: change.note.clone() }
}
