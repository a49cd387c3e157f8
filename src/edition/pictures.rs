//! The pictures that pages show or link to: what is known of them, and what is wrong with them.

use super::ReadAsset;
use super::links::each;
use crate::check::bounded;
use crate::config::Config;
use crate::diagnostics::{Code, Diagnostic};
use crate::images::{self, Picture};
use crate::pages::address::{Addresses, Destination};
use crate::resolve::Site;
use crate::text::FileId;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// What is known of a picture; none where it is damaged.
type Look = Option<Arc<Picture>>;

/// What is known of pictures, for the editions to come, which need not read them again. Who keeps it forgets each file
/// that changed.
#[derive(Debug, Default)]
pub struct Looks(Mutex<HashMap<FileId, Look>>);

impl Looks {
    /// Forgets a file.
    pub fn forget(&self, file: FileId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&file);
    }

    fn known(&self, file: FileId) -> Option<Look> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&file).cloned()
    }

    fn learn(&self, file: FileId, look: Look) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(file, look);
    }
}

/// Looks at every picture among the files that are `published`. One that cannot be read is left out: who makes that output
/// tells of it.
pub(super) fn look(
    published: &BTreeMap<String, bool>,
    ids: &BTreeMap<String, FileId>,
    read: &ReadAsset,
    looks: &Looks,
) -> BTreeMap<String, Look> {
    let pictures: Vec<&String> = published.keys().filter(|path| images::is_picture(path)).collect();
    let one = |path: &&String| {
        let file = *ids.get(*path)?;
        let look = looks.known(file).or_else(|| {
            let look = images::look(&read(file).ok()?).map(Arc::new);
            looks.learn(file, look.clone());
            Some(look)
        })?;
        Some(((*path).clone(), look))
    };
    pictures.par_iter().filter_map(one).collect()
}

/// What is wrong with pictures, each told where it is first shown or linked to: R014, C018.
pub(super) fn told(site: &Site, addresses: &Addresses, config: &Config) -> Vec<Diagnostic> {
    let (mut damaged, mut located) = (Vec::new(), Vec::new());
    if addresses.pictures().is_empty() {
        return damaged;
    }
    let mut met = BTreeSet::new();
    each(site, &mut |written| {
        let Destination::Asset(path) = addresses.destination(written.file, written.address) else { return };
        let Some(look) = addresses.pictures().get(&path) else { return };
        let told = match look {
            None => Diagnostic::new(
                Code::R014,
                written.span,
                format!("the picture `{}` is damaged, or is none", written.address),
            )
            .help("put the whole file in its place; until then it is published as it is, and pages do not know its size"),
            Some(picture) if picture.tells_place => Diagnostic::new(
                Code::C018,
                written.span,
                format!("the photograph `{}` tells readers where it was taken", written.address),
            )
            .help("take the position out of the file (`exiftool -gps:all= FILE`), or say `silence: [C018]` in site.yaml"),
            Some(_) => return,
        };
        if met.insert(path) {
            if told.code == Code::R014 { damaged.push(told) } else { located.push(told) }
        }
    });
    if !config.silence.contains(&Code::C018) {
        damaged.extend(bounded(located));
    }
    damaged.into_iter().map(|told| told.as_error_if(config.strict)).collect()
}
