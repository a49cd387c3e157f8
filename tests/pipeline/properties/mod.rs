//! What holds of every site: over each fixture and the repository's own sample.

mod actors;
pub mod feeds;
mod markup;
mod repeatable;
mod targets;

use crate::support::{Built, Html, Site};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A site as it was built once for all tests.
pub struct Whole {
    pub name: String,
    /// `https://example.org/` or with a folder behind.
    pub base_url: String,
    pub built: Built,
}

impl Whole {
    /// What every link within the site begins with: `/` or `/folder/`.
    pub fn base_path(&self) -> &str {
        let host = self.base_url.find("://").expect("an address") + 3;
        &self.base_url[host + self.base_url[host..].find('/').expect("it ends with a slash")..]
    }

    /// Every page with its path, redirects left out.
    pub fn pages(&self) -> impl Iterator<Item = (&str, Html)> {
        self.built.pages().filter(|(_, page)| !page.has("meta[http-equiv=refresh]"))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of all fixtures, by name, and of the sample site.
pub fn folders() -> Vec<(String, PathBuf)> {
    let fixtures = std::fs::read_dir(root().join("tests/fixtures")).expect("there are fixtures");
    let paths = fixtures.map(|entry| entry.expect("it can be read").path());
    let mut folders: Vec<(String, PathBuf)> =
        paths.filter(|path| path.join("site.yaml").is_file()).map(|path| (name(&path), path)).collect();
    folders.sort();
    folders.push(("the sample site".to_owned(), root()));
    folders
}

fn name(path: &Path) -> String {
    path.file_name().expect("it has a name").to_string_lossy().into_owned()
}

/// Each fixture, the markings for readers of every marking, a site with long lists, and the sample.
pub fn sites() -> Vec<(String, Site)> {
    let mut sites: Vec<(String, Site)> =
        folders().into_iter().map(|(name, path)| (name, Site::folder(&path))).collect();
    let markings = Site::folder(&root().join("tests/fixtures/markings"));
    for readers in ["clear", "green", "amber+strict", "red"] {
        sites.push((format!("markings for {readers}"), markings.clone().audience(readers)));
    }
    sites.push(("markings with drafts".to_owned(), markings.drafts()));
    sites.push(("an empty site".to_owned(), Site::new()));
    sites.push(("a site without feeds".to_owned(), Site::new().yaml("feeds: false").brief("b", "tags: [t]")));
    sites.push(("a site with long lists".to_owned(), crate::pages::long::site()));
    sites
}

/// All of them, built.
pub fn all() -> &'static [Whole] {
    static ALL: OnceLock<Vec<Whole>> = OnceLock::new();
    ALL.get_or_init(|| sites().into_iter().map(|(name, site)| whole(name, &site)).collect())
}

fn whole(name: String, site: &Site) -> Whole {
    let built = site.build();
    assert!(built.edition.is_some(), "{name}: {:#?}", built.reports);
    let base_url = feeds::locations(built.text("sitemap.xml")).into_iter().min_by_key(String::len);
    Whole { name, base_url: base_url.expect("every site has a home page"), built }
}

/// Fails with all complaints of all sites at once.
#[track_caller]
pub fn complain(check: impl Fn(&Whole, &mut Vec<String>)) {
    let mut complaints = Vec::new();
    for site in all() {
        let mut own = Vec::new();
        check(site, &mut own);
        complaints.extend(own.into_iter().map(|complaint| format!("{}: {complaint}", site.name)));
    }
    complaints.dedup();
    let count = complaints.len();
    complaints.truncate(25);
    assert!(complaints.is_empty(), "{count} complaints, first:\n{}", complaints.join("\n"));
}
