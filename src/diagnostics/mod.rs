//! The author's mistakes: what is wrong, where, and what to do about it.
//!
//! Every stage gives its diagnostics beside its value, never instead of it ([`Reported`]).
//! This room turns them into words for people ([`render_human`]) and for machines
//! ([`render_json`], [`render_github`], [`render_sarif`]); it prints nothing itself.

mod code;
mod excerpt;
mod github;
mod human;
mod json;
mod nearest;
mod sarif;
mod texts;

#[cfg(test)]
mod tests;

pub use code::Code;
pub use github::render_github;
pub use human::{Style, render_human};
pub use json::render_json;
pub use nearest::nearest;
pub use sarif::render_sarif;

use crate::text::{FileId, Span};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site is built; something in it is probably not what the author meant.
    Warning,
    /// The site is not built.
    Error,
}

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Diagnostic {
    /// Which mistake, listed in `docs/diagnostics.md`.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Where. A span of no bytes at the start of a file means the file as a whole.
    pub span: Span,
    /// What is wrong, in one sentence that names the offending text.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that matter, each with a word on why.
    pub related: Vec<(Span, String)>,
}

impl Diagnostic {
    /// A mistake of the code's usual severity.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            span,
            message: message.into(),
            help: None,
            related: Vec::new(),
        }
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with advice, if there is any.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// The same with another place.
    #[must_use]
    pub fn related(mut self, span: Span, why: impl Into<String>) -> Self {
        self.related.push((span, why.into()));
        self
    }

    /// The same as an error.
    #[must_use]
    pub fn as_error_if(mut self, strict: bool) -> Self {
        if strict {
            self.severity = Severity::Error;
        }
        self
    }
}

/// A value with the mistakes found on the way to it.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Reported<T> {
    /// The value, as good as could be made.
    pub value: T,
    /// What was wrong, in the order found.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Reported<T> {
    /// A value with nothing wrong.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// The value, its mistakes moved to the end of `sink`.
    pub fn into_value(mut self, sink: &mut Vec<Diagnostic>) -> T {
        sink.append(&mut self.diagnostics);
        self.value
    }
}

/// Where the texts of files are looked up when a report is drawn.
pub trait Files {
    /// Path for people, relative to the site's root, with forward slashes.
    fn path(&self, file: FileId) -> String;
    /// The text, or none where it cannot be read (any more) or is not UTF-8.
    fn text(&self, file: FileId) -> Option<String>;
}

/// True where any of them is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// Puts diagnostics in the order in which they are shown: by file, then place, then code; twins are dropped, and a
/// template that fails for many pages is told once, with their number.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
    diagnostics.dedup();
    let same =
        |a: &Diagnostic, b: &Diagnostic| a.code == Code::T003 && b.code == Code::T003 && a.span == b.span;
    let mut kept: Vec<(Diagnostic, usize)> = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics.drain(..) {
        match kept.last_mut().filter(|(last, _)| same(last, &diagnostic)) {
            Some((_, more)) => *more += 1,
            None => kept.push((diagnostic, 0)),
        }
    }
    diagnostics.extend(kept.into_iter().map(|(mut diagnostic, more)| {
        if more > 0 {
            diagnostic.message += &format!(" and of {more} more");
        }
        diagnostic
    }));
}
