//! What templates print: plain serializable structs, one per page kind and one per list row.
//!
//! A page is a pure function of its view, the theme and the configuration, so a view holds just
//! what its template prints and nothing else. Rows are built once for the whole site and shared
//! by every page that lists them. This room knows nothing of `Site`: the rooms beside it fill
//! these structs.
//!
//! Conventions for template authors: every field is always present; what is missing is `none` or an
//! empty list. Every `href` starts with the site's base path and is ready to print. Text is
//! plain and must be escaped (templates do so by default), except fields documented as *HTML*.

pub use super::cite::CiteView;
use super::row::Row;
use serde::Serialize;

/// Plain text with the language and direction it must be marked with.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct TextView {
    /// The text, never empty.
    pub text: String,
    /// BCP 47 tag, only where it differs from the page's own language.
    pub lang: Option<String>,
    /// `rtl` where the text runs right to left, else none.
    pub dir: Option<&'static str>,
}

/// A link to a record's page.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct LinkView {
    /// Where it leads. None where the thing has no page (a publisher that is only text).
    pub href: Option<String>,
    /// What it says.
    pub text: String,
    /// BCP 47 tag of the text where it differs from the page's.
    pub lang: Option<String>,
    /// `rtl` or none.
    pub dir: Option<&'static str>,
}

/// A word from a closed list, with what is shown for it.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct TermView {
    /// The word as authors write it (`government-body`): for classes and filters.
    pub key: String,
    /// The word as readers see it (`government body`).
    pub label: String,
    /// A mark that helps the eye (`●`, `◐`, `✕`), or empty.
    pub symbol: &'static str,
}

/// An EDTF date in words.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct DateView {
    /// Full words: `28 October 2024`, `about 28 October 2024`, `25–26 October 2024`, `late 2024`.
    pub text: String,
    /// Short words for tables: `28 Oct 2024`.
    pub short: String,
    /// A value HTML's `datetime` accepts (`2024`, `2024-10`, `2024-10-28`, with a time where
    /// one is given), else none.
    pub datetime: Option<String>,
    /// The expression as written, in EDTF.
    pub edtf: String,
    /// How well it is known, in words (`day known, hour not`), for pages that say so.
    pub precision: &'static str,
}

/// What every page's head and frame need. Templates see it as `page`.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// `home brief actor event source place page tag list timeline estimates questions error redirect`.
    pub kind: &'static str,
    /// The title alone; the theme adds the site's.
    pub title: String,
    /// For `<meta name="description">`; empty when there is nothing honest to say.
    pub description: String,
    /// BCP 47 tag for `<html lang>`.
    pub lang: String,
    /// Direction of `<html>`: `rtl` or none.
    pub dir: Option<&'static str>,
    /// Absolute URL of this page, none on `404.html`.
    pub canonical: Option<String>,
    /// Path from the home page down to, not including, this page.
    pub breadcrumbs: Vec<LinkView>,
    /// The section of the menu this page stands in (`briefs`, `actors`, … or empty).
    pub section: &'static str,
    /// Address of the feed that follows this page's subject, if it has one of its own.
    pub feed: Option<String>,
    /// Previous page of a paginated list, for `rel="prev"`.
    pub prev: Option<String>,
    /// Next page of a paginated list, for `rel="next"`.
    pub next: Option<String>,
    /// Absolute URL of the preview image, if any.
    pub image: Option<String>,
}

/// The site itself. Built once; templates see it as `site` on every page.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Title from `site.yaml`.
    pub title: String,
    /// Description, or empty.
    pub description: String,
    /// BCP 47 tag.
    pub language: String,
    /// Path prefix of every link: `/` or `/sub/folder/`.
    pub base_path: String,
    /// Licence as written, or none.
    pub license: Option<String>,
    /// Authors by name.
    pub authors: Vec<String>,
    /// The menu: from `site.yaml`, or the sections that have pages.
    pub menu: Vec<MenuItem>,
    /// Pages such as *about* and *methodology*, for the footer.
    pub pages: Vec<LinkView>,
    /// The marking of this edition: `TLP:CLEAR` and so on.
    pub marking: TermView,
    /// True when drafts are in this edition.
    pub drafts: bool,
    /// The newest date in any brief or change: what the edition is current to.
    pub updated: Option<DateView>,
    /// Address of the site's feed, if it has one.
    pub feed: Option<String>,
    /// Address of the page of corrections, where there is any.
    pub corrections: Option<String>,
    /// `extra:` of `site.yaml`, as it is.
    pub extra: serde_json::Value,
}

