//! The first build of a folder: written beside its place and renamed into it.

use super::make::{Outcome, Placed, make_all};
use super::manifest::{self, Made, OWN_FOLDER};
use super::{Outputs, WriteError, WriteSummary, destination, folders, place, plan};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes all outputs to `destination`, which does not exist; it never exists in part.
pub(super) fn write_fresh(
    outputs: &dyn Outputs,
    destination: &Path,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<WriteSummary, WriteError> {
    plan::check_paths(outputs, destination)?;
    let beside = beside(destination);
    if let Some(parent) = beside.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(WriteError::io(parent))?;
    }
    // What a killed build left is removed; what a running one holds is not.
    drop(destination::lock(&beside)?);
    place::remove_folder_if_there(&beside)?;
    fs::create_dir(&beside).map_err(WriteError::io(&beside))?;
    let scaffold = Scaffold(beside);
    let beside = scaffold.0.as_path();
    let _lock = destination::lock(beside)?;

    folders::create(beside, &folders::of((0..outputs.len()).map(|index| outputs.path(index))))?;
    let indices: Vec<_> = (0..outputs.len()).collect();
    let placed = make_all(outputs, &indices, progress, &|index, bytes| {
        place::write_new(&beside.join(outputs.path(index).as_str()), bytes).map(|()| Outcome::Written)
    })?;
    let own = beside.join(OWN_FOLDER);
    fs::create_dir(&own).map_err(WriteError::io(&own))?;
    let line = |placed: &Placed| {
        let made = Made { fingerprint: outputs.fingerprint(placed.index), size: placed.size };
        (outputs.path(placed.index), Some(made))
    };
    let list = manifest::save(beside, placed.iter().map(line))?;
    fs::rename(beside, destination).map_err(WriteError::io(destination))?;
    let bytes = placed.iter().map(|placed| placed.size).sum();
    Ok(WriteSummary { written: placed.len(), bytes, list: Some(list), ..WriteSummary::default() })
}

/// `.NAME.chancery-tmp` in the same folder.
fn beside(destination: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(destination.file_name().unwrap_or_default());
    name.push(".chancery-tmp");
    destination.with_file_name(name)
}

/// A folder that is removed unless it was renamed away.
struct Scaffold(PathBuf);

impl Drop for Scaffold {
    fn drop(&mut self) {
        // The next build tries again.
        let _ = place::remove_folder_if_there(&self.0);
    }
}
