//! C008, C012 and C016: the authors' own judgements.

use super::prose::Prose;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Assessment, BriefStatus, LIKELIHOOD_TERMS, Vocabulary};
use crate::resolve::{BriefEntry, Site};
use jiff::Timestamp;
use rayon::prelude::*;
use std::sync::Arc;

const DAY: i64 = 86_400;

/// Judgements whose text holds a term of likelihood or confidence. A page prints both in sentences of their own, so that
/// the two never stand in one (ICD 203).
pub(super) fn mixed(site: &Site) -> Vec<Diagnostic> {
    let judgements = site.briefs.iter().flat_map(|brief| &brief.data.assessments);
    judgements.filter_map(mixed_in).collect()
}

fn mixed_in(judgement: &Assessment) -> Option<Diagnostic> {
    let text = words(&judgement.text);
    let (likelihood, confidence) = (likelihood_in(&text), confidence_in(&text));
    let (message, help) = match (likelihood, confidence) {
        (Some(term), Some(confidence)) => (
            format!("the judgement mixes a likelihood (`{term}`) with a confidence (`{confidence}`)"),
            "say what is judged, and put the two under `likelihood:` and `confidence:`",
        ),
        (Some(term), None) => (
            format!("the judgement's text holds a term of likelihood: `{term}`"),
            "say what is judged, and put the term under `likelihood:`",
        ),
        (None, Some(term)) => (
            format!("the judgement's text holds a confidence: `{term}`"),
            "say what is judged, and put the word under `confidence:`",
        ),
        (None, None) => return None,
    };
    Some(Diagnostic::new(Code::C008, judgement.span, message).help(help))
}

/// Briefs whose text or summary has a sentence with both a likelihood and a confidence, which ICD 203 keeps apart: a reader
/// cannot tell which of the two is meant. Once for each brief. Words marked as a claim are the speaker's own.
pub(super) fn in_texts(site: &Site) -> Vec<Diagnostic> {
    site.briefs.par_iter().filter_map(|brief| both_in(brief)).collect()
}

fn both_in(brief: &BriefEntry) -> Option<Diagnostic> {
    // Most texts do not speak of confidence at all, and are not worth more than a glance.
    let speaks = |text: &str| text.contains("onfidence");
    let summary = brief.data.summary.iter().flat_map(|summary| summary.iter().map(|(_, text)| text));
    let sentences =
        summary.filter(|text| speaks(text)).flat_map(|text| text.split_inclusive(['.', '?', '!']));
    let mut found = sentences.into_iter().find_map(both);
    let notes = brief.body.notes.iter().map(|note| &note.flow);
    let mut flows = std::iter::once(&brief.body.flow).chain(notes);
    if found.is_none() && flows.any(|flow| speaks(&flow.html)) {
        let prose = Prose::of(&brief.body, &brief.slots);
        found = prose.own_sentences().iter().find_map(|sentence| both(sentence));
    }
    let (sentence, term, confidence) = found?;
    let message = format!(
        "a sentence holds both a likelihood (`{term}`) and a confidence (`{confidence}`): {}",
        shortened(&sentence)
    );
    let help = "say in one sentence how likely it is, and in another how sure you are";
    Some(Diagnostic::new(Code::C016, brief.span, message).help(help))
}

fn both(sentence: &str) -> Option<(String, &'static str, &'static str)> {
    let text = words(sentence);
    let (term, confidence) = (likelihood_in(&text)?, confidence_in(&text)?);
    Some((sentence.trim().to_owned(), term, confidence))
}

/// The text as lower-case words between single spaces, one before and one behind.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(String::from(" "), |mut all, word| {
        all.push_str(word);
        all.push(' ');
        all
    })
}

/// The terms as they stand beside a verb.
const ADVERBS: [&str; 4] = ["probably", "improbably", "almost certainly", "nearly certainly"];

/// The longest ICD 203 term in the text. `remote` is one only where it is said of a chance, not of a place.
fn likelihood_in(words: &str) -> Option<&'static str> {
    let terms = LIKELIHOOD_TERMS.iter().flat_map(|(term, twin, ..)| [*term, *twin]).chain(ADVERBS);
    let in_text = |term: &str| holds(words, term);
    let found = terms.filter(|term| match *term {
        "remote" => ["remote chance", "remote possibility", "remote likelihood"].into_iter().any(in_text),
        term => in_text(term),
    });
    found.max_by_key(|term| term.len())
}

fn confidence_in(words: &str) -> Option<&'static str> {
    let levels = crate::model::Confidence::ALL.iter().map(|level| level.label());
    levels.into_iter().find(|label| holds(words, label))
}

/// True where the words hold these as whole ones.
fn holds(words: &str, term: &str) -> bool {
    let bounded =
        |(at, _): (usize, &str)| words[..at].ends_with(' ') && words[at + term.len()..].starts_with(' ');
    words.match_indices(term).any(bounded)
}

/// Judgements whose horizon had wholly passed at `now` and of which nobody says what became. Those of briefs that were
/// superseded or retracted are no longer the authors' own.
pub(super) fn overdue(site: &Site, now: Timestamp) -> Vec<Diagnostic> {
    let stands = |brief: &&Arc<BriefEntry>| {
        !matches!(brief.data.status, BriefStatus::Superseded | BriefStatus::Retracted)
    };
    let judgements = site.briefs.iter().filter(stands).flat_map(|brief| &brief.data.assessments);
    judgements.filter_map(|judgement| overdue_at(judgement, now)).collect()
}

fn overdue_at(judgement: &Assessment, now: Timestamp) -> Option<Diagnostic> {
    let horizon = judgement.horizon.as_ref().filter(|_| judgement.outcome.is_none())?;
    // A day ends up to half a day later in the west than in UTC: nobody is late before it is over everywhere.
    let rest = if horizon.moment().is_some() { 0 } else { DAY + DAY / 2 };
    if horizon.latest.saturating_add(rest) > now.as_second() {
        return None;
    }
    let message = format!(
        "the judgement was to be settled by {} and has no outcome: {}",
        horizon.written,
        shortened(&judgement.text)
    );
    let help = "record what became of it: `outcome: {result: …, on: …, source: …}`";
    Some(Diagnostic::new(Code::C012, judgement.span, message).help(help))
}

/// The beginning of a text in quotation marks, as much as a message can hold.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 100;
    let short: String = text.chars().take(LONGEST).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("“{}{more}”", short.trim_end())
}
