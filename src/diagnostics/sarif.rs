//! Diagnostics as SARIF 2.1.0, the form that code scanners exchange.

use super::texts::Texts;
use super::{Code, Diagnostic, Files, Severity};
use crate::text::Span;
use serde_json::{Value, json};
use std::fmt::Write as _;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One SARIF log with one run (OASIS, *SARIF Version 2.1.0*) and a line end.
///
/// The rules are the codes that occur, in order. Columns count Unicode code points from 1 (section
/// 3.14.17), ends are exclusive (3.30.8), and paths are relative references (3.4.3). Help is part of
/// the message.
pub fn render_sarif(diagnostics: &[Diagnostic], files: &dyn Files) -> String {
    let texts = Texts::new(files);
    let used: Vec<Code> = Code::ALL
        .iter()
        .copied()
        .filter(|code| diagnostics.iter().any(|found| found.code == *code))
        .collect();
    let results: Vec<_> = diagnostics.iter().map(|diagnostic| result(diagnostic, &used, &texts)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "chancery",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": used.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": { "text": code.title() },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(diagnostic: &Diagnostic, used: &[Code], texts: &Texts<'_>) -> Value {
    let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
    let mut result = json!({
        "ruleId": diagnostic.code.name(),
        "ruleIndex": used.iter().position(|code| *code == diagnostic.code),
        "level": level(diagnostic.severity),
        "message": { "text": format!("{}{help}", diagnostic.message) },
        "locations": [location(diagnostic.span, texts)],
    });
    let related = diagnostic.related.iter().enumerate().map(|(id, (span, why))| {
        let mut place = location(*span, texts);
        place["id"] = json!(id);
        place["message"] = json!({ "text": why });
        place
    });
    let related: Vec<_> = related.collect();
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    result
}

fn location(span: Span, texts: &Texts<'_>) -> Value {
    let quoted = texts.get(span.file);
    let mut physical = json!({ "artifactLocation": { "uri": uri(&quoted.path) } });
    if let Some(region) = quoted.region(span) {
        physical["region"] = json!({
            "startLine": region.start.line,
            "startColumn": region.start.column,
            "endLine": region.end.line,
            "endColumn": region.end.column,
        });
    }
    json!({ "physicalLocation": physical })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A path as a relative reference (RFC 3986, section 4.2).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            _ => write!(uri, "%{byte:02X}").expect("writing to a string does not fail"),
        }
    }
    uri
}
