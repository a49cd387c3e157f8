//! The ledger: every claim and estimate with who made it.

use super::csv::{Cell, line};
use super::fields::{actor_ids, date, key, kind_and_id, number, source_ids};
use crate::model::Vocabulary;
use crate::pages::Shop;
use crate::resolve::{AnyIdx, ClaimEntry, ClaimIdx, Site, office_on};
use serde::Serialize;
use serde_json::Value;

/// Where the ledger stands as CSV.
pub const CSV_PATH: &str = "claims/claims.csv";

/// Fields in the order of the CSV file's columns.
#[derive(Debug, Serialize)]
pub(super) struct ClaimData {
    id: String,
    text: String,
    speaker: String,
    speaker_name: String,
    office: Option<String>,
    via: Vec<String>,
    said_on: Option<String>,
    about: Vec<String>,
    question: Option<String>,
    stance: Option<&'static str>,
    status: &'static str,
    superseded_by: Option<String>,
    sources: Vec<String>,
    credibility: Option<Value>,
    quantity: Option<String>,
    kind: Option<String>,
    low: Option<Value>,
    best: Option<Value>,
    high: Option<Value>,
    qualifier: Option<&'static str>,
    unit: Option<String>,
    as_of: Option<String>,
    by_when: Option<String>,
    recorded_in: String,
    used_in: Vec<String>,
    url: String,
}

/// Every claim, in the order of the ledger.
pub(super) fn all<'a>(shop: &'a Shop<'a>) -> impl Iterator<Item = ClaimData> + 'a {
    shop.site.claims.iter().enumerate().map(|(at, entry)| data(shop, ClaimIdx::from_at(at), entry))
}

fn data(shop: &Shop<'_>, index: ClaimIdx, entry: &ClaimEntry) -> ClaimData {
    let (site, claim, figure) = (shop.site, &entry.claim, entry.claim.figure.as_ref());
    let office = claim.said_on.as_ref().and_then(|day| office_on(site, entry.by, day));
    let value = |of: Option<f64>| of.map(number);
    ClaimData {
        id: claim.id.text.clone(),
        text: claim.text.clone(),
        speaker: site.actors[entry.by.at()].id.clone(),
        speaker_name: shop.names().text(AnyIdx::Actor(entry.by)).text,
        office: office.map(|(_, position)| position.title.clone()),
        via: actor_ids(site, &entry.via),
        said_on: date(claim.said_on.as_ref()),
        about: entry.about.iter().map(|about| kind_and_id(site, *about)).collect(),
        question: claim.question.clone(),
        stance: key(claim.stance),
        status: claim.status.key(),
        superseded_by: entry.superseded_by.map(|newer| site.claims[newer.at()].claim.id.text.clone()),
        sources: source_ids(site, &entry.cited),
        credibility: claim.credibility.and_then(|grade| grade.key().parse().ok()).map(number),
        quantity: figure.map(|figure| figure.quantity.clone()),
        kind: figure.map(|figure| figure.kind.clone()),
        low: value(figure.and_then(|figure| figure.low)),
        best: value(figure.and_then(|figure| figure.best)),
        high: value(figure.and_then(|figure| figure.high)),
        qualifier: key(figure.and_then(|figure| figure.qualifier)),
        unit: figure.and_then(|figure| figure.unit.clone()),
        as_of: date(figure.and_then(|figure| figure.as_of.as_ref())),
        by_when: date(figure.and_then(|figure| figure.by_when.as_ref())),
        recorded_in: kind_and_id(site, entry.home),
        used_in: used_in(site, index),
        url: shop.hrefs.absolute_href(&shop.names().claim_href(index)),
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
    let mut csv = String::with_capacity(256 * (shop.site.claims.len() + 1));
    line(&mut csv, &COLUMNS.map(|column| Cell::Text(column.to_owned())));
    for claim in all(shop) {
        line(&mut csv, &cells(claim));
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

fn cells(claim: ClaimData) -> [Cell; 26] {
    let text = Cell::Text;
    let word = |word: Option<&'static str>| Cell::from(word.map(str::to_owned));
    let list = |list: Vec<String>| if list.is_empty() { Cell::Empty } else { Cell::Text(list.join("; ")) };
    let value = |value: Option<Value>| Cell::from(value.as_ref().and_then(Value::as_f64));
    [
        text(claim.id),
        text(claim.text),
        text(claim.speaker),
        text(claim.speaker_name),
        claim.office.into(),
        list(claim.via),
        claim.said_on.into(),
        list(claim.about),
        claim.question.into(),
        word(claim.stance),
        word(Some(claim.status)),
        claim.superseded_by.into(),
        list(claim.sources),
        value(claim.credibility),
        claim.quantity.into(),
        claim.kind.into(),
        value(claim.low),
        value(claim.best),
        value(claim.high),
        word(claim.qualifier),
        claim.unit.into(),
        claim.as_of.into(),
        claim.by_when.into(),
        text(claim.recorded_in),
        list(claim.used_in),
        text(claim.url),
    ]
}
