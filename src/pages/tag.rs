//! A tag's page.

use super::list::tags_above;
use super::page::Page;
use super::parts::{Head, plain_title};
use super::sections::{Owner, Taken, owner_path};
use super::shop::Shop;
use super::view::TagView;
use super::words;
use crate::resolve::TagIdx;

/// Makes the page of a tag.
pub fn page(shop: &Shop<'_>, index: TagIdx) -> Page {
    let tag = shop.site.tag(index);
    let owner = Owner::Tag(index);
    let taken = Taken::of(shop, owner);
    let view = TagView {
        name: tag.name.clone(),
        briefs: taken.briefs("briefs"),
        events: taken.events("events"),
        actors: taken.actors("actors"),
        sources: taken.sources("sources"),
        places: taken.places("places"),
    };
    let title = plain_title(&tag.name);
    let path = owner_path(shop, owner);
    let mut head = Head {
        kind: "tag",
        title: &title,
        description: format!(
            "{} tagged “{}”.",
            words::count(tag.records.len(), "record", "records"),
            tag.name
        ),
        path: &path,
        breadcrumbs: tags_above(shop),
        section: "tags",
    }
    .view(shop);
    head.feed = shop.config.feeds.then(|| shop.hrefs.to(&format!("{path}feed.xml")));
    Page::new("tag.html", "tag", head, view)
}
