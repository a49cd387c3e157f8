//! The page of estimates: every series with its chart and its table.

use super::chart::alone;
use super::hrefs::{Hrefs, list_path};
use super::list::{pager_of, with_pager};
use super::page::Page;
use super::parts::{Head, links, plain_title};
use super::shop::{Shop, capital};
use super::view::{EstimatesView, Link, LinkView, SeriesView};
use super::words;
use crate::figures::{Figures, Series};
use crate::resolve::{AnyIdx, BriefIdx, ClaimIdx};
use std::collections::BTreeSet;

/// The folder of the page.
pub const FOLDER: &str = "estimates/";

/// Series on one page: each is a chart and a table.
pub(super) const ON_A_PAGE: usize = 20;

/// How many pages there are: none where there is no estimate.
pub fn pages(shop: &Shop<'_>) -> usize {
    shop.figures.series.len().div_ceil(ON_A_PAGE)
}

/// A link to each series.
pub(super) fn series_links(hrefs: &Hrefs, figures: &Figures) -> Vec<Link> {
    let link = |(at, one): (usize, &Series)| {
        let href = format!("{}#{}", hrefs.list(FOLDER, at / ON_A_PAGE + 1), element_id(one));
        LinkView { href: Some(href), text: words::spaced(&one.quantity), lang: None, dir: None }.into()
    };
    figures.series.iter().enumerate().map(link).collect()
}

fn element_id(series: &Series) -> String {
    format!("series-{}", series.id)
}

/// Makes a page of series, numbered from 1.
pub fn page(shop: &Shop<'_>, number: usize) -> Page {
    let all = &shop.figures.series;
    let shown = all.iter().skip((number - 1) * ON_A_PAGE).take(ON_A_PAGE);
    let view = EstimatesView {
        series: shown.enumerate().map(|(at, one)| series(shop, at + 1, one)).collect(),
        total: all.len(),
        pager: pager_of(shop, FOLDER, number, pages(shop)),
    };
    let title = plain_title("Estimates");
    let path = list_path(FOLDER, number);
    let mut head = Head {
        kind: "estimates",
        title: &title,
        description: "What was estimated, by whom and when, and how it moved.".to_owned(),
        path: &path,
        breadcrumbs: shop.home(),
        section: "estimates",
    }
    .view(shop);
    with_pager(&mut head, view.pager.as_ref());
    Page::new("estimates.html", "estimates", head, view)
}

fn series(shop: &Shop<'_>, number: usize, one: &Series) -> SeriesView {
    let (chart, caption) = alone(shop.names(), one, &format!("section-figure-{number}"));
    let used = |claim: &ClaimIdx| shop.site.back.claim_briefs.of(claim.at()).iter().copied();
    let briefs: BTreeSet<BriefIdx> = one.claims.iter().flat_map(used).collect();
    SeriesView {
        id: element_id(one),
        quantity: capital(&words::spaced(&one.quantity)),
        kind: words::spaced(&one.kind),
        unit: one.unit.clone(),
        chart,
        caption,
        rows: one.claims.iter().map(|claim| shop.estimate_row(*claim)).collect(),
        briefs: links(shop, briefs.into_iter().map(AnyIdx::Brief)),
    }
}
