//! Dates as views: each put into words once for a thread, and shared by every view it stands in, for most days of a site stand on
//! many pages.

use super::shared::{Seen, Shared};
use super::view::DateView;
use crate::model::{Date, Length};
use crate::theme;
use ahash::HashMap;
use std::cell::RefCell;
use tera::Value;

/// A [`DateView`] that is shared.
pub type Day = Shared<DateView>;

impl Seen for DateView {
    fn seen(&self) -> Value {
        let Self { text, short, datetime, edtf, precision } = self;
        theme::with_date_printed(text, short, datetime.as_deref(), edtf, precision)
    }
}

thread_local! {
    /// By the expression as written. Of each thread: two that count their uses of one date would wait for each other.
    static DAYS: RefCell<HashMap<Box<str>, Day>> = RefCell::default();
}

/// A date in words.
pub fn date(date: &Date) -> Day {
    // The author's own words may be others for the same date.
    if date.words.is_some() {
        return in_words(date).into();
    }
    DAYS.with_borrow_mut(|days| match days.get(date.written.as_str()) {
        Some(known) => known.clone(),
        None => {
            let day = Day::from(in_words(date));
            days.insert(date.written.as_str().into(), day.clone());
            day
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

/// What stands for an event whose date nobody recorded.
pub fn no_date() -> Day {
    let text = "date not recorded".to_owned();
    let (edtf, precision) = (String::new(), "not recorded");
    DateView { short: text.clone(), text, datetime: None, edtf, precision }.into()
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
        let texts = [&plain, &told, &plain].map(|one| date(one).text.clone());
        assert_eq!(texts, ["28 October 2024", "the Monday after", "28 October 2024"]);
    }

    #[test]
    fn a_template_sees_of_a_date_what_it_holds() {
        let plain = Date::parse("2024-10-28").expect("a date");
        let told = Date { words: Some("the Monday after".to_owned()), ..plain.clone() };
        // Words that were shown before are nobody else's.
        let words = ["the Monday after", "28 October 2024", "the Monday after"];
        for (one, words) in [&told, &plain, &told].into_iter().zip(words) {
            let view = date(one);
            assert_eq!(view.text, words);
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
