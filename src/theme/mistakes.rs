//! Tera's errors as diagnostics.

use crate::diagnostics::{Code, Diagnostic};
use crate::text::{FileId, Span};
use std::collections::BTreeMap;
use std::error::Error as _;
use tera::{Error, ErrorKind};

/// A template that cannot be read (T002).
pub(super) fn in_template(error: &Error, files: &BTreeMap<String, FileId>) -> Diagnostic {
    let (message, span) = place(error, files);
    Diagnostic::new(Code::T002, span, message)
}

/// A template that cannot be rendered (T003).
pub(super) fn while_rendering(
    error: &Error,
    files: &BTreeMap<String, FileId>,
    output_path: &str,
) -> Diagnostic {
    let (message, span) = place(error, files);
    Diagnostic::new(Code::T003, span, format!("{message}, in the making of {output_path}"))
}

fn place(error: &Error, files: &BTreeMap<String, FileId>) -> (String, Span) {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let file = files.get(report.filename()).copied();
            let range = report.span().range.clone();
            let span = file.map(|file| Span::new(file, range.start, range.end));
            (one_line(report.message()), span.unwrap_or_else(nowhere))
        }
        other => {
            let mut message = one_line(&other.to_string());
            let mut cause = error.source();
            while let Some(error) = cause {
                message = format!("{message}: {}", one_line(&error.to_string()));
                cause = error.source();
            }
            (message, nowhere())
        }
    }
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn nowhere() -> Span {
    Span::whole_file(FileId(0))
}
