//! The only printer. Standard output is for what another program may read, standard error for people.

use super::CliError;
use super::args::{Args, ColorChoice, Command, Format};
use super::progress::Progress;
use crate::diagnostics::{
    Diagnostic, Files, Severity, Style, render_github, render_human, render_json, render_sarif,
};
use indicatif::ProgressDrawTarget;
use std::env;
use std::error::Error;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Diagnostics drawn for people at most.
const MOST: usize = 200;
/// Columns where no one says how many there are.
const WIDTH: usize = 120;

/// Tells what a command finds and does, in the form that was asked for.
pub(super) struct Report {
    started: Instant,
    format: Format,
    style: Style,
    quiet: bool,
}

impl Report {
    /// Of a command that starts now.
    pub(super) fn new(args: &Args) -> Self {
        let format = match &args.command {
            Command::Build(args) => args.site.format,
            Command::Check(args) => args.site.format,
            #[cfg(feature = "serve")]
            Command::Serve(_) => Format::Human,
            Command::Init(_) | Command::New(_) => Format::Human,
        };
        let width = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(WIDTH);
        let style = Style { color: colored(args.color), width };
        Self { started: Instant::now(), format, style, quiet: args.quiet }
    }

    /// Since the command was started.
    pub(super) fn took(&self) -> Duration {
        self.started.elapsed()
    }

    /// A bar for a command that has `total` things to do; hidden but on a terminal.
    pub(super) fn progress(&self, total: usize) -> Progress {
        let target = if self.quiet { ProgressDrawTarget::hidden } else { ProgressDrawTarget::stderr };
        Progress::new(self.started, total, target)
    }

    /// Tells all mistakes, which are in their order. Of very many people see the errors first, and not all.
    ///
    /// # Errors
    /// [`CliError::Output`] where a document cannot be handed over.
    pub(super) fn diagnostics(&self, all: &[Diagnostic], files: &dyn Files) -> Result<(), CliError> {
        match self.format {
            Format::Human => {
                let (drawn, more) = first(all);
                let report = render_human(&drawn, files, self.style);
                let more = if more > 0 { format!("… and {more} more\n\n") } else { String::new() };
                to_people(&format!("{report}{more}"));
                Ok(())
            }
            Format::Github => {
                to_people(&render_github(all, files));
                Ok(())
            }
            Format::Json => to_programs(&render_json(all, files)),
            Format::Sarif => to_programs(&render_sarif(all, files)),
        }
    }

    /// Says how a command went, unless it is to be quiet.
    pub(super) fn summary(&self, text: &str) {
        if !self.quiet {
            to_people(text);
        }
    }

    /// Says that a command did not do what it was asked to.
    pub(super) fn refusal(&self, text: &str) {
        to_people(&format!("{}\n", self.red(text)));
    }

    /// Says what the author should know though nothing is wrong with the site.
    pub(super) fn note(&self, text: &str) {
        to_people(&format!("note: {text}\n"));
    }

    /// Hands a line to whoever reads standard output.
    ///
    /// # Errors
    /// [`CliError::Output`].
    pub(super) fn answer(&self, line: &str) -> Result<(), CliError> {
        to_programs(&format!("{line}\n"))
    }

    /// Says why a command could not be carried out, with the causes behind it.
    pub(super) fn error(&self, error: &CliError) {
        let mut text = format!("{} {error}\n", self.red("error:"));
        let (mut said, mut cause) = (error.to_string(), error.source());
        while let Some(error) = cause {
            let words = error.to_string();
            // Most errors say their cause themselves.
            if !said.contains(&words) {
                text.push_str(&format!("  because: {words}\n"));
            }
            said = words;
            cause = error.source();
        }
        if let Some(help) = error.help() {
            text.push_str(&format!("  help: {help}\n"));
        }
        to_people(&text);
    }

    fn red(&self, text: &str) -> String {
        if self.style.color { format!("\u{1b}[1;31m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// Prints help, the version or what is wrong with the usage, and gives the exit code for it.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    // Where even this cannot be printed there is no one left to tell.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

fn colored(choice: ColorChoice) -> bool {
    let unset = |name: &str| env::var_os(name).is_none_or(|value| value.is_empty());
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => io::stderr().is_terminal() && unset("NO_COLOR"),
    }
}

/// What is drawn, and how many are left out.
fn first(all: &[Diagnostic]) -> (Vec<Diagnostic>, usize) {
    let mut drawn = all.to_vec();
    if drawn.len() > MOST {
        drawn.sort_by_key(|diagnostic| diagnostic.severity != Severity::Error);
        drawn.truncate(MOST);
    }
    let more = all.len() - drawn.len();
    (drawn, more)
}

fn to_people(text: &str) {
    // Where standard error is closed there is no one to tell.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

fn to_programs(text: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // A reader who has seen enough is no failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(|source| CliError::Output { source }),
    }
}
