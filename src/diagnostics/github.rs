//! Diagnostics as the workflow commands that GitHub shows beside the lines of a change.

use super::texts::Texts;
use super::{Diagnostic, Files, Severity};

/// One `::error …` or `::warning …` line for each diagnostic, in the order given.
///
/// The form is that of GitHub's *workflow commands for GitHub Actions*. Columns count characters from 1
/// and are left out where a place has more than one line, since GitHub takes them for one line only.
pub fn render_github(diagnostics: &[Diagnostic], files: &dyn Files) -> String {
    let texts = Texts::new(files);
    diagnostics.iter().map(|diagnostic| command(diagnostic, &texts)).collect()
}

fn command(diagnostic: &Diagnostic, texts: &Texts<'_>) -> String {
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let quoted = texts.get(diagnostic.span.file);
    let mut properties = format!("file={}", property(&quoted.path));
    if let Some(region) = quoted.region(diagnostic.span) {
        let (start, end) = (region.start, region.end);
        properties.push_str(&format!(",line={},endLine={}", start.line, end.line));
        if start.line == end.line {
            properties.push_str(&format!(",col={},endColumn={}", start.column, end.column));
        }
    }
    let title = format!("{} {}", diagnostic.code.name(), diagnostic.code.title());
    let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
    let message = data(&format!("{}{help}", diagnostic.message));
    format!("::{name} {properties},title={}::{message}\n", property(&title))
}

/// Escaped as `@actions/core` does it for what stands behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escaped as `@actions/core` does it for a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
