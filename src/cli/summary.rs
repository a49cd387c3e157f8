//! The last words of a command, as text.

use crate::diagnostics::{Diagnostic, Severity};
use crate::model::{RecordKind, digits};
use crate::write::{Outputs, WriteSummary};
use std::time::Duration;

/// What a command went through.
pub(super) struct Summary<'a> {
    /// Visible records of each kind.
    pub counts: &'a [(RecordKind, usize)],
    /// Claims and estimates.
    pub claims: usize,
    /// All that is wrong.
    pub diagnostics: &'a [Diagnostic],
    /// Since the command was started.
    pub took: Duration,
}

impl Summary<'_> {
    /// Of a build that was written to the folder shown as `folder`.
    pub(super) fn built(&self, outputs: &dyn Outputs, folder: &str, written: WriteSummary) -> String {
        let WriteSummary { written, unchanged, deleted, .. } = written;
        let (written, unchanged, deleted) = (number(written), number(unchanged), number(deleted));
        let files = files(outputs);
        let done = format!("{written} written, {unchanged} unchanged, {deleted} removed");
        format!("Built {files} into {folder}: {done}\n{}", self.rest())
    }

    /// Of a check that found no error.
    pub(super) fn checked(&self, outputs: &dyn Outputs) -> String {
        format!("Checked {}: no errors\n{}", files(outputs), self.rest())
    }

    /// How many errors and warnings there are.
    pub(super) fn mistakes(&self) -> String {
        format!("{}, {}", self.errors(), self.warnings())
    }

    fn rest(&self) -> String {
        let records = self.counts.iter().map(|(kind, count)| (*count, kind.singular(), kind.plural()));
        let all = records.chain([(self.claims, "claim", "claims")]).filter(|(count, ..)| *count > 0);
        let all: Vec<_> = all.map(|(count, one, many)| counted(count, one, many)).collect();
        let records = if all.is_empty() { "no records yet".to_owned() } else { all.join(" · ") };
        format!("  {records}\n  {} · {}\n", self.warnings(), duration(self.took))
    }

    fn errors(&self) -> String {
        counted(self.number_of(Severity::Error), "error", "errors")
    }

    fn warnings(&self) -> String {
        counted(self.number_of(Severity::Warning), "warning", "warnings")
    }

    fn number_of(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}

fn files(outputs: &dyn Outputs) -> String {
    let pages = (0..outputs.len()).filter(|at| outputs.path(*at).as_str().ends_with(".html")).count();
    let others = counted(outputs.len() - pages, "other file", "other files");
    format!("{} and {others}", counted(pages, "page", "pages"))
}

/// `1 brief`, `1,200 briefs`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// `1,200`.
pub(super) fn number(count: usize) -> String {
    digits(count as f64)
}

fn duration(took: Duration) -> String {
    if took < Duration::from_secs(60) {
        return format!("{:.2} s", took.as_secs_f64());
    }
    let seconds = took.as_secs();
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_lists_what_there_is() {
        let counts = [(RecordKind::Brief, 1), (RecordKind::Actor, 1200), (RecordKind::Page, 0)];
        let took = Duration::from_millis(214);
        let summary = Summary { counts: &counts, claims: 33, diagnostics: &[], took };
        assert_eq!(summary.rest(), "  1 brief · 1,200 actors · 33 claims\n  0 warnings · 0.21 s\n");
        let empty = Summary { counts: &[], claims: 0, diagnostics: &[], took: Duration::from_secs(125) };
        assert_eq!(empty.rest(), "  no records yet\n  0 warnings · 2 min 05 s\n");
    }
}
