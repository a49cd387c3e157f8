//! The page of assessments: all that the authors judged, what became of it, and how often they were right.

use super::brief::assessment_view;
use super::calibration::Calibration;
use super::hrefs::{PAGE_ROWS, list_path};
use super::list::{pager, with_pager};
use super::page::Page;
use super::parts::{Head, plain_title};
use super::shop::Shop;
use super::view::{AssessmentsView, BandView, JudgedView};
use super::words;
use crate::model::{Assessment, LIKELIHOOD_TERMS};
use crate::resolve::{BriefEntry, BriefIdx, Site, SourceIdx};
use jiff::Timestamp;
use std::sync::Arc;

/// The folder of the page.
pub const FOLDER: &str = "assessments/";

struct Found<'a> {
    brief: BriefIdx,
    assessment: &'a Assessment,
    outcome: Option<SourceIdx>,
}

/// How many assessments there are.
pub fn total(site: &Site) -> usize {
    site.briefs.iter().map(|brief| brief.data.assessments.len()).sum()
}

fn all(site: &Site) -> Vec<Found<'_>> {
    let of =
        |(at, entry): (usize, &'_ Arc<BriefEntry>)| (BriefIdx::from_at(at), entry.data.assessments.len());
    let briefs = site.briefs.iter().enumerate().map(of);
    briefs
        .flat_map(|(brief, count)| {
            let entry = &site.briefs[brief.at()];
            (0..count).map(move |at| Found {
                brief,
                assessment: &entry.data.assessments[at],
                outcome: entry.links.outcomes[at],
            })
        })
        .collect()
}

/// True where the last moment of the horizon is before `now` and no outcome is recorded.
fn is_overdue(assessment: &Assessment, now: Timestamp) -> bool {
    let passed = assessment.horizon.as_ref().is_some_and(|horizon| horizon.has_passed(now));
    passed && assessment.outcome.is_none()
}

/// Makes a page of the list, numbered from 1; `now` is the moment this edition is made.
pub fn page(shop: &Shop<'_>, now: Timestamp, number: usize) -> Page {
    let all = all(shop.site);
    let calibration = Calibration::of(all.iter().map(|found| found.assessment));
    let row = |found: &Found<'_>| JudgedView {
        judged: assessment_view(shop, found.assessment, found.outcome),
        brief: shop.names().brief(found.brief),
        date: words::date(&shop.site.briefs[found.brief.at()].data.date),
        overdue: is_overdue(found.assessment, now),
    };
    let view = AssessmentsView {
        rows: all.iter().skip((number - 1) * PAGE_ROWS).take(PAGE_ROWS).map(row).collect(),
        total: all.len(),
        overdue: all.iter().filter(|found| is_overdue(found.assessment, now)).count(),
        bands: bands(&calibration),
        known: calibration.known(),
        left_out: calibration.left_out,
        pager: pager(shop, FOLDER, number, all.len()),
    };
    let title = plain_title("Assessments");
    let path = list_path(FOLDER, number);
    let mut head = Head {
        kind: "list",
        title: &title,
        description: "What the authors judge, how likely, how sure they are, and what became of it."
            .to_owned(),
        path: &path,
        breadcrumbs: shop.home(),
        section: "assessments",
    }
    .view(shop);
    with_pager(&mut head, view.pager.as_ref());
    Page::new("assessments.html", "assessments", head, view)
}

fn bands(calibration: &Calibration) -> Vec<BandView> {
    let view = |((one, other, low, high), band): (
        &(&'static str, &'static str, u8, u8),
        &super::calibration::Band,
    )| BandView {
        terms: [one, other],
        range: format!("{low}–{high} %"),
        known: band.known,
        came_true: band.came_true,
        share: (band.came_true * 200 + band.known).checked_div(2 * band.known),
    };
    LIKELIHOOD_TERMS.iter().zip(&calibration.bands).map(view).collect()
}
