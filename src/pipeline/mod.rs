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
use crate::references::References;
use crate::resolve::{Audience, LeftOut, Rules, Site, resolve};
use crate::text::{FileId, Span};
use crate::theme::{Theme, ThemeError};
use jiff::{Timestamp, civil};
use rayon::prelude::*;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
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
    /// The day as of which it is: what came later is left out.
    pub as_of: Option<civil::Date>,
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
    let today = request.as_of.map(|_| told_today(records.clone(), request, &config));
    let site = resolved(records, request, &config, &mut diagnostics);
    diagnostics.extend(lints(&site, request, &config, today.as_ref()));
    let (counts, claims, left_out) = (counts(&site), site.claims.len(), site.left_out.clone());
    let theme = theme(&mut files, request, &config)?.into_value(&mut diagnostics);
    let files = Arc::new(files);
    let references = references(&site, &config, &request.root, true).into_value(&mut diagnostics);
    let edition = theme.map(|theme| edition(site, request, &config, theme, references, &files));
    let edition = edition.map(|edition| edition.into_value(&mut diagnostics));
    diagnostics.extend(edition.iter().flat_map(Edition::dead_links));
    crate::diagnostics::sort(&mut diagnostics);
    let edition = edition.filter(|_| !crate::diagnostics::has_errors(&diagnostics));
    Ok(Prepared { files, config, edition, counts, claims, left_out, diagnostics })
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
    files: &Arc<FileSet>,
) -> Reported<Edition> {
    let content = ContentFiles {
        paths: files.files().iter().map(|file| file.path.clone()).collect(),
        assets: files.assets().map(|(_, file)| file.path.clone()).collect(),
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

/// Every record file, read and parsed in parallel, in the order of the files; then every entry of the libraries.
fn parsed(files: &FileSet, diagnostics: &mut Vec<Diagnostic>) -> Result<Vec<Record>, PipelineError> {
    let list: Vec<_> = files.records().collect();
    let parsed: Vec<Reported<Record>> = list
        .par_iter()
        .map(|(file, kind)| parsed_file(files, *file, *kind))
        .collect::<Result<_, DiscoverError>>()?;
    let mut records: Vec<Record> = parsed.into_iter().map(|record| record.into_value(diagnostics)).collect();
    for library in libraries(files)? {
        records.extend(library.into_value(diagnostics));
    }
    Ok(records)
}

/// The entries of every library of sources, in the order of the files.
fn libraries(files: &FileSet) -> Result<Vec<Reported<Vec<Record>>>, DiscoverError> {
    let list: Vec<_> = files.libraries().collect();
    let parsed = list.par_iter().map(|(file, format)| {
        let bytes = files.read(*file)?;
        let path = files.file(*file).map_or("", |file| file.path.as_str());
        Ok(crate::parse::library(path, *format, *file, &bytes))
    });
    parsed.collect()
}

/// Every source in the style that is asked for. What an earlier build formatted is taken from `.chancery/`, and kept
/// there for the next one where `keep` says so.
fn references(site: &Site, config: &Config, root: &Path, keep: bool) -> Reported<References> {
    const KEPT: &str = "references";
    if config.citation_style.is_none() {
        return Reported { value: References::default(), diagnostics: Vec::new() };
    }
    let kept = crate::write::kept(root, KEPT);
    let references = crate::references::references(site, config, kept.as_deref());
    if let Some(bytes) = references.value.to_keep.as_ref().filter(|_| keep) {
        // A folder that cannot be written to only costs the time to format them again.
        let _ = crate::write::keep(root, KEPT, bytes);
    }
    references
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
