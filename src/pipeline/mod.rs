//! The only place where the stages meet: folder → files → records → site → edition.
//!
//! Takes what the command line asks for; gives a [`Prepared`] edition that can be written, and everything that
//! was found wrong on the way. [`prepare`] does it once; a [`Workshop`] keeps what it made and does again only what a
//! change asks for. Prints nothing.

mod last_build;
mod parsed;
mod rewritten;
mod shard;
mod workshop;

pub use last_build::LastBuild;
pub use workshop::{Changes, Workshop};

use crate::check::{LintRules, check};
use crate::config::{BaseUrl, Config};
use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::discover::{DiscoverError, FileKind, FileSet, discover};
use crate::edition::{ContentFiles, Edition, Looks, ReadAsset};
use crate::keep::Store;
use crate::model::{Fingerprint, FingerprintHasher, Record, RecordKind, Tlp};
use crate::references::References;
use crate::resolve::{Audience, LeftOut, Rules, Site, next_change, resolve};
use crate::text::{FileId, Span};
use crate::theme::{Theme, ThemeError};
use jiff::{Timestamp, civil};
use last_build::{Prints, Texts};
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

/// What is to be built.
#[derive(Debug, Clone)]
pub struct Request {
    /// The site's folder: the one that holds `site.yaml`.
    pub root: PathBuf,
    /// Instead of `site.yaml`'s `base_url`.
    pub base_url: Option<BaseUrl>,
    /// Instead of `site.yaml`'s `audience`.
    pub audience: Option<Tlp>,
    /// Whether drafts are in the edition.
    pub drafts: bool,
    /// Treats what is only probably wrong as an error, also where `site.yaml` does not ask for it.
    pub strict: bool,
    /// The moment at which embargoes are judged.
    pub now: Timestamp,
    /// The day as of which it is: what came later is left out.
    pub as_of: Option<civil::Date>,
    /// How results are kept between runs; none where nothing of another run is read or kept.
    pub keep: Option<Keep>,
}

/// Whose results are kept between runs, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keep {
    /// A text that differs where the program does: another one's results are not used.
    pub program: String,
    /// The system's clock before anything of the site was looked at, also where [`Request::now`] is fixed.
    pub started: SystemTime,
    /// What is kept is used, but nothing is kept.
    pub read_only: bool,
}

/// What an edition is made of, before any record is read.
#[derive(Debug)]
pub struct Inputs {
    /// The files; also where reports look up texts.
    pub files: FileSet,
    /// The settings.
    pub config: Config,
    /// None where a mistake prevents it.
    theme: Option<Theme>,
    /// What was wrong so far.
    diagnostics: Vec<Diagnostic>,
    prints: Prints,
}

/// An edition ready to be written, or the reasons why there is none.
#[derive(Debug)]
pub struct Prepared {
    /// The files it is made from; also where reports look up texts.
    pub files: Arc<FileSet>,
    /// The settings it is made by.
    pub config: Config,
    /// The edition; none where a mistake prevents it.
    pub edition: Option<Edition>,
    /// How many visible records of each kind there are, in the order of [`RecordKind::ALL`], stubs included.
    pub counts: Vec<(RecordKind, usize)>,
    /// How many claims and estimates.
    pub claims: usize,
    /// How much was left out because it came after [`Request::as_of`].
    pub left_out: LeftOut,
    /// All that was found wrong, in the order in which it is shown.
    pub diagnostics: Vec<Diagnostic>,
    prints: Prints,
    /// What the record files say; none where that cannot be told beforehand.
    texts: Option<Texts>,
    /// When the same inputs may make another edition, see [`next_change`].
    until: Option<Timestamp>,
}

