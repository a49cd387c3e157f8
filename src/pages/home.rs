//! The home page.

use super::actor::share;
use super::list::MainList;
use super::page::Page;
use super::parts::{Head, plain_title, shorten};
use super::shop::Shop;
use super::view::{CountView, HomeView, MetView, TagRow};
use crate::resolve::{ActorIdx, BriefIdx, ClaimIdx, EventIdx};

const LATEST: usize = 8;
const ACTORS: usize = 12;
const TAGS: usize = 20;

/// Makes the home page.
pub fn page(shop: &Shop<'_>) -> Page {
    let site = shop.site;
    let dated = |event: &usize| site.events[*event].data.date.is_some();
    let brief = |at| shop.brief_row(BriefIdx::from_at(at)).in_full();
    let claim = |at| shop.claim_row(ClaimIdx::from_at(at)).in_full();
    let event = |at| shop.event_row(EventIdx::from_at(at)).in_full();
    let briefs = site.briefs.len();
    let view = HomeView {
        lead: (0..briefs).next().map(brief),
        latest: (0..briefs).skip(1).take(LATEST).map(brief).collect(),
        moved: (0..site.claims.len()).take(LATEST).map(claim).collect(),
        events: (0..site.events.len()).filter(dated).take(LATEST).map(event).collect(),
        actors: most_named(shop),
        tags: most_used(shop),
        counts: counts(shop),
    };
    let title = plain_title(&shop.config.title);
    let mut head = Head {
        kind: "home",
        title: &title,
        description: shorten(&shop.config.description, 200),
        path: "",
        breadcrumbs: Vec::new(),
        section: "",
    }
    .view(shop);
    head.feed = None;
    Page::new("home.html", "home", head, view)
}

fn most_named(shop: &Shop<'_>) -> Vec<MetView> {
    let back = &shop.site.back;
    let count = |at: usize| back.actor_briefs.of(at).len() + back.actor_events.of(at).len();
    let mut actors: Vec<(usize, usize)> = (0..shop.site.actors.len()).map(|at| (count(at), at)).collect();
    actors.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
    let most = actors.first().map_or(1, |(count, _)| *count);
    let named = actors.into_iter().take(ACTORS).filter(|(count, _)| *count > 0);
    named
        .map(|(count, at)| MetView {
            actor: shop.names().actor(ActorIdx::from_at(at)),
            count,
            share: share(count, most),
        })
        .collect()
}

/// The most used tags, by name.
fn most_used(shop: &Shop<'_>) -> Vec<TagRow> {
    let mut tags: Vec<usize> = (0..shop.site.tags.len()).collect();
    tags.sort_by_key(|at| (std::cmp::Reverse(shop.site.tags[*at].records.len()), *at));
    tags.truncate(TAGS);
    tags.sort_unstable();
    tags.into_iter().map(|at| shop.tag_row(at)).collect()
}

fn counts(shop: &Shop<'_>) -> Vec<CountView> {
    let lists = MainList::ALL.into_iter().filter(|list| *list != MainList::Tags && list.total(shop) > 0);
    let view = |list: MainList| {
        let (count, word) = (list.total(shop), list.word());
        let label = if count == 1 { word.trim_end_matches('s').to_owned() } else { word.to_owned() };
        CountView { label, count, href: Some(shop.hrefs.to(&format!("{word}/"))) }
    };
    lists.map(view).collect()
}
