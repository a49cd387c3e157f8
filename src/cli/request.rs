//! Flags that make sense together with the disk, the clock and the machine.

use super::CliError;
use super::args::EditionArgs;
use super::clock::Clock;
use super::root;
use crate::config::BaseUrl;
use crate::pipeline::{Keep, Request};
use rayon::ThreadPoolBuilder;
use std::time::SystemTime;
use std::{env, fs};

/// What the pipeline is asked for. Also sets up as many threads as were asked for, so it is called once.
///
/// # Errors
/// Where there is no site, the clock is set wrong or the threads cannot be had.
pub(super) fn request(args: &EditionArgs, base_url: Option<&BaseUrl>) -> Result<Request, CliError> {
    let root = root::find(args.root.as_deref())?;
    let keep = if args.no_cache { None } else { Some(keep()) };
    let clock = Clock::read()?;
    if let Some(jobs) = args.jobs {
        let pool = ThreadPoolBuilder::new().num_threads(usize::from(jobs));
        pool.build_global().map_err(|source| CliError::Threads { jobs, source })?;
    }
    Ok(Request {
        root,
        base_url: base_url.cloned(),
        audience: args.audience,
        drafts: args.drafts,
        strict: args.strict,
        now: clock.now,
        as_of: args.as_of,
        keep,
    })
}

/// Results are kept by this very program: another build of the same version may come to others.
fn keep() -> Keep {
    let version = env!("CARGO_PKG_VERSION");
    let file = env::current_exe().and_then(fs::metadata);
    let file = file.map(|file| (file.len(), file.modified().ok()));
    Keep { program: format!("{version} {file:?}"), started: SystemTime::now(), read_only: false }
}
