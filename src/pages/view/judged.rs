//! What is judged and corrected in all briefs.

use super::{AssessmentView, ChangeView, Day, Link, PagerView};
use serde::Serialize;

/// `assessments.html`, as `assessments`: what the authors judge, and how often it came true.
#[derive(Debug, Clone, Serialize)]
pub struct AssessmentsView {
    /// The judgements of this page, those of the newest brief first.
    pub rows: Vec<JudgedView>,
    /// Number of all judgements.
    pub total: usize,
    /// How many of all are overdue.
    pub overdue: usize,
    /// ICD 203 terms from the least likely, with what became of judgements that used them.
    pub bands: Vec<BandView>,
    /// How many outcomes the bands count.
    pub known: usize,
    /// How many outcomes they do not count.
    pub left_out: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
}

/// A judgement with the brief it stands in.
#[derive(Debug, Clone, Serialize)]
pub struct JudgedView {
    /// What is judged.
    pub judged: AssessmentView,
    /// The brief it stands in.
    pub brief: Link,
    /// The brief's date.
    pub date: Day,
    /// True where the horizon passed without an outcome before this edition was made.
    pub overdue: bool,
}

/// Judgements of one band of likelihood.
#[derive(Debug, Clone, Serialize)]
pub struct BandView {
    /// Two terms that mean the same.
    pub terms: [&'static str; 2],
    /// `55–80 %`.
    pub range: String,
    /// Judgements whose outcome is known.
    pub known: usize,
    /// How many of them came true.
    pub came_true: usize,
    /// The share of those in per cent, rounded; none where none is known.
    pub share: Option<usize>,
}

/// `corrections.html`, as `corrections`: every change to every brief.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionsView {
    /// The changes of this page, newest first.
    pub rows: Vec<CorrectionView>,
    /// Number of all changes.
    pub total: usize,
    /// The address of the feed of corrections, if there is one.
    pub feed: Option<String>,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
}

/// A change with the brief it was made to.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionView {
    /// What was changed.
    pub change: ChangeView,
    /// The place on the brief's page where its changes stand.
    pub brief: Link,
}
