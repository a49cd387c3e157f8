//! How long sites take: `cargo bench`. Whole processes of the released program, on sites that this makes itself.
//!
//! Seconds say little about another machine, so each is set beside the *floor* of the same round: the time it takes to
//! write the same files from memory. `docs/performance.md` says what is measured and how to read it.

#![allow(clippy::disallowed_methods, reason = "benchmarks make, edit and build folders of sites")]

mod builds;
mod corpus;
mod floor;
mod options;
mod outputs;
mod preview;
mod process;
mod sites;
mod table;

use clap::Parser;
use options::{Measure, Options};
use outputs::Outputs;
use sites::{Site, Theme};
use std::io;
use std::path::Path;
use table::Table;

fn main() -> io::Result<()> {
    let options = Options::parse();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let mut outputs = Outputs::new(&folder)?;
    let mut table = Table::default();
    let measured = (|| {
        for briefs in options.sizes() {
            for round in 1..=options.rounds {
                eprintln!("{briefs} briefs, round {round} of {}", options.rounds);
                measure(&options, briefs, &folder, &mut outputs, &mut table)?;
            }
        }
        Ok(())
    })();
    print!("{table}");
    // Files made soon after others were deleted are slow to make on some file systems: this comes last.
    outputs.remove()?;
    measured
}

/// One round: everything once.
fn measure(
    options: &Options,
    briefs: usize,
    folder: &Path,
    outputs: &mut Outputs,
    table: &mut Table,
) -> io::Result<()> {
    let bare = Site::ready(folder, corpus::Corpus { briefs, claims: false })?;
    for theme in [Theme::Plain, Theme::Default] {
        bare.dress(theme)?;
        if options.wants_builds() {
            builds::round(options, &bare, theme, outputs, table)?;
        }
        if options.wants(Measure::Serve) {
            preview::round(&bare, theme, table)?;
        }
        if options.wants(Measure::Claims) {
            let with = Site::ready(folder, corpus::Corpus { briefs, claims: true })?;
            with.dress(theme)?;
            builds::claims(&bare, &with, theme, outputs, table)?;
        }
    }
    Ok(())
}
