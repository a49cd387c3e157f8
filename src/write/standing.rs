//! Whether a folder still holds just what a build wrote there.

use super::manifest::{Entry, History, OWN_FOLDER, history};
use super::update::STAGED;
use super::{WriteOptions, destination, folders};
use crate::model::Fingerprint;
use rayon::prelude::*;
use std::fs;
use std::path::Path;

/// True where `destination` holds what the list of this fingerprint names, each file with its size, and a build of the
/// same outputs would change nothing. It goes by the same signs as such a build; whatever is odd is left to it.
pub fn stands(destination: &Path, options: &WriteOptions, list: Fingerprint) -> bool {
    let is_folder = fs::metadata(destination).is_ok_and(|found| found.is_dir());
    if !is_folder || options.rebuild || destination::check(destination, options).is_err() {
        return false;
    }
    let Ok(_lock) = destination::lock(destination) else { return false };
    let Ok(History::Known(manifest, known)) = history(destination) else { return false };
    if known != list || destination.join(OWN_FOLDER).join(STAGED).symlink_metadata().is_ok() {
        return false;
    }
    let stands = |entry: &Entry| {
        let found = fs::symlink_metadata(destination.join(entry.path.as_str()));
        found.is_ok_and(|found| found.is_file() && entry.made.is_some_and(|made| made.size == found.len()))
    };
    let folders = folders::of(manifest.entries.iter().map(|entry| &entry.path));
    manifest.entries.par_iter().all(stands) && folders::check(destination, &folders, &|_| false).is_ok()
}
