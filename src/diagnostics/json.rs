//! Diagnostics as one JSON document.

use super::texts::{Region, Texts};
use super::{Diagnostic, Files, Severity};
use crate::text::Span;
use serde::Serialize;

/// Characters of the offending text at most.
const LONGEST_TEXT: usize = 200;

#[derive(Serialize)]
struct Item<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    place: Place,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    text: Option<String>,
}

/// One JSON array with an object for each diagnostic, in the order given, and a line end.
///
/// `line`, `column`, `end_line`, `end_column` count from 1, columns in characters, the end just behind
/// the last one; with `text`, the first 200 characters of the place, they are null where it is the
/// file as a whole. `help` may be null. `related` holds objects with the same keys and a `message`.
pub fn render_json(diagnostics: &[Diagnostic], files: &dyn Files) -> String {
    let texts = Texts::new(files);
    let items: Vec<_> = diagnostics.iter().map(|diagnostic| item(&texts, diagnostic)).collect();
    let mut json = serde_json::to_string_pretty(&items).expect("texts and numbers can be written");
    json.push('\n');
    json
}

fn item<'a>(texts: &Texts<'_>, diagnostic: &'a Diagnostic) -> Item<'a> {
    let related = diagnostic.related.iter();
    Item {
        code: diagnostic.code.name(),
        severity: diagnostic.severity,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        place: place(texts, diagnostic.span),
        related: related.map(|(span, why)| Related { message: why, place: place(texts, *span) }).collect(),
    }
}

fn place(texts: &Texts<'_>, span: Span) -> Place {
    let quoted = texts.get(span.file);
    let region = quoted.region(span);
    let number = |pick: fn(&Region<'_>) -> usize| region.as_ref().map(pick);
    Place {
        path: quoted.path.clone(),
        line: number(|region| region.start.line),
        column: number(|region| region.start.column),
        end_line: number(|region| region.end.line),
        end_column: number(|region| region.end.column),
        text: region.as_ref().map(|region| region.text.chars().take(LONGEST_TEXT).collect()),
    }
}
