//! Words from closed lists as templates see them: made once for each word, with what `| term` prints.
//!
//! Every row has some, and there are a few dozen in all.

use super::view::TermView;
use crate::theme;
use ahash::HashMap;
use serde::{Serialize, Serializer};
use std::cell::RefCell;
use tera::Value;

impl Serialize for TermView {
    /// Into a template's context goes the shared value; into a fingerprint, which is a binary form, what it holds.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { key, label, symbol } = self;
        if !to.is_human_readable() {
            return (key, label, symbol).serialize(to);
        }
        TERMS.with_borrow_mut(|terms| {
            if !terms.contains_key(key.as_ref()) {
                terms.insert(key.as_ref().into(), Vec::new());
            }
            let of_key = terms.get_mut(key.as_ref()).expect("it is there by now");
            if let Some(known) = of_key.iter().find(|known| known.term == *self) {
                return known.value.serialize(to);
            }
            let value = theme::with_term_printed(key, label, symbol);
            of_key.push(Known { term: self.clone(), value: value.clone() });
            value.serialize(to)
        })
    }
}

struct Known {
    term: TermView,
    value: Value,
}

thread_local! {
    /// By their keys. Of each thread, so that none waits for another.
    static TERMS: RefCell<HashMap<Box<str>, Vec<Known>>> = RefCell::default();
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
