//! Flags that make sense together with the disk, the clock and the machine.

use super::CliError;
use super::args::EditionArgs;
use super::clock::Clock;
use super::root;
use crate::config::BaseUrl;
use crate::pipeline::Request;
use rayon::ThreadPoolBuilder;

/// What the pipeline is asked for. Also sets up as many threads as were asked for, so it is called once.
///
/// # Errors
/// Where there is no site, the clock is set wrong or the threads cannot be had.
pub(super) fn request(args: &EditionArgs, base_url: Option<&BaseUrl>) -> Result<Request, CliError> {
    let root = root::find(args.root.as_deref())?;
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
    })
}
