//! A source as some record rests on it.

use super::{Credibility, Marking, RefOrInline};
use serde::{Deserialize, Serialize};

/// A source, and what of it is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// Which source.
    pub source: RefOrInline,
    /// `p. 3`, `para. 4`.
    pub at: Option<String>,
    /// The words quoted.
    pub quote: Option<String>,
    /// How credible what it says is.
    pub credibility: Option<Credibility>,
    /// Its own marking.
    pub marking: Marking,
}
