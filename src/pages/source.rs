//! A source's page.

use super::address::Addresses;
use super::evidence::other;
use super::hrefs::record_path;
use super::page::Page;
use super::parts::{Head, archive, body_and_sources};
use super::rows::{reliability, short_source};
use super::sections::{Owner, Taken};
use super::shop::Shop;
use super::view::SourceView;
use super::words;
use crate::model::RecordKind;
use crate::resolve::{AnyIdx, SourceEntry, SourceIdx, origins};

/// Makes the page of a source.
pub fn page(shop: &Shop<'_>, addresses: &Addresses, index: SourceIdx) -> Page {
    let entry = &shop.site.sources[index.at()];
    let view = view(shop, addresses, index, entry);
    let path = record_path(RecordKind::Source, &entry.id);
    let cited = shop.site.back.source_briefs.of(index.at()).len();
    let cited = words::count(cited, "brief rests", "briefs rest");
    let head = Head {
        kind: "source",
        title: &view.title,
        description: format!("{}. {cited} on it.", short_source(shop.names(), index)),
        path: &path,
        breadcrumbs: shop.above(RecordKind::Source),
        section: "sources",
    };
    Page::new("source.html", "source", head.view(shop), view)
}

fn view(shop: &Shop<'_>, addresses: &Addresses, index: SourceIdx, entry: &SourceEntry) -> SourceView {
    let (data, site) = (&entry.data, shop.site);
    let open = !data.protected;
    let sources =
        |list: Vec<SourceIdx>| list.into_iter().map(|one| other(shop.names(), index, one)).collect();
    let grade = reliability(site, index);
    let taken = Taken::of(shop, Owner::Record(AnyIdx::Source(index)));
    let (body, _) = body_and_sources(shop, addresses, entry, &[]);
    let own_tags = if open { shop.tags(&entry.common.tags) } else { Vec::new() };
    SourceView {
        id: entry.id.clone(),
        title: shop.names().source_title(index),
        stub: entry.stub,
        draft: entry.common.marking.draft == Some(true),
        protected: data.protected,
        description: data.description_public.clone(),
        row: shop.source_row(index).in_full(),
        reference: shop.references.of(index).map(str::to_owned),
        accessed: data.accessed.as_ref().map(words::date).filter(|_| open),
        reliability_words: words::grade_words(grade, None),
        reliability_from: grade.map(|_| if data.reliability.is_some() { "own" } else { "publisher" }),
        archive: archive(data),
        derived_from: sources(entry.links.derived_from.clone()),
        origins: sources(origins(site, &entry.links.derived_from)),
        derived: sources(site.back.source_derived.of(index.at()).to_vec()),
        body: body.view,
        claims: taken.claims("claims"),
        briefs: taken.briefs("briefs"),
        events: taken.events("events"),
        actors: taken.actors("actors"),
        tags: own_tags,
        extra: if open { entry.common.extra.clone() } else { serde_json::Value::Null },
    }
}
