//! C004: sources whose address may die with nothing left of them.

use crate::diagnostics::{Code, Diagnostic};
use crate::resolve::{Site, SourceEntry};

/// How many are named.
const NAMED: usize = 5;

/// One diagnostic for the site, and only where it archives at all: where no source has a copy, a missing one is no
/// oversight.
pub(super) fn missing_copies(site: &Site) -> Vec<Diagnostic> {
    if site.sources.iter().all(|source| source.data.archive.is_empty()) {
        return Vec::new();
    }
    let sources = site.sources.iter().map(|source| &**source);
    let missing: Vec<&SourceEntry> = sources.filter(|source| wants_copy(source)).collect();
    let [first, others @ ..] = missing.as_slice() else { return Vec::new() };
    let named: Vec<String> = missing.iter().take(NAMED).map(|source| format!("`{}`", source.id)).collect();
    let (names, more) = (named.join(", "), missing.len().saturating_sub(NAMED));
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let have = if others.is_empty() { "source has" } else { "sources have" };
    let message = format!("{} {have} no archived copy: {names}{more}", missing.len());
    let mut told = Diagnostic::new(Code::C004, first.span, message)
        .help("record one under `archive: [{url: …, on: …}]`, or `silence: [C004]` in site.yaml");
    for other in others.iter().take(NAMED - 1) {
        told = told.related(other.span, "another one");
    }
    vec![told]
}

fn wants_copy(source: &SourceEntry) -> bool {
    let data = &source.data;
    !source.stub && data.url.is_some() && !data.protected && data.archive.is_empty()
}
