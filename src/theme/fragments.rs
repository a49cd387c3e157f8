//! Rows of lists, printed once and shared by every page that lists them.
//!
//! A row stands on a dozen pages, and to print it costs more than anything else on them. So the theme prints it once, by
//! `rows/KIND.html`, and lists take what was printed: `{{ rows | printed }}`.

use super::mistakes;
use crate::diagnostics::Diagnostic;
use crate::text::FileId;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use tera::value::Key;
use tera::{Context, Tera, Value};

/// The part of a theme that prints rows.
pub struct Fragments {
    tera: Tera,
    files: BTreeMap<String, FileId>,
    /// The first row that could not be printed.
    trouble: OnceLock<Diagnostic>,
}

impl std::fmt::Debug for Fragments {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fragments").field("trouble", &self.trouble).finish_non_exhaustive()
    }
}

/// The field of a printed row.
pub(super) const HTML: &str = "html";

impl Fragments {
    pub(super) fn new(tera: Tera, files: BTreeMap<String, FileId>) -> Self {
        Self { tera, files, trouble: OnceLock::new() }
    }

    /// What `template` prints of a row (`own`: on the page that records it), as a map with the field `html`; without it where the row cannot be printed, which
    /// [`trouble`](Self::trouble) tells.
    pub fn printed(&self, template: &str, row: Value, own: bool) -> Value {
        let mut context = Context::new();
        context.insert_value("row", row);
        context.insert_value("own", Value::from(own));
        let mut html = Vec::with_capacity(1024);
        if let Err(error) = self.tera.render_to(template, &context, &mut html) {
            let _ = self.trouble.set(mistakes::while_rendering(&error, &self.files, template));
            return Value::from(tera::Map::default());
        }
        let html = String::from_utf8(html).expect("templates and what they print are text");
        let mut map = tera::Map::with_capacity(1);
        map.insert(Key::Str(HTML), Value::safe_string(&html));
        Value::from(map)
    }

    /// What is wrong with the template of a row, once one could not be printed.
    pub fn trouble(&self) -> Option<&Diagnostic> {
        self.trouble.get()
    }
}
