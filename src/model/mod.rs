//! What a site is made of: ids, dates, markings, records, paths.
//!
//! Plain values with their own rules. Knows nothing of files, YAML, other records or pages.

mod body;
mod kind;

pub use body::{Body, CiteItem, Flow, Footnote, Heading, RESERVED_ID_PREFIXES, RESERVED_IDS, Slot, SlotKind};
pub use kind::RecordKind;