/// An entry of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// What it says.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// The section it stands for, to be compared with `page.section`.
    pub section: String,
}

/// A row for a brief, wherever briefs are listed.
#[derive(Debug, Clone, Serialize)]
pub struct BriefRow {
    /// The brief's page.
    pub href: String,
    /// Title.
    pub title: TextView,
    /// Date of the brief.
    pub date: DateView,
    /// Standfirst, or none.
    pub summary: Option<TextView>,
    /// Series, or none.
    pub series: Option<String>,
    /// `preliminary current superseded retracted`.
    pub status: TermView,
    /// TLP marking.
    pub marking: TermView,
    /// True for a draft.
    pub draft: bool,
}

/// A row for an actor.
#[derive(Debug, Clone, Serialize)]
pub struct ActorRow {
    /// The actor's page.
    pub href: String,
    /// Name.
    pub name: TextView,
    /// Names in other scripts.
    pub native: Vec<TextView>,
    /// What kind.
    pub kind: TermView,
    /// The latest office known, or what it belongs to; none where nothing is recorded.
    pub office: Option<String>,
    /// Briefs that name the actor.
    pub briefs: usize,
    /// Events that name the actor.
    pub events: usize,
    /// Claims the actor made.
    pub claims: usize,
    /// True where the actor has no file of its own.
    pub stub: bool,
}

/// A row for an event.
#[derive(Debug, Clone, Serialize)]
pub struct EventRow {
    /// The event's page.
    pub href: String,
    /// Title.
    pub title: TextView,
    /// When.
    pub date: DateView,
    /// What sort of event.
    #[serde(rename = "type")]
    pub kind: TermView,
    /// `confirmed reported disputed denied planned cancelled`.
    pub status: TermView,
    /// Where.
    pub places: Vec<LinkView>,
    /// The first few participants, in the author's order.
    pub participants: Vec<LinkView>,
    /// How many more participants there are than are listed here.
    pub more_participants: usize,
    /// True where the event has no file and no front matter of its own.
    pub stub: bool,
}

/// A row for a source.
#[derive(Debug, Clone, Serialize)]
pub struct SourceRow {
    /// The source's page.
    pub href: String,
    /// Title, or the address where there is none.
    pub title: TextView,
    /// Who wrote it.
    pub author: Option<LinkView>,
    /// Who published it.
    pub publisher: Option<LinkView>,
    /// When it was published.
    pub published: Option<DateView>,
    /// `article`, `wire`, … or none.
    #[serde(rename = "type")]
    pub kind: Option<TermView>,
    /// Reliability `A`–`F` with its meaning as label, or none where ungraded.
    pub reliability: Option<TermView>,
    /// The address out of the site (`http`, `https`), none where there is none or it is protected.
    pub url: Option<String>,
    /// True where an archived copy is recorded.
    pub archived: bool,
    /// How many records rest on it.
    pub cited: usize,
    /// True where only `description_public` is shown.
    pub protected: bool,
    /// True where the source has no file and no inline data.
    pub stub: bool,
}

/// A row for a place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceRow {
    /// The place's page.
    pub href: String,
    /// Name.
    pub name: TextView,
    /// What kind of place, or none.
    pub kind: Option<String>,
    /// The place it lies in.
    pub within: Option<LinkView>,
    /// ISO 3166-1 alpha-2 codes.
    pub country: Vec<String>,
    /// How many events.
    pub events: usize,
    /// True where the place has no file of its own.
    pub stub: bool,
}

/// A tag with its count.
#[derive(Debug, Clone, Serialize)]
pub struct TagRow {
    /// The tag's page.
    pub href: String,
    /// The tag as first written.
    pub name: String,
    /// Records that carry it.
    pub count: usize,
}

