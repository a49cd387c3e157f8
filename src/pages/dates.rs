//! Dates as views: each put into words once for a thread, for most days of a site stand on many pages.

use super::view::DateView;
use crate::model::{Date, Length};
use crate::theme;
use ahash::HashMap;
use serde::{Serialize, Serializer};
use std::cell::RefCell;
use tera::Value;

/// A date that was put into words, with what templates see of it.
struct Known {
    view: DateView,
    value: Option<Value>,
}

thread_local! {
    /// By the expression as written. Of each thread: two that count their uses of one date would wait for each other.
    static DATES: RefCell<HashMap<Box<str>, Known>> = RefCell::default();
}

/// A date in words.
pub fn date(date: &Date) -> DateView {
    // The author's own words may be others for the same date.
    if date.words.is_some() {
        return in_words(date);
    }
    DATES.with_borrow_mut(|dates| match dates.get(date.written.as_str()) {
        Some(known) => known.view.clone(),
        None => {
            let view = in_words(date);
            dates.insert(date.written.as_str().into(), Known { view: view.clone(), value: None });
            view
        }
    })
}

fn in_words(date: &Date) -> DateView {
    DateView {
        text: date.in_words(Length::Full),
        short: date.in_words(Length::Short),
        datetime: date.machine(),
        edtf: date.written.clone(),
        precision: date.precision_words(),
    }
}

impl Serialize for DateView {
    /// Into a template's context goes the shared value, with what `| time` prints; into a fingerprint, which is a binary
    /// form, what it holds.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { text, short, datetime, edtf, precision } = self;
        if !to.is_human_readable() {
            return (text, short, datetime, edtf, precision).serialize(to);
        }
        let value = || theme::with_date_printed(text, short, datetime.as_deref(), edtf, precision);
        DATES.with_borrow_mut(|dates| match dates.get_mut(edtf.as_str()) {
            Some(Known { view, value: known }) if view == self => {
                known.get_or_insert_with(value).serialize(to)
            }
            Some(_) => value().serialize(to),
            None => {
                let value = value();
                let known = Known { view: self.clone(), value: Some(value.clone()) };
                dates.insert(edtf.as_str().into(), known);
                value.serialize(to)
            }
        })
    }
}

/// What stands for an event whose date nobody recorded.
pub fn no_date() -> DateView {
    let text = "date not recorded".to_owned();
    DateView { short: text.clone(), text, datetime: None, edtf: String::new(), precision: "not recorded" }
}

#[cfg(test)]
mod tests {
    use super::date;
    use crate::model::Date;
    use tera::Value;

    #[test]
    fn the_authors_own_words_are_those_of_one_place_only() {
        let plain = Date::parse("2024-10-28").expect("a date");
        let told = Date { words: Some("the Monday after".to_owned()), ..plain.clone() };
        let texts = [&plain, &told, &plain].map(|one| date(one).text);
        assert_eq!(texts, ["28 October 2024", "the Monday after", "28 October 2024"]);
    }

    #[test]
    fn a_template_sees_of_a_date_what_it_holds() {
        let plain = Date::parse("2024-10-28").expect("a date");
        let told = Date { words: Some("the Monday after".to_owned()), ..plain.clone() };
        for one in [&told, &plain, &told] {
            let view = date(one);
            let seen = serde_json::to_value(Value::from_serializable(&view)).expect("a view is plain");
            let expected = serde_json::json!({
                "text": view.text, "short": view.short, "datetime": "2024-10-28", "edtf": "2024-10-28",
                "precision": "day known, hour not",
                "html": format!("<time datetime=\"2024-10-28\">{}</time>", view.text),
                "html_short": format!("<time datetime=\"2024-10-28\">{}</time>", view.short),
            });
            assert_eq!(seen, expected);
        }
    }
}
