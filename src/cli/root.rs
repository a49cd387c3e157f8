//! The site's folder: finding it, staying within it, and naming what is in it.

use super::CliError;
use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file that makes a folder a site's.
pub(super) const CONFIG: &str = "site.yaml";
/// The folder in it with the records.
pub(super) const CONTENT: &str = "content";

/// The folder `given`, else the nearest one from the current folder upwards that holds a `site.yaml`.
///
/// # Errors
/// [`CliError::NotASite`] and [`CliError::NoSite`] where there is none, [`CliError::Io`].
pub(super) fn find(given: Option<&Path>) -> Result<PathBuf, CliError> {
    if let Some(root) = given {
        let config = root.join(CONFIG);
        return match fs::metadata(&config) {
            Ok(_) => Ok(root.to_owned()),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                Err(CliError::NotASite { path: root.to_owned() })
            }
            Err(error) => Err(CliError::io("open", &config)(error)),
        };
    }
    let from = env::current_dir().map_err(CliError::io("find the folder", Path::new(".")))?;
    // A folder above that may not be looked into is not the author's.
    let root = from.ancestors().find(|folder| folder.join(CONFIG).exists());
    root.map(Path::to_owned).ok_or_else(|| CliError::NoSite { from: from.clone() })
}

/// Refuses a path below `root`, which exists, where links lead out of it. The path's last segments need not exist.
///
/// # Errors
/// [`CliError::Outside`], [`CliError::Io`].
pub(super) fn check_inside(root: &Path, path: &Path) -> Result<(), CliError> {
    let real = |path: &Path| fs::canonicalize(path).map_err(CliError::io("follow", path));
    let standing = path.ancestors().find(|path| path.symlink_metadata().is_ok()).unwrap_or(root);
    if real(standing)?.starts_with(real(root)?) {
        Ok(())
    } else {
        Err(CliError::Outside { path: standing.to_owned() })
    }
}

/// The path as it is shown, and can be typed: relative to the current folder where it begins with it.
pub(super) fn shown(path: &Path) -> String {
    let current = env::current_dir().ok();
    let short = current.and_then(|current| path.strip_prefix(current).ok());
    let short = short.filter(|short| !short.as_os_str().is_empty()).unwrap_or(path);
    short.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn what_is_not_there_yet_is_judged_by_the_folder_it_would_be_in() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        assert!(check_inside(folder.path(), &folder.path().join("a/b/c")).is_ok());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_refused() -> io::Result<()> {
        let (folder, other) = (tempfile::tempdir()?, tempfile::tempdir()?);
        std::os::unix::fs::symlink(other.path(), folder.path().join("a"))?;
        std::os::unix::fs::symlink(other.path().join("gone"), folder.path().join("b"))?;
        let refused = check_inside(folder.path(), &folder.path().join("a/b"));
        assert!(matches!(refused, Err(CliError::Outside { .. })), "{refused:?}");
        let dead = check_inside(folder.path(), &folder.path().join("b"));
        assert!(matches!(dead, Err(CliError::Io { .. })), "{dead:?}");
        Ok(())
    }
}
