//! Rows of lists, printed once and shared by every page that lists them.
//!
//! A row stands on a dozen pages, and to print it costs more than anything else on them. So the theme prints it once, by
//! `rows/KIND.html`, and lists take what was printed: `{{ rows | printed }}`.

use super::mistakes;
use super::uses::{Asked, Uses};
use crate::diagnostics::Diagnostic;
use crate::text::FileId;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use tera::{Context, Tera, Value};

/// The part of a theme that prints rows.
pub struct Fragments {
    tera: Tera,
    files: BTreeMap<String, FileId>,
    /// What its templates ask of the rows.
    uses: Uses,
    /// The first row that could not be printed.
    trouble: OnceLock<Diagnostic>,
}

impl std::fmt::Debug for Fragments {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fragments").field("trouble", &self.trouble).finish_non_exhaustive()
    }
}

thread_local! {
    /// Where a thread prints its rows.
    static PRINTED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

impl Fragments {
    pub(super) fn new(tera: Tera, files: BTreeMap<String, FileId>, uses: Uses) -> Self {
        Self { tera, files, uses, trouble: OnceLock::new() }
    }

    /// The fields of a row that `template` may print.
    pub fn asked(&self, template: &str) -> &Asked {
        self.uses.of_row(template)
    }

    /// What `template` prints of a row, which is safe as it is; none where it cannot be printed, which
    /// [`trouble`](Self::trouble) tells.
    pub fn printed(&self, template: &str, row: Value) -> Value {
        let mut context = Context::new();
        context.insert_value("row", row);
        let mut html = PRINTED.take();
        html.clear();
        let printed = match self.tera.render_to(template, &context, &mut html) {
            Ok(()) => {
                Value::safe_string(str::from_utf8(&html).expect("templates and what they print are text"))
            }
            Err(error) => {
                let _ = self.trouble.set(mistakes::while_rendering(&error, &self.files, template));
                Value::none()
            }
        };
        PRINTED.set(html);
        printed
    }

    /// What is wrong with the template of a row, once one could not be printed.
    pub fn trouble(&self) -> Option<&Diagnostic> {
        self.trouble.get()
    }
}
