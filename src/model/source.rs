//! A cited source.

use super::{Date, Localized, Ref, Reliability, SourceType};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What somebody published.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Source {
    /// Title; where there is none there is a `url`.
    pub title: Option<Localized>,
    /// Address: `http`, `https`; a `doi:` is turned into its address.
    pub url: Option<String>,
    /// Who wrote it: an actor or text.
    pub author: Option<Ref>,
    /// Its authors one by one, where a library parts their names; `author` says the same in one text.
    pub writers: Vec<Writer>,
    /// Who published it: an actor or text.
    pub publisher: Option<Ref>,
    /// When published.
    pub published: Option<Date>,
    /// When last looked at.
    pub accessed: Option<Date>,
    /// What sort.
    pub kind: Option<SourceType>,
    /// How reliable, where the source says so itself.
    pub reliability: Option<Reliability>,
    /// Archived copies.
    pub archive: Vec<Archive>,
    /// What it derives from.
    pub derived_from: Vec<Ref>,
    /// Only `description_public` may be shown.
    pub protected: bool,
    /// What readers may know of it.
    pub description_public: Option<String>,
    /// The keys by which a library calls it, its own first; empty where it stands in no library.
    pub keys: Vec<String>,
}

/// One of several authors.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Writer {
    /// The family's name, or the whole name of a body or of somebody whose name is not parted.
    pub family: String,
    /// The given name, where the two are told apart.
    pub given: Option<String>,
}

/// An archived copy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Archive {
    /// Where: `http` or `https`.
    pub url: String,
    /// Where it stands in the file.
    pub span: Span,
    /// When it was made.
    pub on: Option<Date>,
    /// SHA-256 in hex, where recorded.
    pub sha256: Option<String>,
}
