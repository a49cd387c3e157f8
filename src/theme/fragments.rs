//! Rows of lists, printed once and shared by every page that lists them.
//!
//! A row stands on a dozen pages, and to print it costs more than anything else on them. So the theme prints it once, by
//! `rows/KIND.html`, and lists take what was printed: `{{ rows | printed }}`.

use super::mistakes;
use crate::diagnostics::Diagnostic;
use crate::text::FileId;
use std::cell::RefCell;
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
/// The field of a row on the page that records it: the id of its place there.
pub(super) const ANCHOR: &str = "anchor";

thread_local! {
    /// Where a thread prints its rows.
    static PRINTED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

impl Fragments {
    pub(super) fn new(tera: Tera, files: BTreeMap<String, FileId>) -> Self {
        Self { tera, files, trouble: OnceLock::new() }
    }

    /// What `template` prints of a row, as a map with the field `html`; without it where the row cannot be printed, which
    /// [`trouble`](Self::trouble) tells.
    pub fn printed(&self, template: &str, row: Value) -> Value {
        let mut context = Context::new();
        context.insert_value("row", row);
        let mut html = PRINTED.take();
        html.clear();
        let mut map = tera::Map::default();
        match self.tera.render_to(template, &context, &mut html) {
            Ok(()) => {
                let html = str::from_utf8(&html).expect("templates and what they print are text");
                map.insert(Key::Str(HTML), Value::safe_string(html));
            }
            Err(error) => {
                let _ = self.trouble.set(mistakes::while_rendering(&error, &self.files, template));
            }
        }
        PRINTED.set(html);
        Value::from(map)
    }

    /// A printed row with the id of its place on the page.
    pub fn anchored(printed: &Value, anchor: &str) -> Value {
        let mut map = printed.as_map().cloned().unwrap_or_default();
        map.insert(Key::Str(ANCHOR), Value::from(anchor));
        Value::from(map)
    }

    /// What is wrong with the template of a row, once one could not be printed.
    pub fn trouble(&self) -> Option<&Diagnostic> {
        self.trouble.get()
    }
}
