//! Small values that many views hold: texts, links, terms, dates.

use serde::Serialize;
use std::borrow::Cow;

/// Plain text with the language and direction it must be marked with.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct TextView {
    /// The text, never empty.
    pub text: String,
    /// BCP 47 tag, only where it differs from the page's own language.
    pub lang: Option<String>,
    /// `rtl` where the text runs right to left, else none.
    pub dir: Option<&'static str>,
}

/// A link to a record's page.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct LinkView {
    /// Where it leads. None where the thing has no page (a publisher that is only text).
    pub href: Option<String>,
    /// What it says.
    pub text: String,
    /// BCP 47 tag of the text where it differs from the page's.
    pub lang: Option<String>,
    /// `rtl` or none.
    pub dir: Option<&'static str>,
}

/// A word from a closed list, with what is shown for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermView {
    /// The word as authors write it (`government-body`): for classes and filters.
    pub key: Cow<'static, str>,
    /// The word as readers see it (`government body`).
    pub label: Cow<'static, str>,
    /// A mark that helps the eye (`●`, `◐`, `✕`), or empty.
    pub symbol: &'static str,
}

/// An EDTF date in words.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct DateView {
    /// Full words: `28 October 2024`, `about 28 October 2024`, `25–26 October 2024`, `late 2024`.
    pub text: String,
    /// Short words for tables: `28 Oct 2024`.
    pub short: String,
    /// A value HTML's `datetime` accepts (`2024`, `2024-10`, `2024-10-28`, with a time where
    /// one is given), else none.
    pub datetime: Option<String>,
    /// The expression as written, in EDTF.
    pub edtf: String,
    /// How well it is known, in words (`day known, hour not`), for pages that say so.
    pub precision: &'static str,
}
