//! Every code: where it is reported, with which words, and that a sound twin is silent.

mod input;
mod parse;
mod resolve;
mod rest;

use crate::support::Site;
use chancery::diagnostics::Code;

/// A mistake, the place where it is told, and the same site without it.
pub struct Case {
    code: Code,
    bad: Site,
    sound: Site,
    at: &'static str,
    text: &'static str,
}

/// A mistake in one file at `path`; `sound` is the file without it.
fn in_file(
    code: Code,
    path: &str,
    bad: impl AsRef<[u8]>,
    at: (&'static str, &'static str),
    sound: &str,
) -> Case {
    Case { code, bad: base().file(path, bad), sound: base().file(path, sound), at: at.0, text: at.1 }
}

/// A site with an actor and a source to name.
fn base() -> Site {
    Site::new().actor("nato", "name: NATO").source("letter", "title: A letter")
}

const BRIEF: &str = "content/briefs/b.md";

/// A brief with more keys, from line 6 on, and a text, from the line after the next on.
fn brief(keys: &str, text: &str) -> String {
    let keys = if keys.is_empty() { String::new() } else { format!("{keys}\n") };
    format!("---\ntitle: B\ndate: 2024-10-28\nactors: [nato]\nsources: [letter]\n{keys}---\n{text}\n")
}

fn cases() -> Vec<Case> {
    let mut cases = parse::cases();
    cases.extend(resolve::cases());
    cases.extend(rest::cases());
    cases
}

#[test]
fn each_mistake_is_told_at_its_own_place_and_a_sound_twin_is_silent() {
    let mut wrong = Vec::new();
    for case in cases() {
        let name = case.code.name();
        let built = case.bad.build();
        let found: Vec<_> = built
            .reports
            .iter()
            .map(|report| (report.code, report.at.as_str(), report.text.as_str(), report.error))
            .collect();
        let severity = case.code.severity() == chancery::diagnostics::Severity::Error;
        let expected = [(case.code, case.at, case.text, severity)];
        if found != expected {
            wrong.push(format!("{name}: {found:#?} instead of {expected:#?}"));
        }
        if case.code.severity() == chancery::diagnostics::Severity::Error
            && built.edition.is_some()
            && case.code != Code::T003
        {
            wrong.push(format!("{name} is an error, and an edition is made"));
        }
        let told = case.sound.build().reports;
        if !told.is_empty() {
            wrong.push(format!("the sound twin of {name}: {told:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    let without = Code::ALL.iter().filter(|code| cases.iter().all(|case| case.code != **code));
    // Lints have their cases beside them, in `src/check/tests`.
    let without: Vec<_> = without.map(|code| code.name()).filter(|name| !name.starts_with('C')).collect();
    assert!(without.is_empty(), "no case shows {without:?}");
}

#[test]
fn every_message_names_what_is_wrong_and_never_only_where() {
    for case in cases() {
        let built = case.bad.build();
        let report = built.reports.first().expect("something is told");
        assert!(report.message.chars().count() > 8, "{}: {}", case.code.name(), report.message);
        assert!(!report.message.ends_with('.'), "{}: {}", case.code.name(), report.message);
    }
}