/// A claim or an estimate: never shown without who made it.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimRow {
    /// The claim's id, unique in the site.
    pub id: String,
    /// Its place on the page where it is recorded, path and fragment: `/briefs/x/#claim-y`.
    pub href: String,
    /// The claim in the authors' words.
    pub text: String,
    /// Who said it.
    pub by: LinkView,
    /// The office held by the speaker on that day, if known.
    pub office: Option<String>,
    /// Through whom it came, in order.
    pub via: Vec<LinkView>,
    /// When it was said.
    pub said_on: Option<DateView>,
    /// What it is about.
    pub about: Vec<LinkView>,
    /// The open question it answers, if any.
    pub question: Option<String>,
    /// The question's place among all of them, where it has one.
    pub question_href: Option<String>,
    /// `confirm deny no-comment unclear`, if any.
    pub stance: Option<TermView>,
    /// The words themselves, if quoted.
    pub quote: Option<String>,
    /// Where it was published.
    pub sources: Vec<CitationView>,
    /// How many reports that is and how many origins they have: `3 reports, 1 origin`; none where there is no report.
    pub evidence: Option<String>,
    /// Admiralty credibility `1`–`6` with its meaning as label, if graded.
    pub credibility: Option<TermView>,
    /// `current revised retracted denied`.
    pub status: TermView,
    /// What replaced it.
    pub superseded_by: Option<LinkView>,
    /// What became of it since, where something did: told in place of `superseded_by`.
    pub since: Option<SinceView>,
    /// The brief or event in whose file it is recorded.
    pub recorded_in: LinkView,
    /// For estimates the figure, else none.
    pub estimate: Option<EstimateView>,
}

/// The figure of an estimate.
#[derive(Debug, Clone, Serialize)]
pub struct EstimateView {
    /// What is counted (`north-korean-troops`), in words.
    pub quantity: String,
    /// `planned arrived present killed …`.
    pub kind: String,
    /// The series it is part of, on the page of estimates.
    pub series: Option<String>,
    /// The figure as printed: `about 10,000 soldiers`, `11,000–12,000 (best 11,500)`.
    pub figure: String,
    /// The day the figure is for.
    pub as_of: Option<DateView>,
    /// The day by which it is expected.
    pub by_when: Option<DateView>,
}

/// What became of a claim: `LEAD LINK (BY, ON)AFTER`, as in *since revised to 12,000 soldiers (Hong Jang-won,
/// 28 October 2024)*. Never printed without `by` where there is a `link`.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct SinceView {
    /// `replaced`; `withdrawn` where what replaced it is not recorded; `later` where it stands as what was said
    /// then, and its speaker has given a newer figure.
    pub key: &'static str,
    /// `since revised to`, `since retracted; instead:`, `later:`.
    pub lead: &'static str,
    /// The newest claim: its figure, or its words. None where what replaced it is not recorded.
    pub link: Option<LinkView>,
    /// Who made the newest claim; present where `link` is.
    pub by: Option<LinkView>,
    /// When that was said.
    pub on: Option<DateView>,
    /// `, since retracted` where the newest claim does not stand either; else empty.
    pub after: String,
}

/// A claim that a page records or marks and that no longer stands, to be told at the page's top.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeView {
    /// True where what replaced the claim was said after the page's own date, so that its writers could not know.
    pub after: bool,
    /// The claim's words, leading to where it is recorded.
    pub claim: LinkView,
    /// Who made it.
    pub by: LinkView,
    /// `revised retracted denied`; `replaced` where a newer claim stands in its place and it keeps its status.
    pub status: TermView,
    /// When it was replaced: the day the newest claim was said.
    pub on: Option<DateView>,
    /// The newest claim's words, leading to where it is recorded; none where it is not known.
    pub replacement: Option<LinkView>,
    /// Who made that; present where `replacement` is.
    pub replacement_by: Option<LinkView>,
}

/// A source as cited by some record.
#[derive(Debug, Clone, Serialize)]
pub struct CitationView {
    /// The number in the page's list of sources, where the page has one; else none.
    pub number: Option<usize>,
    /// Short words for the source: publisher and date.
    pub short: String,
    /// The source's page.
    pub href: String,
    /// `p. 3`, if given.
    pub at: Option<String>,
    /// The words quoted, if any.
    pub quote: Option<String>,
    /// Both halves of the Admiralty grade as printed, `B2`, `B`, or none where ungraded.
    pub grade: Option<String>,
}

/// An entry in a page's numbered list of sources.
#[derive(Debug, Clone, Serialize)]
pub struct ReferenceView {
    /// Its number on this page, from 1. Its element's id is `source-NUMBER`.
    pub number: usize,
    /// The source.
    pub source: Row<SourceRow>,
    /// Locator, quote and grade as this record cites it.
    pub citation: CitationView,
    /// The grade in words (`B2: usually reliable, probably true`), if graded.
    pub grade_words: Option<String>,
    /// Archived copies.
    pub archive: Vec<ArchiveView>,
    /// What it derives from.
    pub derived_from: Vec<LinkView>,
    /// Ids of the marks in the text that cite it (`note-ref-3`), for back links.
    pub cited_at: Vec<NoteMark>,
}

