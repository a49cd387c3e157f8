//! The stages for a site that is edited: what they made is kept, and only what changed is made again.
//!
//! Files that changed are parsed anew. Where only words changed, the last edition gets them ([`Last`]); else the
//! others' records are cloned and the site is resolved whole, for any record may name any other. Lints are left out of
//! it: they read the whole site, and no page waits for them.

use super::last_build::Prints;
use super::parsed::{self, libraries};
use super::rewritten::Last;
use super::{PipelineError, Prepared, Request, edition, lints, references, resolved, settings, told_today};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Reported, sort};
use crate::discover::{Change, DiscoverError, FileSet, discover};
use crate::edition::{Edition, Looks};
use crate::model::{Record, RecordKind};
use crate::resolve::next_change;
use crate::text::FileId;
use crate::theme::Theme;
use jiff::Timestamp;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What changed on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// These files and folders, by their paths from the site's root with forward slashes.
    Paths(BTreeSet<String>),
    /// Nobody knows what, so everything is looked at anew.
    Unknown,
}

impl Changes {
    /// That nothing changed.
    pub fn none() -> Self {
        Self::Paths(BTreeSet::new())
    }

    /// Adds those that came later.
    pub fn add(&mut self, later: Self) {
        match (&mut *self, later) {
            (Self::Paths(paths), Self::Paths(more)) => paths.extend(more),
            _ => *self = Self::Unknown,
        }
    }
}

/// What the stages made of a site's files, kept for the next time.
pub struct Workshop {
    request: Request,
    files: Arc<FileSet>,
    /// What was wrong with the list of files.
    listed: Vec<Diagnostic>,
    /// In the order of [`FileSet::records`].
    records: Vec<Parsed>,
    /// What each library of sources holds, in the order of [`FileSet::libraries`].
    libraries: Vec<Reported<Vec<Record>>>,
    /// False from the beginning of a new list until it is there.
    whole: bool,
    /// Clones of all records that the next edition may use up; none where they are outdated.
    ready: Option<Vec<Record>>,
    /// The edition before, with every change of a text since; none where more than that changed.
    last: Option<Last>,
    /// What is known of pictures.
    looks: Arc<Looks>,
    /// None while it is to be loaded.
    theme: Option<LoadedTheme>,
}

/// A record file as it was parsed.
#[derive(Debug)]
struct Parsed {
    file: FileId,
    kind: RecordKind,
    record: Reported<Record>,
}

/// A theme, and the settings that it was loaded by.
struct LoadedTheme {
    config: Config,
    theme: Reported<Option<Theme>>,
}

impl std::fmt::Debug for Workshop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workshop").field("request", &self.request).finish_non_exhaustive()
    }
}

impl Workshop {
    /// Lists and parses the site's files.
    ///
    /// # Errors
    /// What of the environment stands in the way.
    pub fn open(request: Request) -> Result<Self, PipelineError> {
        let Reported { value: files, diagnostics: listed } = discover(&request.root, "content")?;
        let records = parsed_first(&files, &request)?;
        let libraries = libraries(&files)?;
        let files = Arc::new(files);
        Ok(Self {
            request,
            files,
            listed,
            records,
            libraries,
            whole: true,
            ready: None,
            last: None,
            looks: Arc::default(),
            theme: None,
        })
    }

    /// Takes in what changed, and gives the part of it that concerns the site.
    ///
    /// # Errors
    /// What of the environment stands in the way. The same changes are to be tried again then.
    pub fn refresh(&mut self, changes: &Changes) -> Result<Changes, PipelineError> {
        let changes = if self.whole { changes } else { &Changes::Unknown };
        let (mut changed, mut passed_over) = (BTreeSet::new(), BTreeSet::new());
        let (mut list, mut theme) = (false, false);
        match changes {
            Changes::Unknown => (list, theme) = (true, true),
            Changes::Paths(paths) => {
                for path in paths {
                    if path == "themes" || path.starts_with("themes/") {
                        theme = true;
                        continue;
                    }
                    match self.files.change_at(path) {
                        Change::Nothing => {
                            passed_over.insert(path.clone());
                        }
                        Change::List => list = true,
                        Change::Bytes(file) => {
                            changed.insert(file);
                        }
                    }
                }
            }
        }
        if list {
            self.list_anew(if *changes == Changes::Unknown { None } else { Some(&changed) })?;
        } else {
            self.parse_again(&changed)?;
        }
        if list || theme {
            (self.theme, self.last) = (None, None);
        }
        Ok(match changes {
            Changes::Paths(paths) => Changes::Paths(paths.difference(&passed_over).cloned().collect()),
            Changes::Unknown => Changes::Unknown,
        })
    }

