//! The name of a record as a link, made once and shared by every view that names the record.
//!
//! No other view stands on so many pages. So what a template sees of it is made once too, with the link as `| link`
//! prints it.

use super::view::LinkView;
use crate::model::RecordKind;
use crate::resolve::{AnyIdx, Site};
use crate::theme;
use serde::{Serialize, Serializer};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
use tera::Value;

/// A [`LinkView`] that is shared. A clone costs a count.
#[derive(Debug, Clone)]
pub struct Link(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    view: LinkView,
    value: OnceLock<Value>,
}

impl From<LinkView> for Link {
    fn from(view: LinkView) -> Self {
        Self(Arc::new(Inner { view, value: OnceLock::new() }))
    }
}

impl Link {
    /// What it holds, to be changed.
    pub fn to_view(&self) -> LinkView {
        self.0.view.clone()
    }
}

impl Deref for Link {
    type Target = LinkView;

    fn deref(&self) -> &LinkView {
        &self.0.view
    }
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        self.0.view == other.0.view
    }
}

impl Eq for Link {}

impl Serialize for Link {
    /// Into a template's context goes the shared value; into a fingerprint, which is a binary form, the view.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if !to.is_human_readable() {
            return self.0.view.serialize(to);
        }
        let LinkView { href, text, lang, dir } = &self.0.view;
        let value = || {
            theme::with_link_printed([
                ("href", href.as_deref()),
                ("text", Some(text)),
                ("lang", lang.as_deref()),
                ("dir", *dir),
            ])
        };
        self.0.value.get_or_init(value).serialize(to)
    }
}

/// Links to every record and to what stands above them, each made when the first page asks for it.
#[derive(Debug)]
pub struct Links {
    records: [Vec<OnceLock<Link>>; 6],
    lists: [OnceLock<Link>; 6],
    home: OnceLock<Link>,
}

impl Links {
    /// Room for links to the records of `site`.
    pub fn new(site: &Site) -> Self {
        let room = |kind| std::iter::repeat_with(OnceLock::new).take(site.count(kind)).collect();
        Self { records: RecordKind::ALL.map(room), lists: Default::default(), home: OnceLock::new() }
    }

    /// The link to a record, which `make` makes where it is not there yet.
    pub fn get(&self, record: AnyIdx, make: impl FnOnce() -> LinkView) -> Link {
        self.records[record.kind() as usize][record.at()].get_or_init(|| make().into()).clone()
    }

    /// The link to the list of a kind.
    pub fn list(&self, kind: RecordKind, make: impl FnOnce() -> Link) -> Link {
        self.lists[kind as usize].get_or_init(make).clone()
    }

    /// The link to the home page.
    pub fn home(&self, make: impl FnOnce() -> Link) -> Link {
        self.home.get_or_init(make).clone()
    }
}
