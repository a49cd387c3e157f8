//! Home and paginated lists.

use super::{AnyRow, BriefRow, ClaimRow, EventRow, Link, MetView, TagRow};
use crate::pages::row::FullRow;
use serde::Serialize;

/// `home.html`, as `home`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// The newest brief.
    pub lead: Option<FullRow<BriefRow>>,
    /// The next newest, at most eight.
    pub latest: Vec<FullRow<BriefRow>>,
    /// Latest claims and estimates, at most eight, newest first.
    pub moved: Vec<FullRow<ClaimRow>>,
    /// Latest events, at most eight, newest first.
    pub events: Vec<FullRow<EventRow>>,
    /// Most named actors, at most twelve.
    pub actors: Vec<MetView>,
    /// Most used tags, at most twenty.
    pub tags: Vec<TagRow>,
    /// How many of each: briefs, actors, events, sources, places, claims.
    pub counts: Vec<CountView>,
}

/// A number of something, with a link to all of it.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    /// `briefs`, `actors`, …, in the right number.
    pub label: String,
    /// How many.
    pub count: usize,
    /// The list; none where there is no such page.
    pub href: Option<String>,
}

/// `list.html`, as `list`: any paginated list. Which row list is filled follows `rows_of`.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// Heading: `Briefs`, `Events that name Mark Rutte`.
    pub title: String,
    /// One sentence of introduction, or empty.
    pub intro: String,
    /// `briefs actors events sources places claims tags questions`; rows of questions are [`TagRow`]s.
    pub rows_of: &'static str,
    /// Rows under headings (a year, a letter or a kind), in order. A heading may be empty.
    pub groups: Vec<GroupView>,
    /// Number of all rows.
    pub total: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
    /// Rows of links to shorter lists of the same things; mostly none.
    pub filters: Vec<FilterView>,
    /// The same list as files; mostly none.
    pub downloads: Vec<Link>,
}

/// Shorter lists, by one thing their rows have in common.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// What that is: `What became of it`.
    pub label: &'static str,
    /// The lists.
    pub links: Vec<FilterLink>,
    /// Where the lists left out here are linked to, if any are.
    pub all: Option<Link>,
}

/// A link to a shorter list.
#[derive(Debug, Clone, Serialize)]
pub struct FilterLink {
    /// What it says.
    pub label: String,
    /// Rows in that list.
    pub count: usize,
    /// Its first page.
    pub href: String,
    /// True on that list's own pages.
    pub current: bool,
}

/// Rows under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// The heading, or empty.
    pub heading: String,
    /// Its element's id, unique in the page; empty where the heading is.
    pub id: String,
    /// The rows: the row type follows `rows_of`.
    pub rows: Vec<AnyRow>,
}

/// Where a reader is in a paginated list.
#[derive(Debug, Clone, Serialize)]
pub struct PagerView {
    /// This page, from 1.
    pub number: usize,
    /// How many pages.
    pub of: usize,
    /// Previous page.
    pub prev: Option<String>,
    /// Next page.
    pub next: Option<String>,
    /// First page.
    pub first: String,
    /// Last page.
    pub last: String,
}
