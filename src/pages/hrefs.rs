//! Where pages stand and how they are linked to.

use crate::config::BaseUrl;
use crate::model::{OutputPath, RecordKind};
use crate::resolve::{AnyIdx, Site};

/// Rows on one page of a list.
pub const PAGE_ROWS: usize = 100;

/// Addresses within one site.
#[derive(Debug, Clone)]
pub struct Hrefs {
    base: BaseUrl,
}

impl Hrefs {
    /// Addresses below `base`.
    pub fn new(base: BaseUrl) -> Self {
        Self { base }
    }

    /// The address of a path that begins at the site's root without a slash: `briefs/x/`.
    pub fn to(&self, path: &str) -> String {
        [self.base.path(), path].concat()
    }

    /// The whole address (with scheme and host) of a path.
    pub fn absolute(&self, path: &str) -> String {
        self.base.absolute(&self.to(path))
    }

    /// The whole address of an href.
    pub fn absolute_href(&self, href: &str) -> String {
        self.base.absolute(href)
    }

    /// What stands before every link: `/` or `/folder/`.
    pub fn base_path(&self) -> &str {
        self.base.path()
    }

    /// The address of a record's page.
    pub fn record(&self, site: &Site, index: AnyIdx) -> String {
        let id = site.id(index);
        match index.kind() {
            RecordKind::Page => [self.base.path(), id, "/"].concat(),
            kind => [self.base.path(), kind.plural(), "/", id, "/"].concat(),
        }
    }

    /// The address of a list's page with this number, from 1.
    pub fn list(&self, folder: &str, number: usize) -> String {
        self.to(&list_path(folder, number))
    }
}

/// The path of a record's page: `briefs/ID/`; a page's is `ID/`.
pub fn record_path(kind: RecordKind, id: &str) -> String {
    match kind {
        RecordKind::Page => [id, "/"].concat(),
        _ => [kind.plural(), "/", id, "/"].concat(),
    }
}

/// The path of a list's page with this number, from 1: `briefs/`, `briefs/page/2/`.
pub fn list_path(folder: &str, number: usize) -> String {
    if number == 1 { folder.to_owned() } else { format!("{folder}page/{number}/") }
}

/// The file behind a path that ends in `/` or is empty.
pub fn output_path(path: &str) -> OutputPath {
    OutputPath::directory(path).expect("paths are made of ids and fixed words")
}
