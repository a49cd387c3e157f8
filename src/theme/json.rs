//! Values as JSON: for a look at what a template sees, and for data in a page.

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// `| json_encode`, and with `pretty=true` on several lines.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("json_encode", |of: &Value, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        json(of, kwargs.get::<bool>("pretty")?.unwrap_or(false))
    });
}

/// Keys in the order of the alphabet, so that the same values give the same bytes; `<` is written as an escape, so that
/// nothing in the text ends a `<script>` around it.
fn json(of: &Value, pretty: bool) -> TeraResult<String> {
    let failed = |error: serde_json::Error| Error::message(format!("this value has no JSON: {error}"));
    let mut value = serde_json::to_value(of).map_err(failed)?;
    value.sort_all_objects();
    let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
    Ok(text.map_err(failed)?.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(template: &str) -> String {
        let mut tera = Tera::new();
        register(&mut tera);
        tera.add_raw_template("page.txt", template).expect("a template");
        let mut context = tera::Context::new();
        let value = serde_json::json!({"b": [1, true, null], "a": "</script>"});
        context.insert_value("of", Value::from_serializable(&value));
        tera.render("page.txt", &context).expect("it can be rendered")
    }

    #[test]
    fn a_value_is_json_with_its_keys_in_order_and_nothing_that_ends_a_script() {
        let json = rendered("{{ of | json_encode }}");
        assert_eq!(json, "{\"a\":\"\\u003c/script>\",\"b\":[1,true,null]}");
        let back: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(back["a"], "</script>");
    }

    #[test]
    fn pretty_json_stands_on_several_lines() {
        assert_eq!(rendered("{{ of.b | json_encode(pretty=true) }}"), "[\n  1,\n  true,\n  null\n]");
    }
}
