//! A record's text after parsing: HTML already rendered, with slots to be filled later.
//!
//! Markdown is parsed once and never looked at again. What needs other records (links, citations,
//! claims, addresses within the site) is left as a slot: a range of bytes of the HTML that is
//! replaced when a page is made. The bytes in the range are the fallback: what the author wrote,
//! escaped, for a reference that leads nowhere.

use crate::model::{FigureQuery, RecordKind};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The text of a record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// The text with its slots.
    pub flow: Flow,
    /// Footnotes in the order of their first mark in the text; one that no mark leads to is left out.
    pub notes: Vec<Footnote>,
    /// The queries of the figures in `flow`, in the order of their slots; read by `parse` once the text is.
    pub figures: Vec<FigureQuery>,
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Number of words a reader reads, footnotes included.
    pub words: u32,
}

/// HTML with slots.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// Well-formed HTML, valid without any slot filled.
    pub html: String,
    /// Slots by `start`; they never overlap.
    pub slots: Vec<Slot>,
}

/// A range of a flow's HTML that waits for what only the whole site knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// First byte of the fallback in the HTML.
    pub start: u32,
    /// The byte after it.
    pub end: u32,
    /// Where the author wrote it.
    pub span: Span,
    /// What belongs there.
    pub kind: SlotKind,
}

/// What belongs in a slot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SlotKind {
    /// `[[target]]`, `[[kind:target|label]]`.
    Link {
        /// The kind written before the colon.
        kind: Option<RecordKind>,
        /// Id or name, trimmed, never empty.
        target: String,
        /// Words to show, plain text; the record's own name where none.
        label: Option<String>,
    },
    /// `[@key, p. 3; @other]`.
    Cite(Vec<CiteItem>),
    /// The `[` of `[words]{claim=id}`.
    ClaimOpen(String),
    /// The `]{claim=id}` that ends it; every open has its close in the same flow.
    ClaimClose(String),
    /// Plain words in the place of a reference to what this edition leaves out; parsing makes none.
    Words(String),
    /// A mark of the footnote at this index of [`Body::notes`].
    Note(u32),
    /// The value of an `href` or `src` that leads into the site: relative to the file, or from
    /// the site's root, with its fragment; or a fragment alone. Escaped for an attribute.
    Address(String),
    /// The attribute `src` of an image of the site, with its name: an address of the same sort. What the page knows of the
    /// picture stands beside it.
    Picture(String),
    /// A fenced block named after a figure, with its query as the author wrote it.
    Figure {
        /// `timeline claims estimates network map`.
        name: String,
        /// YAML.
        query: String,
    },
}

/// One source in a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CiteItem {
    /// Id or name of the source.
    pub key: String,
    /// `p. 3`, `para. 4`: what stands after the comma.
    pub locator: Option<String>,
    /// Where the key stands.
    pub span: Span,
}

/// A footnote's text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Footnote {
    /// The label between `[^` and `]`.
    pub label: String,
    /// The text: one or more block elements.
    pub flow: Flow,
}

/// A heading of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// 2–6: the page's only `h1` is its title, so a body that uses `#` has all its levels moved down by one.
    pub level: u8,
    /// Unique in the page.
    pub id: String,
    /// Text without markup.
    pub text: String,
}

/// Ids that templates own: a heading that would take one gets `-1`, `-2`, … behind it, and one that
/// would begin like [`RESERVED_ID_PREFIXES`] gets `h-` before it.
pub const RESERVED_IDS: &[&str] = &[
    "main",
    "site-nav",
    "top",
    "toc",
    "who",
    "what-happened",
    "where",
    "claims",
    "estimates",
    "judgements",
    "sources",
    "changes",
    "cite",
    "notes",
    "said",
    "said-about",
    "events",
    "briefs",
    "published",
    "met",
    "relations",
    "offices",
    "belongs-to",
    "contains",
    "activity",
    "names",
    "how-we-know",
    "before",
    "after",
    "rests-on-it",
    "derives",
    "archive",
    "tags",
    "linked-from",
    "search",
    "footer",
    "header",
    "menu",
];

/// Beginnings of ids that pages make for themselves.
pub const RESERVED_ID_PREFIXES: &[&str] = &["claim-", "source-", "note-", "group-", "section-"];
