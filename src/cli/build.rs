//! `chancery build`: the site, written to a folder.

use super::args::BuildArgs;
use super::destination::destination;
use super::report::Report;
use super::request::request;
use super::summary::{Summary, made};
use super::{CliError, Verdict, root};
use crate::diagnostics;
use crate::edition::Edition;
use crate::pipeline::{self, Inputs, LastBuild, Prepared, Request};
use crate::write::{self, Outputs, WriteError, WriteOptions, WriteSummary};
use std::mem::ManuallyDrop;
use std::path::Path;

/// Folders below the site's that it is made from.
const SOURCES: [&str; 2] = [root::CONTENT, "themes"];

/// Builds the site, or tells all that keeps it from being built and writes nothing.
///
/// # Errors
/// The environment's; a mistake of the author's is a verdict.
pub(super) fn build(args: &BuildArgs, report: &Report) -> Result<Verdict, CliError> {
    let request = request(&args.site.edition, args.site.base_url.as_ref())?;
    let inputs = pipeline::inputs(&request)?;
    let folder = destination(args, &request, &inputs)?;
    let sources = SOURCES.map(|folder| request.root.join(folder)).into();
    let mut options = WriteOptions { root: request.root.clone(), sources, ..WriteOptions::default() };
    let last = inputs.last_build(&request, &folder);
    let same = last.as_ref().filter(|last| inputs.are_those_of(last));
    if let Some(last) = same.filter(|last| write::stands(&folder, &options, last.list)) {
        tell_again(last, &inputs, &request, &folder, report)?;
        return Ok(Verdict::Sound);
    }
    let mut prepared = inputs.prepare(&request)?;
    // An edition in spite of errors would be none to publish.
    let edition = prepared.edition.take().filter(|_| !diagnostics::has_errors(&prepared.diagnostics));
    // The program ends soon: to give back every small piece of a large site's memory would take longer than to stop.
    let edition = edition.map(ManuallyDrop::new);
    options.since = edition.as_deref().zip(last).and_then(|(edition, last)| prepared.since(edition, &last));
    let written = match edition.as_deref() {
        Some(edition) => write(edition, &folder, &options, &mut prepared, report)?,
        None => None,
    };
    diagnostics::sort(&mut prepared.diagnostics);
    report.diagnostics(&prepared.diagnostics, &*prepared.files)?;
    let summary = Summary {
        counts: &prepared.counts,
        claims: prepared.claims,
        as_of: request.as_of.map(|day| (day, &prepared.left_out)),
        diagnostics: &prepared.diagnostics,
        took: report.took(),
    };
    let (Some(edition), Some(written)) = (edition.as_deref(), written) else {
        report.refusal(&format!("Nothing was written: {}", summary.mistakes()));
        return Ok(Verdict::Mistakes);
    };
    let shown = root::shown(&folder);
    if written.forgotten {
        report.note(&format!(
            "the list of what was built into {shown} before is damaged; files of earlier builds may remain there"
        ));
    }
    let made = made(edition);
    report.summary(&summary.built(made, &shown, written));
    if let Some(list) = written.list {
        prepared.remember(&request, &folder, list, made);
    }
    Ok(Verdict::Sound)
}

/// Tells what the last build told, which was the same as this one would be.
fn tell_again(
    last: &LastBuild,
    inputs: &Inputs,
    request: &Request,
    folder: &Path,
    report: &Report,
) -> Result<(), CliError> {
    report.diagnostics(&last.diagnostics, &inputs.files)?;
    let summary = Summary {
        counts: &last.counts,
        claims: last.claims,
        as_of: request.as_of.map(|day| (day, &last.left_out)),
        diagnostics: &last.diagnostics,
        took: report.took(),
    };
    let unchanged = WriteSummary { unchanged: last.files.0 + last.files.1, ..WriteSummary::default() };
    report.summary(&summary.built(last.files, &root::shown(folder), unchanged));
    Ok(())
}

/// Writes the edition. Where pages cannot be made, the mistakes are added to `prepared` and nothing is written.
fn write(
    edition: &Edition,
    folder: &Path,
    options: &WriteOptions,
    prepared: &mut Prepared,
    report: &Report,
) -> Result<Option<WriteSummary>, CliError> {
    let progress = report.progress(edition.len());
    match write::write(edition, folder, options, &|count| progress.advance(count)) {
        Ok(summary) => Ok(Some(summary)),
        Err(WriteError::Made(mistakes)) => {
            prepared.diagnostics.extend(mistakes);
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}