    /// The edition as the files are now, judged at the moment `now`. It is there in spite of errors of the author's,
    /// which are in [`Prepared::diagnostics`] with all but what [`lint`](Self::lint) tells.
    ///
    /// # Errors
    /// What of the environment stands in the way.
    pub fn prepare(&mut self, now: Timestamp) -> Result<Prepared, PipelineError> {
        self.request.now = now;
        if let Some(last) = &self.last
            && let Some(prepared) = last.prepared(now, &self.files, self.in_records())
        {
            return Ok(prepared);
        }
        let mut diagnostics = self.listed.clone();
        let config = settings(&self.files, &self.request, &mut None, &mut diagnostics)?;
        let theme = self.theme(&config)?.into_value(&mut diagnostics);
        let before_records = std::mem::take(&mut diagnostics);
        let mut records = self.ready.take().unwrap_or_else(|| self.clones());
        records.extend(self.entries());
        let until = next_change(&records, now);
        let site = resolved(records, &self.request, &config, &mut diagnostics);
        let (counts, claims, left_out) = (super::counts(&site), site.claims.len(), site.left_out.clone());
        let references = references(&site, &config, &self.request).into_value(&mut diagnostics);
        let files = (&self.files, &self.looks);
        let made = theme.map(|theme| edition(site, &self.request, &config, theme, references, files));
        let edition = made.map(|edition| edition.into_value(&mut diagnostics));
        self.last = edition.as_ref().map(|edition| Last {
            edition: edition.at(now),
            config: config.clone(),
            counts: counts.clone(),
            claims,
            left_out: left_out.clone(),
            before_records: before_records.clone(),
            after_records: diagnostics.clone(),
            from: now,
            until,
        });
        diagnostics.splice(0..0, before_records.into_iter().chain(self.in_records()));
        sort(&mut diagnostics);
        let files = Arc::clone(&self.files);
        let (prints, texts, until) = (Prints::default(), None, None);
        Ok(Prepared { files, config, edition, counts, claims, left_out, diagnostics, prints, texts, until })
    }

    /// What is wrong with the records of single files.
    fn in_records(&self) -> impl Iterator<Item = Diagnostic> {
        let files = self.records.iter().flat_map(|parsed| &parsed.record.diagnostics);
        files.chain(self.libraries.iter().flat_map(|library| &library.diagnostics)).cloned()
    }

    /// What looks like a mistake in an edition that was prepared last: lints, and addresses that lead nowhere.
    pub fn lint(&self, edition: &Edition, config: &Config) -> Vec<Diagnostic> {
        let today = self.request.as_of.map(|_| {
            let records = self.clones().into_iter().chain(self.entries()).collect();
            told_today(records, &self.request, config)
        });
        let mut found = lints(edition.site(), &self.request, config, today.as_ref());
        found.extend(edition.dead_links());
        found
    }

    /// Does ahead of the next change what does not depend on it.
    pub fn make_ready(&mut self) {
        self.ready = Some(self.clones());
    }

    fn clones(&self) -> Vec<Record> {
        self.records.par_iter().map(|parsed| parsed.record.value.clone()).collect()
    }

    /// The entries of libraries, cloned.
    fn entries(&self) -> impl Iterator<Item = Record> {
        self.libraries.iter().flat_map(|library| library.value.iter().cloned())
    }

