//! An actor: a person, a body, a state, …

use super::{ActorKind, Localized, Name, Ref, RelationType, Reliability, Term};
use serde::{Deserialize, Serialize};

/// Who acts or speaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// Name.
    pub name: Localized,
    /// What kind.
    pub kind: ActorKind,
    /// Other names.
    pub names: Vec<Name>,
    /// Offices held, in the author's order.
    pub positions: Vec<Position>,
    /// What it belongs to.
    pub member_of: Vec<Membership>,
    /// ISO 3166-1 alpha-2 codes.
    pub country: Vec<String>,
    /// Identifiers elsewhere (`wikidata` → `Q…`), in the author's order.
    pub identifiers: Vec<(String, String)>,
    /// Addresses of the same thing elsewhere.
    pub same_as: Vec<String>,
    /// Actors easily taken for this one.
    pub not_same_as: Vec<Ref>,
    /// The actor this one turned out to be: its page is a redirect.
    pub merged_into: Option<Ref>,
    /// Ties to other actors.
    pub relations: Vec<Relation>,
    /// How reliable a publisher it is.
    pub reliability: Option<Reliability>,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Title of the office.
    pub title: String,
    /// Where.
    pub org: Option<Ref>,
    /// When.
    pub term: Term,
}

/// Belonging to another actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// Which.
    pub actor: Ref,
    /// When.
    pub term: Term,
}

/// A tie to another actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// What ties them.
    pub kind: RelationType,
    /// The other.
    pub to: Ref,
    /// When.
    pub term: Term,
    /// The author's own words for it.
    pub label: Option<String>,
    /// What supports it.
    pub sources: Vec<super::Citation>,
}
