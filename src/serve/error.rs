//! What keeps the preview from starting.

use crate::pipeline::PipelineError;
use std::io;
use std::path::PathBuf;

/// The environment's failures.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// No port could be had.
    #[error("cannot listen on port {port}: {source}")]
    Bind {
        /// The first that was tried.
        port: u16,
        /// Why.
        source: io::Error,
    },
    /// The server could not be started, or it ended.
    #[error("cannot serve: {source}")]
    Server {
        /// Why.
        source: io::Error,
    },
    /// The system does not tell of changes.
    #[error("cannot watch {}: {source}", path.display())]
    Watch {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: notify::Error,
    },
    /// The thread that follows the files has ended, by a fault of the program's own, which it has told of.
    #[error("changes can be followed no more")]
    Rebuild,
    /// The site could not be read.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
}

impl ServeError {
    /// What to do about it, where that can be said.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Bind { .. } => Some("choose another with `--port N`; `--port 0` takes any that is free"),
            Self::Watch { source, .. } if matches!(source.kind, notify::ErrorKind::MaxFilesWatch) => {
                Some("raise the system's limit of watched folders (`fs.inotify.max_user_watches` on Linux)")
            }
            Self::Watch { .. } | Self::Server { .. } | Self::Rebuild | Self::Pipeline(_) => None,
        }
    }
}
