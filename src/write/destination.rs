//! The destination: whether it is safe to write to, what stands there, and whose turn it is.

use super::{WriteError, WriteOptions};
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What is at the destination.
pub(super) enum Standing {
    /// Nothing.
    Absent,
    /// A folder.
    Folder,
}

/// Refuses a destination where a build could destroy what is not its own.
pub(super) fn check(destination: &Path, options: &WriteOptions) -> Result<(), WriteError> {
    let refuse = |why| Err(WriteError::Unsafe { path: destination.to_owned(), why });
    let resolve_all = |path: &Path| resolve(path).map_err(WriteError::io(path));
    let Some(target) = resolve_all(destination)? else {
        return refuse("leads through a folder that does not exist");
    };
    let root = if options.root.as_os_str().is_empty() { None } else { resolve_all(&options.root)? };
    let sources = options.sources.iter().map(|path| resolve_all(path)).collect::<Result<Vec<_>, _>>()?;
    let sources: Vec<_> = sources.into_iter().flatten().collect();
    let home = std::env::home_dir().and_then(|home| fs::canonicalize(home).ok());
    refusal(&target, root.as_deref(), &sources, home.as_deref()).map_or(Ok(()), refuse)
}

/// Why the folder `target` may not be written to, if so. All paths are absolute and free of links.
fn refusal(
    target: &Path,
    root: Option<&Path>,
    sources: &[PathBuf],
    home: Option<&Path>,
) -> Option<&'static str> {
    let holds = |path: &Path| path.starts_with(target);
    if target.parent().is_none() {
        return Some("is the root of the file system");
    }
    if home.is_some_and(holds) {
        return Some("is the home folder or holds it");
    }
    if root.is_some_and(holds) {
        return Some("is the site's own folder or holds it");
    }
    if sources.iter().any(|source| holds(source) || target.starts_with(source)) {
        return Some("is, holds or is in a folder that the site is made from");
    }
    None
}

/// What stands at the destination, which may itself be a link to a folder.
pub(super) fn standing(destination: &Path) -> Result<Standing, WriteError> {
    match fs::metadata(destination) {
        Ok(metadata) if metadata.is_dir() => Ok(Standing::Folder),
        Ok(_) => Err(WriteError::io(destination)(ErrorKind::NotADirectory.into())),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(WriteError::io(destination)(error)),
        Err(_) if destination.is_symlink() => Err(WriteError::Link { path: destination.to_owned() }),
        Err(_) => Ok(Standing::Absent),
    }
}

/// The path without links, `.` and `..`; its last segments need not exist. None where `..` follows
/// what does not exist, for no one can say where that leads.
fn resolve(path: &Path) -> io::Result<Option<PathBuf>> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    match fs::canonicalize(path) {
        Ok(real) => Ok(Some(real)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return Ok(None) };
            Ok(resolve(parent)?.map(|parent| parent.join(name)))
        }
        Err(error) => Err(error),
    }
}

/// Keeps other builds out of `folder` until it is dropped. Where the system cannot lock folders,
/// nothing is kept out.
pub(super) fn lock(folder: &Path) -> Result<Option<File>, WriteError> {
    let Ok(handle) = File::open(folder) else { return Ok(None) };
    match handle.try_lock() {
        Ok(()) => Ok(Some(handle)),
        Err(TryLockError::WouldBlock) => Err(WriteError::Busy { path: folder.to_owned() }),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_never_goes_where_it_could_destroy_its_sources() {
        let root = Path::new("/home/a/site");
        let sources = [PathBuf::from("/home/a/site/content"), PathBuf::from("/srv/themes")];
        let why = |target: &str| refusal(Path::new(target), Some(root), &sources, Some(Path::new("/home/a")));
        for bad in ["/", "/home", "/home/a", "/home/a/site", "/home/a/site/content", "/srv/themes/x", "/srv"]
        {
            assert!(why(bad).is_some(), "{bad}");
        }
        for good in ["/home/a/site/public", "/home/a/site/contents", "/tmp/out", "/home/a/other"] {
            assert_eq!(why(good), None, "{good}");
        }
    }

    #[test]
    fn a_path_resolves_as_far_as_it_exists() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let real = fs::canonicalize(folder.path())?;
        fs::create_dir(folder.path().join("a"))?;
        assert_eq!(resolve(&folder.path().join("a/../b/c"))?, Some(real.join("b/c")));
        assert_eq!(resolve(&folder.path().join("x/../a"))?, None);
        Ok(())
    }
}
