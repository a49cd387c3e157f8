//! Values of the model as views: texts, dates, terms, grades.

use super::view::{TermView, TextView};

pub use super::dates::{date, no_date};
use crate::model::{
    BriefStatus, ClaimStatus, Credibility, EventStatus, LangTag, Localized, Reliability, Stance, Tlp,
    Vocabulary, direction,
};

/// Text for readers of `page_lang`; `own` is the language of the record it stands in.
pub fn text(text: &Localized, own: Option<&LangTag>, page_lang: &LangTag) -> TextView {
    let (words, tag) = text.pick(page_lang);
    text_in(words, tag.or(own), page_lang)
}

/// Text in a language that is known or not.
pub fn text_in(words: &str, lang: Option<&LangTag>, page_lang: &LangTag) -> TextView {
    let lang = lang.filter(|lang| *lang != page_lang).map(|lang| lang.as_str().to_owned());
    TextView { text: words.to_owned(), lang, dir: direction(words) }
}

/// A name within a line of plain text. One that runs from right to left is isolated (U+2068, U+2069), or the commas and
/// figures behind it would be drawn on its other side.
pub fn in_line(text: &str, dir: Option<&str>) -> String {
    if dir.is_some() { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// A word of a list without a mark of its own.
pub fn term<V: Vocabulary>(word: V) -> TermView {
    TermView { key: word.key().into(), label: word.label().into(), symbol: "" }
}

fn marked<V: Vocabulary>(word: V, symbol: &'static str) -> TermView {
    TermView { symbol, ..term(word) }
}

/// An event's status with its mark.
pub fn event_status(status: EventStatus) -> TermView {
    let symbol = match status {
        EventStatus::Confirmed => "●",
        EventStatus::Reported => "◐",
        EventStatus::Disputed => "⚑",
        EventStatus::Denied | EventStatus::Cancelled => "✕",
        EventStatus::Planned => "◌",
    };
    marked(status, symbol)
}

/// A claim's status with its mark.
pub fn claim_status(status: ClaimStatus) -> TermView {
    let symbol = match status {
        ClaimStatus::Current => "●",
        ClaimStatus::Revised => "↻",
        ClaimStatus::Retracted => "⊘",
        ClaimStatus::Denied => "✕",
    };
    marked(status, symbol)
}

/// A brief's status with its mark.
pub fn brief_status(status: BriefStatus) -> TermView {
    let symbol = match status {
        BriefStatus::Preliminary => "◐",
        BriefStatus::Current => "●",
        BriefStatus::Superseded => "↻",
        BriefStatus::Retracted => "✕",
    };
    marked(status, symbol)
}

/// A stance with its mark.
pub fn stance(stance: Stance) -> TermView {
    let symbol = match stance {
        Stance::Confirm => "●",
        Stance::Deny => "✕",
        Stance::NoComment => "○",
        Stance::Unclear => "◐",
    };
    marked(stance, symbol)
}

/// A marking; a record without one is clear.
pub fn marking(tlp: Option<Tlp>) -> TermView {
    term(tlp.unwrap_or(Tlp::Clear))
}

/// Both halves of an Admiralty grade: `B2`, `B`, `–2`; none where neither is known.
pub fn grade(reliability: Option<Reliability>, credibility: Option<Credibility>) -> Option<String> {
    match (reliability, credibility) {
        (Some(letter), Some(figure)) => Some(format!("{}{}", letter.key(), figure.key())),
        (Some(letter), None) => Some(letter.key().to_owned()),
        (None, Some(figure)) => Some(format!("–{}", figure.key())),
        (None, None) => None,
    }
}

/// The grade in words: `B2: usually reliable, probably true`.
pub fn grade_words(reliability: Option<Reliability>, credibility: Option<Credibility>) -> Option<String> {
    let grade = grade(reliability, credibility)?;
    let words = [reliability.map(Vocabulary::label), credibility.map(Vocabulary::label)];
    let words: Vec<_> = words.into_iter().flatten().collect();
    Some(format!("{grade}: {}", words.join(", ")))
}

/// A word of an author's, hyphens as spaces: `north-korean-troops` becomes `north korean troops`.
pub fn spaced(word: &str) -> String {
    word.replace(['-', '_'], " ")
}

/// `3 reports, 1 origin`.
pub fn evidence(reports: usize, origins: usize) -> String {
    [count(reports, "report", "reports").as_str(), ", ", &count(origins, "origin", "origins")].concat()
}

/// `1 brief`, `2 briefs`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    let digits = crate::model::digits(number as f64);
    [digits.as_str(), " ", if number == 1 { one } else { many }].concat()
}
