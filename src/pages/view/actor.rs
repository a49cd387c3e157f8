//! An actor's page.

use super::{
    BodyView, BriefRow, ClaimRow, Day, DrawingView, EventRow, Link, MetView, ReferenceView, Section,
    SourceRow, TermView, TextView,
};
use crate::pages::row::Row;
use serde::Serialize;

/// An office held.
#[derive(Debug, Clone, Serialize)]
pub struct PositionView {
    /// Title of the office.
    pub title: String,
    /// Where it is held.
    pub org: Option<Link>,
    /// From when.
    pub from: Option<Day>,
    /// Until when.
    pub to: Option<Day>,
}

/// A tie with dates: membership or relation.
#[derive(Debug, Clone, Serialize)]
pub struct TieView {
    /// The other actor.
    pub actor: Link,
    /// What ties them, in words (`part of`, `leads`, `is supplied by`), empty for plain membership.
    pub label: String,
    /// From when.
    pub from: Option<Day>,
    /// Until when.
    pub to: Option<Day>,
}

/// A month in a strip of activity.
#[derive(Debug, Clone, Serialize)]
pub struct MonthView {
    /// `October 2024`.
    pub label: String,
    /// Briefs and events that month.
    pub count: usize,
    /// `count` as a share of the largest month, 0–100.
    pub share: usize,
}

/// `actor.html`, as `actor`.
#[derive(Debug, Clone, Serialize)]
pub struct ActorView {
    /// Id, as in its address and its file's name.
    pub id: String,
    /// The first name of the actor.
    pub name: TextView,
    /// Names in other scripts, official first.
    pub native: Vec<TextView>,
    /// Other names with their sort (`alias`, `former`, `transliteration`, `weak`).
    pub aliases: Vec<AliasView>,
    /// What kind of actor: `person state organization …`.
    pub kind: TermView,
    /// True where there is no file of its own.
    pub stub: bool,
    /// True for a draft.
    pub draft: bool,
    /// The latest office, in words with its organisation.
    pub office: Option<String>,
    /// ISO 3166-1 alpha-2 codes.
    pub country: Vec<String>,
    /// Reliability as a publisher.
    pub reliability: Option<TermView>,
    /// Identifiers elsewhere (`wikidata` → link).
    pub identifiers: Vec<Link>,
    /// Offices, newest first.
    pub positions: Vec<PositionView>,
    /// Belongs to.
    pub member_of: Vec<TieView>,
    /// What belongs to it.
    pub members: Vec<TieView>,
    /// Relations, both ways.
    pub relations: Vec<TieView>,
    /// Its ties drawn, from two up.
    pub network: Option<DrawingView>,
    /// Activity by month, from the first to the last; empty where dates are too few or too far apart.
    pub activity: Vec<MonthView>,
    /// The text of its file.
    pub body: BodyView,
    /// Claims made, newest first.
    pub said: Section<Row<ClaimRow>>,
    /// Claims about it, newest first.
    pub said_about: Section<Row<ClaimRow>>,
    /// The events drawn, from three up.
    pub timeline: Option<DrawingView>,
    /// Events, newest first.
    pub events: Section<Row<EventRow>>,
    /// Briefs, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Sources it published or wrote, newest first.
    pub published: Section<Row<SourceRow>>,
    /// Actors met most.
    pub met: Vec<MetView>,
    /// Numbered sources of its own file.
    pub sources: Vec<ReferenceView>,
    /// Its tags, each leading to the tag's page.
    pub tags: Vec<Link>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// Another name.
#[derive(Debug, Clone, Serialize)]
pub struct AliasView {
    /// The name.
    pub name: TextView,
    /// `alias former transliteration weak`.
    pub sort: TermView,
}
