//! The last words of a command, as text.

use crate::diagnostics::{Diagnostic, Severity};
use crate::model::{RecordKind, digits};
use crate::resolve::LeftOut;
use crate::write::{Outputs, WriteSummary};
use jiff::civil;
use std::time::Duration;

/// What a command went through.
pub(super) struct Summary<'a> {
    /// Visible records of each kind.
    pub counts: &'a [(RecordKind, usize)],
    /// Claims and estimates.
    pub claims: usize,
    /// The day as of which the site is made, and what was left out because it came later.
    pub as_of: Option<(civil::Date, &'a LeftOut)>,
    /// All that is wrong.
    pub diagnostics: &'a [Diagnostic],
    /// Since the command was started.
    pub took: Duration,
}

impl Summary<'_> {
    /// Of a build that was written to the folder shown as `folder`.
    pub(super) fn built(&self, made: Made, folder: &str, written: WriteSummary) -> String {
        let WriteSummary { written, unchanged, deleted, .. } = written;
        let (written, unchanged, deleted) = (number(written), number(unchanged), number(deleted));
        let files = files(made);
        let done = format!("{written} written, {unchanged} unchanged, {deleted} removed");
        format!("Built {files} into {folder}: {done}\n{}", self.rest())
    }

    /// Of a check that found no error.
    pub(super) fn checked(&self, made: Made) -> String {
        format!("Checked {}: no errors\n{}", files(made), self.rest())
    }

    /// How many errors and warnings there are.
    pub(super) fn mistakes(&self) -> String {
        format!("{}, {}", self.errors(), self.warnings())
    }

    fn rest(&self) -> String {
        let all = listed(self.counts, self.claims);
        let records = if all.is_empty() { "no records yet".to_owned() } else { all.join(" · ") };
        let left_out = self.as_of.map(|(day, left_out)| as_known_on(day, left_out)).unwrap_or_default();
        format!("  {records}\n{left_out}  {} · {}\n", self.warnings(), duration(self.took))
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

/// Records and claims in words, those of which there are none left out.
fn listed(records: &[(RecordKind, usize)], claims: usize) -> Vec<String> {
    let records = records.iter().map(|(kind, count)| (*count, kind.singular(), kind.plural()));
    let all = records.chain([(claims, "claim", "claims")]).filter(|(count, ..)| *count > 0);
    all.map(|(count, one, many)| counted(count, one, many)).collect()
}

/// `As known on 2024-10-28: 2 briefs, 5 claims left out, 1 of them because its date is too coarse to tell`.
fn as_known_on(day: civil::Date, left_out: &LeftOut) -> String {
    let all = listed(&left_out.records, left_out.claims);
    let all = if all.is_empty() { "nothing".to_owned() } else { all.join(", ") };
    let unclear = match left_out.unclear {
        0 => String::new(),
        1 => ", 1 of them because its date is too coarse to tell".to_owned(),
        many => format!(", {} of them because their dates are too coarse to tell", number(many)),
    };
    format!("  As known on {day}: {all} left out{unclear}\n")
}

/// How many pages and how many other files.
pub(super) type Made = (usize, usize);

/// Counts outputs.
pub(super) fn made(outputs: &dyn Outputs) -> Made {
    let pages = (0..outputs.len()).filter(|at| outputs.path(*at).as_str().ends_with(".html")).count();
    (pages, outputs.len() - pages)
}

fn files((pages, others): Made) -> String {
    let others = counted(others, "other file", "other files");
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
        let summary = Summary { counts: &counts, claims: 33, as_of: None, diagnostics: &[], took };
        assert_eq!(summary.rest(), "  1 brief · 1,200 actors · 33 claims\n  0 warnings · 0.21 s\n");
        let took = Duration::from_secs(125);
        let empty = Summary { counts: &[], claims: 0, as_of: None, diagnostics: &[], took };
        assert_eq!(empty.rest(), "  no records yet\n  0 warnings · 2 min 05 s\n");
    }

    #[test]
    fn what_came_later_is_counted() {
        let day = civil::date(2024, 10, 28);
        let left_out =
            LeftOut { records: vec![(RecordKind::Brief, 2), (RecordKind::Actor, 0)], claims: 1, unclear: 0 };
        assert_eq!(as_known_on(day, &left_out), "  As known on 2024-10-28: 2 briefs, 1 claim left out\n");
        let one = as_known_on(day, &LeftOut { unclear: 1, ..left_out.clone() });
        assert!(one.ends_with(" left out, 1 of them because its date is too coarse to tell\n"), "{one}");
        let two = as_known_on(day, &LeftOut { unclear: 2, ..left_out });
        assert!(two.ends_with(" left out, 2 of them because their dates are too coarse to tell\n"), "{two}");
        assert_eq!(as_known_on(day, &LeftOut::default()), "  As known on 2024-10-28: nothing left out\n");
    }
}