    /// Lists the files and parses those that are new, moved to another place in the list, or among `changed`;
    /// without that, all.
    fn list_anew(&mut self, changed: Option<&BTreeSet<FileId>>) -> Result<(), PipelineError> {
        let Reported { value: files, diagnostics } = discover(&self.request.root, "content")?;
        let same = |parsed: &Parsed| {
            let path = |files: &FileSet| files.file(parsed.file).map(|file| file.path.clone());
            changed.is_some_and(|changed| !changed.contains(&parsed.file))
                && path(&files) == path(&self.files)
        };
        let kept: Vec<bool> = self.records.iter().map(same).collect();
        (self.whole, self.ready, self.looks) = (false, None, Arc::default());
        let records = self.records.drain(..).zip(kept).filter(|(_, kept)| *kept);
        let known = records.map(|(parsed, _)| (parsed.file, parsed)).collect();
        self.records = parsed_anew(&files, known)?;
        self.libraries = libraries(&files)?;
        (self.files, self.listed, self.whole) = (Arc::new(files), diagnostics, true);
        Ok(())
    }

    /// Parses these files again.
    fn parse_again(&mut self, changed: &BTreeSet<FileId>) -> Result<(), PipelineError> {
        let files = &self.files;
        let at = |file: &FileId| self.records.binary_search_by_key(file, |parsed| parsed.file).ok();
        let places: Vec<usize> = changed.iter().filter_map(at).collect();
        let anew = places.par_iter().map(|at| {
            let Parsed { file, kind, .. } = self.records[*at];
            parsed::record(files, file, kind)
        });
        let anew: Vec<_> = anew.collect::<Result<_, DiscoverError>>()?;
        if places.len() != changed.len() {
            // Settings, libraries, pictures.
            self.last = None;
            changed.iter().for_each(|file| self.looks.forget(*file));
        }
        for (at, record) in places.into_iter().zip(anew) {
            let before = &self.records[at].record.value;
            self.last = self.last.take().and_then(|last| last.rewritten(before, &record.value));
            if let Some(ready) = &mut self.ready {
                ready[at] = record.value.clone();
            }
            self.records[at].record = record;
        }
        if files.libraries().any(|(library, _)| changed.contains(&library)) {
            self.libraries = libraries(files)?;
        }
        Ok(())
    }

    /// The theme, loaded where it is not yet or where the settings ask for another.
    fn theme(&mut self, config: &Config) -> Result<Reported<Option<Theme>>, PipelineError> {
        let asked = |loaded: &LoadedTheme| {
            let of = |config: &Config| (config.theme.clone(), config.theme_span, config.base_url.clone());
            of(&loaded.config) == of(config)
        };
        if let Some(loaded) = self.theme.as_ref().filter(|loaded| asked(loaded)) {
            return Ok(loaded.theme.clone());
        }
        // The edition before may still read from the list as it was.
        let theme = super::theme(Arc::make_mut(&mut self.files), &self.request, config)?;
        self.theme = Some(LoadedTheme { config: config.clone(), theme: theme.clone() });
        Ok(theme)
    }
}

/// The records of all files, as a build before left them where a file is still the same.
fn parsed_first(files: &FileSet, request: &Request) -> Result<Vec<Parsed>, DiscoverError> {
    let (records, _) = parsed::records(files, request.keep.as_ref())?;
    let parsed = files.records().zip(records);
    Ok(parsed.map(|((file, kind), record)| Parsed { file, kind, record }).collect())
}

/// The records of all files, those that are `known` as they are.
fn parsed_anew(files: &FileSet, mut known: HashMap<FileId, Parsed>) -> Result<Vec<Parsed>, DiscoverError> {
    let list: Vec<_> = files.records().map(|(file, kind)| (file, kind, known.remove(&file))).collect();
    let parsed = list.into_par_iter().map(|(file, kind, known)| match known {
        Some(known) => Ok(known),
        None => Ok(Parsed { file, kind, record: parsed::record(files, file, kind)? }),
    });
    parsed.collect()
}
