//! What a record is, in a few words: for a card beside a link to it.
//!
//! Made of the rows that lists print, so nothing is said here that no list says; and no claim without its speaker.

use crate::pages::hrefs::record_path;
use crate::pages::view::{ClaimRow, SinceView, TermView, TextView};
use crate::pages::{Shop, capital, words};
use crate::resolve::{AnyIdx, ClaimIdx, Site};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Preview {
    /// What it is: `Person`, `Statement`, `Estimate`.
    kind: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dir: Option<&'static str>,
    /// Names in other scripts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    native: Vec<Words>,
    /// Office; date and status; who said it and when.
    #[serde(skip_serializing_if = "String::is_empty")]
    facts: String,
    /// A sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    gist: Option<Words>,
    /// A marking, where it is not clear.
    #[serde(skip_serializing_if = "Option::is_none")]
    marking: Option<String>,
}

#[derive(Debug, Serialize)]
struct Words {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dir: Option<&'static str>,
}

impl From<&TextView> for Words {
    fn from(of: &TextView) -> Self {
        Self { text: of.text.clone(), lang: of.lang.clone(), dir: of.dir }
    }
}

/// By what a record's preview is looked up: the path of its page, from the site's root.
pub(super) fn path(site: &Site, record: AnyIdx) -> String {
    record_path(record.kind(), site.id(record))
}

/// The record, and the claims that stand on its page, each by its path.
pub(super) fn of_page(shop: &Shop<'_>, record: AnyIdx) -> Vec<(String, Preview)> {
    let path = path(shop.site, record);
    let claims: &[ClaimIdx] = match record {
        AnyIdx::Brief(brief) => &shop.site.briefs[brief.at()].links.claims,
        AnyIdx::Event(event) => &shop.site.events[event.at()].links.claims,
        _ => &[],
    };
    let own = claims.iter().filter(|claim| shop.site.claims[claim.at()].home == record);
    let claims = own.map(|claim| {
        let row = shop.claim_view(*claim);
        ([path.as_str(), "#claim-", &row.id].concat(), of_claim(row))
    });
    let claims: Vec<_> = claims.collect();
    std::iter::once((path, of_record(shop, record))).chain(claims).collect()
}

