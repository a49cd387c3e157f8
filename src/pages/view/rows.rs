//! Rows of lists, made once for the whole site.

use super::{CitationView, Day, Link, TermView, TextView};
use crate::pages::row::Row;
use serde::Serialize;

/// A row for a brief, wherever briefs are listed.
#[derive(Debug, Clone, Serialize)]
pub struct BriefRow {
    /// The brief's page.
    pub href: String,
    /// Title of the brief.
    pub title: TextView,
    /// Date of the brief.
    pub date: Day,
    /// Standfirst, or none.
    pub summary: Option<TextView>,
    /// Series, or none.
    pub series: Option<String>,
    /// `preliminary current superseded retracted`.
    pub status: TermView,
    /// TLP marking.
    pub marking: TermView,
    /// True for a draft.
    pub draft: bool,
}

/// A row for an actor.
#[derive(Debug, Clone, Serialize)]
pub struct ActorRow {
    /// The actor's page.
    pub href: String,
    /// The first name of the actor.
    pub name: TextView,
    /// Names in other scripts.
    pub native: Vec<TextView>,
    /// What kind.
    pub kind: TermView,
    /// The latest office known, or what it belongs to; none where nothing is recorded.
    pub office: Option<String>,
    /// Briefs that name the actor.
    pub briefs: usize,
    /// Events that name the actor.
    pub events: usize,
    /// Claims the actor made.
    pub claims: usize,
    /// True where the actor has no file of its own.
    pub stub: bool,
}

/// A row for an event.
#[derive(Debug, Clone, Serialize)]
pub struct EventRow {
    /// The event's page.
    pub href: String,
    /// Title of the event.
    pub title: TextView,
    /// When it happened.
    pub date: Day,
    /// What sort of event.
    #[serde(rename = "type")]
    pub kind: TermView,
    /// `confirmed reported disputed denied planned cancelled`.
    pub status: TermView,
    /// Where it happened.
    pub places: Vec<Link>,
    /// The first few participants, in the author's order.
    pub participants: Vec<Link>,
    /// How many more participants there are than are listed here.
    pub more_participants: usize,
    /// True where the event has no file and no front matter of its own.
    pub stub: bool,
}

/// A row for a source.
#[derive(Debug, Clone, Serialize)]
pub struct SourceRow {
    /// The source's page.
    pub href: String,
    /// Title, or the address where there is none.
    pub title: TextView,
    /// Who wrote it.
    pub author: Option<Link>,
    /// Who published it.
    pub publisher: Option<Link>,
    /// When it was published.
    pub published: Option<Day>,
    /// `article`, `wire`, … or none.
    #[serde(rename = "type")]
    pub kind: Option<TermView>,
    /// Reliability `A`–`F` with its meaning as label, or none where ungraded.
    pub reliability: Option<TermView>,
    /// The address out of the site (`http`, `https`), none where there is none or it is protected.
    pub url: Option<String>,
    /// True where an archived copy is recorded.
    pub archived: bool,
    /// How many records rest on it.
    pub cited: usize,
    /// True where only `description_public` is shown.
    pub protected: bool,
    /// True where the source has no file and no inline data.
    pub stub: bool,
}

/// A row for a place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceRow {
    /// The place's page.
    pub href: String,
    /// The first name of the place.
    pub name: TextView,
    /// What kind of place, or none.
    pub kind: Option<String>,
    /// The place it lies in.
    pub within: Option<Link>,
    /// ISO 3166-1 alpha-2 codes.
    pub country: Vec<String>,
    /// How many events.
    pub events: usize,
    /// True where the place has no file of its own.
    pub stub: bool,
}

/// A tag with its count.
#[derive(Debug, Clone, Serialize)]
pub struct TagRow {
    /// The tag's page.
    pub href: String,
    /// The tag as first written.
    pub name: String,
    /// Records that carry it.
    pub count: usize,
}

/// A claim or an estimate: never shown without who made it.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimRow {
    /// The claim's id, unique in the site.
    pub id: String,
    /// Its place on the page where it is recorded, path and fragment: `/briefs/x/#claim-y`.
    pub href: String,
    /// The claim in the authors' words.
    pub text: String,
    /// Who said it.
    pub by: Link,
    /// The office held by the speaker on that day, if known.
    pub office: Option<String>,
    /// Through whom it came, in order.
    pub via: Vec<Link>,
    /// When it was said.
    pub said_on: Option<Day>,
    /// What it is about.
    pub about: Vec<Link>,
    /// The open question it answers, if any: leads to its place among all of them, where it has one.
    pub question: Option<Link>,
    /// `confirm deny no-comment unclear`, if any.
    pub stance: Option<TermView>,
    /// The words themselves, if quoted.
    pub quote: Option<String>,
    /// Where it was published.
    pub sources: Vec<CitationView>,
    /// How many reports that is and how many origins they have: `3 reports, 1 origin`; none where there is no report.
    pub evidence: Option<String>,
    /// The grades that its sources have here, each once: `B2, C3`; the figure is the claim's own credibility where a
    /// citation has none. None where none is graded.
    pub grades: Option<String>,
    /// Admiralty credibility `1`–`6` with its meaning as label, if graded.
    pub credibility: Option<TermView>,
    /// `current revised retracted denied`.
    pub status: TermView,
    /// What replaced it.
    pub superseded_by: Option<Link>,
    /// What became of it since, where something did: told in place of `superseded_by`.
    pub since: Option<Box<SinceView>>,
    /// The brief or event in whose file it is recorded.
    pub recorded_in: Link,
    /// For estimates the figure, else none.
    pub estimate: Option<Box<EstimateView>>,
}

/// The figure of an estimate.
#[derive(Debug, Clone, Serialize)]
pub struct EstimateView {
    /// What is counted (`north-korean-troops`), in words: leads to the series it is part of, on the page of estimates.
    pub quantity: Link,
    /// `planned arrived present killed …`.
    pub kind: String,
    /// The figure as printed: `about 10,000 soldiers`, `11,000–12,000 (best 11,500)`.
    pub figure: String,
    /// The day the figure is for.
    pub as_of: Option<Day>,
    /// The day by which it is expected.
    pub by_when: Option<Day>,
}

/// What became of a claim: `LEAD LINK (BY, ON)AFTER`, as in *since revised to 12,000 soldiers (Hong Jang-won,
/// 28 October 2024)*. Never printed without `by` where there is a `link`.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct SinceView {
    /// `replaced`; `withdrawn` where what replaced it is not recorded; `later` where it stands as what was said
    /// then, and its speaker has given a newer figure.
    pub key: &'static str,
    /// `since revised to`, `since retracted; instead:`, `since replaced by an estimate of another kind:`, `later:`.
    pub lead: String,
    /// The newest claim: its figure, with its kind or quantity where that is another one, or its words. None where what replaced it is not recorded.
    pub link: Option<Link>,
    /// Who made the newest claim; present where `link` is.
    pub by: Option<Link>,
    /// When that was said.
    pub on: Option<Day>,
    /// `, since retracted` where the newest claim does not stand either; else empty.
    pub after: String,
}

/// A row of any kind.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "each variant is the row it is named after")]
pub enum AnyRow {
    Brief(Row<BriefRow>),
    Actor(Row<ActorRow>),
    Event(Row<EventRow>),
    Source(Row<SourceRow>),
    Place(Row<PlaceRow>),
    Claim(Row<ClaimRow>),
    Tag(TagRow),
}
