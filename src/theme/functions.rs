//! What templates may call beside Tera's own.

use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Kwargs, State, Tera, Value};

/// `asset(path=…)` gives the address of a static file; `| thousands` sets a number's thousands apart.
pub(super) fn register(tera: &mut Tera, hrefs: Arc<BTreeMap<String, String>>) {
    tera.register_function("asset", move |kwargs: Kwargs, _: &State| -> tera::TeraResult<Value> {
        let path = kwargs.must_get::<&str>("path")?;
        match hrefs.get(path) {
            Some(href) => Ok(Value::from(href.as_str())),
            None => Err(tera::Error::message(format!("the theme has no static file `{path}`"))),
        }
    });
    tera.register_filter("thousands", |number: f64, _: Kwargs, _: &State| crate::model::digits(number));
}
