//! What every page is framed by: title, menu, footer.

use super::list::MainList;
use super::shop::{Shop, capital};
use super::view::{MenuItem, SiteView};
use super::{assessments, corrections, estimates, questions, timeline, words};
use crate::model::Date;
use crate::resolve::{AnyIdx, PageIdx};

/// The site's view; `drafts` tells whether drafts are in the edition.
pub fn site(shop: &Shop<'_>, audience: crate::model::Tlp, drafts: bool) -> SiteView {
    let config = shop.config;
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.as_str().to_owned(),
        base_path: shop.hrefs.base_path().to_owned(),
        license: config.license.clone(),
        authors: config.authors.iter().map(|author| author.name.clone()).collect(),
        menu: menu(shop),
        pages: (0..shop.site.pages.len())
            .map(|at| shop.names().link(AnyIdx::Page(PageIdx::from_at(at))))
            .collect(),
        marking: words::term(audience),
        drafts,
        updated: updated(shop).map(words::date),
        feed: config.feeds.then(|| shop.hrefs.to("feed.xml")),
        corrections: corrections::any(shop.site).then(|| shop.hrefs.to(corrections::FOLDER)),
        extra: config.extra.clone(),
    }
}

/// `site.yaml`'s menu, or the lists that have rows, the timeline and the assessments.
fn menu(shop: &Shop<'_>) -> Vec<MenuItem> {
    if let Some(menu) = &shop.config.menu {
        let own = |href: &str| href.strip_prefix('/').map(|path| shop.hrefs.to(path));
        return menu
            .iter()
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
