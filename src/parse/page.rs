//! A page's keys.

use super::parts::span_of;
use crate::model::{Data, Localized, Page};
use crate::text::Span;
use crate::yaml::{Fields, Reading};

pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading) -> (Data, Span) {
    let title_node = reading.required(fields, "title", "a page has a title");
    let title = title_node.and_then(|node| reading.localized(node));
    let title = title.unwrap_or_else(|| Localized::plain("Untitled"));
    (Data::Page(Page { title }), span_of(title_node, fields))
}
