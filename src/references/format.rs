//! Formatting what was not kept, in parallel, each source by itself.

use super::cited::Cited;
use super::styles::{self, Loaded};
use super::{References, html, kept};
use crate::config::Config;
use crate::model::Fingerprint;
use crate::resolve::Site;
use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::json::Item;
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// References by the hash of what they are made of.
pub(super) type Known = BTreeMap<Fingerprint, String>;

/// Formats every source that is not protected; those in `known` are taken from there.
pub(super) fn all(site: &Site, config: &Config, style: ArchivedStyle, known: &Known) -> References {
    let (name, language) = (style.csl_id(), config.language.as_str());
    let cited: Vec<Option<(Fingerprint, Cited)>> = site
        .sources
        .par_iter()
        .map(|entry| {
            let cited = (!entry.data.protected).then(|| Cited::of(site, config, entry))?;
            Some((cited.fingerprint(name, language), cited))
        })
        .collect();
    let missing: Vec<&(Fingerprint, Cited)> =
        cited.iter().flatten().filter(|(key, _)| !known.contains_key(key)).collect();
    let loaded = if missing.is_empty() { None } else { styles::load(style, &config.language) };
    let made: BTreeMap<Fingerprint, String> = loaded.map_or_else(BTreeMap::new, |loaded| {
        missing.par_iter().map(|(key, cited)| (*key, one(&loaded, &cited.item()))).collect()
    });
    let html: Vec<Option<String>> = cited
        .iter()
        .map(|cited| {
            let (key, _) = cited.as_ref()?;
            known.get(key).or_else(|| made.get(key)).filter(|html| !html.is_empty()).cloned()
        })
        .collect();
    let used: BTreeMap<Fingerprint, &str> = cited
        .iter()
        .flatten()
        .filter_map(|(key, _)| Some((*key, known.get(key).or_else(|| made.get(key))?.as_str())))
        .collect();
    let same = made.is_empty() && used.len() == known.len();
    References { html, formatted: made.len(), to_keep: (!same).then(|| kept::bytes(&used)) }
}

/// An entry of a list of references that has no other. A style without such a list gives its full note.
fn one(loaded: &Loaded, item: &Item) -> String {
    let Loaded { style, locale, locales } = loaded;
    let mut driver = BibliographyDriver::new();
    let items = vec![CitationItem::with_entry(item)];
    driver.citation(CitationRequest::new(items, style, Some(locale.clone()), locales, Some(1)));
    let rendered = driver.finish(BibliographyRequest::new(style, Some(locale.clone()), locales));
    let entry = rendered.bibliography.and_then(|list| list.items.into_iter().next());
    match entry {
        Some(entry) => html::entry(&entry.content),
        None => rendered.citations.first().map(|note| html::entry(&note.citation)).unwrap_or_default(),
    }
}
