//! A record: one file, or one record written inline in another's front matter.

use super::{Actor, Body, Brief, Citation, Date, Event, LangTag, Place, RecordKind, Source, Tlp};
use crate::text::{FileId, Span};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::sync::Arc;

/// A reference as the author wrote it: an id or a name, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ref {
    /// Id or name, trimmed, never empty.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A reference, or the thing itself written where it is first named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RefOrInline {
    /// An id or a name.
    Ref(Ref),
    /// A record of its own.
    Inline(Box<Record>),
}

/// What one file (or one inline map) says of one thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// `[a-z0-9-]+`, unique within its kind: the file's stem, or proposed from the title of an inline record.
    pub id: String,
    /// True where the id was written by the author (as a file name or as `id:`).
    pub id_given: bool,
    /// The file it stands in.
    pub file: FileId,
    /// Where to point when the record itself is meant: its title, name or beginning.
    pub span: Span,
    /// True where it has a file of its own.
    pub has_file: bool,
    /// Keys that every kind has.
    pub common: Common,
    /// Keys of its kind.
    pub data: Data,
    /// Its text, which clones share.
    pub body: Arc<Body>,
}

impl Record {
    /// Its kind.
    pub fn kind(&self) -> RecordKind {
        match self.data {
            Data::Brief(_) => RecordKind::Brief,
            Data::Actor(_) => RecordKind::Actor,
            Data::Event(_) => RecordKind::Event,
            Data::Source(_) => RecordKind::Source,
            Data::Place(_) => RecordKind::Place,
            Data::Page(_) => RecordKind::Page,
        }
    }

    /// True for a source of a library, which has no file of its own.
    pub fn is_of_library(&self) -> bool {
        matches!(&self.data, Data::Source(source) if !source.keys.is_empty())
    }
}

/// The keys of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each variant is the kind it is named after")]
pub enum Data {
    Brief(Box<Brief>),
    Actor(Box<Actor>),
    Event(Box<Event>),
    Source(Box<Source>),
    Place(Box<Place>),
    Page(Page),
}

impl Data {
    /// True for a source of which only `description_public` may be shown.
    pub fn is_protected(&self) -> bool {
        matches!(self, Self::Source(source) if source.protected)
    }
}

/// A page that is no record of the story: *about*, *methodology*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Title.
    pub title: super::Localized,
}

/// The marking of a record, a claim or a citation, as far as it carries one of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Marking {
    /// TLP 2.0.
    pub tlp: Option<Tlp>,
    /// A draft or not.
    pub draft: Option<bool>,
    /// Not before this moment.
    pub embargo: Option<Timestamp>,
}

impl Marking {
    /// True where none of the three keys is given.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Common {
    /// Its tags as written.
    pub fn tag_names(&self) -> Vec<String> {
        self.tags.iter().map(|tag| tag.text.clone()).collect()
    }
}

/// Keys that every kind has.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Common {
    /// Its own marking.
    pub marking: Marking,
    /// What supports it, in the author's order.
    pub sources: Vec<Citation>,
    /// Tags in the author's order, without repetition.
    pub tags: Vec<Ref>,
    /// Its language, where it is not the site's.
    pub lang: Option<LangTag>,
    /// Ids under which it was published before.
    pub former_ids: Vec<Ref>,
    /// `extra:`, handed to templates as it is; null where there is none.
    #[serde(with = "super::kept::json")]
    pub extra: Json,
}

/// A name beside the main one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Its language.
    pub lang: Option<LangTag>,
    /// ISO 15924 code, where given.
    pub script: Option<String>,
    /// What sort of name.
    pub sort: super::NameSort,
}

/// A tie with dates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
}

impl Term {
    /// True where nothing says that it did not hold during `date`: it had not begun wholly after it
    /// nor ended wholly before it.
    pub fn may_hold(&self, date: &Date) -> bool {
        let begun = self.from.as_ref().is_none_or(|from| !date.is_wholly_before(from));
        let ended = self.to.as_ref().is_some_and(|to| to.is_wholly_before(date));
        begun && !ended
    }
}
