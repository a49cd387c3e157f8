//! The only place where the stages meet: folder → files → records → site → edition.
//!
//! Takes what the command line asks for; gives a [`Prepared`] edition that can be written, and everything that
//! was found wrong on the way. [`prepare`] does it once; a [`Workshop`] keeps what it made and does again only what a
//! change asks for. Prints nothing.

mod workshop;

pub use workshop::{Changes, Workshop};

use crate::check::{LintRules, check};
use crate::config::{BaseUrl, Config};
use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::discover::{DiscoverError, FileSet, discover};
use crate::edition::{ContentFiles, Edition, ReadAsset};
use crate::model::{Record, RecordKind, Tlp};
use crate::resolve::{Audience, Rules, Site, resolve};
use crate::text::{FileId, Span};
use crate::theme::{Theme, ThemeError};
use jiff::Timestamp;
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

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
    /// All that was found wrong, in the order in which it is shown.
    pub diagnostics: Vec<Diagnostic>,
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
    let mut diagnostics = Vec::new();
    let mut files = discover(&request.root, "content")?.into_value(&mut diagnostics);
    let config = settings(&files, request, &mut diagnostics)?;
    let records = parsed(&files, &mut diagnostics)?;
    let site = resolved(records, request, &config, &mut diagnostics);
    diagnostics.extend(lints(&site, request, &config));
    let (counts, claims) = (counts(&site), site.claims.len());
    let theme = theme(&mut files, request, &config)?.into_value(&mut diagnostics);
    let files = Arc::new(files);
    let edition = theme.map(|theme| edition(site, request, &config, theme, &files));
    let edition = edition.map(|edition| edition.into_value(&mut diagnostics));
    diagnostics.extend(edition.iter().flat_map(Edition::dead_links));
    crate::diagnostics::sort(&mut diagnostics);
    let edition = edition.filter(|_| !crate::diagnostics::has_errors(&diagnostics));
    Ok(Prepared { files, config, edition, counts, claims, diagnostics })
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
    Audience { tlp: config.audience, drafts: request.drafts, now: request.now }
}

/// What looks like a mistake in a site.
fn lints(site: &Site, request: &Request, config: &Config) -> Vec<Diagnostic> {
    check(site, &LintRules { strict: config.strict, now: request.now, silence: &config.silence })
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
    files: &Arc<FileSet>,
) -> Reported<Edition> {
    let content = ContentFiles {
        paths: files.files().iter().map(|file| file.path.clone()).collect(),
        assets: files.assets().map(|(_, file)| file.path.clone()).collect(),
    };
    let read = asset_reader(Arc::clone(files));
    Edition::new(site, config.clone(), &audience(request, config), theme, content, read)
}

/// `site.yaml` with what the command line says instead.
fn settings(
    files: &FileSet,
    request: &Request,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Config, PipelineError> {
    let file = FileId(0);
    let bytes = files.read(file)?;
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

/// Every record file, read and parsed in parallel, in the order of the files.
fn parsed(files: &FileSet, diagnostics: &mut Vec<Diagnostic>) -> Result<Vec<Record>, PipelineError> {
    let list: Vec<_> = files.records().collect();
    let parsed: Vec<Reported<Record>> = list
        .par_iter()
        .map(|(file, kind)| parsed_file(files, *file, *kind))
        .collect::<Result<_, DiscoverError>>()?;
    Ok(parsed.into_iter().map(|record| record.into_value(diagnostics)).collect())
}

/// One record file, read and parsed.
fn parsed_file(files: &FileSet, file: FileId, kind: RecordKind) -> Result<Reported<Record>, DiscoverError> {
    let bytes = files.read(file)?;
    let path = files.file(file).map_or("", |file| file.path.as_str());
    Ok(crate::parse::parse(path, kind, file, &bytes))
}

fn counts(site: &Site) -> Vec<(RecordKind, usize)> {
    let count = |kind| match kind {
        RecordKind::Brief => site.briefs.len(),
        RecordKind::Actor => site.actors.len(),
        RecordKind::Event => site.events.len(),
        RecordKind::Source => site.sources.len(),
        RecordKind::Place => site.places.len(),
        RecordKind::Page => site.pages.len(),
    };
    RecordKind::ALL.into_iter().map(|kind| (kind, count(kind))).collect()
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
