//! C010: the words of a protected source, which readers must not see.

use super::judgements::shortened;
use super::prose::Prose;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Localized, Source};
use crate::resolve::{Cited, ClaimIdx, Entry, Site, SourceIdx};
use crate::text::Span;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use unicode_normalization::UnicodeNormalization;

/// So many words in a row are no accident.
const RUN: usize = 6;
/// So many are none where they are the whole title.
const TITLE: usize = 4;

/// Runs of words that give a protected source away, by their first word.
type Runs = HashMap<String, Vec<(Vec<String>, SourceIdx)>>;

/// Records that print six words in a row of a protected source's title or of what is quoted from it, or its whole title
/// of four or five: in their texts, titles, summaries, claims, judgements and changes; once for each source and record.
pub(super) fn words(site: &Site) -> Vec<Diagnostic> {
    let runs = runs(site);
    if runs.is_empty() {
        return Vec::new();
    }
    let briefs = site.briefs.par_iter().flat_map_iter(|brief| {
        let data = &brief.data;
        let mut texts = vec![prose(brief)];
        texts.extend(versions(&data.title).chain(data.summary.iter().flat_map(versions)));
        texts.extend(data.changes.iter().map(|change| change.note.clone()));
        texts.extend(data.assessments.iter().map(|one| one.text.clone()));
        let outcomes = data.assessments.iter().filter_map(|one| one.outcome.as_ref());
        texts.extend(outcomes.map(|outcome| outcome.result.clone()));
        texts.extend(said(site, &brief.links.claims));
        in_texts(site, &runs, brief.span, &texts)
    });
    let events = site.events.par_iter().flat_map_iter(|event| {
        let texts = [prose(event)].into_iter().chain(versions(&event.data.title));
        let texts: Vec<String> = texts.chain(said(site, &event.links.claims)).collect();
        in_texts(site, &runs, event.span, &texts)
    });
    let mut found: Vec<Diagnostic> = briefs.chain(events).collect();
    let actors = site.actors.iter().map(|one| (one.span, prose(one)));
    let places = site.places.iter().map(|one| (one.span, prose(one)));
    let pages = site.pages.iter().map(|one| (one.span, prose(one)));
    // Of a protected source no text is printed.
    let sources = site.sources.iter().filter(|one| !one.data.protected).map(|one| (one.span, prose(one)));
    for (span, text) in actors.chain(places).chain(pages).chain(sources) {
        found.extend(in_texts(site, &runs, span, &[text]));
    }
    found
}

fn prose<D, L>(entry: &Entry<D, L>) -> String {
    Prose::of(&entry.body, &entry.slots).text
}

fn versions(text: &Localized) -> impl Iterator<Item = String> + '_ {
    text.iter().map(|(_, text)| text.to_owned())
}

/// The words and quotations of claims.
fn said<'a>(site: &'a Site, claims: &'a [ClaimIdx]) -> impl Iterator<Item = String> + 'a {
    let claims = claims.iter().map(|claim| &site.claims[claim.at()].claim);
    claims.flat_map(|claim| [Some(&claim.text), claim.quote.as_ref()]).flatten().cloned()
}

fn runs(site: &Site) -> Runs {
    let mut titles: Vec<(String, SourceIdx)> = Vec::new();
    let mut texts: Vec<(String, SourceIdx)> = Vec::new();
    let source = |index: SourceIdx| &site.sources[index.at()].data;
    for (at, entry) in site.sources.iter().enumerate().filter(|(_, entry)| entry.data.protected) {
        let versions = entry.data.title.iter().flat_map(versions);
        titles.extend(versions.map(|text| (text, SourceIdx::from_at(at))));
    }
    if titles.is_empty() && !site.sources.iter().any(|entry| entry.data.protected) {
        return Runs::new();
    }
    let mut quote = |(citation, index): Cited<'_>| {
        if let Some(quote) = citation.quote.as_ref().filter(|_| source(index).protected) {
            texts.push((quote.clone(), index));
        }
    };
    site.briefs.iter().flat_map(|entry| entry.citations()).for_each(&mut quote);
    site.events.iter().flat_map(|entry| entry.citations()).for_each(&mut quote);
    site.actors.iter().flat_map(|entry| entry.citations()).for_each(&mut quote);
    let claims = site.claims.iter();
    claims.flat_map(|one| one.claim.sources.iter().zip(one.cited.iter().copied())).for_each(&mut quote);
    let mut runs = Runs::new();
    for (text, index) in &titles {
        add(&mut runs, text, TITLE, *index, source(*index));
    }
    for (text, index) in &texts {
        add(&mut runs, text, RUN, *index, source(*index));
    }
    runs
}

/// What `description_public` says too is no secret. Of a text with fewer words than a run it is all of them, if they
/// are at least `least`.
fn add(runs: &mut Runs, text: &str, least: usize, index: SourceIdx, source: &Source) {
    let public = folded(source.description_public.as_deref().unwrap_or(""));
    let public: Vec<&str> = words_of(&public).collect();
    let text = folded(text);
    let words: Vec<&str> = words_of(&text).collect();
    let length = words.len().min(RUN);
    if length < least.max(1) {
        return;
    }
    for run in words.windows(length).filter(|run| !public.windows(length).any(|open| open == *run)) {
        let owned = run.iter().map(|word| (*word).to_owned()).collect();
        runs.entry(run[0].to_owned()).or_default().push((owned, index));
    }
}

/// In one case and one normal form: Korean typed on one machine is composed, on another it is not.
fn folded(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.nfkc().collect::<String>().to_lowercase() }
}

fn words_of(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn in_texts(site: &Site, runs: &Runs, span: Span, texts: &[String]) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for text in texts {
        let text = folded(text);
        let words: Vec<&str> = words_of(&text).collect();
        for at in 0..words.len() {
            for (run, source) in runs.get(words[at]).into_iter().flatten() {
                let here = words.get(at..at + run.len()).is_some_and(|window| run.iter().eq(window));
                if here && told.insert(*source) {
                    found.push(given_away(site, span, *source, &words[at..at + run.len()].join(" ")));
                }
            }
        }
    }
    found
}

fn given_away(site: &Site, span: Span, source: SourceIdx, words: &str) -> Diagnostic {
    let source = &site.sources[source.at()];
    let message =
        format!("the text holds words of the protected source `{}`: {}", source.id, shortened(words));
    let help = "say it in other words, or as the source's `description_public` does";
    Diagnostic::new(Code::C010, span, message).help(help).related(source.span, "the protected source")
}
