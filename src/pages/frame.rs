//! What every page is framed by: title, menu, footer.

use super::list::MainList;
use super::shop::{Shop, capital};
use super::view::{LookupView, MenuItem, SiteView};
use super::{assessments, corrections, estimates, map, network, questions, timeline, words};
use crate::model::Date;
use crate::resolve::{AnyIdx, Audience, PageIdx};

/// The site's view for an audience; `has_page` tells whether the edition has a page at a path, `lookups` are for
/// previews and for the finder.
pub fn site(
    shop: &Shop<'_>,
    audience: &Audience,
    has_page: &dyn Fn(&str) -> bool,
    lookups: [Option<LookupView>; 2],
) -> SiteView {
    let [previews, finder] = lookups;
    let config = shop.config;
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.as_str().to_owned(),
        base_path: shop.hrefs.base_path().to_owned(),
        license: config.license.clone(),
        authors: config.authors.iter().map(|author| author.name.clone()).collect(),
        menu: menu(shop, audience, has_page),
        pages: (0..shop.site.pages.len())
            .map(|at| shop.names().link(AnyIdx::Page(PageIdx::from_at(at))))
            .collect(),
        marking: words::term(audience.tlp),
        drafts: audience.drafts,
        as_of: audience.as_of.and_then(|day| Date::parse(&day.to_string()).ok()).as_ref().map(words::date),
        updated: updated(shop).map(words::date),
        previews,
        finder,
        feed: config.feeds.then(|| shop.hrefs.to("feed.xml")),
        corrections: corrections::any(shop.site).then(|| shop.hrefs.to(corrections::FOLDER)),
        extra: config.extra.clone(),
    }
}

/// `site.yaml`'s menu, or the lists that have rows, the timeline and the assessments. In an edition as of a day the
/// former leaves out pages that were not there yet.
fn menu(shop: &Shop<'_>, audience: &Audience, has_page: &dyn Fn(&str) -> bool) -> Vec<MenuItem> {
    if let Some(menu) = &shop.config.menu {
        let own = |href: &str| href.strip_prefix('/').map(|path| shop.hrefs.to(path));
        let path = |href: &str| href.split(['#', '?']).next().unwrap_or_default().to_owned();
        let is_there =
            |href: &str| audience.as_of.is_none() || path(href).strip_prefix('/').is_none_or(has_page);
        return menu
            .iter()
            .filter(|entry| is_there(&entry.href))
            .map(|entry| MenuItem {
                title: entry.title.clone(),
                href: own(&entry.href).unwrap_or_else(|| entry.href.clone()),
                section: entry.href.trim_matches('/').to_owned(),
            })
            .collect();
    }
    let item = |word: &str| MenuItem {
        title: capital(word),
        href: shop.hrefs.to(&format!("{word}/")),
        section: word.to_owned(),
    };
    let mut items: Vec<MenuItem> =
        MainList::ALL.into_iter().filter(|list| list.total(shop) > 0).map(|list| item(list.word())).collect();
    // What claims are about, and what is judged from them, stands beside them.
    let after_claims = items.iter().position(|item| item.section == MainList::Claims.word());
    let after_claims = after_claims.map_or(items.len(), |at| at + 1);
    if assessments::total(shop.site) > 0 {
        items.insert(after_claims, item(assessments::FOLDER.trim_end_matches('/')));
    }
    if estimates::pages(shop) > 0 {
        items.insert(after_claims, item("estimates"));
    }
    if questions::pages(shop) > 0 {
        items.insert(after_claims, item("questions"));
    }
    if network::any(shop) {
        items.insert(1.min(items.len()), item(network::FOLDER.trim_end_matches('/')));
    }
    if map::any(shop) {
        items.insert(1.min(items.len()), item(map::FOLDER.trim_end_matches('/')));
    }
    if !shop.site.events.is_empty() {
        items.insert(1.min(items.len()), item(timeline::FOLDER.trim_end_matches('/')));
    }
    items
}

/// The newest date of any brief or change.
fn updated<'a>(shop: &Shop<'a>) -> Option<&'a Date> {
    let briefs = shop.site.briefs.iter();
    let dates = briefs.flat_map(|brief| {
        std::iter::once(&brief.data.date).chain(brief.data.changes.iter().map(|change| &change.on))
    });
    dates.max_by(|a, b| a.order(b))
}
