//! The page of corrections: every change to every brief, newest first.

use super::brief::change_view;
use super::hrefs::{PAGE_ROWS, list_path};
use super::list::{pager, with_pager};
use super::page::Page;
use super::parts::{Head, plain_title};
use super::shop::Shop;
use super::view::{CorrectionView, CorrectionsView};
use crate::model::Change;
use crate::resolve::{BriefIdx, Site};

/// The folder of the page.
pub const FOLDER: &str = "corrections/";
/// Where its feed stands.
pub const FEED: &str = "corrections/feed.xml";

/// Every change as its brief and its place there, newest first; those of one day in the order of the briefs and of their
/// authors.
pub(super) fn sorted(site: &Site) -> Vec<(BriefIdx, usize)> {
    let change = |(brief, at): &(BriefIdx, usize)| &site.briefs[brief.at()].data.changes[*at];
    let of = |at: usize| (0..site.briefs[at].data.changes.len()).map(move |nth| (BriefIdx::from_at(at), nth));
    let mut changes: Vec<(BriefIdx, usize)> = (0..site.briefs.len()).flat_map(of).collect();
    changes.sort_by(|a, b| change(b).on.order(&change(a).on));
    changes
}

/// Every change with its brief, newest first.
pub fn all<'a>(shop: &Shop<'a>) -> impl ExactSizeIterator<Item = (BriefIdx, &'a Change)> + use<'a> {
    let site = shop.site;
    shop.rows.changes.iter().map(move |(brief, at)| (*brief, &site.briefs[brief.at()].data.changes[*at]))
}

/// True where any brief has been changed.
pub fn any(site: &Site) -> bool {
    site.briefs.iter().any(|brief| !brief.data.changes.is_empty())
}

/// Makes a page of the list, numbered from 1.
pub fn page(shop: &Shop<'_>, number: usize) -> Page {
    let all = all(shop);
    let total = all.len();
    let row = |(brief, change): (BriefIdx, &Change)| {
        let mut brief = shop.names().brief(brief).to_view();
        brief.href = brief.href.map(|href| format!("{href}#changes"));
        CorrectionView { change: change_view(change), brief: brief.into() }
    };
    let feed = shop.config.feeds.then(|| shop.hrefs.to(FEED));
    let view = CorrectionsView {
        rows: all.skip((number - 1) * PAGE_ROWS).take(PAGE_ROWS).map(row).collect(),
        total,
        feed: feed.clone(),
        pager: pager(shop, FOLDER, number, total),
    };
    let title = plain_title("Corrections");
    let path = list_path(FOLDER, number);
    let mut head = Head {
        kind: "list",
        title: &title,
        description: "What has been changed since it was published.".to_owned(),
        path: &path,
        breadcrumbs: shop.home(),
        section: "corrections",
    }
    .view(shop);
    head.feed = feed;
    with_pager(&mut head, view.pager.as_ref());
    Page::new("corrections.html", "corrections", head, view)
}
