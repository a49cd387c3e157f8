//! A page before it is rendered: its template, what the template is given, and the hash of that.

use super::row::fingerprint;
use super::view::PageView;
use crate::model::{Fingerprint, FingerprintHasher};
use serde::Serialize;
use tera::{Context, Value};

/// A page ready to render.
#[derive(Debug)]
pub struct Page {
    /// The template's name.
    pub template: &'static str,
    /// What it is given.
    pub context: Context,
    /// The hash of the template's name and of all it is given.
    pub fingerprint: Fingerprint,
}

impl Page {
    /// A page whose template sees `head` as `page` and `view` as `name`.
    pub fn new<T: Serialize>(template: &'static str, name: &'static str, head: &PageView, view: &T) -> Self {
        let mut hasher = FingerprintHasher::new();
        hasher.write_str(template);
        hasher.write_fingerprint(fingerprint(head));
        hasher.write_fingerprint(fingerprint(view));
        let mut context = Context::new();
        context.insert_value("page", Value::from_serializable(head));
        context.insert_value(name, Value::from_serializable(view));
        Self { template, context, fingerprint: hasher.finish() }
    }
}
