//! Sources as data; of a protected one no more than its public description.

use super::fields::{actor_ids, date, key, source_ids, text, url};
use crate::model::{Archive, Ref};
use crate::pages::Shop;
use crate::resolve::{ActorIdx, AnyIdx, Site, SourceEntry, SourceIdx};
use serde::Serialize;

#[derive(Debug, Default, Serialize)]
pub(super) struct SourceData {
    id: String,
    url: String,
    protected: bool,
    description: Option<String>,
    title: Option<String>,
    address: Option<String>,
    author: Option<String>,
    author_name: Option<String>,
    publisher: Option<String>,
    publisher_name: Option<String>,
    published: Option<String>,
    accessed: Option<String>,
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    reliability: Option<&'static str>,
    archive: Vec<ArchiveData>,
    derived_from: Vec<String>,
    tags: Vec<String>,
    stub: bool,
}

#[derive(Debug, Serialize)]
struct ArchiveData {
    url: String,
    on: Option<String>,
    sha256: Option<String>,
}

/// Every source, by id: when a protected one was published may tell who it is, and so may its place among dates.
pub(super) fn all<'a>(shop: &'a Shop<'a>) -> impl Iterator<Item = SourceData> + 'a {
    let mut order: Vec<usize> = (0..shop.site.sources.len()).collect();
    order.sort_by_key(|at| &shop.site.sources[*at].id);
    order.into_iter().map(|at| data(shop, SourceIdx::from_at(at), &shop.site.sources[at]))
}

fn data(shop: &Shop<'_>, index: SourceIdx, entry: &SourceEntry) -> SourceData {
    let (site, data, links) = (shop.site, &entry.data, &entry.links);
    let public = SourceData {
        id: entry.id.clone(),
        url: url(shop, AnyIdx::Source(index)),
        protected: data.protected,
        description: data.description_public.clone(),
        ..SourceData::default()
    };
    if data.protected {
        return public;
    }
    SourceData {
        title: data.title.as_ref().map(|title| text(shop, title)),
        address: data.url.clone(),
        author: links.author.map(|actor| id(site, actor)),
        author_name: name(shop, data.author.as_ref(), links.author),
        publisher: links.publisher.map(|actor| id(site, actor)),
        publisher_name: name(shop, data.publisher.as_ref(), links.publisher),
        published: date(data.published.as_ref()),
        accessed: date(data.accessed.as_ref()),
        kind: key(data.kind),
        reliability: key(crate::pages::reliability(site, index)),
        archive: data.archive.iter().map(archive).collect(),
        derived_from: source_ids(site, &links.derived_from),
        tags: entry.common.tag_names(),
        stub: entry.stub,
        ..public
    }
}

fn id(site: &Site, actor: ActorIdx) -> String {
    actor_ids(site, &[actor]).concat()
}

/// The name of an author or publisher: the actor's, else as written.
fn name(shop: &Shop<'_>, written: Option<&Ref>, actor: Option<ActorIdx>) -> Option<String> {
    let actor = actor.map(|actor| shop.names().text(AnyIdx::Actor(actor)).text);
    actor.or_else(|| written.map(|written| written.text.clone()))
}

fn archive(copy: &Archive) -> ArchiveData {
    ArchiveData { url: copy.url.clone(), on: date(copy.on.as_ref()), sha256: copy.sha256.clone() }
}