/// A mark in the text that points at a note.
#[derive(Debug, Clone, Serialize)]
pub struct NoteMark {
    /// Id of the mark's element.
    pub id: String,
    /// Number printed.
    pub number: usize,
}

/// An archived copy of a source.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveView {
    /// Where the copy is.
    pub url: String,
    /// When it was made.
    pub on: Option<DateView>,
    /// SHA-256 of the copy, if recorded.
    pub sha256: Option<String>,
}

/// A note at the foot of a body: a footnote of the author's or a citation.
#[derive(Debug, Clone, Serialize)]
pub struct NoteView {
    /// Number printed, from 1. Its element's id is `note-NUMBER`.
    pub number: usize,
    /// What it says. *HTML*.
    pub html: String,
    /// True where the same note also stands beside its mark (`.sidenote`) on wide pages.
    pub beside: bool,
    /// Marks that lead here.
    pub marks: Vec<NoteMark>,
}

/// An entry in a table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingView {
    /// 2–6.
    pub level: u8,
    /// Fragment.
    pub id: String,
    /// Text.
    pub text: String,
}

/// The text of a record, ready to print.
#[derive(Debug, Clone, Serialize, Default)]
pub struct BodyView {
    /// The text. *HTML*, empty where there is none.
    pub html: String,
    /// Notes in order.
    pub notes: Vec<NoteView>,
    /// Headings in order; worth showing from three up.
    pub headings: Vec<HeadingView>,
    /// Reading time in minutes, at least 1 where there is text, else 0.
    pub minutes: usize,
    /// True where the text holds something that the sheet of figures is needed for.
    pub figures: bool,
}

/// Who wrote a brief.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorView {
    /// Name.
    pub name: String,
    /// Organisation.
    pub org: Option<String>,
    /// Web page (`http`, `https`).
    pub url: Option<String>,
    /// ORCID as a full address.
    pub orcid: Option<String>,
}

/// An actor as named by one brief or event.
#[derive(Debug, Clone, Serialize)]
pub struct ActorMention {
    /// The actor.
    pub actor: Row<ActorRow>,
    /// The role in this record, in words; none for a plain subject.
    pub role: Option<String>,
    /// The office held on the record's date, if recorded.
    pub office: Option<String>,
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
    /// What it rests on: claims as links, other words without.
    pub basis: Vec<LinkView>,
    /// By when it can be judged.
    pub horizon: Option<DateView>,
    /// What became of it.
    pub outcome: Option<OutcomeView>,
}

/// What became of an assessment.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeView {
    /// In words.
    pub result: String,
    /// When known.
    pub on: Option<DateView>,
    /// On what evidence.
    pub source: Option<LinkView>,
}

/// A dated change to a brief.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// When.
    pub on: DateView,
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
    /// What it shows.
    pub alt: String,
    /// Who made it.
    pub credit: Option<String>,
    /// Under what licence.
    pub license: Option<String>,
}

/// A list that may go on elsewhere: at most a hundred rows, and where the rest is.
#[derive(Debug, Clone, Serialize)]
pub struct Section<R> {
    /// The rows shown here.
    pub rows: Vec<R>,
    /// How many there are in all.
    pub total: usize,
    /// The paginated list of all of them, where `total` is more than is shown here.
    pub more: Option<String>,
}