/// A folder or file that could not be read.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// In `content/` or `site.yaml`.
    #[error(transparent)]
    Discover(#[from] DiscoverError),
    /// In a theme.
    #[error(transparent)]
    Theme(#[from] ThemeError),
}

/// Runs every stage up to the edition.
///
/// # Errors
/// What of the environment stands in the way; the author's mistakes are in [`Prepared::diagnostics`].
pub fn prepare(request: &Request) -> Result<Prepared, PipelineError> {
    inputs(request)?.prepare(request)
}

/// Lists the files and reads the settings and the theme.
///
/// # Errors
/// What of the environment stands in the way.
pub fn inputs(request: &Request) -> Result<Inputs, PipelineError> {
    let mut diagnostics = Vec::new();
    let mut files = discover(&request.root, "content")?.into_value(&mut diagnostics);
    let records = last_build::of_records(request, &files);
    let mut hasher = last_build::of_listed(request, &files, &diagnostics);
    let config = settings(&files, request, &mut hasher, &mut diagnostics)?;
    let theme = theme(&mut files, request, &config)?.into_value(&mut diagnostics);
    let others = hasher.zip(theme.as_ref()).map(|(hasher, theme)| last_build::with_theme(hasher, theme));
    Ok(Inputs { files, config, theme, diagnostics, prints: Prints { others, records } })
}

impl Inputs {
    /// Runs the stages from the records to the edition. `request` is that which the inputs were listed for.
    ///
    /// # Errors
    /// A file that could not be read.
    pub fn prepare(self, request: &Request) -> Result<Prepared, PipelineError> {
        let Self { files, config, theme, mut diagnostics, prints } = self;
        let mut records = Vec::with_capacity(files.files().len());
        let (reported, texts) = parsed::records(&files, request.keep.as_ref())?;
        records.extend(reported.into_iter().map(|record| record.into_value(&mut diagnostics)));
        for library in parsed::libraries(&files)? {
            records.extend(library.into_value(&mut diagnostics));
        }
        let until = next_change(&records, request.now);
        let today = request.as_of.map(|_| told_today(records.clone(), request, &config));
        let site = resolved(records, request, &config, &mut diagnostics);
        let (counts, claims, left_out) = (counts(&site), site.claims.len(), site.left_out.clone());
        let files = Arc::new(files);
        let plan = || {
            let mut told = Vec::new();
            let references = references(&site, &config, request).into_value(&mut told);
            let looks = Arc::default();
            let site = site.clone();
            let made =
                theme.map(|theme| edition(site, request, &config, theme, references, (&files, &looks)));
            let edition = made.map(|edition| edition.into_value(&mut told));
            told.extend(edition.iter().flat_map(Edition::dead_links));
            (edition, told)
        };
        // Neither waits for the other.
        let (found, (edition, told)) = rayon::join(|| lints(&site, request, &config, today.as_ref()), plan);
        diagnostics.extend(found.into_iter().chain(told));
        crate::diagnostics::sort(&mut diagnostics);
        let edition = edition.filter(|_| !crate::diagnostics::has_errors(&diagnostics));
        Ok(Prepared { files, config, edition, counts, claims, left_out, diagnostics, prints, texts, until })
    }
}

/// The site that records make for whom the request is.
fn resolved(
    records: Vec<Record>,
    request: &Request,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Site {
    let audience = audience(request, config);
    let rules = Rules { audience, strict: config.strict, event_types: &config.event_types };
    resolve(records, &rules).into_value(diagnostics)
}

/// For whom the edition is, and when.
fn audience(request: &Request, config: &Config) -> Audience {
    let Request { drafts, now, as_of, .. } = *request;
    Audience { tlp: config.audience, drafts, now, as_of }
}

/// What looks like a mistake in a site; in an edition as of a day, where that is told of the whole site (`today`) too.
fn lints(
    site: &Site,
    request: &Request,
    config: &Config,
    today: Option<&HashSet<(Code, Span)>>,
) -> Vec<Diagnostic> {
    let now = audience(request, config).judged_at();
    let mut told = check(site, &LintRules { strict: config.strict, now, silence: &config.silence });
    told.retain(|told| today.is_none_or(|today| today.contains(&place(told))));
    told
}

/// The theme of the settings, its templates registered in `files`.
fn theme(
    files: &mut FileSet,
    request: &Request,
    config: &Config,
) -> Result<Reported<Option<Theme>>, ThemeError> {
    let assets_href = format!("{}assets/", config.base_url.path());
    let mut register = |path, text| files.register(path, text);
    Theme::load(&request.root, (&config.theme, config.theme_span), &assets_href, &mut register)
}

/// The edition of a site.
fn edition(
    site: Site,
    request: &Request,
    config: &Config,
    theme: Theme,
    references: References,
    (files, looks): (&Arc<FileSet>, &Arc<Looks>),
) -> Reported<Edition> {
    let listed = || files.files().iter().filter(|file| file.kind != FileKind::Registered);
    let content = ContentFiles {
        paths: listed().map(|file| file.path.clone()).collect(),
        assets: files.assets().map(|(_, file)| file.path.to_string()).collect(),
        looks: Arc::clone(looks),
    };
    let read = asset_reader(Arc::clone(files));
    Edition::new(site, config.clone(), &audience(request, config), theme, references, content, read)
}

/// What a lint tells, and where.
fn place(told: &Diagnostic) -> (Code, Span) {
    (told.code, told.span)
}

/// Where lints tell something of the whole site. In an edition as of a day only that is told again: a source that is
/// cited by what came later alone is no oversight of the author's. Missing copies (C004) are a matter of today.
fn told_today(records: Vec<Record>, request: &Request, config: &Config) -> HashSet<(Code, Span)> {
    let request = Request { as_of: None, strict: false, ..request.clone() };
    let site = resolved(records, &request, config, &mut Vec::new());
    let told = lints(&site, &request, config, None).into_iter();
    told.map(|told| place(&told)).filter(|(code, _)| *code != Code::C004).collect()
}

/// `site.yaml` with what the command line says instead. Its bytes are added to `hasher`.
fn settings(
    files: &FileSet,
    request: &Request,
    hasher: &mut Option<FingerprintHasher>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Config, PipelineError> {
    let file = FileId(0);
    let bytes = files.read(file)?;
    if let Some(hasher) = hasher {
        hasher.write_fingerprint(Fingerprint::of(&bytes));
    }
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        let message = "site.yaml is not UTF-8 text";
        diagnostics
            .push(Diagnostic::new(Code::P011, Span::whole_file(file), message).help("save it as UTF-8"));
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    let mut config = crate::config::parse(&text, file).into_value(diagnostics);
    config.strict |= request.strict;
    if let Some(base_url) = &request.base_url {
        config.base_url = base_url.clone();
    }
    if let Some(audience) = request.audience {
        config.audience = audience;
    }
    Ok(config)
}

/// Every source in the style that is asked for. What an earlier build formatted is kept for the next one.
fn references(site: &Site, config: &Config, request: &Request) -> Reported<References> {
    const KEPT: &str = "references";
    if config.citation_style.is_none() {
        return Reported { value: References::default(), diagnostics: Vec::new() };
    }
    let store = request.keep.as_ref().map(|keep| (Store::new(&request.root, &keep.program), keep));
    let kept = store.as_ref().and_then(|(store, _)| store.read(KEPT));
    let references = crate::references::references(site, config, kept.as_deref());
    if let (Some(bytes), Some((store, keep))) = (&references.value.to_keep, store)
        && !keep.read_only
    {
        store.write(KEPT, bytes);
    }
    references
}

fn counts(site: &Site) -> Vec<(RecordKind, usize)> {
    RecordKind::ALL.into_iter().map(|kind| (kind, site.count(kind))).collect()
}

fn asset_reader(files: Arc<FileSet>) -> ReadAsset {
    Box::new(move |file| {
        files.read(file).map_err(|error| {
            Diagnostic::new(
                Code::R012,
                Span::whole_file(file),
                format!("the file cannot be published: {error}"),
            )
        })
    })
}
