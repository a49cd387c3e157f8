//! Parts that pages of several kinds share.

use super::{ActorRow, Day, Link, NoteView, TermView};
use crate::pages::row::FullRow;
use serde::Serialize;

/// A claim that a page records or marks and that no longer stands, to be told at the page's top.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeView {
    /// True where what replaced the claim was said after the page's own date, so that its writers could not know.
    pub after: bool,
    /// The claim's words, leading to where it is recorded.
    pub claim: Link,
    /// Who made it.
    pub by: Link,
    /// `revised retracted denied`; `replaced` where a newer claim stands in its place and it keeps its status.
    pub status: TermView,
    /// When it was replaced: the day the newest claim was said.
    pub on: Option<Day>,
    /// The newest claim's words, or what it counts and its figure where that is of another kind; leading to where it is recorded; none where it is not known.
    pub replacement: Option<Link>,
    /// Who made that; present where `replacement` is.
    pub replacement_by: Option<Link>,
}

/// An entry in a table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingView {
    /// Its level, from 2 to 6.
    pub level: u8,
    /// Its element's id, for a link.
    pub id: String,
    /// The words of the heading.
    pub text: String,
}

/// The text of a record, ready to print.
#[derive(Debug, Clone, Serialize, Default)]
pub struct BodyView {
    /// The text. *HTML*, empty where there is none.
    pub html: String,
    /// Notes in order.
    pub notes: Vec<NoteView>,
    /// Headings in order; worth showing from three up.
    pub headings: Vec<HeadingView>,
    /// Reading time in minutes, at least 1 where there is text, else 0.
    pub minutes: usize,
    /// True where the text holds a chart, or a mark of what became of a figure.
    pub figures: bool,
    /// True where the text holds a timeline, a map or a network.
    pub drawings: bool,
}

/// An actor as named by one brief or event.
#[derive(Debug, Clone, Serialize)]
pub struct ActorMention {
    /// The actor.
    pub actor: FullRow<ActorRow>,
    /// The role in this record, in words; none for a plain subject.
    pub role: Option<String>,
    /// The office held on the record's date, if recorded.
    pub office: Option<String>,
}

/// A list that may go on elsewhere: at most a hundred rows, and where the rest is.
#[derive(Debug, Clone, Serialize)]
pub struct Section<R> {
    /// The rows shown here.
    pub rows: Vec<R>,
    /// How many there are in all.
    pub total: usize,
    /// The paginated list of all of them, where `total` is more than is shown here.
    pub more: Option<String>,
}

/// An actor met in the same briefs and events.
#[derive(Debug, Clone, Serialize)]
pub struct MetView {
    /// The other actor.
    pub actor: Link,
    /// In how many briefs and events both are named.
    pub count: usize,
    /// `count` as a share of the largest in the list, 1–100, for a small bar
    /// (a `<meter>` or SVG `width`: inline styles are forbidden).
    pub share: usize,
}
