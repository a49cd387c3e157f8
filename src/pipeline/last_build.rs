//! A build of which nothing changed, or nothing but words: seen by its inputs, so that what would be the same is not made.
//!
//! An edition is made of the program, the request, the listed files, `site.yaml`, the theme and the moment, and of nothing
//! else. The first five have fingerprints; of the moment it is known how long it changes nothing. A file counts by its
//! stamp, so there is no fingerprint while one of them has no stamp to be trusted. Record files count by what they say
//! too: where they say the same to all pages but their own, only those may be others.

use super::{Inputs, Prepared, Request};
use crate::diagnostics::Diagnostic;
use crate::discover::{FileKind, FileSet, SiteFile};
use crate::edition::Edition;
use crate::keep::Store;
use crate::model::{Fingerprint, FingerprintHasher, RecordKind};
use crate::resolve::LeftOut;
use crate::text::FileId;
use crate::theme::Theme;
use crate::write::Since;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
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
    /// See [`Prints::records`].
    records: Option<u128>,
    texts: Option<Texts>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    others: u128,
    /// From this moment on it holds.
    from: Timestamp,
    /// Up to this moment, which is no longer in it.
    until: Option<Timestamp>,
    build: LastBuild,
}

/// What an edition is made of beside its moment, as fingerprints; none where a file may change without a trace.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Prints {
    /// The states of all record files.
    pub records: Option<Fingerprint>,
    /// All else.
    pub others: Option<Fingerprint>,
}

/// What the record files of a site say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Texts {
    /// The fingerprint of what they say to other pages than their own.
    outward: u128,
    /// Of each file the beginning of its content's fingerprint.
    contents: Vec<u64>,
}

impl Texts {
    /// Of files in their order, each with its content and what it says outward.
    pub(super) fn of(files: impl Iterator<Item = Option<(u128, u128)>>) -> Option<Self> {
        let mut hasher = FingerprintHasher::new();
        let contents = files.map(|file| {
            let (content, outward) = file?;
            hasher.write_fingerprint(Fingerprint(outward));
            Some((content >> 64) as u64)
        });
        let contents = contents.collect::<Option<_>>()?;
        Some(Self { outward: hasher.finish().0, contents })
    }
}

impl Inputs {
    /// The last build into `folder`, where at this moment it differs from one of these inputs in nothing but what record files say.
    /// Whether the folder still holds what was written is for `write` to say.
    pub fn last_build(&self, request: &Request, folder: &Path) -> Option<LastBuild> {
        let (keep, others) = (request.keep.as_ref()?, self.prints.others?);
        let bytes = Store::new(&request.root, &keep.program).read(&name(folder))?;
        let kept: Kept = postcard::from_bytes(&bytes).ok()?;
        let in_time = kept.from <= request.now && kept.until.is_none_or(|until| request.now < until);
        (kept.others == others.0 && in_time).then_some(kept.build)
    }

    /// True where these inputs would make just what `last` told of.
    pub fn are_those_of(&self, last: &LastBuild) -> bool {
        self.prints.records.is_some_and(|records| last.records == Some(records.0))
    }
}

impl Prepared {
    /// What is known of the outputs of the edition it had, where it differs from the last build in words alone.
    pub fn since(&self, edition: &Edition, last: &LastBuild) -> Option<Since> {
        let (before, now) = (last.texts.as_ref()?, self.texts.as_ref()?);
        let contents = before.contents.iter().zip(&now.contents);
        let differ = self.files.records().zip(contents).filter(|(_, (before, now))| before != now);
        let differ: BTreeSet<FileId> = differ.map(|((file, _), _)| file).collect();
        let changed = (before.outward == now.outward).then(|| edition.pages_of(&differ))??;
        Some(Since { list: last.list, changed })
    }

    /// Keeps for [`Inputs::last_build`] that this was written to `folder`, without mistakes that are errors.
    pub fn remember(&self, request: &Request, folder: &Path, list: Fingerprint, files: (usize, usize)) {
        let Some((keep, others)) = request.keep.as_ref().zip(self.prints.others) else { return };
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
            records: self.prints.records.map(|records| records.0),
            texts: self.texts.clone(),
        };
        let kept = Kept { others: others.0, from: request.now, until: self.until, build };
        if let Ok(bytes) = postcard::to_stdvec(&kept) {
            Store::new(&request.root, &keep.program).write(&name(folder), &bytes);
        }
    }
}

fn name(folder: &Path) -> String {
    format!("built-{:02}", Fingerprint::of(folder.as_os_str().as_encoded_bytes()).0 % FOLDERS)
}

/// The states of all record files; none where nothing is kept or a file may change without a trace.
pub(super) fn of_records(request: &Request, files: &FileSet) -> Option<Fingerprint> {
    let mut hasher = FingerprintHasher::new();
    for file in files.files().iter().filter(|file| matches!(file.kind, FileKind::Record(_))) {
        write_state(&mut hasher, file, request)?;
    }
    Some(hasher.finish())
}

/// Begins the fingerprint of all else with the request, the names of all files, the states of all but the records', and what
/// listing them told. None as above.
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
        postcard::to_io(&file.kind, &mut hasher).ok()?;
        match file.kind {
            // Its bytes are added when it is read.
            FileKind::Config => {}
            // What is not read counts by its name and by what was told of it.
            FileKind::Unread => {}
            FileKind::Record(_) => {}
            FileKind::Library(_) | FileKind::Asset | FileKind::Registered => {
                write_state(&mut hasher, file, request)?;
            }
        }
    }
    Some(hasher)
}

fn write_state(hasher: &mut FingerprintHasher, file: &SiteFile, request: &Request) -> Option<()> {
    let keep = request.keep.as_ref()?;
    let stamp = file.stamp.filter(|stamp| stamp.is_settled(keep.started))?;
    postcard::to_io(&(file.length, stamp), hasher).ok().map(|_| ())
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
