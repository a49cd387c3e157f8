//! The folders that outputs stand in.

use super::WriteError;
use crate::model::OutputPath;
use rayon::prelude::*;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Every folder that one of the paths stands in, sorted, so that each comes before what is in it.
pub(super) fn of<'a>(paths: impl Iterator<Item = &'a OutputPath>) -> Vec<&'a str> {
    let mut folders = Vec::new();
    for path in paths {
        // Neighbours share their folders: the innermost tells.
        let inner = path.as_str().rsplit_once('/').map(|(folder, _)| folder);
        if inner.is_some() && folders.last().copied() != inner {
            folders.extend(path.folders());
        }
    }
    folders.sort_unstable();
    folders.dedup();
    folders
}

/// Makes those of `folders` that do not exist below `destination`, each level in parallel. `folders` are
/// sorted and complete, as [`of`] gives them.
pub(super) fn create(destination: &Path, folders: &[&str]) -> Result<(), WriteError> {
    let depth = |folder: &str| folder.matches('/').count();
    let deepest = folders.iter().map(|folder| depth(folder)).max();
    for level in 0..=deepest.unwrap_or(0) {
        folders.par_iter().filter(|folder| depth(folder) == level).try_for_each(|folder| {
            let path = destination.join(folder);
            match fs::create_dir(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
                made => made.map_err(WriteError::io(&path)),
            }
        })?;
    }
    Ok(())
}

/// Removes those of `folders`, sorted, that are empty, the innermost first.
pub(super) fn remove_empty(destination: &Path, folders: &[&str]) {
    for folder in folders.iter().rev() {
        // One that is not empty stays, and so does one that cannot be removed: it harms nothing.
        let _ = fs::remove_dir(destination.join(folder));
    }
}

/// Makes sure that what stands at the folders' places are folders or nothing; `gone` tells a file
/// that will be deleted before the folder is made.
pub(super) fn check(
    destination: &Path,
    folders: &[&str],
    gone: &(dyn Fn(&str) -> bool + Sync),
) -> Result<(), WriteError> {
    let blocked = |path, why| Err(WriteError::Blocked { path, why });
    folders.par_iter().try_for_each(|folder| {
        let path = destination.join(folder);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => Ok(()),
            Ok(found) if found.is_symlink() => Err(WriteError::Link { path }),
            Ok(found) if found.is_file() && gone(folder) => Ok(()),
            Ok(_) => blocked(path, "it is a file, and a folder must be there"),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(()),
            Err(error) => Err(WriteError::io(path)(error)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_unique_and_come_before_what_is_in_them() {
        let paths = ["a/b/c/x", "a/b/y", "a/z", "b-/x", "b/x", "top"]
            .map(|path| OutputPath::new(path).expect("sound"));
        assert_eq!(of(paths.iter()), ["a", "a/b", "a/b/c", "b", "b-"]);
    }
}
