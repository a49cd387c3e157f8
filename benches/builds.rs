//! Builds: from nothing, with nothing changed, after an edit, and with claims beside without.

use crate::floor::Manifest;
use crate::options::{Measure, Options};
use crate::outputs::{Outputs, settle};
use crate::process::{Taken, build};
use crate::sites::{Site, Theme};
use crate::table::{Key, Table};
use std::io;
use std::path::PathBuf;

/// A build from nothing, and what writing its files takes.
struct Full {
    taken: Taken,
    manifest: Manifest,
    floor: std::time::Duration,
    output: PathBuf,
}

fn full(site: &Site, outputs: &mut Outputs) -> io::Result<Full> {
    site.forget(&outputs.fresh())?;
    let output = outputs.fresh();
    settle()?;
    let taken = build(&site.root, &output)?;
    let manifest = Manifest::of(&output)?;
    settle()?;
    let floor = manifest.write(&outputs.fresh())?;
    Ok(Full { taken, manifest, floor, output })
}

/// The first build, and what comes after it in the same folder.
///
/// # Errors
/// The disk's, or a build's that fails.
pub fn round(
    options: &Options,
    site: &Site,
    theme: Theme,
    outputs: &mut Outputs,
    table: &mut Table,
) -> io::Result<()> {
    let first = full(site, outputs)?;
    let key = |measure| Key { briefs: site.corpus.briefs, theme: theme.name(), measure };
    table.size(site.corpus.briefs, theme.name(), first.manifest.files(), first.manifest.bytes());
    if options.wants(Measure::Full) {
        table.build(key("full build"), first.taken, first.floor);
    }
    if options.wants(Measure::Unchanged) {
        settle()?;
        table.build(key("nothing changed"), build(&site.root, &first.output)?, first.floor);
    }
    if options.wants(Measure::Edit) {
        let _edit = site.edit("A sentence that was not there before.")?;
        settle()?;
        table.build(key("one brief edited"), build(&site.root, &first.output)?, first.floor);
    }
    Ok(())
}

/// The same site without claims and with three in each brief, one behind the other.
///
/// # Errors
/// The disk's, or a build's that fails.
pub fn claims(
    bare: &Site,
    with: &Site,
    theme: Theme,
    outputs: &mut Outputs,
    table: &mut Table,
) -> io::Result<()> {
    let without = full(bare, outputs)?;
    let with = full(with, outputs)?;
    let key = |measure| Key { briefs: bare.corpus.briefs, theme: theme.name(), measure };
    table.build(key("with three claims a brief"), with.taken, with.floor);
    table.pair(key("the same, over none"), with.taken, without.taken);
    Ok(())
}
