//! The manifest's shape, told in `docs/reference/data.md`: what is added or renamed there makes another [`VERSION`].

use super::estimate::EstimateItem;
use serde::{Deserialize, Serialize};

/// The version of the shape.
pub const VERSION: u32 = 1;

/// What one edition said. Items of each list are in the order of the edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`VERSION`].
    pub version: u32,
    /// For whom the edition was: `clear`, `green`, ….
    pub audience: String,
    pub(super) briefs: Vec<BriefItem>,
    pub(super) claims: Vec<ClaimItem>,
    pub(super) events: Vec<EventItem>,
    pub(super) actors: Vec<ActorItem>,
}

/// A brief, without its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct BriefItem {
    pub id: String,
    pub title: String,
    pub date: String,
    pub status: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub info_cutoff: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Whom its keys name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<NamedItem>,
    /// Ids of the events that its keys name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<String>,
    /// Ids of the claims and estimates that it records or marks, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<AssessmentItem>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangeItem>,
}

/// An actor as a brief names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct NamedItem {
    pub id: String,
    /// The office held on the brief's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
}

/// A claim or estimate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct ClaimItem {
    pub id: String,
    /// None for an estimate that is told by its figure alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    pub speaker: String,
    /// The office that the speaker held on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
    pub status: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<EstimateItem>,
}

/// The authors' own judgement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct AssessmentItem {
    pub text: String,
    /// A term, or per cent: `55–80 %`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likelihood: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

/// An entry under `changes`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct ChangeItem {
    pub on: String,
    pub kind: String,
    pub note: String,
}

/// An event that some brief may name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct EventItem {
    pub id: String,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    pub status: String,
}

/// An actor that some brief may name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct ActorItem {
    pub id: String,
    pub name: String,
}

/// Why a file is no manifest that can be compared with.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// Not even JSON.
    #[error("it is not JSON: {0}")]
    NotJson(serde_json::Error),
    /// JSON of something else.
    #[error("it is not the list that a build writes to data/publication.json: {0}")]
    Other(serde_json::Error),
    /// Of an older or newer program.
    #[error("its version is {0}, and this program knows version {VERSION}")]
    Version(u32),
}

impl Manifest {
    /// Reads what [`bytes`](super::bytes) wrote.
    ///
    /// # Errors
    /// [`ManifestError`] where it is anything else.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        match serde_json::from_slice::<Self>(bytes) {
            Ok(manifest) if manifest.version == VERSION => Ok(manifest),
            Ok(manifest) => Err(ManifestError::Version(manifest.version)),
            Err(error) if !error.is_data() => Err(ManifestError::NotJson(error)),
            Err(error) => match serde_json::from_slice::<Head>(bytes) {
                Ok(head) if head.version != VERSION => Err(ManifestError::Version(head.version)),
                _ => Err(ManifestError::Other(error)),
            },
        }
    }
}

/// How a manifest of this version begins.
pub(super) fn begin(audience: &str) -> Vec<u8> {
    let mut bytes = format!("{{\"version\":{VERSION},\"audience\":").into_bytes();
    write(&mut bytes, audience);
    bytes
}

/// Appends a list, one item on each line.
pub(super) fn list<T: Serialize>(bytes: &mut Vec<u8>, name: &str, items: impl Iterator<Item = T>) {
    bytes.extend_from_slice(format!(",\n\"{name}\":[").as_bytes());
    for (at, item) in items.enumerate() {
        bytes.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        write(bytes, &item);
    }
    bytes.extend_from_slice(b"\n]");
}

fn write<T: Serialize + ?Sized>(bytes: &mut Vec<u8>, value: &T) {
    serde_json::to_writer(bytes, value).expect("plain values are always JSON, and memory takes them");
}
