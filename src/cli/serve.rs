//! `chancery serve`: the live preview, and what it says while it runs.

use super::args::ServeArgs;
use super::clock::Clock;
use super::report::Report;
use super::request::request;
use super::summary;
use super::{CliError, Verdict};
use crate::pipeline::PipelineError;
use crate::serve::{self, News, Options};
use std::error::Error;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Paths that are named in one line at most.
const NAMED: usize = 2;

/// Serves until it is interrupted.
///
/// # Errors
/// Where it cannot start.
pub(super) fn serve(args: &ServeArgs, report: &Report) -> Result<Verdict, CliError> {
    let mut request = request(&args.edition, None)?;
    // The preview writes nothing, but what builds kept makes it start sooner.
    request.keep.iter_mut().for_each(|keep| keep.read_only = true);
    let started = request.now;
    // The time was set right when the request was made; it is not set otherwise while the program runs.
    let clock = move || Clock::read().map_or(started, |clock| clock.now);
    let options = Options { request, port: args.port, clock: Box::new(clock) };
    serve::serve(options, &mut |news| tell(news, args.open, report))?;
    Ok(Verdict::Sound)
}

fn tell(news: &News, open: bool, report: &Report) {
    match news {
        News::Serving { url, taken, briefs, took } => {
            if let Some(port) = taken {
                report.note(&format!("port {port} is taken"));
            }
            let briefs = summary::counted(*briefs, "brief", "briefs");
            let took = took.as_secs_f64();
            report.summary(&format!("Serving {url} ({briefs}, ready in {took:.1} s)\n"));
            if open {
                open_in_browser(url);
            }
        }
        News::Changed { paths, took } => {
            report.summary(&format!("{} changed: {}\n", named(paths), milliseconds(*took)));
        }
        News::Found { diagnostics, files } => {
            // Of drawing for people nothing comes back.
            let _ = report.diagnostics(diagnostics, &**files);
        }
        News::Mended => report.summary("No errors any more\n"),
        News::Failed(error) => report.refusal(&failure(error)),
    }
}

/// The paths, of very many only how many.
fn named(paths: &[String]) -> String {
    match paths {
        [] => "The site".to_owned(),
        paths if paths.len() <= NAMED => paths.join(" and "),
        [first, rest @ ..] => format!("{first} and {} others", summary::number(rest.len())),
    }
}

fn milliseconds(took: Duration) -> String {
    format!("{} ms", summary::number(usize::try_from(took.as_millis()).unwrap_or(usize::MAX)))
}

fn failure(error: &PipelineError) -> String {
    match error.source() {
        Some(cause) if !error.to_string().contains(&cause.to_string()) => format!("{error}: {cause}"),
        _ => error.to_string(),
    }
}

/// Asks the system to show an address. Where there is no browser the author has the address.
fn open_in_browser(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let _ = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn many_paths_are_counted() {
        let paths = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(named(&paths(&[])), "The site");
        assert_eq!(named(&paths(&["a"])), "a");
        assert_eq!(named(&paths(&["a", "b"])), "a and b");
        assert_eq!(named(&paths(&["a", "b", "c"])), "a and 2 others");
    }
}
