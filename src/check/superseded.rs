//! C009: a figure that has been superseded and still stands in a text, title or summary.

use super::judgements::shortened;
use super::numbers::numbers;
use super::prose::Prose;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ClaimStatus, Date, digits};
use crate::resolve::{AnyIdx, BriefEntry, BriefIdx, ClaimEntry, ClaimIdx, Site};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Smaller numbers turn up everywhere.
const LEAST: f64 = 100.0;
/// Up to here every whole number is exact in a float.
const MOST: f64 = 9_007_199_254_740_992.0;

/// Superseded estimates by their figures. A number that is a current figure of the same quantity too is not in it.
type Stale = HashMap<u64, Vec<ClaimIdx>>;

/// Numbers in briefs that are figures of superseded estimates, outside of a claim's mark: in briefs that have to do with
/// the estimate, are not older than its successor, and do not tell of that successor.
pub(super) fn figures(site: &Site) -> Vec<Diagnostic> {
    let stale = stale(site);
    if stale.is_empty() {
        return Vec::new();
    }
    let briefs = site.briefs.par_iter().enumerate();
    briefs.flat_map_iter(|(at, brief)| in_brief(site, &stale, BriefIdx::from_at(at), brief)).collect()
}

fn stale(site: &Site) -> Stale {
    let mut current: HashSet<(&str, u64)> = HashSet::new();
    for one in site.claims.iter().filter(|one| !is_superseded(one)) {
        current.extend(values(one).map(|value| (quantity(one), value)));
    }
    let mut stale = Stale::new();
    for (at, one) in site.claims.iter().enumerate().filter(|(_, one)| is_superseded(one)) {
        for value in values(one).filter(|value| !current.contains(&(quantity(one), *value))) {
            stale.entry(value).or_default().push(ClaimIdx::from_at(at));
        }
    }
    stale
}

fn is_superseded(one: &ClaimEntry) -> bool {
    one.claim.status != ClaimStatus::Current || one.superseded_by.is_some()
}

fn quantity(one: &ClaimEntry) -> &str {
    one.claim.figure.as_ref().map_or("", |figure| figure.quantity.as_str())
}

fn values(one: &ClaimEntry) -> impl Iterator<Item = u64> {
    let figure = one.claim.figure.as_ref();
    let values = figure.into_iter().flat_map(|figure| [figure.best, figure.low, figure.high]).flatten();
    let whole = values.filter(|value| (LEAST..MOST).contains(value) && value.fract() == 0.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and within the range")]
    whole.map(|value| value as u64)
}

fn in_brief(site: &Site, stale: &Stale, index: BriefIdx, brief: &BriefEntry) -> Vec<Diagnostic> {
    let prose = Prose::of(&brief.body, &brief.slots);
    let in_text = numbers(&prose.text)
        .into_iter()
        .filter(|(range, _)| !prose.is_marked(range) && !prose.is_code(range));
    let in_text = in_text.map(|(range, number)| (number, Where::Text(prose.sentence(&range))));
    let head = brief.data.title.iter().chain(brief.data.summary.iter().flat_map(|summary| summary.iter()));
    let in_head = head.flat_map(|(_, text)| {
        numbers(text).into_iter().map(move |(_, number)| (number, Where::Head(text.to_owned())))
    });
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for (number, place) in in_text.chain(in_head) {
        for claim in stale.get(&number).into_iter().flatten() {
            let one = &site.claims[claim.at()];
            let concerned = concerns(brief, index, one) && !knows_better(site, brief, one, &prose);
            if concerned && told.insert(*claim) {
                found.push(old_figure(site, brief, one, number, &place));
            }
        }
    }
    found
}

/// Where a number stands, with the words around it.
enum Where {
    Text(String),
    /// In the title or the summary, where nothing can be marked.
    Head(String),
}

/// True where the brief has to do with the estimate: holds it, or names its event, its speaker or what it is about.
fn concerns(brief: &BriefEntry, index: BriefIdx, one: &ClaimEntry) -> bool {
    let names = |any: AnyIdx| match any {
        AnyIdx::Actor(actor) => brief.links.actors.iter().any(|(named, _)| *named == actor),
        AnyIdx::Event(event) => brief.links.events.contains(&event),
        AnyIdx::Place(place) => brief.links.places.contains(&place),
        _ => false,
    };
    let of_claim = one.event.map(AnyIdx::Event).into_iter().chain([AnyIdx::Actor(one.by)]);
    one.home == AnyIdx::Brief(index) || of_claim.chain(one.about.iter().copied()).any(names)
}

/// True where the brief tells of a successor, or is older than the first of them.
fn knows_better(site: &Site, brief: &BriefEntry, one: &ClaimEntry, prose: &Prose) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = one.superseded_by;
    while let Some(claim) = next.filter(|claim| seen.insert(*claim)) {
        if prose.claims.contains(&claim) || brief.links.claims.contains(&claim) {
            return true;
        }
        next = site.claims[claim.at()].superseded_by;
    }
    let known = one.superseded_by.map_or(one, |claim| &site.claims[claim.at()]);
    let since = known.claim.said_on.as_ref().or_else(|| home_date(site, known.home));
    since.is_some_and(|since| brief.data.date.is_wholly_before(since))
}

fn home_date(site: &Site, home: AnyIdx) -> Option<&Date> {
    match home {
        AnyIdx::Brief(brief) => Some(&site.briefs[brief.at()].data.date),
        AnyIdx::Event(event) => site.events[event.at()].data.date.as_ref(),
        _ => None,
    }
}

fn old_figure(site: &Site, brief: &BriefEntry, one: &ClaimEntry, number: u64, place: &Where) -> Diagnostic {
    let id = &one.claim.id.text;
    let newer = one.superseded_by.map(|claim| &site.claims[claim.at()].claim);
    let by = newer.map_or_else(
        || format!("which is {}", crate::model::Vocabulary::key(one.claim.status)),
        |newer| format!("superseded by `{}`", newer.id.text),
    );
    #[allow(clippy::cast_precision_loss, reason = "figures are within what a float holds exactly")]
    let number = digits(number as f64);
    let (part, words) = match place {
        Where::Text(sentence) => ("text", sentence),
        Where::Head(text) => ("title or summary", text),
    };
    let message = format!("the {part} gives {number}, the figure of `{id}`, {by}: {}", shortened(words));
    let tell = newer.map(|newer| format!("tell of `{}` beside it", newer.id.text));
    let help = match (place, tell) {
        (Where::Text(_), Some(tell)) => format!("mark it, `[{number}]{{claim={id}}}`, or {tell}"),
        (Where::Text(_), None) => format!("mark it, `[{number}]{{claim={id}}}`"),
        (Where::Head(_), tell) => {
            let tell = tell.map_or_else(String::new, |tell| format!(", or {tell} in the text"));
            format!("say what is known now{tell}")
        }
    };
    Diagnostic::new(Code::C009, brief.span, message).help(help).related(one.claim.id.span, "the estimate")
}
