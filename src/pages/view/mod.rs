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

mod actor;
mod brief;
mod event;
mod evidence;
mod figures;
mod frame;
mod judged;
mod lists;
mod parts;
mod reference;
mod rows;
mod words;

pub use super::dates::Day;
pub use super::link::Link;
pub use actor::{ActorView, AliasView, MonthView, PositionView, TieView};
pub use brief::{
    AssessmentView, AuthorView, BasisView, BriefView, ChangeView, CiteView, ImageView, OutcomeView,
};
pub use event::{ClockView, EventView, MonthEventsView, NeighbourView, TimelineView, YearView};
pub use evidence::{
    ArchiveView, ChainView, CitationView, EvidenceView, FirstView, NoteMark, NoteView, ReferenceView,
};
pub use figures::{
    AnswerView, AnswersView, CellView, ColumnView, DrawingView, EstimatesView, MapView, NetworkRowView,
    NetworkView, QuestionView, QuestionsView, SeriesView, SpotView,
};
pub use frame::{LookupView, MenuItem, PageView, SiteView};
pub use judged::{AssessmentsView, BandView, CorrectionView, CorrectionsView, JudgedView};
pub use lists::{CountView, FilterLink, FilterView, GroupView, HomeView, ListView, PagerView};
pub use parts::{ActorMention, BodyView, HeadingView, MetView, NoticeView, Section};
pub use reference::{ContentPageView, PlaceView, RedirectView, SourceView, TagView};
pub use rows::{
    ActorRow, AnyRow, BriefRow, ClaimRow, EstimateView, EventRow, PlaceRow, SinceView, SourceRow, TagRow,
};
pub use words::{DateView, LinkView, TermView, TextView};
