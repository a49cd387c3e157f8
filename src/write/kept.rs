//! What one build leaves for the next in the site's own folder, `.chancery/`.
//!
//! A file there may go missing at any time, so one that is damaged or of another version of the program is no file. It
//! holds a head, what is kept, and the hash of both. It stands beside `content/` and is never published.

use super::manifest::OWN_FOLDER;
use super::{WriteError, place};
use crate::model::Fingerprint;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

const HEAD: &str = concat!("chancery-kept 1 ", env!("CARGO_PKG_VERSION"), "\n");

/// What was kept as `name` in the site at `root`; none where there is nothing sound.
pub fn kept(root: &Path, name: &str) -> Option<Vec<u8>> {
    let folder = root.join(OWN_FOLDER);
    let file = folder.join(name);
    let ordinary =
        fs::symlink_metadata(&folder).ok()?.is_dir() && fs::symlink_metadata(&file).ok()?.is_file();
    open(ordinary.then(|| fs::read(file).ok()).flatten()?)
}

/// Keeps `bytes` as `name` in the site at `root`, in one step.
///
/// # Errors
/// The disk's. What is not kept is only made again.
pub fn keep(root: &Path, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let folder = root.join(OWN_FOLDER);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(WriteError::io(&folder)(error)),
        _ => {}
    }
    if !fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()) {
        return Err(WriteError::Blocked { path: folder, why: "it is no folder, and one must be there" });
    }
    let new = folder.join(format!("{name}.new"));
    place::remove_if_there(&new)?;
    place::write_new(&new, &seal(bytes))?;
    fs::rename(&new, folder.join(name)).map_err(WriteError::io(&new))
}

fn seal(bytes: &[u8]) -> Vec<u8> {
    let mut sealed = [HEAD.as_bytes(), bytes].concat();
    let sum = Fingerprint::of(&sealed);
    sealed.extend_from_slice(&sum.0.to_le_bytes());
    sealed
}

fn open(mut sealed: Vec<u8>) -> Option<Vec<u8>> {
    let (body, sum) = sealed.split_last_chunk::<16>()?;
    if Fingerprint::of(body) != Fingerprint(u128::from_le_bytes(*sum)) {
        return None;
    }
    body.starts_with(HEAD.as_bytes()).then_some(())?;
    sealed.truncate(sealed.len() - 16);
    sealed.drain(..HEAD.len());
    Some(sealed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_given_back_and_nothing_else_is() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(kept(root.path(), "x"), None);
        keep(root.path(), "x", b"some bytes").unwrap();
        keep(root.path(), "x", b"other bytes").unwrap();
        assert_eq!(kept(root.path(), "x").as_deref(), Some(&b"other bytes"[..]));
        let names: Vec<_> = fs::read_dir(root.path().join(OWN_FOLDER)).unwrap().collect();
        assert_eq!(names.len(), 1);
    }

    #[test]
    fn damage_of_any_sort_is_nothing() {
        let sealed = seal(b"some bytes");
        assert!(open(sealed.clone()).is_some());
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 1;
            assert_eq!(open(damaged), None, "{at}");
            assert_eq!(open(sealed[..at].to_vec()), None, "{at}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let (root, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(elsewhere.path(), root.path().join(OWN_FOLDER)).unwrap();
        assert!(keep(root.path(), "x", b"bytes").is_err());
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    }
}
