//! List rows made once for the whole site and shared by every page that lists them.

use crate::model::Fingerprint;
use crate::theme::Fragments;
use serde::{Serialize, Serializer};
use std::cell::RefCell;
use std::sync::{Arc, OnceLock};
use tera::Value;

/// A row of type `T`. A clone costs a count; in a fingerprint it stands as its own, and only where a page is rendered it
/// becomes a template value, once.
#[derive(Debug)]
pub struct Row<T>(Arc<Inner<T>>);

#[derive(Debug)]
struct Inner<T> {
    row: T,
    fingerprint: Fingerprint,
    value: OnceLock<Value>,
    /// What prints it, and by which template.
    print: Option<(Arc<Fragments>, &'static str)>,
}

impl<T> Clone for Row<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Serialize> Row<T> {
    /// Makes the row.
    pub fn new(row: T) -> Self {
        Self::with(row, None)
    }

    /// Makes a row that templates find printed, as its field `html`.
    pub fn printed(row: T, fragments: Arc<Fragments>, template: &'static str) -> Self {
        Self::with(row, Some((fragments, template)))
    }

    fn with(row: T, print: Option<(Arc<Fragments>, &'static str)>) -> Self {
        let fingerprint = fingerprint(&row);
        Self(Arc::new(Inner { row, fingerprint, value: OnceLock::new(), print }))
    }

    /// What it holds.
    pub fn view(&self) -> &T {
        &self.0.row
    }

    fn value(&self) -> &Value {
        self.0.value.get_or_init(|| {
            let value = Value::from_serializable(&self.0.row);
            match &self.0.print {
                Some((fragments, template)) => fragments.printed(template, value),
                None => value,
            }
        })
    }
}

impl<T: Serialize> Serialize for Row<T> {
    /// Into a template's context goes the shared value itself; into a fingerprint, which is a binary form, the row's own.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            self.value().serialize(serializer)
        } else {
            self.0.fingerprint.0.serialize(serializer)
        }
    }
}

/// The hash of all that `view` holds.
pub fn fingerprint<T: Serialize + ?Sized>(view: &T) -> Fingerprint {
    thread_local! {
        /// One buffer for each thread: to hash a view in one go is faster than piece by piece.
        static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    let mut buffer = BUFFER.take();
    buffer.clear();
    let buffer = postcard::to_extend(view, buffer).expect("views are plain values, and a list takes all");
    let fingerprint = Fingerprint::of(&buffer);
    BUFFER.set(buffer);
    fingerprint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Inner {
        text: &'static str,
    }

    #[derive(Serialize)]
    struct Outer {
        rows: Vec<Row<Inner>>,
    }

    #[test]
    fn a_row_is_the_value_in_a_context_and_its_hash_in_a_fingerprint() {
        let row = |text| Row::new(Inner { text });
        let outer = Outer { rows: vec![row("a"), row("b")] };
        let value = Value::from_serializable(&outer);
        let second = value.get_from_path("rows.1.text").and_then(|v| v.as_str().map(str::to_owned));
        assert_eq!(second.as_deref(), Some("b"));
        assert_eq!(fingerprint(&outer), fingerprint(&Outer { rows: vec![row("a"), row("b")] }));
        assert_ne!(fingerprint(&outer), fingerprint(&Outer { rows: vec![row("b"), row("a")] }));
    }
}
