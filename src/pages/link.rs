//! The name of a record as a link, made once and shared by every view that names the record.
//!
//! No other view stands on so many pages. So what a template sees of it is made once too, with the link as `| link`
//! prints it.

use super::shared::{Seen, Shared};
use super::view::LinkView;
use crate::model::RecordKind;
use crate::resolve::{AnyIdx, Site, SourceIdx};
use crate::theme;
use std::sync::OnceLock;
use tera::Value;

/// A [`LinkView`] that is shared.
pub type Link = Shared<LinkView>;

impl Seen for LinkView {
    fn seen(&self) -> Value {
        let Self { href, text, lang, dir } = self;
        theme::with_link_printed(href.as_deref(), text, lang.as_deref(), *dir)
    }
}

impl Link {
    /// The link as `| link` prints it.
    pub fn html(&self) -> &str {
        theme::link_html(self.seen())
    }

    /// This link where it says `text`, else one that does and leads to the same place.
    pub fn saying(&self, text: &str) -> Self {
        if self.text == text {
            return self.clone();
        }
        LinkView { text: text.to_owned(), ..self.to_view() }.into()
    }

    /// What it holds, to be changed.
    pub fn to_view(&self) -> LinkView {
        LinkView::clone(self)
    }
}

/// Links to every record and to what stands above them, each made when the first page asks for it.
#[derive(Debug)]
pub struct Links {
    records: [Vec<OnceLock<Link>>; 6],
    lists: [OnceLock<Link>; 6],
    home: OnceLock<Link>,
    /// Short words for every source.
    short_sources: Vec<OnceLock<String>>,
    questions: OnceLock<Vec<Link>>,
    series: OnceLock<Vec<Link>>,
}

impl Links {
    /// Room for links to the records of `site`.
    pub fn new(site: &Site) -> Self {
        let room = |kind| std::iter::repeat_with(OnceLock::new).take(site.count(kind)).collect();
        Self {
            records: RecordKind::ALL.map(room),
            lists: Default::default(),
            home: OnceLock::new(),
            short_sources: std::iter::repeat_with(OnceLock::new).take(site.sources.len()).collect(),
            questions: OnceLock::new(),
            series: OnceLock::new(),
        }
    }

    /// The link to a record, which `make` makes where it is not there yet.
    pub fn get(&self, record: AnyIdx, make: impl FnOnce() -> LinkView) -> Link {
        self.records[record.kind() as usize][record.at()].get_or_init(|| make().into()).clone()
    }

    /// The link to the list of a kind.
    pub fn list(&self, kind: RecordKind, make: impl FnOnce() -> Link) -> Link {
        self.lists[kind as usize].get_or_init(make).clone()
    }

    /// Short words for a source, which `make` finds where they are not there yet.
    pub fn short_source(&self, source: SourceIdx, make: impl FnOnce() -> String) -> &str {
        self.short_sources[source.at()].get_or_init(make)
    }

    /// The links to all questions.
    pub fn questions(&self, make: impl FnOnce() -> Vec<Link>) -> &[Link] {
        self.questions.get_or_init(make)
    }

    /// The links to all series of estimates.
    pub fn series(&self, make: impl FnOnce() -> Vec<Link>) -> &[Link] {
        self.series.get_or_init(make)
    }

    /// The link to the home page.
    pub fn home(&self, make: impl FnOnce() -> Link) -> Link {
        self.home.get_or_init(make).clone()
    }
}