/// `brief.html`, as `brief`.
#[derive(Debug, Clone, Serialize)]
pub struct BriefView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: TextView,
    /// Standfirst.
    pub summary: Option<TextView>,
    /// Date.
    pub date: DateView,
    /// Series.
    pub series: Option<String>,
    /// `preliminary current superseded retracted`.
    pub status: TermView,
    /// TLP marking.
    pub marking: TermView,
    /// True for a draft.
    pub draft: bool,
    /// "Information as of".
    pub info_cutoff: Option<DateView>,
    /// Authors, from the brief or the site.
    pub authors: Vec<AuthorView>,
    /// Claims recorded here or marked in the text that no longer stand, in the order of the text.
    pub notices: Vec<NoticeView>,
    /// Picture.
    pub image: Option<ImageView>,
    /// The text.
    pub body: BodyView,
    /// The authors' judgements.
    pub assessments: Vec<AssessmentView>,
    /// Who is in it, subjects first.
    pub who: Vec<ActorMention>,
    /// What happened, in order of time.
    pub events: Vec<Row<EventRow>>,
    /// Where.
    pub places: Vec<LinkView>,
    /// Claims, in the author's order. Their elements' ids are `claim-ID`.
    pub claims: Vec<Row<ClaimRow>>,
    /// Estimates, likewise.
    pub estimates: Vec<Row<ClaimRow>>,
    /// Numbered sources.
    pub sources: Vec<ReferenceView>,
    /// Changes, newest first.
    pub changes: Vec<ChangeView>,
    /// How to cite the page.
    pub cite: CiteView,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// Briefs this one replaces.
    pub supersedes: Vec<LinkView>,
    /// Briefs that replace this one.
    pub superseded_by: Vec<LinkView>,
    /// Briefs that lead here from their text.
    pub linked_from: Vec<LinkView>,
    /// The brief before in time.
    pub older: Option<LinkView>,
    /// The brief after in time.
    pub newer: Option<LinkView>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// An office held.
#[derive(Debug, Clone, Serialize)]
pub struct PositionView {
    /// Title of the office.
    pub title: String,
    /// Where it is held.
    pub org: Option<LinkView>,
    /// From when.
    pub from: Option<DateView>,
    /// Until when.
    pub to: Option<DateView>,
}

/// A tie with dates: membership or relation.
#[derive(Debug, Clone, Serialize)]
pub struct TieView {
    /// The other actor.
    pub actor: LinkView,
    /// What ties them, in words (`part of`, `leads`, `is supplied by`), empty for plain membership.
    pub label: String,
    /// From when.
    pub from: Option<DateView>,
    /// Until when.
    pub to: Option<DateView>,
}

/// An actor met in the same briefs and events.
#[derive(Debug, Clone, Serialize)]
pub struct MetView {
    /// The other actor.
    pub actor: LinkView,
    /// In how many briefs and events both are named.
    pub count: usize,
    /// `count` as a share of the largest in the list, 1–100, for a small bar
    /// (a `<meter>` or SVG `width`: inline styles are forbidden).
    pub share: usize,
}

/// A month in a strip of activity.
#[derive(Debug, Clone, Serialize)]
pub struct MonthView {
    /// `October 2024`.
    pub label: String,
    /// Briefs and events that month.
    pub count: usize,
    /// `count` as a share of the largest month, 0–100.
    pub share: usize,
}

/// `actor.html`, as `actor`.
#[derive(Debug, Clone, Serialize)]
pub struct ActorView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: TextView,
    /// Names in other scripts, official first.
    pub native: Vec<TextView>,
    /// Other names with their sort (`alias`, `former`, `transliteration`, `weak`).
    pub aliases: Vec<AliasView>,
    /// What kind.
    pub kind: TermView,
    /// True where there is no file of its own.
    pub stub: bool,
    /// The latest office, in words with its organisation.
    pub office: Option<String>,
    /// ISO 3166-1 alpha-2 codes.
    pub country: Vec<String>,
    /// Reliability as a publisher.
    pub reliability: Option<TermView>,
    /// Identifiers elsewhere (`wikidata` → link).
    pub identifiers: Vec<LinkView>,
    /// Offices, newest first.
    pub positions: Vec<PositionView>,
    /// Belongs to.
    pub member_of: Vec<TieView>,
    /// Contains.
    pub members: Vec<TieView>,
    /// Relations, both ways.
    pub relations: Vec<TieView>,
    /// Activity by month, from the first to the last; empty where dates are too few or too far apart.
    pub activity: Vec<MonthView>,
    /// Text.
    pub body: BodyView,
    /// Claims made, newest first.
    pub said: Section<Row<ClaimRow>>,
    /// Claims about it, newest first.
    pub said_about: Section<Row<ClaimRow>>,
    /// Events, newest first.
    pub events: Section<Row<EventRow>>,
    /// Briefs, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Sources it published or wrote, newest first.
    pub published: Section<Row<SourceRow>>,
    /// Actors met most.
    pub met: Vec<MetView>,
    /// Numbered sources of its own file.
    pub sources: Vec<ReferenceView>,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// Another name.
