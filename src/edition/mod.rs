//! The edition: a map from every path of the site to an output that can be made on demand.
//!
//! Takes a [`Site`], a theme and the settings; gives an [`Edition`] that `write` can write and a server can serve.
//! A page's fingerprint is the hash of its view, the theme and the settings, so nothing needs to know what
//! depends on what. Knows nothing of disk or network: files that are published as they are come through a function.

mod links;
mod outputs;
mod plan;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Reported};
use crate::exports::{Index, Lookup};
use crate::figures::Figures;
use crate::model::{Fingerprint, FingerprintHasher};
use crate::pages::address::Addresses;
use crate::pages::hrefs::Hrefs;
use crate::pages::{Rows, Shop, fingerprint, frame};
use crate::references::References;
use crate::resolve::{Audience, Site};
use crate::text::FileId;
use crate::theme::Theme;
use jiff::Timestamp;
use plan::Output;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use tera::Value;

/// Reads a file of `content/` that is published as it is.
pub type ReadAsset = Box<dyn Fn(FileId) -> Result<Vec<u8>, Diagnostic> + Send + Sync>;

/// Files of `content/`: paths by id, and which of them are no records.
#[derive(Debug, Default)]
pub struct ContentFiles {
    /// Paths by [`FileId`], from the site's root.
    pub paths: Vec<String>,
    /// Files that are no records.
    pub assets: BTreeSet<String>,
}

/// The outputs of one site for one audience.
pub struct Edition {
    site: Site,
    config: Config,
    hrefs: Hrefs,
    rows: Rows,
    figures: Figures,
    references: References,
    addresses: Addresses,
    theme: Theme,
    read_asset: ReadAsset,
    /// The moment by which it is judged what is overdue.
    now: Timestamp,
    /// Whether it is as of a day.
    as_of: bool,
    /// Sorted by path, each path once.
    outputs: Vec<Output>,
    /// What every page depends on beside its own view.
    frame: Fingerprint,
    /// Filled as outputs are made, so that a first build makes each view once.
    fingerprints: Vec<OnceLock<Fingerprint>>,
}

impl std::fmt::Debug for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Edition").field("outputs", &self.outputs.len()).finish_non_exhaustive()
    }
}

impl Edition {
    /// Plans every output of `site`. Reports R013.
    pub fn new(
        site: Site,
        config: Config,
        audience: &Audience,
        mut theme: Theme,
        references: References,
        files: ContentFiles,
        read_asset: ReadAsset,
    ) -> Reported<Self> {
        let hrefs = Hrefs::new(config.base_url.clone());
        let figures = Figures::new(&site);
        let rows = Rows::new(&site, &hrefs, theme.fragments());
        let ids = files.paths.iter().enumerate();
        let asset_ids = ids.filter(|(_, path)| files.assets.contains(*path)).map(|(at, path)| {
            (path.clone(), FileId(u32::try_from(at).expect("a site has fewer than 2^32 files")))
        });
        let asset_ids = asset_ids.collect();
        let mut addresses = Addresses::new(&site, files.paths, files.assets);
        let shop = Shop {
            site: &site,
            config: &config,
            hrefs: &hrefs,
            rows: &rows,
            figures: &figures,
            references: &references,
            uses: &theme.uses,
        };
        let mut diagnostics = Vec::new();
        let shown = links::shown_assets(&shop, &addresses);
        let lookups = Lookup::ALL.map(|lookup| Index::new(lookup, &shop, theme.lookups));
        let looked_up = lookups.each_ref().map(|index| index.as_ref().map(|index| index.view(&hrefs)));
        let outputs = plan::plan(&shop, &theme, (&shown, &asset_ids), lookups, &mut diagnostics);
        let as_of = audience.as_of.is_some();
        if as_of {
            addresses.leave_out(links::check(&shop, &addresses, &outputs, (config.strict, as_of)).value);
        }
        let view = frame::site(&shop, audience, &|path| links::has_output(&outputs, path), looked_up);
        theme.set_global("site", Value::from_serializable(&view));
        let mut hasher = FingerprintHasher::new();
        hasher.write_str(env!("CARGO_PKG_VERSION"));
        hasher.write_fingerprint(theme.fingerprint);
        hasher.write_fingerprint(fingerprint(&view));
        let frame = hasher.finish();
        let fingerprints = outputs.iter().map(|_| OnceLock::new()).collect();
        let edition = Self {
            site,
            config,
            hrefs,
            rows,
            figures,
            references,
            addresses,
            theme,
            read_asset,
            now: audience.judged_at(),
            as_of,
            outputs,
            frame,
            fingerprints,
        };
        Reported { value: edition, diagnostics }
    }

    /// The site it shows.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Addresses in texts that lead nowhere: R006, R011 and R012. No output waits for it.
    pub fn dead_links(&self) -> Vec<Diagnostic> {
        let rules = (self.config.strict, self.as_of);
        links::check(&self.shop(), &self.addresses, &self.outputs, rules).diagnostics
    }

    /// The place of the output at `path`, which is not percent-encoded.
    pub fn find(&self, path: &str) -> Option<usize> {
        self.outputs.binary_search_by(|output| output.path.as_str().cmp(path)).ok()
    }

    fn shop(&self) -> Shop<'_> {
        Shop {
            site: &self.site,
            config: &self.config,
            hrefs: &self.hrefs,
            rows: &self.rows,
            figures: &self.figures,
            references: &self.references,
            uses: &self.theme.uses,
        }
    }
}
