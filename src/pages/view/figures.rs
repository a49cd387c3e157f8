//! Series of estimates, and questions with their answers.

use super::{ClaimRow, Day, Link, PagerView, TermView};
use crate::pages::row::OtherRow;
use serde::Serialize;

/// A drawing: a timeline, a map or a network.
#[derive(Debug, Clone, Serialize)]
pub struct DrawingView {
    /// The drawing. *HTML*.
    pub svg: String,
    /// What it shows, in a few sentences.
    pub note: String,
    /// `timeline map network`.
    pub class: &'static str,
    /// Its records as data.
    pub data: Link,
}

/// `map.html`, as `map`: all places.
#[derive(Debug, Clone, Serialize)]
pub struct MapView {
    /// The map; none where no place has a position.
    pub drawing: Option<DrawingView>,
    /// The places, those of most events first; at most 500.
    pub rows: Vec<SpotView>,
    /// Number of all places.
    pub total: usize,
    /// The list of all places.
    pub all: Link,
}

/// A place in the table of the map.
#[derive(Debug, Clone, Serialize)]
pub struct SpotView {
    /// The place.
    pub place: Link,
    /// `51.73° N, 36.19° E`, or none.
    pub coordinates: Option<String>,
    /// How exact that is, in words.
    pub precision: Option<String>,
    /// How many events happened there.
    pub events: usize,
}

/// `network.html`, as `network`: memberships and relations.
#[derive(Debug, Clone, Serialize)]
pub struct NetworkView {
    /// The network; none where there is no tie.
    pub drawing: Option<DrawingView>,
    /// The ties by the names of those whose files record them; at most 500.
    pub rows: Vec<NetworkRowView>,
    /// Number of all ties.
    pub total: usize,
    /// The list of all actors.
    pub all: Link,
}

/// A tie in the table of the network.
#[derive(Debug, Clone, Serialize)]
pub struct NetworkRowView {
    /// The actor whose file records the tie.
    pub actor: Link,
    /// What ties them, in words.
    pub label: String,
    /// The other actor.
    pub other: Link,
    /// From when.
    pub from: Option<Day>,
    /// Until when.
    pub to: Option<Day>,
}

/// `estimates.html`, as `estimates`: series of estimates, each with chart and table.
#[derive(Debug, Clone, Serialize)]
pub struct EstimatesView {
    /// The series of this page, by quantity, kind and unit.
    pub series: Vec<SeriesView>,
    /// Number of all series.
    pub total: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
}

/// Estimates of one quantity, kind and unit.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesView {
    /// Its element's id, unique in the page.
    pub id: String,
    /// What is counted, with a capital letter.
    pub quantity: String,
    /// `planned`, `present`, …
    pub kind: String,
    /// What one is called in the plural.
    pub unit: Option<String>,
    /// The chart. *HTML*, empty where no estimate has both a day and a number.
    pub chart: String,
    /// What it shows, in a sentence or two.
    pub caption: String,
    /// Its estimates in order of time.
    pub rows: Vec<OtherRow<ClaimRow>>,
    /// Briefs that record one of them or mark it in their text, newest first.
    pub briefs: Vec<Link>,
}

/// `questions.html`, as `questions`: who answered what, and when.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionsView {
    /// The questions of this page, in the order of their first answers.
    pub questions: Vec<QuestionView>,
    /// Number of all questions.
    pub total: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
}

/// A question and its answers as a matrix.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    /// Its element's id, unique in the page.
    pub id: String,
    /// The question, or the statement that is in question.
    pub text: String,
    /// What the matrix shows, in a sentence.
    pub caption: String,
    /// Days on which answers were given, in order.
    pub columns: Vec<ColumnView>,
    /// Who answered, first answers first.
    pub rows: Vec<AnswersView>,
}

/// A column of a matrix.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnView {
    /// `28 Oct 2024`, `October 2024`, `day not known`.
    pub text: String,
    /// A value HTML's `datetime` accepts, else none.
    pub datetime: Option<String>,
}

/// One actor's answers. Those who spoke for one body stand below one another.
#[derive(Debug, Clone, Serialize)]
pub struct AnswersView {
    /// For whom the answers were given: the body in which the speaker held an office on that day, else the speaker.
    pub actor: Link,
    /// Who spoke, where that is somebody else than `actor`.
    pub speaker: Option<Link>,
    /// The office in which the speaker answered, if one is recorded.
    pub office: Option<String>,
    /// The row's cells, which together are as wide as all columns.
    pub cells: Vec<CellView>,
}

/// The answers that one actor gave in one column, in order of time; or that there are none in one column or more.
#[derive(Debug, Clone, Serialize)]
pub struct CellView {
    /// How many columns it takes. More than one only where there are no answers.
    pub columns: usize,
    /// The answers.
    pub answers: Vec<AnswerView>,
}

/// An answer.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerView {
    /// Where the claim is recorded.
    pub href: String,
    /// Who made the claim.
    pub by: String,
    /// The claim in the authors' words; never printed without who made it.
    pub text: String,
    /// `confirm deny no-comment unclear`, or `none` where no stance is recorded.
    pub stance: TermView,
    /// What became of it, where it no longer stands.
    pub gone: Option<TermView>,
}