#[derive(Debug, Clone, Serialize)]
pub struct AliasView {
    /// The name.
    pub name: TextView,
    /// `alias former transliteration weak`.
    pub sort: TermView,
}

/// A clock time at the place and in UTC.
#[derive(Debug, Clone, Serialize)]
pub struct ClockView {
    /// `16:30 (Asia/Seoul, UTC+09:00)`.
    pub local: String,
    /// `07:30 UTC, 28 October 2024`.
    pub utc: String,
}

/// `event.html`, as `event`.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: TextView,
    /// True where nothing but its name is recorded.
    pub stub: bool,
    /// When.
    pub date: DateView,
    /// Local time and UTC, where the hour is known.
    pub clock: Option<ClockView>,
    /// When it became known, if not then.
    pub reported: Option<DateView>,
    /// What sort.
    #[serde(rename = "type")]
    pub kind: TermView,
    /// Status.
    pub status: TermView,
    /// Where.
    pub places: Vec<LinkView>,
    /// Claims recorded here or marked in the text that no longer stand, in the order of the text.
    pub notices: Vec<NoticeView>,
    /// Who, with roles.
    pub participants: Vec<ActorMention>,
    /// Text.
    pub body: BodyView,
    /// Claims recorded here.
    pub claims: Vec<Row<ClaimRow>>,
    /// Estimates recorded here.
    pub estimates: Vec<Row<ClaimRow>>,
    /// Claims about it recorded elsewhere, newest first.
    pub said_about: Section<Row<ClaimRow>>,
    /// What its sources amount to; none where there is none.
    pub evidence: Option<EvidenceView>,
    /// Numbered sources.
    pub sources: Vec<ReferenceView>,
    /// The event this one is part of.
    pub part_of: Vec<LinkView>,
    /// Its parts.
    pub parts: Vec<LinkView>,
    /// What it follows, causes it has, and the event before it in time.
    pub before: Vec<NeighbourView>,
    /// What follows, what it causes, and the event after it in time.
    pub after: Vec<NeighbourView>,
    /// Events easily taken for this one.
    pub distinct_from: Vec<LinkView>,
    /// Briefs, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// What the reports of something amount to.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceView {
    /// `3 reports, 1 origin`.
    pub text: String,
    /// Who reported first, where that is certain.
    pub first: Option<FirstView>,
    /// The reports that derive from others.
    pub chains: Vec<ChainView>,
}

/// The reports that came first.
#[derive(Debug, Clone, Serialize)]
pub struct FirstView {
    /// `First to report`, or words that say that not all reports are dated.
    pub label: &'static str,
    /// When.
    pub date: DateView,
    /// Which: several where they are of one day.
    pub sources: Vec<LinkView>,
}

/// A report and what it derives from.
#[derive(Debug, Clone, Serialize)]
pub struct ChainView {
    /// The report.
    pub report: LinkView,
    /// What it derives from, then what that derives from, and so on.
    pub steps: Vec<Vec<LinkView>>,
}

/// An event before or after another.
#[derive(Debug, Clone, Serialize)]
pub struct NeighbourView {
    /// How they are tied: `follows`, `caused by`, `causes`, `followed by`, `next in time`, …
    pub tie: &'static str,
    /// The other event.
    pub event: Row<EventRow>,
}

