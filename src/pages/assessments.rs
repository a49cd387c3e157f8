//! The page of assessments: all that the authors judged, what became of it, and how often they were right.

use super::brief::assessment_view;
use super::calibration::Calibration;
use super::hrefs::{PAGE_ROWS, list_path};
use super::list::{pager, with_pager};
use super::page::Page;
use super::parts::{Head, plain_title};
use super::shop::Shop;
use super::view::{AssessmentView, DateView, LinkView, PagerView};
use super::words;
use crate::model::{Assessment, LIKELIHOOD_TERMS};
use crate::resolve::{BriefIdx, Site, SourceIdx};
use jiff::Timestamp;
use serde::Serialize;

/// The folder of the page.
pub const FOLDER: &str = "assessments/";

/// `assessments.html`, as `assessments`.
#[derive(Debug, Serialize)]
struct AssessmentsView {
    /// Judgements, those of the newest brief first.
    rows: Vec<AssessmentRow>,
    /// Number of all.
    total: usize,
    /// How many of all are overdue.
    overdue: usize,
    /// ICD 203 terms from the least likely, with what became of judgements that used them.
    bands: Vec<BandView>,
    /// How many outcomes the bands count.
    known: usize,
    /// How many outcomes they do not count.
    left_out: usize,
    /// The pager; none where everything is on one page.
    pager: Option<PagerView>,
}

#[derive(Debug, Serialize)]
struct AssessmentRow {
    judged: AssessmentView,
    brief: LinkView,
    /// The brief's date.
    date: DateView,
    /// True where the horizon passed without an outcome before this edition was made.
    overdue: bool,
}

#[derive(Debug, Serialize)]
struct BandView {
    /// Two terms that mean the same.
    terms: [&'static str; 2],
    /// `55–80 %`.
    range: String,
    /// Judgements whose outcome is known.
    known: usize,
    /// How many of them came true.
    came_true: usize,
    /// The share of those in per cent, rounded; none where none is known.
    share: Option<usize>,
}

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
    let of = |(at, entry): (usize, &'_ crate::resolve::BriefEntry)| {
        (BriefIdx::from_at(at), entry.data.assessments.len())
    };
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
    let row = |found: &Found<'_>| AssessmentRow {
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
