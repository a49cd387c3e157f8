//! Every code of a mistake has its place in `docs/diagnostics.md`, with its severity.

use crate::tree::{file, none};
use chancery::diagnostics::{Code, Severity};

const PAGE: &str = "docs/diagnostics.md";

#[test]
fn every_code_is_told_with_its_title_and_severity() {
    let page = file(PAGE);
    let lines: Vec<&str> = page.text.lines().collect();
    let mut found = Vec::new();
    for code in Code::ALL {
        let heading = format!("### {}: {}", code.name(), code.title());
        let word = match code.severity() {
            Severity::Error => "Error.",
            Severity::Warning => "Warning.",
        };
        let Some(at) = lines.iter().position(|line| *line == heading) else {
            found.push(format!("{PAGE}:1: there is no heading `{heading}`"));
            continue;
        };
        let next = lines[at + 1..].iter().find(|line| !line.is_empty()).unwrap_or(&"");
        if !next.starts_with(word) {
            found.push(format!(
                "{PAGE}:{}: the text of {} does not begin with `{word}`",
                at + 2,
                code.name()
            ));
        }
    }
    none("codes and their page differ", &found);
}

#[test]
fn no_code_is_told_that_does_not_exist() {
    let known = |word: &str| Code::ALL.iter().any(|code| code.name() == word);
    let page = file(PAGE);
    let headings = page.lines().filter_map(|(number, line)| Some((number, line.strip_prefix("### ")?)));
    let found = headings.filter(|(_, heading)| !known(heading.split(':').next().unwrap_or_default()));
    let found: Vec<_> = found.map(|(number, heading)| format!("{PAGE}:{number}: {heading}")).collect();
    none("headings of codes that do not exist", &found);
}
