//! The program as a process: what it is asked, how long it takes, and how much memory it has at most.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

/// What a process took.
#[derive(Clone, Copy)]
pub struct Taken {
    /// From its start to its end.
    pub wall: Duration,
    /// Of all processors together.
    pub cpu: Duration,
    /// Bytes of memory at most.
    pub peak: u64,
}

/// The released program, in the folder of a site. Mistakes and progress go nowhere.
pub fn program(site: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    // Embargoes and overdue judgements are judged at one moment, so that pages stay the same from day to day.
    command.current_dir(site).env("SOURCE_DATE_EPOCH", "1767225600");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Builds a site into `output`.
///
/// # Errors
/// Where the build fails.
pub fn build(site: &Path, output: &Path) -> io::Result<Taken> {
    let mut command = program(site);
    command.args(["build", "--quiet", "--output"]).arg(output);
    let started = Instant::now();
    let end = command.spawn()?.wait4()?;
    let wall = started.elapsed();
    if !end.status.success() {
        return Err(io::Error::other(format!("the build of {} failed: {}", site.display(), end.status)));
    }
    Ok(Taken { wall, cpu: end.rusage.utime + end.rusage.stime, peak: end.rusage.maxrss })
}
