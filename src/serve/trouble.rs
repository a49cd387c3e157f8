//! Errors as tabs show them.

use crate::diagnostics::{Diagnostic, Files, Severity, Style, render_human};
use crate::model::Fingerprint;
use crate::pipeline::PipelineError;
use serde::Serialize;
use std::error::Error;

/// Errors that are shown at most.
const MOST: usize = 20;
/// Columns of the lines that are quoted.
const WIDTH: usize = 100;

/// What stands in the way of a page or of the whole site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Trouble {
    /// How many errors there are.
    pub count: usize,
    /// The first of them.
    pub errors: Vec<Mistake>,
}

/// One error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Mistake {
    /// Its code; empty for what is no mistake of the author's.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// As the terminal shows it, with its lines.
    pub text: String,
}

impl Trouble {
    /// The errors among `diagnostics`, as `build` prints them.
    pub(super) fn of(diagnostics: &[Diagnostic], files: &dyn Files) -> Self {
        let errors = || diagnostics.iter().filter(|one| one.severity == Severity::Error);
        let style = Style { color: false, width: WIDTH };
        let drawn = errors().take(MOST).map(|one| Mistake {
            code: one.code.name(),
            message: one.message.clone(),
            text: render_human(std::slice::from_ref(one), files, style).trim_end().to_owned(),
        });
        Self { count: errors().count(), errors: drawn.collect() }
    }

    /// A failure of the environment's.
    pub(super) fn failure(error: &PipelineError) -> Self {
        let because = error.source().map(|cause| format!("\n  because: {cause}")).unwrap_or_default();
        let text = format!("error: {error}{because}");
        Self { count: 1, errors: vec![Mistake { code: "", message: error.to_string(), text }] }
    }

    /// True where nothing is wrong.
    pub(super) fn is_none(&self) -> bool {
        self.count == 0
    }

    /// Tells one trouble from another.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        let texts: Vec<&str> = self.errors.iter().map(|error| error.text.as_str()).collect();
        Fingerprint::of(texts.join("\n\n").as_bytes())
    }
}
