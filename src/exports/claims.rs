//! The ledger: every claim and estimate with who made it.

use super::csv::{Cell, line};
use super::fields::{key, kind_and_id, number};
use crate::model::{Date, Vocabulary};
use crate::pages::Shop;
use crate::resolve::{AnyIdx, ClaimEntry, ClaimIdx, Site};
use serde::Serialize;
use serde_json::Value;

/// Where the ledger stands as CSV.
pub const CSV_PATH: &str = "claims/claims.csv";

/// Fields in the order of the CSV file's columns.
#[derive(Debug, Serialize)]
pub(super) struct ClaimData<'a> {
    id: &'a str,
    text: &'a str,
    speaker: &'a str,
    speaker_name: &'a str,
    office: Option<&'a str>,
    via: Vec<&'a str>,
    said_on: Option<&'a str>,
    about: Vec<String>,
    question: Option<&'a str>,
    stance: Option<&'static str>,
    status: &'static str,
    superseded_by: Option<&'a str>,
    sources: Vec<&'a str>,
    credibility: Option<Value>,
    quantity: Option<&'a str>,
    kind: Option<&'a str>,
    low: Option<Value>,
    best: Option<Value>,
    high: Option<Value>,
    qualifier: Option<&'static str>,
    unit: Option<&'a str>,
    as_of: Option<&'a str>,
    by_when: Option<&'a str>,
    recorded_in: String,
    used_in: Vec<String>,
    url: String,
}

/// Every claim, in the order of the ledger.
pub(super) fn all<'a>(shop: &'a Shop<'a>) -> impl Iterator<Item = ClaimData<'a>> + 'a {
    shop.site.claims.iter().enumerate().map(|(at, entry)| data(shop, ClaimIdx::from_at(at), entry))
}

fn data<'a>(shop: &'a Shop<'a>, index: ClaimIdx, entry: &'a ClaimEntry) -> ClaimData<'a> {
    let (site, claim, figure) = (shop.site, &entry.claim, entry.claim.figure.as_ref());
    let speaker = &site.actors[entry.by.at()];
    let row = shop.claim_view(index);
    let value = |of: Option<f64>| of.map(number);
    let date = |date: &'a Option<Date>| date.as_ref().map(|date| date.written.as_str());
    ClaimData {
        id: &claim.id.text,
        text: &claim.text,
        speaker: &speaker.id,
        speaker_name: speaker.data.name.pick(&shop.config.language).0,
        office: row.office.as_deref(),
        via: entry.via.iter().map(|actor| site.actors[actor.at()].id.as_str()).collect(),
        said_on: date(&claim.said_on),
        about: entry.about.iter().map(|about| kind_and_id(site, *about)).collect(),
        question: claim.question.as_deref(),
        stance: key(claim.stance),
        status: claim.status.key(),
        superseded_by: entry.superseded_by.map(|newer| site.claims[newer.at()].claim.id.text.as_str()),
        sources: entry.cited.iter().map(|source| site.sources[source.at()].id.as_str()).collect(),
        credibility: claim.credibility.and_then(|grade| grade.key().parse().ok()).map(number),
        quantity: figure.map(|figure| figure.quantity.as_str()),
        kind: figure.map(|figure| figure.kind.as_str()),
        low: value(figure.and_then(|figure| figure.low)),
        best: value(figure.and_then(|figure| figure.best)),
        high: value(figure.and_then(|figure| figure.high)),
        qualifier: key(figure.and_then(|figure| figure.qualifier)),
        unit: figure.and_then(|figure| figure.unit.as_deref()),
        as_of: figure.and_then(|figure| date(&figure.as_of)),
        by_when: figure.and_then(|figure| date(&figure.by_when)),
        recorded_in: kind_and_id(site, entry.home),
        used_in: used_in(site, index),
        url: shop.hrefs.absolute_href(&row.href),
    }
}

/// The briefs and events that record a claim or mark it in their text.
fn used_in(site: &Site, claim: ClaimIdx) -> Vec<String> {
    let briefs = site.back.claim_briefs.of(claim.at()).iter().map(|brief| AnyIdx::Brief(*brief));
    let events = site.back.claim_events.of(claim.at()).iter().map(|event| AnyIdx::Event(*event));
    briefs.chain(events).map(|index| kind_and_id(site, index)).collect()
}

/// The ledger as CSV: the same fields in the same order, lists with `; ` between their items.
pub(super) fn csv(shop: &Shop<'_>) -> Vec<u8> {
    let mut csv = String::with_capacity(512 * (shop.site.claims.len() + 1));
    line(&mut csv, &COLUMNS.map(Cell::from));
    for claim in all(shop) {
        line(&mut csv, &cells(&claim));
    }
    csv.into_bytes()
}

const COLUMNS: [&str; 26] = [
    "id",
    "text",
    "speaker",
    "speaker_name",
    "office",
    "via",
    "said_on",
    "about",
    "question",
    "stance",
    "status",
    "superseded_by",
    "sources",
    "credibility",
    "quantity",
    "kind",
    "low",
    "best",
    "high",
    "qualifier",
    "unit",
    "as_of",
    "by_when",
    "recorded_in",
    "used_in",
    "url",
];

fn cells<'a>(claim: &'a ClaimData<'a>) -> [Cell<'a>; 26] {
    let number = |value: &Option<Value>| Cell::from(value.as_ref().and_then(Value::as_f64));
    [
        claim.id.into(),
        claim.text.into(),
        claim.speaker.into(),
        claim.speaker_name.into(),
        claim.office.into(),
        list(&claim.via),
        claim.said_on.into(),
        list(&claim.about),
        claim.question.into(),
        claim.stance.into(),
        claim.status.into(),
        claim.superseded_by.into(),
        list(&claim.sources),
        number(&claim.credibility),
        claim.quantity.into(),
        claim.kind.into(),
        number(&claim.low),
        number(&claim.best),
        number(&claim.high),
        claim.qualifier.into(),
        claim.unit.into(),
        claim.as_of.into(),
        claim.by_when.into(),
        claim.recorded_in.as_str().into(),
        list(&claim.used_in),
        claim.url.as_str().into(),
    ]
}

fn list<T: AsRef<str>>(list: &[T]) -> Cell<'_> {
    match list {
        [] => Cell::Empty,
        [one] => one.as_ref().into(),
        more => Cell::Text(more.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("; ").into()),
    }
}
