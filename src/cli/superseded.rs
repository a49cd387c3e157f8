//! The list of claims that no longer stand and of the files that use them, as text.

use crate::check::{Superseded, superseded_claims};
use crate::diagnostics::Files;
use crate::model::{Claim, ClaimStatus, Date, LangTag, Length, Vocabulary, digits};
use crate::resolve::{BriefIdx, ClaimIdx, EventIdx, Site};
use std::fmt::Write;

/// Claims that are listed.
const CLAIMS: usize = 50;
/// Files that are listed of one claim.
const PLACES: usize = 20;
/// Characters of a claim's words.
const WORDS: usize = 80;

/// The list, with names for readers of `lang`; empty where every claim stands.
pub(super) fn list(site: &Site, files: &dyn Files, lang: &LangTag) -> String {
    let all: Vec<Superseded> = superseded_claims(site).collect();
    if all.is_empty() {
        return String::new();
    }
    let mut text = String::from("Superseded claims in use:\n");
    for one in all.iter().take(CLAIMS) {
        claim((site, lang), files, one, &mut text);
    }
    more(all.len(), CLAIMS, "  ", "claims", &mut text);
    text.push('\n');
    text
}

fn claim((site, lang): (&Site, &LangTag), files: &dyn Files, one: &Superseded, text: &mut String) {
    let entry = &site.claims[one.claim.at()];
    let by = one.by.map_or_else(
        || "what replaced it is not recorded".to_owned(),
        |newer| {
            format!("replaced by `{}` ({})", site.claims[newer.at()].claim.id.text, who(site, lang, newer))
        },
    );
    let became = match entry.claim.status {
        ClaimStatus::Current => by,
        status => format!("{}, {by}", status.key()),
    };
    let id = &entry.claim.id.text;
    let _ = writeln!(text, "  {id}: {became}\n    {}: {}", who(site, lang, one.claim), said(&entry.claim));
    let of_brief = |brief: &BriefIdx| {
        let brief = &site.briefs[brief.at()];
        (brief.file, brief.id.as_str(), Some(&brief.data.date))
    };
    let of_event = |event: &EventIdx| {
        let event = &site.events[event.at()];
        (event.file, event.id.as_str(), event.data.date.as_ref())
    };
    let places = one.briefs.iter().map(of_brief).chain(one.events.iter().map(of_event));
    for (file, id, date) in places.take(PLACES) {
        let path = files.path(file);
        // A record that stands inline in another's file is named too.
        let inline = !path.ends_with(&format!("/{id}.md"));
        let id = inline.then(|| format!("`{id}`"));
        let notes: Vec<String> = id.into_iter().chain(date.map(in_words)).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
        let _ = writeln!(text, "    {path}{notes}");
    }
    more(one.briefs.len() + one.events.len(), PLACES, "    ", "files", text);
}

/// `National Intelligence Service, 23 October 2024`.
fn who(site: &Site, lang: &LangTag, claim: ClaimIdx) -> String {
    let entry = &site.claims[claim.at()];
    let (name, _) = site.actors[entry.by.at()].data.name.pick(lang);
    let on = entry.claim.said_on.as_ref().map_or_else(String::new, |on| format!(", {}", in_words(on)));
    format!("{name}{on}")
}

fn in_words(date: &Date) -> String {
    date.in_words(Length::Full)
}

/// The beginning of its words; of an estimate without any what it counts, and the figure.
fn said(claim: &Claim) -> String {
    if let Some(figure) = claim.figure.as_ref().filter(|figure| figure.in_words() == claim.text) {
        return format!("{}, {}: {}", figure.quantity, figure.kind, claim.text);
    }
    let short: String = claim.text.chars().take(WORDS).collect();
    let cut = if short.len() < claim.text.len() { "…" } else { "" };
    format!("“{}{cut}”", short.trim_end())
}

fn more(all: usize, listed: usize, indent: &str, what: &str, text: &mut String) {
    if all > listed {
        #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
        let more = digits((all - listed) as f64);
        let _ = writeln!(text, "{indent}… and {more} more {what}");
    }
}
