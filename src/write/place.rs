//! Single files: written anew, compared, removed. Never through a symbolic link.

use super::WriteError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Makes a file that must not exist yet; the mode is what the umask leaves of 0666.
pub(super) fn create_new(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Writes such a file.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    create_new(path).and_then(|mut file| file.write_all(bytes)).map_err(WriteError::io(path))
}

/// True where the ordinary file at `path` holds just these bytes.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    let found = fs::symlink_metadata(path).map_err(WriteError::io(path))?;
    if !found.is_file() || found.len() != bytes.len() as u64 {
        return Ok(false);
    }
    fs::read(path).map(|standing| standing == bytes).map_err(WriteError::io(path))
}

/// Removes the file, or the link, at `path`, if there is one.
pub(super) fn remove_if_there(path: &Path) -> Result<(), WriteError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(WriteError::io(path)(error)),
        _ => Ok(()),
    }
}

/// Removes the folder at `path` with all that is in it, if there is one; a link is removed as such.
pub(super) fn remove_folder_if_there(path: &Path) -> Result<(), WriteError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(WriteError::io(path)(error)),
        _ => Ok(()),
    }
}

/// Deletes an earlier build's file; says whether there was one. What is no ordinary file (any more)
/// is not ours and stays.
pub(super) fn delete(path: &Path) -> Result<bool, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => fs::remove_file(path).map(|()| true).map_err(WriteError::io(path)),
        Ok(_) => Ok(false),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(WriteError::io(path)(error)),
    }
}
