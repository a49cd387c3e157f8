//! A brief, and what its front matter lists.

use super::{BriefRole, BriefStatus, ChangeKind, Claim, Confidence, Date, Localized, Ref, RefOrInline};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Brief {
    /// Title.
    pub title: Localized,
    /// Day or moment.
    pub date: Date,
    /// Where that is written.
    pub date_span: Span,
    /// Actors in the author's order.
    pub actors: Vec<ActorUse>,
    /// Standfirst.
    pub summary: Option<Localized>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// Events.
    pub events: Vec<RefOrInline>,
    /// Places.
    pub places: Vec<RefOrInline>,
    /// Claims and estimates, in the author's order.
    pub claims: Vec<Claim>,
    /// The authors' own judgements.
    pub assessments: Vec<Assessment>,
    /// "Information as of".
    pub info_cutoff: Option<Date>,
    /// Where it stands in its life.
    pub status: BriefStatus,
    /// Briefs it replaces.
    pub supersedes: Vec<Ref>,
    /// The series it belongs to.
    pub series: Option<String>,
    /// Changes since it was published.
    pub changes: Vec<Change>,
    /// Picture.
    pub image: Option<Image>,
}

/// An actor as a brief or event names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActorUse {
    /// Which.
    pub actor: Ref,
    /// In a brief.
    pub brief_role: BriefRole,
    /// In an event: the author's word (`caller`, `host`), none where not given.
    pub event_role: Option<String>,
}

/// Who wrote a brief.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Author {
    /// Name.
    pub name: String,
    /// Organisation.
    pub org: Option<String>,
    /// Web page.
    pub url: Option<String>,
    /// ORCID iD, without the address before it.
    pub orcid: Option<String>,
}

/// The authors' own judgement (ICD 203).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// What is judged.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// How likely.
    pub likelihood: Option<Likelihood>,
    /// How sure the authors are of their own judgement.
    pub confidence: Option<Confidence>,
    /// What it rests on: ids of claims, or words.
    pub basis: Vec<Ref>,
    /// By when it can be judged.
    pub horizon: Option<Date>,
    /// What became of it.
    pub outcome: Option<Outcome>,
}

/// How likely something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likelihood {
    /// The ICD 203 term, where one was used.
    pub term: Option<&'static str>,
    /// Lower end in per cent, 0–100.
    pub low: u8,
    /// Upper end in per cent, not under `low`.
    pub high: u8,
}

/// What became of an assessment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// In words.
    pub result: String,
    /// When known.
    pub on: Option<Date>,
    /// On what evidence.
    pub source: Option<Ref>,
}

/// A dated change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// When.
    pub on: Date,
    /// What sort.
    pub kind: ChangeKind,
    /// What changed.
    pub note: String,
}

/// A picture in the site's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Path relative to the record's file.
    pub file: Ref,
    /// What it shows, never empty.
    pub alt: String,
    /// Who made it.
    pub credit: Option<String>,
    /// Under what licence.
    pub license: Option<String>,
}
