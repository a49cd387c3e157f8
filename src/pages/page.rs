//! A page before it is rendered: its template, what the template is given, and the hash of that.

use super::row::fingerprint;
use super::view::PageView;
use crate::model::{Fingerprint, FingerprintHasher};
use serde::Serialize;
use tera::{Context, Value};

/// A page ready to render.
pub struct Page {
    /// The template's name.
    pub template: &'static str,
    /// The name by which the template knows the view.
    name: &'static str,
    head: PageView,
    view: Box<dyn View>,
}

/// What a template is given, whatever it is.
trait View {
    fn value(&self) -> Value;
    fn fingerprint(&self) -> Fingerprint;
}

impl<T: Serialize> View for T {
    fn value(&self) -> Value {
        Value::from_serializable(self)
    }

    fn fingerprint(&self) -> Fingerprint {
        fingerprint(self)
    }
}

impl Page {
    /// A page whose template sees `head` as `page` and `view` as `name`.
    pub fn new<T: Serialize + 'static>(
        template: &'static str,
        name: &'static str,
        head: PageView,
        view: T,
    ) -> Self {
        Self { template, name, head, view: Box::new(view) }
    }

    /// What the template is given. Costs more than the fingerprint, and a page that stands already needs only that.
    pub fn context(&self) -> Context {
        let mut context = Context::new();
        context.insert_value("page", Value::from_serializable(&self.head));
        context.insert_value(self.name, self.view.value());
        context
    }

    /// The hash of the template's name and of all it is given.
    pub fn fingerprint(&self) -> Fingerprint {
        let mut hasher = FingerprintHasher::new();
        hasher.write_str(self.template);
        hasher.write_fingerprint(fingerprint(&self.head));
        hasher.write_fingerprint(self.view.fingerprint());
        hasher.finish()
    }
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page").field("template", &self.template).finish_non_exhaustive()
    }
}
