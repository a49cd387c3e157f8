//! The command line: what is typed becomes a request, and what comes of it is told.
//!
//! Takes arguments, environment and clock, which no lower floor reads; gives an exit code: 0 where all
//! went well, 1 where the author has something to mend, 2 where the environment or the
//! usage is at fault. Only `report` prints. What a command does is left to the floors below.

#![allow(clippy::disallowed_methods, reason = "here the program meets disk, clock and environment")]

mod args;
mod build;
mod check;
mod clock;
mod destination;
mod error;
mod init;
mod new;
mod progress;
mod published;
mod report;
mod request;
mod root;
#[cfg(feature = "serve")]
mod serve;
mod summary;
mod superseded;

use args::{Args, Command};
use clap::Parser;
use error::CliError;
use report::Report;
use std::process::ExitCode;

/// How a command ended that could be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// As wished.
    Sound,
    /// The author's mistakes stand in the way.
    Mistakes,
}

/// Does what the program's arguments say and gives its exit code.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return report::usage(&error),
    };
    let report = Report::new(&args);
    match carry_out(&args.command, &report) {
        Ok(Verdict::Sound) => ExitCode::SUCCESS,
        Ok(Verdict::Mistakes) => ExitCode::from(1),
        Err(error) => {
            report.error(&error);
            ExitCode::from(2)
        }
    }
}

fn carry_out(command: &Command, report: &Report) -> Result<Verdict, CliError> {
    match command {
        Command::Build(args) => build::build(args, report),
        Command::Check(args) => check::check(args, report),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::serve(args, report),
        Command::Init(args) => init::init(&args.dir, report),
        Command::New(args) => new::new(args, report),
    }
}
