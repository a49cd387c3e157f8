//! The kinds of records.

use serde::{Deserialize, Serialize};

/// What a record is: the folder of `content/` it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordKind {
    /// A report.
    Brief,
    /// A person, body, state, …
    Actor,
    /// Something that happened.
    Event,
    /// A cited source.
    Source,
    /// A place.
    Place,
    /// A page that is none of these: *about*, *methodology*.
    Page,
}

impl RecordKind {
    /// All kinds, in the order in which summaries list them.
    pub const ALL: [Self; 6] = [Self::Brief, Self::Actor, Self::Event, Self::Source, Self::Place, Self::Page];

    /// The word for one: `brief`.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Actor => "actor",
            Self::Event => "event",
            Self::Source => "source",
            Self::Place => "place",
            Self::Page => "page",
        }
    }

    /// The word for many, which is also the folder under `content/` and the path in the site.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Brief => "briefs",
            Self::Actor => "actors",
            Self::Event => "events",
            Self::Source => "sources",
            Self::Place => "places",
            Self::Page => "pages",
        }
    }

    /// The kind with this [`singular`](Self::singular) word.
    pub fn from_singular(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.singular() == word)
    }

    /// The kind with this [`plural`](Self::plural) word.
    pub fn from_plural(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.plural() == word)
    }
}
