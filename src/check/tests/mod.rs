//! Each lint fires where it should and is silent where it should be: small sites, one for each fact.

mod records;
mod statements;
mod texts;

use super::{LintRules, check};
use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::model::{RecordKind, Tlp};
use crate::resolve::{Audience, Rules, resolve};
use crate::text::FileId;
use jiff::Timestamp;

/// What a site of these files (path below `content/`, text) is told: the codes in order, with what each points at.
fn told(files: &[(&str, &str)]) -> Vec<(Code, String)> {
    let found = lint(files, &[], false).into_iter();
    found.map(|told| (told.code, files[told.span.file.0 as usize].1[told.span.range()].to_owned())).collect()
}

/// The messages of what a site is told.
fn messages(files: &[(&str, &str)]) -> Vec<String> {
    lint(files, &[], false).into_iter().map(|told| told.message).collect()
}

fn lint(files: &[(&str, &str)], silence: &[Code], strict: bool) -> Vec<Diagnostic> {
    let now: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a moment");
    let records = files.iter().enumerate().map(|(at, (path, text))| {
        let kind = path.split('/').next().and_then(RecordKind::from_plural).expect("a folder of records");
        let file = FileId(u32::try_from(at).expect("few files"));
        let parsed = crate::parse::parse(path, kind, file, text.as_bytes());
        assert_eq!(parsed.diagnostics, [], "{path}");
        parsed.value
    });
    let types = crate::config::EVENT_TYPES.map(str::to_owned);
    let audience = Audience { tlp: Tlp::Clear, drafts: false, now, as_of: None };
    let site = resolve(records.collect(), &Rules { audience, strict: false, event_types: &types });
    assert!(site.diagnostics.iter().all(|told| told.severity == Severity::Warning), "{:?}", site.diagnostics);
    check(&site.value, &LintRules { strict, now, silence })
}

/// A brief with these keys beside the four, and this text.
fn brief(keys: &str, text: &str) -> String {
    format!("---\ntitle: The title\ndate: 2024-10-28\nactors: [nato]\nsources: [letter]\n{keys}---\n{text}\n")
}

const NATO: (&str, &str) = ("actors/nato.md", "---\nname: NATO\n---\n");
const LETTER: (&str, &str) = ("sources/letter.md", "---\ntitle: A letter\n---\n");
const REPRINT: (&str, &str) = ("sources/reprint.md", "---\ntitle: A reprint\nderived_from: [letter]\n---\n");
const OTHER: (&str, &str) = ("sources/other.md", "---\ntitle: Another letter\n---\n");

#[test]
fn a_silenced_lint_is_not_told_and_a_strict_site_is_told_errors() {
    let files = [NATO, ("actors/otan.md", "---\nname: OTAN\nnames: [NATO]\n---\n")];
    assert_eq!(told(&files), [(Code::C001, "NATO".into())]);
    assert_eq!(lint(&files, &[Code::C001], false), []);
    assert_eq!(lint(&files, &[], false)[0].severity, Severity::Warning);
    assert_eq!(lint(&files, &[Code::C002], true)[0].severity, Severity::Error);
}

#[test]
fn of_very_many_of_one_code_fifty_are_told_and_the_rest_is_counted() {
    let texts: Vec<(String, String)> =
        (0..60).map(|at| (format!("actors/a{at}.md"), "---\nname: NATO\n---\n".to_owned())).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let messages = messages(&files);
    assert_eq!(messages.len(), 50);
    assert!(messages[49].ends_with("(9 more of this code are not shown)"), "{}", messages[49]);
}
