//! An event's page, and the timeline.

use super::{
    ActorMention, BodyView, BriefRow, ClaimRow, Day, DrawingView, EventRow, EvidenceView, Link, NoticeView,
    PagerView, ReferenceView, Section, TermView, TextView,
};
use crate::pages::row::{FullRow, OwnRow, Row};
use serde::Serialize;

/// A clock time at the place and in UTC.
#[derive(Debug, Clone, Serialize)]
pub struct ClockView {
    /// `16:30 (Asia/Seoul, UTC+09:00)`.
    pub local: String,
    /// `07:30 UTC, 28 October 2024`.
    pub utc: String,
}

/// `event.html`, as `event`.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// Id, as in its address and its file's name.
    pub id: String,
    /// Title of the event.
    pub title: TextView,
    /// True where nothing but its name is recorded.
    pub stub: bool,
    /// True for a draft.
    pub draft: bool,
    /// When it happened.
    pub date: Day,
    /// Local time and UTC, where the hour is known.
    pub clock: Option<ClockView>,
    /// When it became known, if not then.
    pub reported: Option<Day>,
    /// What sort of event.
    #[serde(rename = "type")]
    pub kind: TermView,
    /// How sure it is that it happened: `confirmed reported disputed denied planned cancelled`.
    pub status: TermView,
    /// Where it happened.
    pub places: Vec<Link>,
    /// Its places on a map; none where none of them has a position.
    pub map: Option<DrawingView>,
    /// Claims recorded here or marked in the text that no longer stand, in the order of the text.
    pub notices: Vec<NoticeView>,
    /// Who, with roles.
    pub participants: Vec<ActorMention>,
    /// The text of its file.
    pub body: BodyView,
    /// Claims recorded here.
    pub claims: Vec<OwnRow<ClaimRow>>,
    /// Estimates recorded here.
    pub estimates: Vec<OwnRow<ClaimRow>>,
    /// Claims about it recorded elsewhere, newest first.
    pub said_about: Section<Row<ClaimRow>>,
    /// What its sources amount to; none where there is none.
    pub evidence: Option<EvidenceView>,
    /// Numbered sources.
    pub sources: Vec<ReferenceView>,
    /// The event this one is part of.
    pub part_of: Vec<Link>,
    /// Its parts.
    pub parts: Vec<Link>,
    /// What it follows, causes it has, and the event before it in time.
    pub before: Vec<NeighbourView>,
    /// What follows, what it causes, and the event after it in time.
    pub after: Vec<NeighbourView>,
    /// Events easily taken for this one.
    pub distinct_from: Vec<Link>,
    /// Briefs, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Its tags, each leading to the tag's page.
    pub tags: Vec<Link>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// An event before or after another.
#[derive(Debug, Clone, Serialize)]
pub struct NeighbourView {
    /// How they are tied: `follows`, `caused by`, `causes`, `followed by`, `next in time`, …
    pub tie: &'static str,
    /// The other event.
    pub event: FullRow<EventRow>,
}

/// `timeline.html`, as `timeline`: a list of events by year and month, newest page last.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineView {
    /// The events of this page drawn; none where not one of them has a date.
    pub drawing: Option<DrawingView>,
    /// Years in order of time.
    pub years: Vec<YearView>,
    /// Number of all events.
    pub total: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
}

/// A year of a timeline.
#[derive(Debug, Clone, Serialize)]
pub struct YearView {
    /// `2024`, or `Undated`.
    pub label: String,
    /// Months in order of time.
    pub months: Vec<MonthEventsView>,
}

/// A month of a timeline.
#[derive(Debug, Clone, Serialize)]
pub struct MonthEventsView {
    /// `October 2024`, or `2024, month not known`.
    pub label: String,
    /// Fragment: `2024-10`.
    pub id: String,
    /// Events in order of time.
    pub events: Vec<FullRow<EventRow>>,
}
