//! Words from closed lists as templates see them: made once for each word of the program's own.
//!
//! Every row has some, and there are a few dozen in all.

use super::view::TermView;
use ahash::HashMap;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::cell::RefCell;
use tera::Value;

impl Serialize for TermView {
    /// Into a template's context goes the shared value; into a fingerprint, which is a binary form, what it holds.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { key, label, symbol } = self;
        match (key, label) {
            (Cow::Borrowed(key), Cow::Borrowed(label)) if to.is_human_readable() => {
                TERMS.with_borrow_mut(|terms| {
                    let value = || Value::from_serializable(&Fields { key, label, symbol });
                    terms.entry([key, label, symbol]).or_insert_with(value).serialize(to)
                })
            }
            _ => Fields { key, label, symbol }.serialize(to),
        }
    }
}

#[derive(Serialize)]
struct Fields<'a> {
    key: &'a str,
    label: &'a str,
    symbol: &'a str,
}

thread_local! {
    /// By key, label and symbol. Of each thread, so that none waits for another.
    static TERMS: RefCell<HashMap<[&'static str; 3], Value>> = RefCell::default();
}

#[cfg(test)]
mod tests {
    use super::TermView;
    use tera::Value;

    #[test]
    fn a_word_of_the_program_is_to_templates_what_one_of_the_author_is() {
        let own = TermView { key: "no-comment".into(), label: "no comment".into(), symbol: "○" };
        let authors = TermView {
            key: own.key.to_string().into(),
            label: own.label.to_string().into(),
            symbol: own.symbol,
        };
        let values = [&own, &authors, &own].map(Value::from_serializable);
        assert_eq!(values[0], values[1]);
        assert_eq!(values[0], values[2]);
        let field = |name: &str| values[0].as_map()?.get(&tera::value::Key::Str(name)).cloned();
        assert_eq!(field("label"), Some(Value::from("no comment")));
    }
}