fn of_record(shop: &Shop<'_>, record: AnyIdx) -> Preview {
    let preview = |kind: &str, name: &TextView, facts: Vec<String>, gist: String| Preview {
        kind: capital(kind),
        text: name.text.clone(),
        lang: name.lang.clone(),
        dir: name.dir,
        native: Vec::new(),
        facts: facts.join(" · "),
        gist: (!gist.is_empty()).then_some(Words { text: gist, lang: None, dir: None }),
        marking: None,
    };
    let site = shop.site;
    let mut made = match record {
        AnyIdx::Brief(index) => {
            let row = shop.brief_row(index);
            let row = row.view();
            let status = (row.status.key != "current").then(|| marked(&row.status));
            let draft = row.draft.then(|| "draft".to_owned());
            let facts = [Some(row.date.text.clone()), status, draft].into_iter().flatten().collect();
            let gist = row.summary.as_ref().map(Words::from);
            Preview { gist, ..preview("brief", &row.title, facts, String::new()) }
        }
        AnyIdx::Actor(index) => {
            let row = shop.actor_row(index);
            let row = row.view();
            let counts = [
                words::count(row.briefs, "brief", "briefs"),
                words::count(row.events, "event", "events"),
                words::count(row.claims, "claim", "claims"),
            ];
            let facts = row.office.clone().or_else(|| stub(row.stub)).into_iter().collect();
            let native = row.native.iter().map(Words::from).collect();
            Preview { native, ..preview(&row.kind.label, &row.name, facts, sentence(&counts.join(", "))) }
        }
        AnyIdx::Event(index) => {
            let row = shop.event_row(index);
            let row = row.view();
            let who: Vec<_> = row.participants.iter().map(|actor| actor.text.as_str()).collect();
            let where_: Vec<_> = row.places.iter().map(|place| place.text.as_str()).collect();
            let who = match row.more_participants {
                0 => who.join(", "),
                more => format!("{} and {more} more", who.join(", ")),
            };
            let gist = [who, where_.join(", ")].into_iter().filter(|part| !part.is_empty());
            let facts = vec![row.date.text.clone(), marked(&row.status)];
            preview(&row.kind.label, &row.title, facts, gist.collect::<Vec<_>>().join(" · "))
        }
        AnyIdx::Source(index) => {
            let row = shop.source_row(index);
            let row = row.view();
            let by = row.publisher.as_ref().or(row.author.as_ref()).map(|by| by.text.clone());
            let published = row.published.as_ref().map(|date| date.text.clone());
            let protected = row.protected.then(|| "protected".to_owned());
            let facts = [by, published, protected, stub(row.stub)].into_iter().flatten().collect();
            let grade = row.reliability.as_ref().map(|grade| format!("{}: {}", grade.key, grade.label));
            let cited = words::count(row.cited, "record rests on it", "records rest on it");
            let gist = [grade, Some(cited)].into_iter().flatten().map(|part| sentence(&part));
            let kind = row.kind.as_ref().map_or("source", |kind| &kind.label);
            preview(kind, &row.title, facts, gist.collect::<Vec<_>>().join(" "))
        }
        AnyIdx::Place(index) => {
            let row = shop.place_row(index);
            let row = row.view();
            let within = row.within.as_ref().map(|place| format!("in {}", place.text));
            let facts = [within, stub(row.stub)].into_iter().flatten().collect();
            let events = sentence(&words::count(row.events, "event", "events"));
            preview(row.kind.as_deref().unwrap_or("place"), &row.name, facts, events)
        }
        AnyIdx::Page(_) => preview("page", &shop.names().text(record), Vec::new(), String::new()),
    };
    let marking = match record {
        AnyIdx::Brief(index) => site.briefs[index.at()].common.marking.tlp,
        AnyIdx::Actor(index) => site.actors[index.at()].common.marking.tlp,
        AnyIdx::Event(index) => site.events[index.at()].common.marking.tlp,
        // Of a protected source readers learn its public description and nothing else.
        AnyIdx::Source(index) if site.sources[index.at()].data.protected => None,
        AnyIdx::Source(index) => site.sources[index.at()].common.marking.tlp,
        AnyIdx::Place(index) => site.places[index.at()].common.marking.tlp,
        AnyIdx::Page(index) => site.pages[index.at()].common.marking.tlp,
    };
    let marking = words::marking(marking);
    made.marking = (marking.key != "clear").then(|| marking.label.into_owned());
    made
}

/// A claim: who said it stands in its facts.
fn of_claim(row: &ClaimRow) -> Preview {
    // A figure that its speaker has gone beyond was current then; it is not said to stand.
    let later = row.since.as_ref().is_some_and(|since| since.key == "later");
    let status = if later { "◐ current then".to_owned() } else { marked(&row.status) };
    let mut facts = words::in_line(&row.by.text, row.by.dir);
    if let Some(office) = &row.office {
        facts.extend([" (", office, ")"]);
    }
    if let Some(said_on) = &row.said_on {
        facts.extend([" · ", &said_on.text]);
    }
    facts.extend([" · ", &status]);
    if let Some(of) = &row.since {
        facts.extend([" · ", &since(of)]);
    }
    let figure = row.estimate.as_ref().map(|estimate| ["Estimate: ", &estimate.figure].concat());
    let name = if row.text.is_empty() { &row.recorded_in.text } else { &row.text };
    Preview {
        kind: figure.unwrap_or_else(|| "Claim".to_owned()),
        text: name.clone(),
        lang: None,
        dir: None,
        native: Vec::new(),
        facts,
        gist: None,
        marking: None,
    }
}

/// What became of a claim, in one line.
fn since(of: &SinceView) -> String {
    let link = of.link.as_ref().map(|link| format!(" {}", link.text)).unwrap_or_default();
    let on = of.on.as_ref().map(|date| format!(", {}", date.text)).unwrap_or_default();
    let by = of.by.as_ref().map(|by| format!(" ({}{on})", words::in_line(&by.text, by.dir)));
    let by = by.unwrap_or_default();
    format!("{}{link}{by}{}", of.lead, of.after)
}

fn marked(term: &TermView) -> String {
    if term.symbol.is_empty() { term.label.to_string() } else { [term.symbol, " ", &term.label].concat() }
}

fn stub(is: bool) -> Option<String> {
    is.then(|| "stub".to_owned())
}

fn sentence(words: &str) -> String {
    format!("{words}.")
}
