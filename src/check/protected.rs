//! C010: the words of a protected source, which readers must not see.

use super::judgements::shortened;
use super::prose::Prose;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Source;
use crate::resolve::{Cited, Entry, Site, SourceIdx};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// So many words in a row are no accident.
const RUN: usize = 6;

/// Runs of words that give a protected source away, by their first word.
type Runs = HashMap<String, Vec<(Vec<String>, SourceIdx)>>;

/// Briefs and events whose text holds six words in a row of a protected source's title or of what is quoted from it,
/// once for each source.
pub(super) fn words(site: &Site) -> Vec<Diagnostic> {
    let runs = runs(site);
    if runs.is_empty() {
        return Vec::new();
    }
    let briefs = site.briefs.par_iter().flat_map_iter(|brief| in_text(site, &runs, brief));
    briefs.chain(site.events.par_iter().flat_map_iter(|event| in_text(site, &runs, event))).collect()
}

fn runs(site: &Site) -> Runs {
    let mut texts: Vec<(String, SourceIdx)> = Vec::new();
    let source = |index: SourceIdx| &site.sources[index.at()].data;
    for (at, entry) in site.sources.iter().enumerate().filter(|(_, entry)| entry.data.protected) {
        let titles = entry.data.title.iter().flat_map(|title| title.iter());
        texts.extend(titles.map(|(_, text)| (text.to_owned(), SourceIdx::from_at(at))));
    }
    if texts.is_empty() && !site.sources.iter().any(|entry| entry.data.protected) {
        return Runs::new();
    }
    let mut quote = |(citation, index): Cited<'_>| {
        if let Some(quote) = citation.quote.as_ref().filter(|_| source(index).protected) {
            texts.push((quote.clone(), index));
        }
    };
    site.briefs.iter().flat_map(Entry::citations).for_each(&mut quote);
    site.events.iter().flat_map(Entry::citations).for_each(&mut quote);
    site.actors.iter().flat_map(Entry::citations).for_each(&mut quote);
    let claims = site.claims.iter();
    claims.flat_map(|one| one.claim.sources.iter().zip(one.cited.iter().copied())).for_each(&mut quote);
    let mut runs = Runs::new();
    for (text, index) in texts {
        add(&mut runs, &text, index, source(index));
    }
    runs
}

/// What `description_public` says too is no secret.
fn add(runs: &mut Runs, text: &str, index: SourceIdx, source: &Source) {
    let public = source.description_public.as_deref().unwrap_or("").to_lowercase();
    let public: Vec<&str> = words_of(&public).collect();
    let text = text.to_lowercase();
    let words: Vec<&str> = words_of(&text).collect();
    for run in words.windows(RUN).filter(|run| !public.windows(RUN).any(|open| open == *run)) {
        let owned = run.iter().map(|word| (*word).to_owned()).collect();
        runs.entry(run[0].to_owned()).or_default().push((owned, index));
    }
}

fn words_of(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn in_text<D, L>(site: &Site, runs: &Runs, entry: &Entry<D, L>) -> Vec<Diagnostic> {
    let lower = Prose::of(&entry.body, &entry.slots).text.to_lowercase();
    let words: Vec<&str> = words_of(&lower).collect();
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for window in words.windows(RUN) {
        for (run, source) in runs.get(window[0]).into_iter().flatten() {
            if run.iter().eq(window) && told.insert(*source) {
                found.push(given_away(site, entry, *source, &window.join(" ")));
            }
        }
    }
    found
}

fn given_away<D, L>(site: &Site, entry: &Entry<D, L>, source: SourceIdx, words: &str) -> Diagnostic {
    let source = &site.sources[source.at()];
    let message =
        format!("the text holds words of the protected source `{}`: {}", source.id, shortened(words));
    let help = "say it in other words, or as the source's `description_public` does";
    Diagnostic::new(Code::C010, entry.span, message).help(help).related(source.span, "the protected source")
}
