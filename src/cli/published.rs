//! What was published before, and what a check finds against it.

use super::CliError;
use crate::diagnostics::Diagnostic;
use crate::discover::FileSet;
use crate::exports::PUBLICATION_PATH;
use crate::model::{RecordKind, Tlp, Vocabulary};
use crate::pipeline::{Prepared, Request};
use crate::publication::{self, Comparison, Manifest};
use crate::text::FileId;
use jiff::tz::TimeZone;
use std::fs;
use std::path::{Path, PathBuf};

/// A manifest with the path it was read from.
pub(super) struct Published {
    path: PathBuf,
    manifest: Manifest,
}

/// Reads the manifest at `path`, or in the finished site whose folder that is.
///
/// # Errors
/// Where it cannot be read, or is something else.
pub(super) fn read(path: &Path) -> Result<Published, CliError> {
    let path = if path.is_dir() { path.join(PUBLICATION_PATH) } else { path.to_owned() };
    let bytes = fs::read(&path).map_err(|source| CliError::NoPublication { path: path.clone(), source })?;
    match Manifest::parse(&bytes) {
        Ok(manifest) => Ok(Published { path, manifest }),
        Err(source) => Err(CliError::Publication { path, source }),
    }
}

impl Published {
    /// What the edition says otherwise. Nothing where there is no edition: what keeps it from being made comes first.
    ///
    /// # Errors
    /// Where the manifest is of an edition for others, which holds other things by right.
    pub(super) fn compared(
        &self,
        prepared: &Prepared,
        request: &Request,
    ) -> Result<Vec<Diagnostic>, CliError> {
        let audience = prepared.config.audience;
        if Tlp::from_key(&self.manifest.audience) != Some(audience) {
            return Err(CliError::OtherAudience {
                path: self.path.clone(),
                published: self.manifest.audience.clone(),
                checked: audience.key(),
            });
        }
        let Some(edition) = &prepared.edition else { return Ok(Vec::new()) };
        let comparison = Comparison {
            strict: prepared.config.strict,
            silence: &prepared.config.silence,
            today: request.now.to_zoned(TimeZone::UTC).date().to_string(),
            file_of: &|id| brief_file(&prepared.files, id),
        };
        Ok(publication::against(&self.manifest, edition.site(), audience, &comparison))
    }
}

/// The file of the brief with this id, visible or not.
fn brief_file(files: &FileSet, id: &str) -> Option<FileId> {
    let mut briefs = files.records().filter(|(_, kind)| *kind == RecordKind::Brief);
    briefs.find_map(|(file, _)| {
        let path = &*files.file(file)?.path;
        (Path::new(path).file_stem()? == id).then_some(file)
    })
}
