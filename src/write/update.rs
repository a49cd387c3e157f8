//! A build into a folder that exists: staged, renamed, and what is gone deleted last.

use super::make::{Outcome, Placed, make_all};
use super::manifest::{self, History, Line, Made, Manifest, OWN_FOLDER};
use super::plan::{Known, Plan, State};
use super::{Outputs, WriteError, WriteOptions, WriteSummary, destination, folders, place, plan};
use crate::model::{Fingerprint, OutputPath};
use rayon::prelude::*;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub(super) const STAGED: &str = "staged";

/// Brings `destination` to hold the outputs. Until all that changed has been made nothing is touched.
pub(super) fn update(
    outputs: &dyn Outputs,
    destination: &Path,
    options: &WriteOptions,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<WriteSummary, WriteError> {
    let _lock = destination::lock(destination)?;
    plan::check_paths(outputs, destination)?;
    let history = manifest::history(destination)?;
    let (old, list, all_ours) = match history {
        History::Known(manifest, list) => (manifest, Some(list), false),
        History::Forgotten => (Manifest::default(), None, true),
        History::None => (Manifest::default(), None, false),
    };
    let since = options.since.as_ref().filter(|since| list == Some(since.list));
    let known = Known { manifest: &old, all_ours, since, rebuild: options.rebuild };
    let plan = Plan::new(outputs, destination, known)?;
    let to_make = plan.to_make();
    let unchanged = outputs.len() - to_make.len();
    progress(unchanged);
    let staging = Staging::new(destination)?;
    let mut summary = WriteSummary { unchanged, forgotten: all_ours, list, ..WriteSummary::default() };
    if to_make.is_empty() && plan.stale.is_empty() && list.is_some() {
        return Ok(summary);
    }
    staging.create()?;
    let placed = make_all(outputs, &to_make, progress, &|index, bytes| {
        let target = destination.join(outputs.path(index).as_str());
        if plan.states[index] != State::Compare {
            return place::write_new(&staging.file(index), bytes).map(|()| Outcome::Written);
        }
        let same = place::holds(&target, bytes)?;
        Ok(if same { Outcome::Same } else { Outcome::Foreign(target) })
    })?;
    let commit = Commit { outputs, destination, plan: &plan, staging: &staging };
    let (deleted, list) = commit.run(&placed)?;
    (summary.deleted, summary.list) = (deleted, Some(list));
    for placed in placed {
        summary.bytes += if placed.written { placed.size } else { 0 };
        summary.written += usize::from(placed.written);
        summary.unchanged += usize::from(!placed.written);
    }
    Ok(summary)
}

/// All is made; what is left is to move it into place.
struct Commit<'a> {
    outputs: &'a dyn Outputs,
    destination: &'a Path,
    plan: &'a Plan<'a>,
    staging: &'a Staging,
}

impl Commit<'_> {
    /// Gives the number of files deleted, and the fingerprint of the new list.
    fn run(&self, placed: &[Placed]) -> Result<(usize, Fingerprint), WriteError> {
        manifest::save(self.destination, self.plan.journal(self.outputs).into_iter())?;
        let new_folders = self.plan.folders(self.outputs);
        // A file that gives way to a folder and a folder that gives way to a file must go first.
        let gives_way = |path: &OutputPath| {
            let in_output = path.folders().any(|folder| plan::is_output(self.outputs, folder));
            in_output || new_folders.binary_search(&path.as_str()).is_ok()
        };
        let (first, last): (Vec<_>, Vec<_>) =
            self.plan.stale.iter().copied().partition(|path| gives_way(path));
        let mut deleted = self.delete(&first)?;
        folders::create(self.destination, &new_folders)?;
        placed.par_iter().filter(|placed| placed.written).try_for_each(|placed| {
            let target = self.destination.join(self.outputs.path(placed.index).as_str());
            fs::rename(self.staging.file(placed.index), &target).map_err(WriteError::io(&target))
        })?;
        deleted += self.delete(&last)?;
        let list = manifest::save(self.destination, self.lines(placed))?;
        Ok((deleted, list))
    }

    fn delete(&self, paths: &[&OutputPath]) -> Result<usize, WriteError> {
        let delete =
            |path: &&OutputPath| place::delete(&self.destination.join(path.as_str())).map(usize::from);
        let deleted = paths.par_iter().map(delete).try_reduce(|| 0, |a, b| Ok(a + b))?;
        folders::remove_empty(self.destination, &folders::of(paths.iter().copied()));
        Ok(deleted)
    }

    /// What stands there now.
    fn lines(&self, placed: &[Placed]) -> impl Iterator<Item = Line<'_>> {
        let mut sizes: Vec<_> = self.plan.states.iter().map(|state| standing_size(*state)).collect();
        for placed in placed {
            sizes[placed.index] = placed.size;
        }
        let line = |(index, size): (usize, u64)| {
            let made = Made { fingerprint: self.plan.fingerprints[index], size };
            (self.outputs.path(index), Some(made))
        };
        sizes.into_iter().enumerate().map(line)
    }
}

fn standing_size(state: State) -> u64 {
    match state {
        State::Same(size) => size,
        State::Make | State::Compare => 0,
    }
}

/// The folder where outputs wait until all are made. It goes when it is dropped, and the builds'
/// own folder with it where no manifest was saved.
struct Staging {
    own: PathBuf,
    folder: PathBuf,
}

impl Staging {
    /// Sweeps away what a killed build left; makes nothing yet.
    fn new(destination: &Path) -> Result<Self, WriteError> {
        let own = destination.join(OWN_FOLDER);
        let folder = own.join(STAGED);
        place::remove_folder_if_there(&folder)?;
        Ok(Self { own, folder })
    }

    fn create(&self) -> Result<(), WriteError> {
        match fs::create_dir(&self.own) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                return Err(WriteError::io(&self.own)(error));
            }
            _ => {}
        }
        fs::create_dir(&self.folder).map_err(WriteError::io(&self.folder))
    }

    fn file(&self, index: usize) -> PathBuf {
        self.folder.join(index.to_string())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // The next build tries again.
        let _ = place::remove_folder_if_there(&self.folder);
        let _ = fs::remove_dir(&self.own);
    }
}
