//! List rows made once for the whole site and shared by every page that lists them.

use crate::model::Fingerprint;
use crate::theme::{self, Asked, Fragments};
use serde::{Serialize, Serializer};
use std::cell::RefCell;
use std::sync::{Arc, OnceLock};
use tera::Value;

/// A row of type `T` as lists print it: in a template's context its HTML, printed once. A clone costs a count, and in a
/// fingerprint it stands as its own.
#[derive(Debug)]
pub struct Row<T>(Arc<Inner<T>>);

/// The same row field by field, for pages that do not only list it.
#[derive(Debug)]
pub struct FullRow<T>(Arc<Inner<T>>);

/// The same row on the page that records it: like [`Row`], with the id of its place there.
#[derive(Debug)]
pub struct OwnRow<T>(Arc<Inner<T>>, String);

/// The same row as another template than its own prints it, for a list of another sort.
#[derive(Debug)]
pub struct OtherRow<T>(Arc<Inner<T>>, &'static str);

/// What a row may hold.
pub trait ListRow: Serialize {
    /// The fields that are asked for, or more, as templates see them.
    fn value(&self, _asked: &Asked) -> Value {
        Value::from_serializable(self)
    }
}

#[derive(Debug)]
struct Inner<T> {
    row: T,
    fingerprint: Fingerprint,
    printed: OnceLock<Value>,
    fields: OnceLock<Value>,
    /// Whether the fields are kept once they were asked for: worth it where many pages do.
    keep: bool,
    fragments: Arc<Fragments>,
    /// What it is printed by.
    template: &'static str,
}

impl<T> Clone for Row<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Clone for FullRow<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Clone for OwnRow<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0), self.1.clone())
    }
}

impl<T> Clone for OtherRow<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0), self.1)
    }
}

impl<T: ListRow> Row<T> {
    /// Makes a row that `template` prints. Its fields are kept for the next page that wants them where `keep` says so.
    pub fn new(row: T, fragments: Arc<Fragments>, template: &'static str, keep: bool) -> Self {
        let fingerprint = fingerprint(&row);
        let (printed, fields) = (OnceLock::new(), OnceLock::new());
        Self(Arc::new(Inner { row, fingerprint, printed, fields, keep, fragments, template }))
    }

    /// What it holds.
    pub fn view(&self) -> &T {
        &self.0.row
    }

    /// The row field by field.
    pub fn in_full(self) -> FullRow<T> {
        FullRow(self.0)
    }

    /// The row for the page that records it, where its id is to be `anchor`.
    pub fn at(self, anchor: String) -> OwnRow<T> {
        OwnRow(self.0, anchor)
    }

    /// The row as `template` prints it.
    pub fn by(self, template: &'static str) -> OtherRow<T> {
        OtherRow(self.0, template)
    }
}

impl<T: ListRow> Inner<T> {
    fn fields(&self) -> Value {
        let make = || self.row.value(&Asked::All);
        if self.keep { self.fields.get_or_init(make).clone() } else { make() }
    }

    fn printed(&self) -> &Value {
        self.printed.get_or_init(|| self.printed_by(self.template))
    }

    fn printed_by(&self, template: &str) -> Value {
        // Fields that no page asked for are not kept for having been printed.
        let fields = self.fields.get().cloned();
        let fields = fields.unwrap_or_else(|| self.row.value(self.fragments.asked(template)));
        self.fragments.printed(template, fields)
    }
}

impl<T> Inner<T> {
    /// Into a template's context goes the shared value itself; into a fingerprint, which is a binary form, the row's own.
    fn serialize<S: Serializer>(&self, to: S, value: impl FnOnce() -> Value) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            value().serialize(to)
        } else {
            to.serialize_bytes(&self.fingerprint.bytes())
        }
    }
}

impl<T: ListRow> Serialize for Row<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer, || self.0.printed().clone())
    }
}

impl<T: ListRow> Serialize for FullRow<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer, || self.0.fields())
    }
}

impl<T: ListRow> Serialize for OwnRow<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer, || theme::with_id(self.0.printed(), &self.1))
    }
}

impl<T: ListRow> Serialize for OtherRow<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer, || self.0.printed_by(self.1))
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
