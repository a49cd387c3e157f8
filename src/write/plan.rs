//! What a build has to do in a folder that exists. Looks and compares; changes nothing.

use super::make::AT_ONCE;
use super::manifest::{Line, Made, Manifest, OWN_FOLDER};
use super::{Outputs, Since, WriteError, folders};
use crate::model::{Fingerprint, OutputPath};
use rayon::prelude::*;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use walkdir::WalkDir;

/// What is to be done with one output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It stands there; its size in bytes.
    Same(u64),
    /// To be made; what stands there is ours or nothing.
    Make,
    /// To be made and compared, for what stands there is not ours.
    Compare,
}

/// What is to be done with all of them.
pub(super) struct Plan<'a> {
    /// By output.
    pub states: Vec<State>,
    /// By output.
    pub fingerprints: Vec<Fingerprint>,
    /// Files of earlier builds that are outputs no more, sorted.
    pub stale: Vec<&'a OutputPath>,
}

/// What is known of the folder before the build.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub manifest: &'a Manifest,
    /// Files at outputs' paths are ours though the manifest does not say so.
    pub all_ours: bool,
    /// Which outputs may differ from the manifest, where that is known.
    pub since: Option<&'a Since>,
    /// No file counts as the same.
    pub rebuild: bool,
}

impl<'a> Plan<'a> {
    pub(super) fn new(
        outputs: &dyn Outputs,
        destination: &Path,
        known: Known<'a>,
    ) -> Result<Self, WriteError> {
        let paths = known.manifest.entries.iter().map(|entry| &entry.path);
        let stale: Vec<_> = paths.filter(|path| !is_output(outputs, path.as_str())).collect();
        let look = Look { outputs, destination, known, stale: &stale };
        let states = (0..outputs.len()).into_par_iter().with_max_len(AT_ONCE).map(|index| look.state(index));
        let (states, fingerprints) = states.collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
        let plan = Self { states, fingerprints, stale };
        let gone = |path: &str| plan.stale.binary_search_by(|known| known.as_str().cmp(path)).is_ok();
        folders::check(destination, &plan.folders(outputs), &gone)?;
        // Nothing is made in the folders of what is gone: there only links are dangerous.
        folders::check(destination, &folders::of(plan.stale.iter().copied()), &|_| true)?;
        Ok(plan)
    }

    /// The outputs to be made.
    pub(super) fn to_make(&self) -> Vec<usize> {
        let made = |index: &usize| !matches!(self.states[*index], State::Same(_));
        (0..self.states.len()).filter(made).collect()
    }

    /// The folders of the outputs to be made.
    pub(super) fn folders<'o>(&self, outputs: &'o dyn Outputs) -> Vec<&'o str> {
        folders::of(self.to_make().into_iter().map(|index| outputs.path(index)))
    }

    /// The manifest while files are moved: what may be touched has no fingerprint.
    pub(super) fn journal<'o>(&'o self, outputs: &'o dyn Outputs) -> Vec<Line<'o>> {
        let ours = (0..outputs.len()).map(|index| {
            let fingerprint = self.fingerprints[index];
            let made = match self.states[index] {
                State::Same(size) => Some(Made { fingerprint, size }),
                State::Make | State::Compare => None,
            };
            (outputs.path(index), made)
        });
        let stale = self.stale.iter().map(|path| (*path, None));
        let mut lines: Vec<_> = ours.chain(stale).collect();
        lines.sort_by_key(|(path, _)| *path);
        lines
    }
}

struct Look<'a> {
    outputs: &'a dyn Outputs,
    destination: &'a Path,
    known: Known<'a>,
    stale: &'a [&'a OutputPath],
}

impl Look<'_> {
    fn state(&self, index: usize) -> Result<(State, Fingerprint), WriteError> {
        let path = self.outputs.path(index).as_str();
        let listed = self.known.manifest.get(path).map(|entry| entry.made);
        let fingerprint = self.as_listed(index, listed).unwrap_or_else(|| self.outputs.fingerprint(index));
        let target = self.destination.join(path);
        let found = match fs::symlink_metadata(&target) {
            Ok(found) => found,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok((State::Make, fingerprint));
            }
            Err(error) => return Err(WriteError::io(target)(error)),
        };
        if found.is_symlink() {
            return Err(WriteError::Link { path: target });
        }
        if found.is_dir() && self.will_be_empty(&target) {
            return Ok((State::Make, fingerprint));
        }
        if !found.is_file() {
            return Err(WriteError::Blocked {
                path: target,
                why: "it is not a file, and a file must be there",
            });
        }
        let state = match listed {
            Some(Some(made)) if made == (Made { fingerprint, size: found.len() }) && !self.known.rebuild => {
                State::Same(made.size)
            }
            Some(_) => State::Make,
            None if self.known.all_ours => State::Make,
            None => State::Compare,
        };
        Ok((state, fingerprint))
    }

    /// The fingerprint of an output that is known to be what the manifest says.
    fn as_listed(&self, index: usize, listed: Option<Option<Made>>) -> Option<Fingerprint> {
        let same = self.known.since.is_some_and(|since| since.changed.binary_search(&index).is_err());
        listed.flatten().filter(|_| same).map(|made| made.fingerprint)
    }

    /// True where `folder` and the folders in it hold files that will be deleted, and nothing else.
    fn will_be_empty(&self, folder: &Path) -> bool {
        WalkDir::new(folder).into_iter().all(|entry| {
            let Ok(entry) = entry else { return false };
            let within = entry.path().strip_prefix(self.destination).ok().and_then(Path::to_str);
            let Some(path) = within else { return false };
            if entry.file_type().is_dir() {
                let path = format!("{path}/");
                return self.stale_from(&path).is_some_and(|next| next.starts_with(&path));
            }
            self.stale_from(path) == Some(path)
        })
    }

    /// The first file to be deleted whose path is not before `path`.
    fn stale_from(&self, path: &str) -> Option<&str> {
        self.stale.get(self.stale.partition_point(|stale| stale.as_str() < path)).map(|stale| stale.as_str())
    }
}

/// Refuses outputs that cannot all stand in one folder: one that would be the folder of another,
/// and one in the builds' own folder.
pub(super) fn check_paths(outputs: &dyn Outputs, destination: &Path) -> Result<(), WriteError> {
    let folders = folders::of((0..outputs.len()).map(|index| outputs.path(index)));
    let blocked = |path: &str, why| Err(WriteError::Blocked { path: destination.join(path), why });
    if folders.binary_search(&OWN_FOLDER).is_ok() || is_output(outputs, OWN_FOLDER) {
        return blocked(OWN_FOLDER, "the name is taken for the builds' own list");
    }
    match folders.par_iter().find_first(|folder| is_output(outputs, folder)) {
        Some(folder) => blocked(folder, "the site has a file and a folder of this name"),
        None => Ok(()),
    }
}

/// True where one of the outputs has this path.
pub(super) fn is_output(outputs: &dyn Outputs, path: &str) -> bool {
    let (mut low, mut high) = (0, outputs.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match outputs.path(middle).as_str().cmp(path) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    false
}
