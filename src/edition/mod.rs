//! The edition: a map from every path of the site to an output that can be made on demand.
//!
//! Takes a [`Site`], a theme and the settings; gives an [`Edition`] that `write` can write and a server can serve.
//! A page's fingerprint is the hash of its view, the theme and the settings, so nothing needs to know what
//! depends on what. Knows nothing of disk or network: files that are published as they are come through a function.

mod links;
mod outputs;
mod pictures;
mod plan;

pub use pictures::Looks;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Reported};
use crate::exports::{Index, Lookup};
use crate::figures::Figures;
use crate::model::{Body, Fingerprint, FingerprintHasher, RecordKind};
use crate::pages::address::Addresses;
use crate::pages::hrefs::Hrefs;
use crate::pages::{Rows, Shop, fingerprint, frame};
use crate::references::References;
use crate::resolve::{Audience, Site};
use crate::text::FileId;
use crate::theme::Theme;
use jiff::Timestamp;
use plan::{Item, Output};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock};
use tera::Value;

/// Reads a file of `content/` that is published as it is.
pub type ReadAsset = Box<dyn Fn(FileId) -> Result<Vec<u8>, Diagnostic> + Send + Sync>;

/// Files of `content/`: paths by id, and which of them are no records.
#[derive(Debug, Default)]
pub struct ContentFiles {
    /// Paths by [`FileId`], from the site's root.
    pub paths: Vec<Arc<str>>,
    /// Files that are no records.
    pub assets: BTreeSet<String>,
    /// What is known of pictures from an edition before.
    pub looks: Arc<Looks>,
}

/// The outputs of one site for one audience.
pub struct Edition {
    site: Site,
    plan: Arc<Plan>,
    /// The moment by which it is judged what is overdue.
    now: Timestamp,
    /// Filled as outputs are made, so that a first build makes each view once.
    fingerprints: Vec<OnceLock<Fingerprint>>,
}

/// All of an edition that does not depend on the texts of records: shared by editions that differ in nothing else.
struct Plan {
    config: Config,
    hrefs: Hrefs,
    rows: Rows,
    figures: Figures,
    references: References,
    addresses: Addresses,
    theme: Theme,
    read_asset: ReadAsset,
    /// Held while a copy of a large picture is made.
    large_picture: Mutex<()>,
    /// Whether it is as of a day.
    as_of: bool,
    /// Sorted by path, each path once.
    outputs: Vec<Output>,
    /// What every page depends on beside its own view.
    frame: Fingerprint,
}

impl std::fmt::Debug for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Edition").field("outputs", &self.plan.outputs.len()).finish_non_exhaustive()
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
        let (figures, rows) =
            rayon::join(|| Figures::new(&site), || Rows::new(&site, &hrefs, theme.fragments()));
        let ids = files.paths.iter().enumerate();
        let asset_ids = ids.filter(|(_, path)| files.assets.contains(&***path)).map(|(at, path)| {
            (path.to_string(), FileId(u32::try_from(at).expect("a site has fewer than 2^32 files")))
        });
        let asset_ids: BTreeMap<String, FileId> = asset_ids.collect();
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
        let published = links::published_assets(&shop, &addresses);
        let pictures = pictures::look(&published, &asset_ids, &read_asset, &files.looks);
        addresses.show(pictures, &theme.picture_sizes);
        let lookups = Lookup::ALL.map(|lookup| Index::new(lookup, &shop, theme.lookups));
        let looked_up = lookups.each_ref().map(|index| index.as_ref().map(|index| index.view(&hrefs)));
        let outputs =
            plan::plan(&shop, &theme, &addresses, (&published, &asset_ids), lookups, &mut diagnostics);
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
        let plan = Plan {
            config,
            hrefs,
            rows,
            figures,
            references,
            addresses,
            theme,
            read_asset,
            large_picture: Mutex::default(),
            as_of,
            outputs,
            frame,
        };
        Reported { value: Self::of(site, Arc::new(plan), audience.judged_at()), diagnostics }
    }

    /// An edition of which no output was made yet.
    fn of(site: Site, plan: Arc<Plan>, now: Timestamp) -> Self {
        let fingerprints = std::iter::repeat_with(OnceLock::new).take(plan.outputs.len()).collect();
        Self { site, plan, now, fingerprints }
    }

    /// The same edition, as it is judged at another moment at which the same is visible.
    pub fn at(&self, now: Timestamp) -> Self {
        Self::of(self.site.clone(), Arc::clone(&self.plan), now)
    }

    /// The edition that would be made if the text `before` of a record of this kind, in this file, were `after`; none
    /// where that cannot be told without making it: see [`Site::rewritten`].
    pub fn rewritten(
        &self,
        (kind, file): (RecordKind, FileId),
        before: &Arc<Body>,
        after: &Arc<Body>,
    ) -> Option<Self> {
        let addresses = &self.plan.addresses;
        // What stands in for references to what came later is no longer what was parsed; and of the files that are
        // published some may be shown by this text alone.
        let same = !self.plan.as_of
            && (addresses.has_no_assets()
                || links::assets_in(addresses, file, before) == links::assets_in(addresses, file, after));
        let site = if same { self.site.rewritten(kind, before, after) } else { None };
        site.map(|site| Self::of(site, Arc::clone(&self.plan), self.now))
    }

    /// The site it shows.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Addresses in texts that lead nowhere (R006, R011, R012), and what is wrong with pictures (R014, C018). No output waits
    /// for it.
    pub fn dead_links(&self) -> Vec<Diagnostic> {
        let Plan { config, addresses, outputs, as_of, .. } = &*self.plan;
        let mut told = links::check(&self.shop(), addresses, outputs, (config.strict, *as_of)).diagnostics;
        told.extend(pictures::told(&self.site, addresses, config));
        told
    }

    /// The place of the output at `path`, which is not percent-encoded.
    pub fn find(&self, path: &str) -> Option<usize> {
        self.plan.outputs.binary_search_by(|output| output.path.as_str().cmp(path)).ok()
    }

    /// The pages of the records of these files, sorted: no other output takes part in a text but by what it names. None
    /// in an edition as of a day, whose texts are not as they were written.
    pub fn pages_of(&self, files: &BTreeSet<FileId>) -> Option<Vec<usize>> {
        let is_on = |(at, output): (usize, &Output)| match output.item {
            Item::Record(record) => files.contains(&self.site.span(record).file).then_some(at),
            _ => None,
        };
        (!self.plan.as_of).then(|| self.plan.outputs.iter().enumerate().filter_map(is_on).collect())
    }

    fn shop(&self) -> Shop<'_> {
        let Plan { config, hrefs, rows, figures, references, theme, .. } = &*self.plan;
        Shop { site: &self.site, config, hrefs, rows, figures, references, uses: &theme.uses }
    }
}
