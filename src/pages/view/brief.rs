//! A brief's page, and what is judged and changed in it.

use super::{
    ActorMention, BodyView, ClaimRow, Day, EventRow, Link, NoticeView, ReferenceView, SinceView, TermView,
    TextView,
};
use crate::pages::row::{FullRow, OwnRow};
use serde::Serialize;

/// Who wrote a brief.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorView {
    /// Name of the person or desk.
    pub name: String,
    /// Organisation the author writes for.
    pub org: Option<String>,
    /// Web page (`http`, `https`).
    pub url: Option<String>,
    /// ORCID as a full address.
    pub orcid: Option<String>,
}

/// The authors' own judgement.
#[derive(Debug, Clone, Serialize)]
pub struct AssessmentView {
    /// What is judged.
    pub text: String,
    /// ICD 203 term, or `55–80 %`; none where not given.
    pub likelihood: Option<String>,
    /// The range in per cent that goes with it: `55–80 %`.
    pub likelihood_range: Option<String>,
    /// `low moderate high`, or none.
    pub confidence: Option<TermView>,
    /// What it rests on.
    pub basis: Vec<BasisView>,
    /// By when it can be judged.
    pub horizon: Option<Day>,
    /// What became of it.
    pub outcome: Option<OutcomeView>,
}

/// What an assessment rests on.
#[derive(Debug, Clone, Serialize)]
pub struct BasisView {
    /// A claim, behind who made it, as a link; other words without.
    pub rests_on: Link,
    /// What became of the claim; none where it stands, and for other words.
    pub since: Option<SinceView>,
}

/// What became of an assessment.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeView {
    /// In words.
    pub result: String,
    /// When known.
    pub on: Option<Day>,
    /// On what evidence.
    pub source: Option<Link>,
}

/// A dated change to a brief.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// When it was changed.
    pub on: Day,
    /// `correction update clarification retraction`.
    pub kind: TermView,
    /// What changed.
    pub note: String,
}

/// A brief's picture.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// Address in the site.
    pub src: String,
    /// Its width in pixels; none where it is not known, as its height.
    pub width: Option<u32>,
    /// Its height in pixels.
    pub height: Option<u32>,
    /// Its smaller copies and itself, for the attribute `srcset`; none where it has none.
    pub srcset: Option<String>,
    /// How wide it is shown, for the attribute `sizes`: `picture_sizes` of `theme.yaml`; none where it has no copies.
    pub sizes: Option<String>,
    /// Address of its largest copy, else its own: for cards that other sites show.
    pub preview: String,
    /// What it shows.
    pub alt: String,
    /// Who made it.
    pub credit: Option<String>,
    /// Under what licence.
    pub license: Option<String>,
}

/// A brief as others cite it: three forms of one reference, plain text to copy.
#[derive(Debug, Clone, Default, Serialize, PartialEq, Eq)]
pub struct CiteView {
    /// In words: authors, “title”, site, date, address.
    pub text: String,
    /// A BibTeX entry.
    pub bibtex: String,
    /// A CSL-JSON list of one item.
    pub csl_json: String,
}

/// `brief.html`, as `brief`.
#[derive(Debug, Clone, Serialize)]
pub struct BriefView {
    /// Id, as in its address and its file's name.
    pub id: String,
    /// Title of the brief.
    pub title: TextView,
    /// The standfirst.
    pub summary: Option<TextView>,
    /// Date of the brief.
    pub date: Day,
    /// The series it is part of.
    pub series: Option<String>,
    /// `preliminary current superseded retracted`.
    pub status: TermView,
    /// TLP marking.
    pub marking: TermView,
    /// True for a draft.
    pub draft: bool,
    /// "Information as of".
    pub info_cutoff: Option<Day>,
    /// Authors, from the brief or the site.
    pub authors: Vec<AuthorView>,
    /// Claims recorded here or marked in the text that no longer stand, in the order of the text.
    pub notices: Vec<NoticeView>,
    /// Its picture, where it has one.
    pub image: Option<ImageView>,
    /// The text.
    pub body: BodyView,
    /// The authors' judgements.
    pub assessments: Vec<AssessmentView>,
    /// Who is in it, subjects first.
    pub who: Vec<ActorMention>,
    /// What happened, in order of time.
    pub events: Vec<FullRow<EventRow>>,
    /// Where it happened.
    pub places: Vec<Link>,
    /// Claims, in the author's order. Their elements' ids are `claim-ID`.
    pub claims: Vec<OwnRow<ClaimRow>>,
    /// Estimates, likewise.
    pub estimates: Vec<OwnRow<ClaimRow>>,
    /// Numbered sources.
    pub sources: Vec<ReferenceView>,
    /// Changes, newest first.
    pub changes: Vec<ChangeView>,
    /// How to cite the page.
    pub cite: CiteView,
    /// Its tags, each leading to the tag's page.
    pub tags: Vec<Link>,
    /// Briefs this one replaces.
    pub supersedes: Vec<Link>,
    /// Briefs that replace this one.
    pub superseded_by: Vec<Link>,
    /// Briefs that lead here from their text.
    pub linked_from: Vec<Link>,
    /// The brief before in time.
    pub older: Option<Link>,
    /// The brief after in time.
    pub newer: Option<Link>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}
