//! What a site is made of: ids, dates, markings, records, paths.
//!
//! Plain values with their own rules. Knows nothing of files, YAML, other records or pages.

mod actor;
mod body;
mod brief;
mod citation;
mod claim;
mod date;
mod date_extent;
mod date_words;
mod event;
mod figure;
mod fingerprint;
mod kept;
mod kind;
mod known;
mod lang;
mod library;
mod localized;
mod output_path;
mod place;
mod record;
mod source;
mod vocabulary;
mod words;

pub use actor::{Actor, Membership, Position, Relation};
pub use body::{Body, CiteItem, Flow, Footnote, Heading, RESERVED_ID_PREFIXES, RESERVED_IDS, Slot, SlotKind};
pub use brief::{ActorUse, Assessment, Author, Brief, Change, Image, Likelihood, Outcome};
pub use citation::Citation;
pub use claim::{Claim, Figure, digits};
pub use date::{Date, DateError};
pub use date_extent::{Edge, Extent};
pub use date_words::{Length, month_name, offset_words};
pub use event::Event;
pub use figure::{FigureKind, FigureQuery, Lanes};
pub use fingerprint::{Fingerprint, FingerprintHasher, NotAFingerprint};
pub use kind::RecordKind;
pub use known::Known;
pub use lang::{LangTag, direction};
pub use library::LibraryFormat;
pub use localized::Localized;
pub use output_path::OutputPath;
pub use place::Place;
pub use record::{Common, Data, Marking, Name, Page, Record, Ref, RefOrInline, Term};
pub use source::{Archive, Source, Writer};
pub use vocabulary::Vocabulary;
pub(crate) use vocabulary::vocabulary;
pub use words::{
    ActorKind, BriefRole, BriefStatus, ChangeKind, ClaimStatus, Confidence, Credibility, EventStatus,
    LIKELIHOOD_TERMS, NameSort, PlacePrecision, Qualifier, RelationType, Reliability, SourceType, Stance,
    Tlp,
};
