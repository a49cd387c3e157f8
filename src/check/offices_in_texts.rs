//! C011 in running text: an office that a brief or an event gives to an actor beside its name.

use super::offices::{candidates, not_held};
use super::prose::Prose;
use crate::diagnostics::Diagnostic;
use crate::model::{Date, NameSort, Position};
use crate::resolve::{ActorEntry, ActorIdx, Entry, Site};
use rayon::prelude::*;
use std::ops::Range;

/// Words beside an office that say that it is not the one held on the day: another rank, or another time.
const OF_OTHERS: [&str; 16] = [
    "acting",
    "assistant",
    "associate",
    "deputy",
    "designate",
    "elect",
    "ex",
    "former",
    "formerly",
    "future",
    "incoming",
    "later",
    "next",
    "previous",
    "then",
    "vice",
];
/// Words behind an office that date it.
const DATED: [&str; 8] = ["at", "before", "between", "from", "in", "since", "till", "until"];

/// Texts, titles and summaries in which an office stands directly before or behind the name of an actor who did not
/// hold it on the record's day. Where the sentence names another year, or words are a claim's, that day is not meant.
pub(super) fn out_of_term(site: &Site) -> Vec<Diagnostic> {
    let briefs = site.briefs.par_iter().flat_map_iter(|brief| {
        let data = &brief.data;
        let summary = data.summary.iter().flat_map(|summary| summary.iter());
        let head = data.title.iter().chain(summary).map(|(_, text)| text);
        in_record(site, brief, brief.links.actors.iter().map(|(actor, _)| *actor), &data.date, head.collect())
    });
    let events = site.events.par_iter().flat_map_iter(|event| {
        let head = event.data.title.iter().map(|(_, text)| text).collect();
        let actors = event.links.actors.iter().copied();
        event.data.date.as_ref().map_or_else(Vec::new, |date| in_record(site, event, actors, date, head))
    });
    briefs.chain(events).collect()
}

fn in_record<D, L>(
    site: &Site,
    entry: &Entry<D, L>,
    actors: impl Iterator<Item = ActorIdx>,
    date: &Date,
    head: Vec<&str>,
) -> Vec<Diagnostic> {
    let offices = actors.flat_map(|actor| {
        candidates(&site.actors[actor.at()], date).into_iter().map(move |office| (actor, office))
    });
    let offices: Vec<(ActorIdx, &Position)> = offices.collect();
    if offices.is_empty() {
        return Vec::new();
    }
    let prose = Prose::of(&entry.body, &entry.slots);
    let told = offices.into_iter().filter(|(actor, office)| {
        let names = names_of(&site.actors[actor.at()]);
        in_prose(&prose, *actor, &names, &office.title, date)
            || head.iter().any(|text| in_text(text, &names, &office.title, date))
    });
    told.map(|(actor, office)| not_held(&site.actors[actor.at()], office, &office.title, date, entry.span))
        .collect()
}

/// The names by which a text can call an actor.
fn names_of(actor: &ActorEntry) -> Vec<&str> {
    let strong = actor.data.names.iter().filter(|name| name.sort != NameSort::Weak);
    actor.data.name.iter().map(|(_, text)| text).chain(strong.map(|name| name.text.as_str())).collect()
}

fn in_prose(prose: &Prose, actor: ActorIdx, names: &[&str], title: &str, date: &Date) -> bool {
    let links = prose.actors.iter().filter(|(_, linked)| *linked == actor).map(|(range, _)| range.clone());
    let mut all = links.chain(mentions(&prose.text, names));
    all.any(|range| {
        !prose.is_marked(&range)
            && is_called(&prose.text, &range, title)
            && !of_another_year(&prose.sentence(&range), date)
    })
}

fn in_text(text: &str, names: &[&str], title: &str, date: &Date) -> bool {
    mentions(text, names).any(|range| is_called(text, &range, title)) && !of_another_year(text, date)
}

/// Where a text has one of the names as whole words.
fn mentions<'a>(text: &'a str, names: &'a [&str]) -> impl Iterator<Item = Range<usize>> + 'a {
    let of_name = move |name: &'a str| text.match_indices(name).map(|(at, name)| at..at + name.len());
    let whole = |range: &Range<usize>| {
        !text[..range.start].ends_with(char::is_alphanumeric)
            && !text[range.end..].starts_with(char::is_alphanumeric)
    };
    names.iter().copied().filter(|name| !name.is_empty()).flat_map(of_name).filter(whole)
}

/// True where `title` stands before the name at `range`, behind it, or in its place: `[[id|the Prime Minister]]`.
fn is_called(text: &str, range: &Range<usize>, title: &str) -> bool {
    let (before, name, behind) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    is_before(before, title)
        || is_behind(behind, title)
        || without_start(without_article(name), title).is_some_and(|rest| {
            rest.is_empty() && !last_word(before).is_some_and(is_of_others) && !is_dated(behind)
        })
}

fn is_before(before: &str, title: &str) -> bool {
    let Some(rest) = without_end(before.trim_end_matches([' ', '\n']), title) else { return false };
    let parted = !rest.ends_with(char::is_alphanumeric);
    parted && !last_word(rest).is_some_and(is_of_others)
}

fn is_behind(behind: &str, title: &str) -> bool {
    let apposed = [", ", " (", " "].into_iter().find_map(|mark| behind.strip_prefix(mark));
    let Some(rest) = apposed.and_then(|rest| without_start(without_article(rest), title)) else {
        return false;
    };
    !rest.starts_with(char::is_alphanumeric) && !is_dated(rest)
}

fn is_dated(behind: &str) -> bool {
    let next = behind.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    next.is_some_and(|word| DATED.contains(&word) || is_of_others(word))
}

fn is_of_others(word: &str) -> bool {
    OF_OTHERS.contains(&word.to_lowercase().as_str())
}

fn last_word(text: &str) -> Option<&str> {
    let text = text.trim_end_matches([' ', '\n', '-']);
    text.rsplit(|c: char| !c.is_alphanumeric()).next().filter(|word| !word.is_empty())
}

fn without_article(text: &str) -> &str {
    without_start(text, "the ").unwrap_or(text)
}

/// `text` without the beginning that is `start`, capitals aside.
fn without_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let same =
        start.chars().all(|c| rest.next().is_some_and(|other| other.to_lowercase().eq(c.to_lowercase())));
    same.then_some(rest.as_str())
}

/// `text` without the end that is `end`, capitals aside.
fn without_end<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let mut wanted = end.chars().rev();
    let same =
        wanted.all(|c| rest.next_back().is_some_and(|other| other.to_lowercase().eq(c.to_lowercase())));
    same.then_some(rest.as_str())
}

/// True where a sentence names a year in which the record's day does not lie.
fn of_another_year(sentence: &str, date: &Date) -> bool {
    let own = [date.first_day(), date.last_day()].map(|day| day.map(|day| i32::from(day.year())));
    let words = sentence.split(|c: char| !c.is_alphanumeric());
    let mut years = words.filter(|word| word.len() == 4).filter_map(|word| word.parse::<i32>().ok());
    years.any(|year| (1000..2200).contains(&year) && !own.contains(&Some(year)))
}
