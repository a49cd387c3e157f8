//! Parts that pages of several kinds share.

use super::body::{Filled, fill};
use super::evidence::other;
use super::rows::{citation_view, reliability};
use super::shop::Shop;
use super::view::{ArchiveView, Link, NoteMark, PageView, ReferenceView, TextView};
use super::{address::Addresses, words};
use crate::model::{Citation, Marking, Ref, RefOrInline};
use crate::resolve::{AnyIdx, Entry, SourceIdx};
use crate::text::Span;
use std::collections::HashMap;

/// The head of a page.
pub struct Head<'a> {
    /// See [`PageView::kind`].
    pub kind: &'static str,
    /// The title.
    pub title: &'a TextView,
    /// What to say of it in a search result; may be empty.
    pub description: String,
    /// The page's path.
    pub path: &'a str,
    /// Pages above it.
    pub breadcrumbs: Vec<Link>,
    /// The part of the menu it stands in.
    pub section: &'static str,
}

impl Head<'_> {
    /// The view of this head.
    pub fn view(self, shop: &Shop<'_>) -> PageView {
        PageView {
            kind: self.kind,
            title: self.title.text.clone(),
            description: self.description,
            lang: shop.config.language.as_str().to_owned(),
            dir: None,
            canonical: Some(shop.hrefs.absolute(self.path)),
            breadcrumbs: self.breadcrumbs,
            section: self.section,
            feed: None,
            prev: None,
            next: None,
            image: None,
        }
    }
}

/// A title for a page that is no record.
pub fn plain_title(text: &str) -> TextView {
    TextView { text: text.to_owned(), lang: None, dir: None }
}

/// A record's text and its numbered sources: those it lists, in the author's order, then the other ones it rests on.
pub fn body_and_sources<D, L>(
    shop: &Shop<'_>,
    addresses: &Addresses,
    entry: &Entry<D, L>,
    sources: &[SourceIdx],
) -> (Filled, Vec<ReferenceView>) {
    let numbers: HashMap<SourceIdx, usize> =
        sources.iter().enumerate().map(|(at, source)| (*source, at + 1)).collect();
    let number_of = |source: SourceIdx| numbers.get(&source).copied();
    let filled = fill(&entry.body, &entry.slots, entry.file, shop.names(), addresses, &number_of);
    let mut listed: HashMap<SourceIdx, &Citation> = HashMap::new();
    for (citation, source) in entry.citations() {
        listed.entry(source).or_insert(citation);
    }
    let bare = bare_citation(entry.span);
    let references = sources.iter().enumerate().map(|(at, source)| {
        let citation = listed.get(source).copied().unwrap_or(&bare);
        reference(shop, at + 1, citation, *source, filled.cited.get(source).cloned().unwrap_or_default())
    });
    let references = references.collect();
    (filled, references)
}

/// What stands for a source that is cited in the text and not listed.
fn bare_citation(span: Span) -> Citation {
    let source = RefOrInline::Ref(Ref { text: String::new(), span });
    Citation { source, at: None, quote: None, credibility: None, marking: Marking::default() }
}

fn reference(
    shop: &Shop<'_>,
    number: usize,
    citation: &Citation,
    index: SourceIdx,
    cited_at: Vec<NoteMark>,
) -> ReferenceView {
    let source = &shop.site.sources[index.at()];
    let names = shop.names();
    ReferenceView {
        number,
        source: shop.source_row(index).in_full(),
        reference: shop.references.of(index).map(str::to_owned),
        citation: citation_view(names, Some(number), citation, index),
        grade_words: words::grade_words(reliability(shop.site, index), citation.credibility),
        archive: archive(&source.data),
        derived_from: source.links.derived_from.iter().map(|origin| other(names, index, *origin)).collect(),
        cited_at,
    }
}

/// A source's archived copies; none of a protected one.
pub fn archive(source: &crate::model::Source) -> Vec<ArchiveView> {
    let open = source.archive.iter().filter(|_| !source.protected);
    open.map(|copy| ArchiveView {
        url: copy.url.clone(),
        on: copy.on.as_ref().map(words::date),
        sha256: copy.sha256.clone(),
    })
    .collect()
}

/// The sources of a record that only lists them, each once.
pub fn listed_sources<D, L>(entry: &Entry<D, L>) -> Vec<SourceIdx> {
    let mut sources: Vec<SourceIdx> = Vec::with_capacity(entry.cited.len());
    let mut seen = std::collections::HashSet::new();
    let in_text = |target: &crate::resolve::Target| match target {
        crate::resolve::Target::Sources(list) => list.clone(),
        _ => Vec::new(),
    };
    let targets = entry.slots.flow.iter().chain(entry.slots.notes.iter().flatten());
    let all = entry.cited.iter().copied().chain(targets.flat_map(in_text));
    sources.extend(all.filter(|source| seen.insert(*source)));
    sources
}

/// The first sentence or so of a text, for descriptions: at most `most` characters, cut at a word.
pub fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', ' ']))
}

/// Records as links.
pub fn links(shop: &Shop<'_>, records: impl IntoIterator<Item = AnyIdx>) -> Vec<Link> {
    records.into_iter().map(|record| shop.names().link(record)).collect()
}
