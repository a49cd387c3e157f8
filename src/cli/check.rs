//! `chancery check`: everything that a build does but writing, and a look at what was published before.

use super::args::CheckArgs;
use super::progress::Progress;
use super::report::Report;
use super::request::request;
use super::summary::{Summary, made};
use super::{CliError, Verdict, published, superseded};
use crate::diagnostics::{self, Diagnostic};
use crate::pipeline;
use crate::write::Outputs;
use rayon::prelude::*;

/// What is said where nothing but the comparison with what was published finds errors.
const NOT_ANNOUNCED: &str = "The site can be built, but does not say what changed since it was published";

/// Makes every output, tells all mistakes and throws the bytes away.
///
/// # Errors
/// The environment's; a mistake of the author's is a verdict.
pub(super) fn check(args: &CheckArgs, report: &Report) -> Result<Verdict, CliError> {
    let published = args.against.as_deref().map(published::read).transpose()?;
    let request = request(&args.site.edition, args.site.base_url.as_ref())?;
    let mut prepared = pipeline::prepare(&request)?;
    let changed = published.map(|published| published.compared(&prepared, &request)).transpose()?;
    if let Some(edition) = &prepared.edition {
        let progress = report.progress(edition.len());
        prepared.diagnostics.extend(mistakes_in(edition, &progress));
    }
    let can_be_built = prepared.edition.is_some() && !diagnostics::has_errors(&prepared.diagnostics);
    prepared.diagnostics.extend(changed.into_iter().flatten());
    diagnostics::sort(&mut prepared.diagnostics);
    report.diagnostics(&prepared.diagnostics, &*prepared.files)?;
    let summary = Summary {
        counts: &prepared.counts,
        claims: prepared.claims,
        as_of: request.as_of.map(|day| (day, &prepared.left_out)),
        diagnostics: &prepared.diagnostics,
        took: report.took(),
    };
    match &prepared.edition {
        Some(edition) if !diagnostics::has_errors(&prepared.diagnostics) => {
            report.summary(&superseded::list(edition.site(), &*prepared.files, &prepared.config.language));
            report.summary(&summary.checked(made(edition)));
            Ok(Verdict::Sound)
        }
        _ => {
            let verdict = if can_be_built { NOT_ANNOUNCED } else { "The site cannot be built" };
            report.refusal(&format!("{verdict}: {}", summary.mistakes()));
            Ok(Verdict::Mistakes)
        }
    }
}

/// What keeps outputs from being made. Each that can tell of a mistake is made, in parallel, and dropped.
fn mistakes_in(outputs: &dyn Outputs, progress: &Progress) -> Vec<Diagnostic> {
    let mistakes = (0..outputs.len()).into_par_iter().map_init(Vec::new, |room, index| {
        let mistakes = if outputs.is_certain(index) { None } else { outputs.make(index, room).err() };
        progress.advance(1);
        mistakes.unwrap_or_default()
    });
    mistakes.flatten_iter().collect()
}
