//! A build of which nothing changed: seen by its inputs, so that nothing needs to be resolved or made.
//!
//! An edition is made of the program, the request, the listed files, `site.yaml`, the theme and the moment, and of nothing
//! else. The first five have a fingerprint; of the moment it is known how long it changes nothing. A file counts by its
//! stamp, so there is no fingerprint while one of them has no stamp to be trusted.

use super::{Inputs, Prepared, Request};
use crate::diagnostics::Diagnostic;
use crate::discover::{FileKind, FileSet};
use crate::keep::Store;
use crate::model::{Fingerprint, FingerprintHasher, RecordKind};
use crate::resolve::LeftOut;
use crate::theme::Theme;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// As many output folders are remembered; of more some take each other's place.
const FOLDERS: u128 = 16;

/// A build that was written, as far as it was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastBuild {
    /// The list of what was written, by its fingerprint: see [`crate::write::WriteSummary::list`].
    pub list: Fingerprint,
    /// How many pages that list holds, and how many other files.
    pub files: (usize, usize),
    /// See [`Prepared::counts`].
    pub counts: Vec<(RecordKind, usize)>,
    /// See [`Prepared::claims`].
    pub claims: usize,
    /// See [`Prepared::left_out`].
    pub left_out: LeftOut,
    /// All that was told, in its order.
    pub diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    inputs: u128,
    /// From this moment on it holds.
    from: Timestamp,
    /// Up to this moment, which is no longer in it.
    until: Option<Timestamp>,
    build: LastBuild,
}

impl Inputs {
    /// What the last build into `folder` told, where these inputs would make the same again. Whether the folder still
    /// holds what was written is for `write` to say.
    pub fn last_build(&self, request: &Request, folder: &Path) -> Option<LastBuild> {
        let (keep, inputs) = (request.keep.as_ref()?, self.fingerprint?);
        let bytes = Store::new(&request.root, &keep.program).read(&name(folder))?;
        let kept: Kept = postcard::from_bytes(&bytes).ok()?;
        let in_time = kept.from <= request.now && kept.until.is_none_or(|until| request.now < until);
        (kept.inputs == inputs.0 && in_time).then_some(kept.build)
    }
}

impl Prepared {
    /// Keeps for [`Inputs::last_build`] that this was written to `folder`, without mistakes that are errors.
    pub fn remember(&self, request: &Request, folder: &Path, list: Fingerprint, files: (usize, usize)) {
        let Some((keep, inputs)) = request.keep.as_ref().zip(self.fingerprint) else { return };
        if keep.read_only || self.until.is_some_and(|until| until <= request.now) {
            return;
        }
        let build = LastBuild {
            list,
            files,
            counts: self.counts.clone(),
            claims: self.claims,
            left_out: self.left_out.clone(),
            diagnostics: self.diagnostics.clone(),
        };
        let kept = Kept { inputs: inputs.0, from: request.now, until: self.until, build };
        if let Ok(bytes) = postcard::to_stdvec(&kept) {
            Store::new(&request.root, &keep.program).write(&name(folder), &bytes);
        }
    }
}

fn name(folder: &Path) -> String {
    format!("built-{:02}", Fingerprint::of(folder.as_os_str().as_encoded_bytes()).0 % FOLDERS)
}

/// Begins the fingerprint of inputs with the request, the listed files and what listing them told. None where nothing is
/// kept or a file may change without a trace.
pub(super) fn of_listed(
    request: &Request,
    files: &FileSet,
    told: &[Diagnostic],
) -> Option<FingerprintHasher> {
    let keep = request.keep.as_ref()?;
    let mut hasher = FingerprintHasher::new();
    // The root decides nothing, the moment is dealt with apart, and the rest is taken apart so that a field that is
    // added is not forgotten.
    let Request { root: _, base_url, audience, drafts, strict, now: _, as_of, keep: _ } = request;
    hasher.write_str(&keep.program);
    hasher.write_str(&format!("{base_url:?} {audience:?} {drafts} {strict} {as_of:?}"));
    for diagnostic in told {
        hasher.write_str(&format!("{diagnostic:?}"));
    }
    for file in files.files() {
        hasher.write_str(&file.path);
        let state = match file.kind {
            // Its bytes are added when it is read.
            FileKind::Config => None,
            // What is not read counts by its name and by what was told of it.
            FileKind::Unread => None,
            FileKind::Record(_) | FileKind::Library(_) | FileKind::Asset | FileKind::Registered => {
                Some(file.stamp.filter(|stamp| stamp.is_settled(keep.started))?)
            }
        };
        postcard::to_io(&(file.kind, file.length, state), &mut hasher).ok()?;
    }
    Some(hasher)
}

/// Ends it with the theme.
pub(super) fn with_theme(mut hasher: FingerprintHasher, theme: &Theme) -> Fingerprint {
    hasher.write_fingerprint(theme.fingerprint);
    for (path, file) in &theme.statics {
        hasher.write_str(path);
        hasher.write_fingerprint(Fingerprint::of(&file.bytes));
    }
    hasher.finish()
}