/// `source.html`, as `source`.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Id.
    pub id: String,
    /// Title, or the address where there is none.
    pub title: TextView,
    /// True where nothing but its name is recorded.
    pub stub: bool,
    /// True where only the public description is shown.
    pub protected: bool,
    /// What readers may know of a protected source.
    pub description: Option<String>,
    /// The same source as a row.
    pub row: Row<SourceRow>,
    /// When last looked at.
    pub accessed: Option<DateView>,
    /// Reliability in words: `B: usually reliable`.
    pub reliability_words: Option<String>,
    /// `own` where the source states it, `publisher` where it comes from the publisher.
    pub reliability_from: Option<&'static str>,
    /// Archived copies.
    pub archive: Vec<ArchiveView>,
    /// What it derives from, nearest first.
    pub derived_from: Vec<LinkView>,
    /// The origins at the end of that chain; empty where it is itself the origin.
    pub origins: Vec<LinkView>,
    /// What derives from it.
    pub derived: Vec<LinkView>,
    /// Text.
    pub body: BodyView,
    /// Claims that rest on it.
    pub claims: Section<Row<ClaimRow>>,
    /// Briefs that cite it, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Events that cite it, newest first.
    pub events: Section<Row<EventRow>>,
    /// Actors whose files cite it.
    pub actors: Section<Row<ActorRow>>,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// `place.html`, as `place`.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: TextView,
    /// Names in other scripts and other names.
    pub native: Vec<TextView>,
    /// True where there is no file of its own.
    pub stub: bool,
    /// What kind of place.
    pub kind: Option<String>,
    /// `51.73° N, 36.19° E`, or none.
    pub coordinates: Option<String>,
    /// How exact that is, in words (`within the region`).
    pub precision: Option<String>,
    /// The places it lies in, nearest first.
    pub within: Vec<LinkView>,
    /// The places within it.
    pub contains: Vec<LinkView>,
    /// ISO 3166-1 alpha-2 codes.
    pub country: Vec<String>,
    /// IANA zone.
    pub timezone: Option<String>,
    /// Text.
    pub body: BodyView,
    /// Events, newest first.
    pub events: Section<Row<EventRow>>,
    /// Briefs that name it, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Numbered sources of its own file.
    pub sources: Vec<ReferenceView>,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// `page.html`, as `content`.
#[derive(Debug, Clone, Serialize)]
pub struct ContentPageView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: TextView,
    /// Text.
    pub body: BodyView,
    /// Numbered sources.
    pub sources: Vec<ReferenceView>,
    /// `extra:` as it is.
    pub extra: serde_json::Value,
}

/// `home.html`, as `home`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// The newest brief.
    pub lead: Option<Row<BriefRow>>,
    /// The next newest, at most eight.
    pub latest: Vec<Row<BriefRow>>,
    /// Latest claims and estimates, at most eight, newest first.
    pub moved: Vec<Row<ClaimRow>>,
    /// Latest events, at most eight, newest first.
    pub events: Vec<Row<EventRow>>,
    /// Most named actors, at most twelve.
    pub actors: Vec<MetView>,
    /// Most used tags, at most twenty.
    pub tags: Vec<Row<TagRow>>,
    /// How many of each: briefs, actors, events, sources, places, claims.
    pub counts: Vec<CountView>,
}

/// A number of something, with a link to all of it.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    /// `briefs`, `actors`, …, in the right number.
    pub label: String,
    /// How many.
    pub count: usize,
    /// The list; none where there is no such page.
    pub href: Option<String>,
}

/// `list.html`, as `list`: any paginated list. Which row list is filled follows `rows_of`.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// Heading: `Briefs`, `Events that name Mark Rutte`.
    pub title: String,
    /// One sentence of introduction, or empty.
    pub intro: String,
    /// `briefs actors events sources places claims tags questions`; rows of questions are [`TagRow`]s.
    pub rows_of: &'static str,
    /// Rows under headings (a year, a letter or a kind), in order. A heading may be empty.
    pub groups: Vec<GroupView>,
    /// Number of all rows.
    pub total: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
    /// Rows of links to shorter lists of the same things; mostly none.
    pub filters: Vec<FilterView>,
    /// The same list as files; mostly none.
    pub downloads: Vec<LinkView>,
}

/// Shorter lists, by one thing their rows have in common.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// What that is: `What became of it`.
    pub label: &'static str,
    /// The lists.
    pub links: Vec<FilterLink>,
    /// Where the lists left out here are linked to, if any are.
    pub all: Option<LinkView>,
}

/// A link to a shorter list.
#[derive(Debug, Clone, Serialize)]
pub struct FilterLink {
    /// What it says.
    pub label: String,
    /// Rows in that list.
    pub count: usize,
    /// Its first page.
    pub href: String,
    /// True on that list's own pages.
    pub current: bool,
}

/// Rows under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// The heading, or empty.
    pub heading: String,
    /// Its element's id, unique in the page; empty where the heading is.
    pub id: String,
    /// The rows: the row type follows `rows_of`.
    pub rows: Vec<AnyRow>,
}

/// A row of any kind.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "each variant is the row it is named after")]
pub enum AnyRow {
    Brief(Row<BriefRow>),
    Actor(Row<ActorRow>),
    Event(Row<EventRow>),
    Source(Row<SourceRow>),
    Place(Row<PlaceRow>),
    Claim(Row<ClaimRow>),
    Tag(Row<TagRow>),
}

