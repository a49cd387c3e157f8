//! Positions in files and forms of words: what every other room stands on.
//!
//! Knows nothing of records, YAML, Markdown or disks.

pub mod escape;
mod fold;
mod lines;
mod shards;
mod slug;
mod span;
mod spellings;

pub use fold::{fold_name, fold_word};
pub use lines::{LineIndex, Position};
pub use shards::Shards;
pub use slug::{is_id, slugify};
pub use span::{FileId, Span};
pub use spellings::Spellings;
