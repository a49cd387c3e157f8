//! Counting the instructions of a build.

use std::path::Path;
use std::process::Command;

/// Millions of instructions that a build of the site takes, into the folder `public` in it.
///
/// Nothing is kept for another build, for what is kept depends on how old files are. One thread works, so that none waits
/// for another. Caches are not simulated: that takes three times as long.
pub fn instructions(program: &Path, site: &Path) -> f64 {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", "--log-fd=1"]);
    valgrind.arg(program).args(["build", "--quiet", "--no-cache", "--jobs", "1"]).current_dir(site);
    let output = valgrind.env("SOURCE_DATE_EPOCH", "1767225600").output().expect("there is a valgrind");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}");
    let line = told.lines().find_map(|line| line.split_once("refs:")).expect("valgrind says how many");
    let digits: String = line.1.chars().filter(char::is_ascii_digit).collect();
    digits.parse::<f64>().expect("a number") / 1e6
}