/// Where a reader is in a paginated list.
#[derive(Debug, Clone, Serialize)]
pub struct PagerView {
    /// This page, from 1.
    pub number: usize,
    /// How many pages.
    pub of: usize,
    /// Previous page.
    pub prev: Option<String>,
    /// Next page.
    pub next: Option<String>,
    /// First page.
    pub first: String,
    /// Last page.
    pub last: String,
}

/// `tag.html`, as `tag`.
#[derive(Debug, Clone, Serialize)]
pub struct TagView {
    /// The tag.
    pub name: String,
    /// Briefs, newest first.
    pub briefs: Section<Row<BriefRow>>,
    /// Events, newest first.
    pub events: Section<Row<EventRow>>,
    /// Actors by name.
    pub actors: Section<Row<ActorRow>>,
    /// Sources, newest first.
    pub sources: Section<Row<SourceRow>>,
    /// Places by name.
    pub places: Section<Row<PlaceRow>>,
}

/// `timeline.html`, as `timeline`: a list of events by year and month, newest page last.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineView {
    /// Years in order of time.
    pub years: Vec<YearView>,
    /// Number of all events.
    pub total: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
}

/// A year of a timeline.
#[derive(Debug, Clone, Serialize)]
pub struct YearView {
    /// `2024`, or `Undated`.
    pub label: String,
    /// Months in order of time.
    pub months: Vec<MonthEventsView>,
}

/// A month of a timeline.
#[derive(Debug, Clone, Serialize)]
pub struct MonthEventsView {
    /// `October 2024`, or `2024, month not known`.
    pub label: String,
    /// Fragment: `2024-10`.
    pub id: String,
    /// Events in order of time.
    pub events: Vec<Row<EventRow>>,
}

/// `estimates.html`, as `estimates`: series of estimates, each with chart and table.
#[derive(Debug, Clone, Serialize)]
pub struct EstimatesView {
    /// The series of this page, by quantity, kind and unit.
    pub series: Vec<SeriesView>,
    /// Number of all series.
    pub total: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
}

/// Estimates of one quantity, kind and unit.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesView {
    /// Its element's id, unique in the page.
    pub id: String,
    /// What is counted, with a capital letter.
    pub quantity: String,
    /// `planned`, `present`, …
    pub kind: String,
    /// What one is called in the plural.
    pub unit: Option<String>,
    /// The chart. *HTML*, empty where no estimate has both a day and a number.
    pub chart: String,
    /// What it shows, in a sentence or two.
    pub caption: String,
    /// Its estimates in order of time.
    pub rows: Vec<Row<ClaimRow>>,
    /// Briefs that record one of them or mark it in their text, newest first.
    pub briefs: Vec<LinkView>,
}

/// `questions.html`, as `questions`: who answered what, and when.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionsView {
    /// The questions of this page, in the order of their first answers.
    pub questions: Vec<QuestionView>,
    /// Number of all questions.
    pub total: usize,
    /// The pager; none where everything is on one page.
    pub pager: Option<PagerView>,
}

/// A question and its answers as a matrix.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    /// Its element's id, unique in the page.
    pub id: String,
    /// The question, or the statement that is in question.
    pub text: String,
    /// What the matrix shows, in a sentence.
    pub caption: String,
    /// Days on which answers were given, in order.
    pub columns: Vec<ColumnView>,
    /// Who answered, first answers first.
    pub rows: Vec<AnswersView>,
}

/// A column of a matrix.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnView {
    /// `28 Oct 2024`, `October 2024`, `day not known`.
    pub text: String,
    /// A value HTML's `datetime` accepts, else none.
    pub datetime: Option<String>,
}

/// One actor's answers.
#[derive(Debug, Clone, Serialize)]
pub struct AnswersView {
    /// Who answered.
    pub actor: LinkView,
    /// For each column the answers given then, in order of time.
    pub cells: Vec<Vec<AnswerView>>,
}

/// An answer.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerView {
    /// Where the claim is recorded.
    pub href: String,
    /// The claim in the authors' words.
    pub text: String,
    /// `confirm deny no-comment unclear`, or `none` where no stance is recorded.
    pub stance: TermView,
    /// What became of it, where it no longer stands.
    pub gone: Option<TermView>,
}

/// `redirect.html`, as `redirect`.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectView {
    /// Where the page is now.
    pub href: String,
    /// Its title.
    pub title: String,
}
