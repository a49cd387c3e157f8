//! What templates may call beside Tera's own.

use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Kwargs, State, Tera, Value};

/// `asset(path=…)` gives the address of a static file, and so does `PATH | asset`, which costs half; `| thousands` sets a number's
/// thousands apart.
pub(super) fn register(tera: &mut Tera, hrefs: Arc<BTreeMap<String, String>>) {
    let of_function = Arc::clone(&hrefs);
    tera.register_function("asset", move |kwargs: Kwargs, _: &State| {
        asset(&of_function, kwargs.must_get::<&str>("path")?)
    });
    tera.register_filter("asset", move |path: &str, _: Kwargs, _: &State| asset(&hrefs, path));
    tera.register_filter("thousands", |number: f64, _: Kwargs, _: &State| crate::model::digits(number));
}

fn asset(hrefs: &BTreeMap<String, String>, path: &str) -> tera::TeraResult<Value> {
    match hrefs.get(path) {
        Some(href) => Ok(Value::from(href.as_str())),
        None => Err(tera::Error::message(format!("the theme has no static file `{path}`"))),
    }
}
