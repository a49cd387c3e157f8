//! Something that happened.

use super::{ActorUse, Claim, Date, EventStatus, Localized, Ref, RefOrInline};
use serde::{Deserialize, Serialize};

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Title.
    pub title: Localized,
    /// When; none only for a stub.
    pub date: Option<Date>,
    /// What sort: a word of `site.yaml`'s list, with its place for the case that it is not in it.
    pub kind: Option<Ref>,
    /// Who, in the author's order.
    pub participants: Vec<ActorUse>,
    /// Where.
    pub places: Vec<RefOrInline>,
    /// IANA zone of the place, checked to exist.
    pub timezone: Option<String>,
    /// When it became known.
    pub reported: Option<Date>,
    /// How sure it is.
    pub status: EventStatus,
    /// Larger events.
    pub part_of: Vec<Ref>,
    /// Earlier events it comes after.
    pub follows: Vec<Ref>,
    /// Later events it brought about.
    pub causes: Vec<Ref>,
    /// Events easily taken for this one.
    pub distinct_from: Vec<Ref>,
    /// Claims and estimates recorded with it.
    pub claims: Vec<Claim>,
}
