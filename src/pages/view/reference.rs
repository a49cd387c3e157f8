//! The pages of sources, places and tags, and pages that are no records.

use super::{
    ActorRow, ArchiveView, BodyView, BriefRow, ClaimRow, Day, DrawingView, EventRow, Link, PlaceRow,
    ReferenceView, Section, SourceRow, TextView,
};
use crate::pages::row::{FullRow, Row};
use serde::Serialize;

/// `source.html`, as `source`.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Id, as in its address and its file's name.
    pub id: String,
    /// Title, or the address where there is none.
    pub title: TextView,
    /// True where nothing but its name is recorded.
    pub stub: bool,
    /// True for a draft.
    pub draft: bool,
    /// True where only the public description is shown.
    pub protected: bool,
    /// What readers may know of a protected source.
    pub description: Option<String>,
    /// The same source as a row.
    pub row: FullRow<SourceRow>,
    /// The same in the style of `citation_style`; none where that asks for none, and of a protected source. *HTML*.
    pub reference: Option<String>,
    /// When last looked at.
    pub accessed: Option<Day>,
    /// Reliability in words: `B: usually reliable`.
    pub reliability_words: Option<String>,
    /// `own` where the source states it, `publisher` where it comes from the publisher.
    pub reliability_from: Option<&'static str>,
    /// Archived copies.
    pub archive: Vec<ArchiveView>,
    /// What it derives from, nearest first.
    pub derived_from: Vec<Link>,
    /// The origins at the end of that chain; empty where it is itself the origin.
    pub origins: Vec<Link>,
    /// What derives from it.
    pub derived: Vec<Link>,
    /// The text of its file.
    pub body: BodyView,
    /// Claims that rest on it.
    pub claims: Section<Row<ClaimRow>>,
    /// Briefs that cite it, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Events that cite it, newest first.
    pub events: Section<Row<EventRow>>,
    /// Actors whose files cite it.
    pub actors: Section<Row<ActorRow>>,
    /// Its tags, each leading to the tag's page.
    pub tags: Vec<Link>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// `place.html`, as `place`.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceView {
    /// Id, as in its address and its file's name.
    pub id: String,
    /// The first name of the place.
    pub name: TextView,
    /// Names in other scripts and other names.
    pub native: Vec<TextView>,
    /// True where there is no file of its own.
    pub stub: bool,
    /// True for a draft.
    pub draft: bool,
    /// What kind of place.
    pub kind: Option<String>,
    /// `51.73° N, 36.19° E`, or none.
    pub coordinates: Option<String>,
    /// The place on a map, where its position is recorded.
    pub map: Option<DrawingView>,
    /// How exact that is, in words (`within the region`).
    pub precision: Option<String>,
    /// The places it lies in, nearest first.
    pub within: Vec<Link>,
    /// The places within it.
    pub contains: Vec<Link>,
    /// ISO 3166-1 alpha-2 codes.
    pub country: Vec<String>,
    /// IANA zone.
    pub timezone: Option<String>,
    /// The text of its file.
    pub body: BodyView,
    /// Events, newest first.
    pub events: Section<Row<EventRow>>,
    /// Briefs that name it, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Numbered sources of its own file.
    pub sources: Vec<ReferenceView>,
    /// Its tags, each leading to the tag's page.
    pub tags: Vec<Link>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// `page.html`, as `content`.
#[derive(Debug, Clone, Serialize)]
pub struct ContentPageView {
    /// Id, as in its address and its file's name.
    pub id: String,
    /// Title of the page.
    pub title: TextView,
    /// The text of its file.
    pub body: BodyView,
    /// Numbered sources.
    pub sources: Vec<ReferenceView>,
    /// True for a draft.
    pub draft: bool,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// `tag.html`, as `tag`.
#[derive(Debug, Clone, Serialize)]
pub struct TagView {
    /// The tag.
    pub name: String,
    /// Briefs, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Events, newest first.
    pub events: Section<Row<EventRow>>,
    /// Actors by name.
    pub actors: Section<Row<ActorRow>>,
    /// Sources, newest first.
    pub sources: Section<Row<SourceRow>>,
    /// Places by name.
    pub places: Section<Row<PlaceRow>>,
}

/// `redirect.html`, as `redirect`.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectView {
    /// Where the page is now.
    pub href: String,
    /// Its title.
    pub title: String,
}
