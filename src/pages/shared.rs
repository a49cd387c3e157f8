//! Views that stand on many pages: each made once, and shared by all that hold it, with what templates see of it.

use super::row::fingerprint;
use crate::model::Fingerprint;
use serde::{Serialize, Serializer};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
use tera::Value;

/// A view that is shared. A clone costs a count.
#[derive(Debug)]
pub struct Shared<V>(Arc<Inner<V>>);

#[derive(Debug)]
struct Inner<V> {
    view: V,
    fingerprint: Fingerprint,
    seen: OnceLock<Value>,
}

/// A view of which templates see more than its fields: what a filter prints of it.
pub trait Seen: Serialize {
    /// What templates see.
    fn seen(&self) -> Value;
}

impl<V: Seen> Shared<V> {
    /// What templates see of it.
    pub fn seen(&self) -> &Value {
        self.0.seen.get_or_init(|| self.0.view.seen())
    }
}

impl<V: Seen> From<V> for Shared<V> {
    fn from(view: V) -> Self {
        Self(Arc::new(Inner { fingerprint: fingerprint(&view), view, seen: OnceLock::new() }))
    }
}

impl<V> Clone for Shared<V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<V> Deref for Shared<V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.0.view
    }
}

impl<V: PartialEq> PartialEq for Shared<V> {
    fn eq(&self, other: &Self) -> bool {
        self.0.view == other.0.view
    }
}

impl<V: Eq> Eq for Shared<V> {}

impl<V: Seen> Serialize for Shared<V> {
    /// Into a template's context goes what it sees; into a fingerprint, which is a binary form, the view's own.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            self.seen().serialize(to)
        } else {
            to.serialize_bytes(&self.0.fingerprint.bytes())
        }
    }
}
