//! Citations, references, notes and what they rest on.

use super::{Day, Link, SourceRow};
use crate::pages::row::FullRow;
use serde::Serialize;

/// A source as cited by some record.
#[derive(Debug, Clone, Serialize)]
pub struct CitationView {
    /// The number in the page's list of sources, where the page has one; else none.
    pub number: Option<usize>,
    /// Short words for the source: publisher and date.
    pub short: String,
    /// The source's page.
    pub href: String,
    /// `p. 3`, if given.
    pub at: Option<String>,
    /// The words quoted, if any.
    pub quote: Option<String>,
    /// Both halves of the Admiralty grade as printed, `B2`, `B`, or none where ungraded.
    pub grade: Option<String>,
}

/// An entry in a page's numbered list of sources.
#[derive(Debug, Clone, Serialize)]
pub struct ReferenceView {
    /// Its number on this page, from 1. Its element's id is `source-NUMBER`.
    pub number: usize,
    /// The source.
    pub source: FullRow<SourceRow>,
    /// The source in the style of `citation_style`; none where that asks for none, and of a protected source. *HTML*.
    pub reference: Option<String>,
    /// Locator, quote and grade as this record cites it.
    pub citation: CitationView,
    /// The grade in words (`B2: usually reliable, probably true`), if graded.
    pub grade_words: Option<String>,
    /// Archived copies.
    pub archive: Vec<ArchiveView>,
    /// What it derives from.
    pub derived_from: Vec<Link>,
    /// Ids of the marks in the text that cite it (`note-ref-3`), for back links.
    pub cited_at: Vec<NoteMark>,
}

/// A mark in the text that points at a note.
#[derive(Debug, Clone, Serialize)]
pub struct NoteMark {
    /// Id of the mark's element.
    pub id: String,
    /// Number printed.
    pub number: usize,
}

/// An archived copy of a source.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveView {
    /// Where the copy is.
    pub url: String,
    /// When it was made.
    pub on: Option<Day>,
    /// SHA-256 of the copy, if recorded.
    pub sha256: Option<String>,
}

/// A note at the foot of a body: a footnote of the author's or a citation.
#[derive(Debug, Clone, Serialize)]
pub struct NoteView {
    /// Number printed, from 1. Its element's id is `note-NUMBER`.
    pub number: usize,
    /// What it says. *HTML*.
    pub html: String,
    /// True where the same note also stands beside its mark (`.sidenote`) on wide pages.
    pub beside: bool,
    /// Marks that lead here.
    pub marks: Vec<NoteMark>,
}

/// What the reports of something amount to.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceView {
    /// `3 reports, 1 origin`.
    pub text: String,
    /// Who reported first, where that is certain.
    pub first: Option<FirstView>,
    /// The reports that derive from others.
    pub chains: Vec<ChainView>,
}

/// The reports that came first.
#[derive(Debug, Clone, Serialize)]
pub struct FirstView {
    /// `First to report`, or words that say that not all reports are dated.
    pub label: &'static str,
    /// When they were published.
    pub date: Day,
    /// Which: several where they are of one day.
    pub sources: Vec<Link>,
}

/// A report and what it derives from.
#[derive(Debug, Clone, Serialize)]
pub struct ChainView {
    /// The report.
    pub report: Link,
    /// What it derives from, then what that derives from, and so on.
    pub steps: Vec<Vec<Link>>,
}
