//! What every page is framed by: head, menu, footer.

use super::{Day, Link, TermView};
use serde::Serialize;

/// What every page's head and frame need. Templates see it as `page`.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// `home brief actor event source place page tag list timeline map network estimates questions error redirect`.
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
    pub breadcrumbs: Vec<Link>,
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
    pub pages: Vec<Link>,
    /// The marking of this edition: `TLP:CLEAR` and so on.
    pub marking: TermView,
    /// True when drafts are in this edition.
    pub drafts: bool,
    /// The day as of which this edition is, where it is not as of now: what came later is left out.
    pub as_of: Option<Day>,
    /// The newest date in any brief or change: what the edition is current to.
    pub updated: Option<Day>,
    /// Where scripts find what a record is, in a few words; none where the theme does not want it.
    pub previews: Option<LookupView>,
    /// Where scripts find records by their names; none where the theme does not want it.
    pub finder: Option<LookupView>,
    /// Address of the site's feed, if it has one.
    pub feed: Option<String>,
    /// Address of the page of corrections, where there is any.
    pub corrections: Option<String>,
    /// `extra:` of `site.yaml`, as it is.
    pub extra: serde_json::Value,
}

/// Files that scripts look things up in.
#[derive(Debug, Clone, Serialize)]
pub struct LookupView {
    /// The folder: `/data/previews/`.
    pub href: String,
    /// How many files, a power of two. Which of them holds a thing is told in `docs/reference/output.md`.
    pub shards: usize,
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
