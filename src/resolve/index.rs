//! Index newtypes: how records refer to each other once resolved.

use crate::model::RecordKind;

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in the site's list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
            /// The index of this place in the site's list.
            pub fn from_at(at: usize) -> Self {
                Self(u32::try_from(at).expect("a site has fewer than 2^32 records of a kind"))
            }
        }
    )*};
}

indices! {
    /// A brief, by its place in [`Site::briefs`](super::Site::briefs): newest first.
    BriefIdx;
    /// An actor, by its place in [`Site::actors`](super::Site::actors): by name.
    ActorIdx;
    /// An event, by its place in [`Site::events`](super::Site::events): newest first.
    EventIdx;
    /// A source, by its place in [`Site::sources`](super::Site::sources): newest first.
    SourceIdx;
    /// A place, by its place in [`Site::places`](super::Site::places): by name.
    PlaceIdx;
    /// A page, by its place in [`Site::pages`](super::Site::pages): by id.
    PageIdx;
    /// A claim or estimate, by its place in [`Site::claims`](super::Site::claims): newest first.
    ClaimIdx;
    /// A tag, by its place in [`Site::tags`](super::Site::tags): by name.
    TagIdx;
}

/// Any record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each variant is the kind it is named after")]
pub enum AnyIdx {
    Brief(BriefIdx),
    Actor(ActorIdx),
    Event(EventIdx),
    Source(SourceIdx),
    Place(PlaceIdx),
    Page(PageIdx),
}

impl AnyIdx {
    /// The record of `kind` at this place.
    pub fn new(kind: RecordKind, at: usize) -> Self {
        match kind {
            RecordKind::Brief => Self::Brief(BriefIdx::from_at(at)),
            RecordKind::Actor => Self::Actor(ActorIdx::from_at(at)),
            RecordKind::Event => Self::Event(EventIdx::from_at(at)),
            RecordKind::Source => Self::Source(SourceIdx::from_at(at)),
            RecordKind::Place => Self::Place(PlaceIdx::from_at(at)),
            RecordKind::Page => Self::Page(PageIdx::from_at(at)),
        }
    }

    /// Its place among those of its kind.
    pub fn at(self) -> usize {
        match self {
            Self::Brief(index) => index.at(),
            Self::Actor(index) => index.at(),
            Self::Event(index) => index.at(),
            Self::Source(index) => index.at(),
            Self::Place(index) => index.at(),
            Self::Page(index) => index.at(),
        }
    }

    /// Its kind.
    pub fn kind(self) -> RecordKind {
        match self {
            Self::Brief(_) => RecordKind::Brief,
            Self::Actor(_) => RecordKind::Actor,
            Self::Event(_) => RecordKind::Event,
            Self::Source(_) => RecordKind::Source,
            Self::Place(_) => RecordKind::Place,
            Self::Page(_) => RecordKind::Page,
        }
    }
}
