//! Panels: a series of estimates as a chart with its title and a sentence that says what it shows.

use super::body::escape_into;
use super::shop::{Names, capital};
use super::words;
use crate::figures::{Chart, Mark, Open, Series, draw};
use crate::model::{ClaimStatus, NameSort};
use crate::resolve::{ActorIdx, ClaimIdx};
use std::collections::{BTreeMap, BTreeSet};

/// Appends a panel whose ids begin with `id`; false where nothing of it can be drawn.
pub fn panel(names: Names<'_>, series: &Series, id: &str, html: &mut String) -> bool {
    let chart = chart(names, series, id);
    let drawn = draw(&chart);
    if drawn.is_empty() {
        return false;
    }
    html.push_str("<div class=\"panel\"><p class=\"panel-title\"><strong>");
    escape_into(&capital(&words::spaced(&series.quantity)), html);
    html.push_str("</strong> ");
    escape_into(&about(series), html);
    html.push_str("</p><div class=\"plot\">");
    html.push_str(&drawn);
    html.push_str("</div><p class=\"panel-note\">");
    escape_into(&caption(names, series, &chart), html);
    html.push_str("</p></div>");
    true
}

/// The chart alone, in its frame; empty where nothing of it can be drawn. With it what it shows, in words.
pub fn alone(names: Names<'_>, series: &Series, id: &str) -> (String, String) {
    let chart = chart(names, series, id);
    let drawn = draw(&chart);
    let framed = if drawn.is_empty() { drawn } else { format!("<div class=\"plot\">{drawn}</div>") };
    (framed, caption(names, series, &chart))
}

/// `present, in soldiers`.
fn about(series: &Series) -> String {
    let kind = words::spaced(&series.kind);
    series.unit.as_ref().map_or_else(|| kind.clone(), |unit| format!("{kind}, {unit}"))
}

fn chart(names: Names<'_>, series: &Series, id: &str) -> Chart {
    let mark = |claim: &ClaimIdx| {
        let entry = &names.site.claims[claim.at()];
        let name = label(names, entry.by);
        Mark::new(names.site, *claim, name, told(names, *claim, true))
    };
    Chart {
        id: id.to_owned(),
        title: format!("Estimates of {}, {}", words::spaced(&series.quantity), about(series)),
        marks: series.claims.iter().filter_map(mark).collect(),
    }
}

/// Longer names than this stand in a label by their letters, where they have any.
const LONG_NAME: usize = 20;

/// The name for a label: a long one's abbreviation (`NIS`), if it is among the actor's names.
fn label(names: Names<'_>, actor: ActorIdx) -> String {
    let name = &names.actor(actor).text;
    let letters = |text: &str| {
        (2..=8).contains(&text.len()) && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let mut others = names.site.actors[actor.at()].data.names.iter();
    let long = name.chars().count() > LONG_NAME;
    let short = others.find(|other| long && other.sort != NameSort::Weak && letters(&other.text));
    short.map_or_else(|| name.clone(), |short| short.text.clone())
}

/// `Pat Ryder, 4 November 2024: at least 10,000 soldiers`; or `at least 10,000 soldiers (Pat Ryder, 4 November 2024)`.
fn told(names: Names<'_>, index: ClaimIdx, speaker_first: bool) -> String {
    let entry = &names.site.claims[index.at()];
    let mut who = names.speaker(index);
    if let Some(date) = &entry.claim.said_on {
        who += ", ";
        who += &words::date(date).text;
    }
    let Some(figure) = &entry.claim.figure else { return who };
    let mut number = figure.in_words();
    if let Some(day) = &figure.by_when {
        number += " by ";
        number += &words::date(day).text;
    }
    let status = words::claim_status(entry.claim.status);
    let gone = match entry.claim.status {
        ClaimStatus::Current if entry.superseded_by.is_none() => String::new(),
        ClaimStatus::Current => ", since replaced".to_owned(),
        _ => format!(", since {}", status.label),
    };
    if speaker_first {
        [who.as_str(), ": ", &number, &gone].concat()
    } else {
        [number.as_str(), " (", &who, ")", &gone].concat()
    }
}

/// What the series shows, and how the marks that are there are to be read.
fn caption(names: Names<'_>, series: &Series, chart: &Chart) -> String {
    let first = told(names, series.claims[0], false);
    let last = series.claims.last().map(|last| told(names, *last, false)).unwrap_or_default();
    let by = |claim: &ClaimIdx| names.site.claims[claim.at()].by;
    let speakers: BTreeSet<_> = series.claims.iter().map(by).collect();
    let mut text = if series.claims.len() == 1 {
        format!("One estimate: {first}.")
    } else {
        let count = words::count(series.claims.len(), "estimate", "estimates");
        let speakers = words::count(speakers.len(), "speaker", "speakers");
        format!("{count} by {speakers}: from {first} to {last}.")
    };
    for sentence in reading(chart) {
        text += " ";
        text += sentence;
    }
    let left_out = series.claims.len() - chart.marks.len();
    if left_out > 0 {
        text += &format!(
            " {} without a day or a number in the table only.",
            words::count(left_out, "estimate is", "estimates are")
        );
    }
    text
}

/// How to read what is not plain: only what this chart holds.
fn reading(chart: &Chart) -> impl Iterator<Item = &'static str> {
    let any = |fits: &dyn Fn(&Mark) -> bool| chart.marks.iter().any(fits);
    let mut by_speaker: BTreeMap<_, usize> = BTreeMap::new();
    chart.marks.iter().for_each(|mark| *by_speaker.entry(mark.speaker).or_default() += 1);
    let joined = by_speaker.values().any(|count| *count > 1);
    [
        (joined, "A thin line joins the estimates of one speaker."),
        (any(&|mark| mark.range.is_some()), "A soft bar is a range."),
        (any(&|mark| mark.open == Open::Up), "An arrow upwards means that it may be more."),
        (any(&|mark| mark.open == Open::Down), "An arrow downwards means that it may be less."),
        (any(&|mark| mark.fades), "Fading ends mean that the day is not certain."),
        (any(&|mark| mark.gone), "A hollow mark with ↻ no longer stands."),
    ]
    .into_iter()
    .filter_map(|(there, sentence)| there.then_some(sentence))
}
