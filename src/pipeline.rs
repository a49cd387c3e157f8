//! The only place where the stages meet: folder → files → records → site → edition.
//!
//! Takes what the command line asks for; gives a [`Prepared`] edition that can be written, and everything that
//! was found wrong on the way. Prints nothing.

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
    let Request { drafts, now, as_of, .. } = *request;
    let audience = Audience { tlp: config.audience, drafts, now, as_of };
    let records = parsed(&files, &mut diagnostics)?;
    let rules = Rules { audience: audience.clone(), strict: config.strict, event_types: &config.event_types };
    let today = audience.as_of.map(|_| told_today(records.clone(), &rules, &config));
    let site = resolve(records, &rules).into_value(&mut diagnostics);
    let lints = LintRules { strict: config.strict, now: audience.judged_at(), silence: &config.silence };
    let told = check(&site, &lints).into_iter();
    diagnostics.extend(told.filter(|told| today.as_ref().is_none_or(|today| today.contains(&place(told)))));
    let references = references(&site, &config, &request.root, &mut diagnostics);
    let (counts, claims, left_out) = (counts(&site), site.claims.len(), site.left_out.clone());
    let assets_href = format!("{}assets/", config.base_url.path());
    let content = ContentFiles {
        paths: files.files().iter().map(|file| file.path.clone()).collect(),
        assets: files.assets().map(|(_, file)| file.path.clone()).collect(),
    };
    let mut register = |path, text| files.register(path, text);
    let theme = Theme::load(&request.root, (&config.theme, config.theme_span), &assets_href, &mut register)?
        .into_value(&mut diagnostics);
    let files = Arc::new(files);
    let edition = theme.map(|theme| {
        let read = asset_reader(Arc::clone(&files));
        Edition::new(site, config.clone(), &audience, theme, references, content, read)
            .into_value(&mut diagnostics)
    });
    crate::diagnostics::sort(&mut diagnostics);
    let edition = edition.filter(|_| !crate::diagnostics::has_errors(&diagnostics));
    Ok(Prepared { files, config, edition, counts, claims, left_out, diagnostics })
}

/// What a lint tells, and where.
fn place(told: &Diagnostic) -> (Code, Span) {
    (told.code, told.span)
}

/// Where lints tell something of the whole site. In an edition as of a day only that is told again: a source that is
/// cited by what came later alone is no oversight of the author's. Missing copies (C004) are a matter of today.
fn told_today(records: Vec<Record>, rules: &Rules<'_>, config: &Config) -> HashSet<(Code, Span)> {
    let audience = rules.audience.today();
    let lints = LintRules { strict: false, now: audience.now, silence: &config.silence };
    let site = resolve(records, &Rules { audience, ..*rules }).value;
    let told = check(&site, &lints).into_iter();
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
        .map(|(file, kind)| {
            let bytes = files.read(*file)?;
            let path = files.file(*file).map_or("", |file| file.path.as_str());
            Ok(crate::parse::parse(path, *kind, *file, &bytes))
        })
        .collect::<Result<_, DiscoverError>>()?;
    let mut records: Vec<Record> = parsed.into_iter().map(|record| record.into_value(diagnostics)).collect();
    for (file, format) in files.libraries() {
        let bytes = files.read(file)?;
        let path = files.file(file).map_or("", |file| file.path.as_str());
        records.extend(crate::parse::library(path, format, file, &bytes).into_value(diagnostics));
    }
    Ok(records)
}

/// Every source in the style that is asked for. What an earlier build formatted is taken from `.chancery/`.
fn references(site: &Site, config: &Config, root: &Path, diagnostics: &mut Vec<Diagnostic>) -> References {
    const KEPT: &str = "references";
    if config.citation_style.is_none() {
        return References::default();
    }
    let kept = crate::write::kept(root, KEPT);
    let references = crate::references::references(site, config, kept.as_deref()).into_value(diagnostics);
    if let Some(bytes) = &references.to_keep {
        // A folder that cannot be written to only costs the time to format them again.
        let _ = crate::write::keep(root, KEPT, bytes);
    }
    references
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
