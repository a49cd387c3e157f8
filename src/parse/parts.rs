//! Small parts that several kinds share.

use crate::model::Date;
use crate::text::Span;
use crate::yaml::{Fields, Node};

/// The words of `date_text`, put on a date.
pub(super) fn with_words(date: Option<Date>, words: Option<String>) -> Option<Date> {
    date.map(|date| Date { words, ..date })
}

/// What stands where a required date could not be read; such a site is not built.
pub(super) fn placeholder_date() -> Date {
    Date::parse("1970").expect("a year is a date")
}

/// Where `node` stands, else the map it is missing from.
pub(super) fn span_of(node: Option<&Node>, fields: &Fields<'_>) -> Span {
    node.map_or(fields.span, |node| node.span)
}
