//! What can go wrong with the disk while files are listed and read.

use std::io;
use std::path::PathBuf;

/// The disk did not do as asked.
#[derive(Debug, thiserror::Error)]
pub enum DiscoverError {
    /// The site's root is missing or cannot be entered.
    #[error("cannot open the site's folder {}: {source}", path.display())]
    Root {
        /// The folder as it was given.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A folder cannot be listed, or a file in it cannot be asked for its size.
    #[error("cannot list {}: {source}", path.display())]
    Walk {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file that was listed cannot be read (any more).
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}
