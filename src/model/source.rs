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
