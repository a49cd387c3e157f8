//! What keeps a command from being carried out: the environment's failures, and usage that only the
//! disk shows to be wrong.

use crate::discover::DiscoverError;
use crate::model::RecordKind;
use crate::pipeline::PipelineError;
use crate::publication::ManifestError;
use crate::write::WriteError;
use std::io;
use std::path::{Path, PathBuf};

/// Why a command could not be carried out. All of it means exit code 2.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliError {
    #[error("no site found: {} holds no `site.yaml`, and no folder above it does", from.display())]
    NoSite { from: PathBuf },
    #[error("no site found: {} holds no `site.yaml`", path.display())]
    NotASite { path: PathBuf },
    #[error("SOURCE_DATE_EPOCH is `{value}`, which is not a number of seconds since 1970")]
    Epoch { value: String },
    #[error("cannot start {jobs} threads: {source}")]
    Threads { jobs: u16, source: rayon::ThreadPoolBuildError },
    #[error("cannot {doing} {}: {source}", path.display())]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
    #[error("cannot write to standard output: {source}")]
    Output { source: io::Error },
    #[error("{} is a link, or in one, that leads out of the site's folder", path.display())]
    Outside { path: PathBuf },
    #[error("{} already holds a `site.yaml`", path.display())]
    SiteThere { path: PathBuf },
    #[error("{} is already there and would be overwritten", path.display())]
    Taken { path: PathBuf },
    #[error("there is a{} {} with the id `{id}`: {path}", article_end(*kind), kind.singular())]
    TakenId { kind: RecordKind, id: String, path: String },
    #[error("no id can be made from the title `{title}`")]
    NoId { title: String },
    #[error("cannot read {}: {source}", path.display())]
    NoPublication { path: PathBuf, source: io::Error },
    #[error("cannot compare with {}: {source}", path.display())]
    Publication { path: PathBuf, source: ManifestError },
    #[error(
        "cannot compare with {}: it is of the edition for `{published}`, and this one is for `{checked}`",
        path.display()
    )]
    OtherAudience { path: PathBuf, published: String, checked: &'static str },
    #[error(transparent)]
    Discover(#[from] DiscoverError),
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[cfg(feature = "serve")]
    #[error(transparent)]
    Serve(#[from] crate::serve::ServeError),
}

impl CliError {
    /// What to do about it, where that can be said.
    pub(super) fn help(&self) -> Option<&'static str> {
        match self {
            Self::NoSite { .. } | Self::NotASite { .. } => {
                Some("name the site's folder with `--root DIR`, or start a site with `chancery init DIR`")
            }
            Self::Epoch { .. } => Some("write a number such as 1730160000, or leave it unset"),
            Self::Threads { .. } => Some("ask for fewer with `--jobs N`"),
            Self::Outside { .. } => {
                Some("put a folder in its place; only `build --output DIR` writes elsewhere")
            }
            Self::SiteThere { .. } => Some("choose another folder, or build the site that is there"),
            Self::Taken { .. } => Some("move it away, or choose another name"),
            Self::TakenId { .. } => Some("edit that file, or give another id with `--id ID`"),
            Self::NoId { .. } => Some("give one with `--id ID`: letters a-z, digits and hyphens"),
            Self::NoPublication { .. } | Self::Publication { .. } => {
                Some("name `data/publication.json` of the site as it was last published")
            }
            Self::OtherAudience { .. } => {
                Some("say `--audience TLP` as that edition was built, or name the file of the other edition")
            }
            Self::Write(error) => error.help(),
            #[cfg(feature = "serve")]
            Self::Serve(error) => error.help(),
            Self::Io { .. } | Self::Output { .. } | Self::Discover(_) | Self::Pipeline(_) => None,
        }
    }

    /// Makes an error of the disk's, which failed at doing something (`read`) with `path`.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { doing, path: path.to_owned(), source }
    }
}

/// The end of the article before the kind's word: `n` of `an actor`.
fn article_end(kind: RecordKind) -> &'static str {
    if matches!(kind, RecordKind::Actor | RecordKind::Event) { "n" } else { "" }
}
