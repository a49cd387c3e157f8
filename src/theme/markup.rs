//! The smallest pieces of markup, as filters: texts, links, dates, terms, markings.
//!
//! They stand on every page hundreds of times. A component would be the same for a theme's author, and costs twenty
//! times as much. Each takes a view as `pages/view` has it and gives HTML that is safe as it is.

use crate::text::escape;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::cell::RefCell;
use tera::value::Key;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// `| lang`, `| text`, `| link`, `| links`, `| time`, `| term`, `| marking`, `| printed`.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("lang", |of: &Value, _: Kwargs, _: &State| {
        piece(of, |of, html| push_lang(html, of))
    });
    tera.register_filter("text", |of: &Value, _: Kwargs, _: &State| {
        piece(of, |of, html| push_text(html, of))
    });
    tera.register_filter("link", |of: &Value, _: Kwargs, _: &State| printed_once(of, HTML, push_link));
    tera.register_filter("links", |of: &Value, _: Kwargs, _: &State| links(of));
    tera.register_filter("time", |of: &Value, kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let short = kwargs.get::<bool>("short")?.unwrap_or(false);
        printed_once(of, if short { SHORT } else { HTML }, |html, of| push_time(html, of, short))
    });
    tera.register_filter("term", |of: &Value, _: Kwargs, _: &State| printed_once(of, HTML, push_term));
    tera.register_filter("marking", |of: &Value, _: Kwargs, _: &State| {
        piece(of, |of, html| push_marking(html, of))
    });
    tera.register_filter("printed", |of: &Value, _: Kwargs, _: &State| printed(of));
}

/// A view's fields by name.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a tera::Map);

impl<'a> Fields<'a> {
    pub(super) fn of(value: &'a Value) -> TeraResult<Self> {
        let wrong = || Error::message("this filter takes a text, link, date or term of a view");
        value.as_map().map(Self).ok_or_else(wrong)
    }

    /// The text of a field; empty where there is none.
    pub(super) fn get(self, name: &'static str) -> &'a str {
        self.value(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// What a field holds.
    pub(super) fn value(self, name: &'static str) -> Option<&'a Value> {
        self.0.get(&Key::Str(name))
    }

    /// The items of a field; none where there are none.
    pub(super) fn list(self, name: &'static str) -> &'a [Value] {
        self.value(name).and_then(Value::as_array).unwrap_or_default()
    }
}

fn piece(of: &Value, write: impl Fn(Fields<'_>, &mut String)) -> TeraResult<Value> {
    let mut html = String::with_capacity(96);
    write(Fields::of(of)?, &mut html);
    Ok(Value::safe_string(&html))
}

/// ` lang="ko" dir="rtl"`, or nothing.
fn push_lang(html: &mut String, of: Fields<'_>) {
    write_lang(html, Some(of.get("lang")), Some(of.get("dir")));
}

fn write_lang(html: &mut String, lang: Option<&str>, dir: Option<&str>) {
    for (name, value) in [("lang", lang), ("dir", dir)] {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            push_attribute(html, name, value);
        }
    }
}

/// The words; in `<bdi>` where they are in another language or direction than the page.
fn push_text(html: &mut String, of: Fields<'_>) {
    write_text(html, of.get("text"), Some(of.get("lang")), Some(of.get("dir")));
}

fn write_text(html: &mut String, text: &str, lang: Option<&str>, dir: Option<&str>) {
    let mut attributes = String::new();
    write_lang(&mut attributes, lang, dir);
    if attributes.is_empty() {
        return escape::push_text(html, text);
    }
    html.push_str("<bdi");
    html.push_str(&attributes);
    html.push('>');
    escape::push_text(html, text);
    html.push_str("</bdi>");
}

/// A view; as it was printed before into its field `printed`, where it was.
fn printed_once(
    of: &Value,
    printed: &'static str,
    write: impl Fn(&mut String, Fields<'_>),
) -> TeraResult<Value> {
    match of.as_map().and_then(|of| of.get(&Key::Str(printed))) {
        Some(printed) => Ok(printed.clone()),
        None => piece(of, |of, html| write(html, of)),
    }
}

/// What was printed of a link that [`with_link_printed`] gave.
pub fn link_html(link: &Value) -> &str {
    link.as_map().and_then(|of| of.get(&Key::Str(HTML))).and_then(Value::as_str).unwrap_or_default()
}

/// Appends a link; as it was printed before, where it was.
fn push_printed(html: &mut String, link: &Value) -> TeraResult<()> {
    let of = Fields::of(link)?;
    match of.get(HTML) {
        "" => push_link(html, of),
        printed => html.push_str(printed),
    }
    Ok(())
}

/// The fields of a link with what `| link` prints of it, for links that stand on many pages.
pub fn with_link_printed(href: Option<&str>, text: &str, lang: Option<&str>, dir: Option<&str>) -> Value {
    let html = in_room(|html| write_link(html, href.unwrap_or_default(), text, lang, dir));
    let [href, lang, dir] = [href, lang, dir].map(maybe);
    record(&[("href", href), ("text", text.into()), ("lang", lang), ("dir", dir), (HTML, html)])
}

/// The fields of a date with what `| time` prints of it.
pub fn with_date_printed(
    text: &str,
    short: &str,
    datetime: Option<&str>,
    edtf: &str,
    precision: &str,
) -> Value {
    record(&[
        ("text", text.into()),
        ("short", short.into()),
        ("datetime", maybe(datetime)),
        ("edtf", edtf.into()),
        ("precision", precision.into()),
        (HTML, in_room(|html| push_date(html, text, datetime, edtf))),
        (SHORT, in_room(|html| push_date(html, short, datetime, edtf))),
    ])
}

/// The fields of a word from a list with what `| term` prints of it.
pub fn with_term_printed(key: &str, label: &str, symbol: &str) -> Value {
    let html = in_room(|html| push_word(html, key, label, symbol));
    record(&[("key", key.into()), ("label", label.into()), ("symbol", symbol.into()), (HTML, html)])
}

fn maybe(text: Option<&str>) -> Value {
    text.map_or_else(Value::none, Value::from)
}

/// What `write` writes, as HTML that is safe as it is.
pub fn in_room(write: impl FnOnce(&mut String)) -> Value {
    let mut html = PRINTED.take();
    html.clear();
    write(&mut html);
    let value = Value::safe_string(&html);
    PRINTED.set(html);
    value
}

/// A map of these fields. Out of a [`tera::Map`] one would be made a second time.
pub fn record(fields: &[(&'static str, Value)]) -> Value {
    struct Record<'a>(&'a [(&'static str, Value)]);
    impl Serialize for Record<'_> {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let mut record = to.serialize_struct("", self.0.len())?;
            for (name, value) in self.0 {
                record.serialize_field(name, value)?;
            }
            record.end()
        }
    }
    Value::from_serializable(&Record(fields))
}

/// `<a href>`; the words alone where it leads nowhere.
fn push_link(html: &mut String, of: Fields<'_>) {
    write_link(html, of.get("href"), of.get("text"), Some(of.get("lang")), Some(of.get("dir")));
}

fn write_link(html: &mut String, href: &str, text: &str, lang: Option<&str>, dir: Option<&str>) {
    if href.is_empty() {
        return write_text(html, text, lang, dir);
    }
    html.push_str("<a");
    push_attribute(html, "href", href);
    write_lang(html, lang, dir);
    html.push('>');
    escape::push_text(html, text);
    html.push_str("</a>");
}

fn push_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape::push_attribute(html, value);
    html.push('"');
}

/// Links with commas between.
fn links(of: &Value) -> TeraResult<Value> {
    let list = of.as_array().ok_or_else(|| Error::message("`links` takes a list of links"))?;
    let mut html = String::with_capacity(list.len() * 96);
    push_link_list(&mut html, list)?;
    Ok(Value::safe_string(&html))
}

fn push_link_list(html: &mut String, list: &[Value]) -> TeraResult<()> {
    for (at, link) in list.iter().enumerate() {
        if at > 0 {
            html.push_str(", ");
        }
        push_printed(html, link)?;
    }
    Ok(())
}

/// The field with what was printed of a link, date or term.
const HTML: &str = "html";

/// That with what `| time(short=true)` prints of a date.
const SHORT: &str = "html_short";

/// Rows of a list as they were printed, each on a line of its own.
fn printed(of: &Value) -> TeraResult<Value> {
    let wrong = || Error::message("`printed` takes a list of rows");
    let list = of.as_array().ok_or_else(wrong)?;
    let mut all = true;
    // Rows are many and lie far apart in memory: each is looked at once.
    let html = in_room(|html| {
        for row in list {
            let row = row.as_str();
            all &= row.is_some();
            let row = row.unwrap_or_default();
            if !html.is_empty() && !row.is_empty() {
                html.push('\n');
            }
            html.push_str(row);
        }
    });
    // One that could not be printed must not go missing unsaid.
    if all { Ok(html) } else { Err(wrong()) }
}

thread_local! {
    /// Where a thread puts pieces together.
    static PRINTED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The HTML of a row with an id for the element that it begins with.
pub fn with_id(row: &Value, id: &str) -> Value {
    let Some(html) = row.as_str().filter(|html| html.starts_with('<')) else { return row.clone() };
    let (name, rest) = html.split_at(end_of_name(html));
    in_room(|own| {
        own.push_str(name);
        push_attribute(own, "id", id);
        own.push_str(rest);
    })
}

/// Where the name of the element ends that the HTML begins with.
fn end_of_name(html: &str) -> usize {
    html.find(|c: char| !(c == '<' || c.is_ascii_alphanumeric())).unwrap_or(html.len())
}

fn push_time(html: &mut String, of: Fields<'_>, short: bool) {
    let machine = Some(of.get("datetime")).filter(|machine| !machine.is_empty());
    push_date(html, of.get(if short { "short" } else { "text" }), machine, of.get("edtf"));
}

/// `<time datetime>`; `<data value>` with the date in EDTF where HTML has no form for it; the words alone where there is none.
pub fn push_date(html: &mut String, words: &str, machine: Option<&str>, edtf: &str) {
    let (name, attribute, value) = match machine {
        None if edtf.is_empty() => return escape::push_text(html, words),
        None => ("data", "value", edtf),
        Some(machine) => ("time", "datetime", machine),
    };
    html.push('<');
    html.push_str(name);
    push_attribute(html, attribute, value);
    html.push('>');
    escape::push_text(html, words);
    html.push_str("</");
    html.push_str(name);
    html.push('>');
}

/// A status or another word of a list: a mark for the eye, and the word.
fn push_term(html: &mut String, of: Fields<'_>) {
    push_word(html, of.get("key"), of.get("label"), of.get("symbol"));
}

/// The same of a word that is no view yet.
pub fn push_word(html: &mut String, key: &str, label: &str, symbol: &str) {
    html.push_str("<span class=\"term term-");
    escape::push_attribute(html, key);
    html.push_str("\">");
    if !symbol.is_empty() {
        html.push_str("<span class=\"symbol\" aria-hidden=\"true\">");
        escape::push_text(html, symbol);
        html.push_str("</span> ");
    }
    escape::push_text(html, label);
    html.push_str("</span>");
}

/// A TLP marking; `+` has no place in a class.
fn push_marking(html: &mut String, of: Fields<'_>) {
    html.push_str("<span class=\"marking marking-");
    escape::push_attribute(html, &of.get("key").replace('+', "-"));
    html.push_str("\">");
    escape::push_text(html, of.get("label"));
    html.push_str("</span>");
}

#[cfg(test)]
mod tests {
    use super::{
        HTML, SHORT, links, printed_once, push_link, push_term, push_time, with_date_printed,
        with_link_printed, with_term_printed,
    };
    use tera::Value;
    use tera::value::Key;

    /// The same without what was printed of it before.
    fn bare(value: &Value) -> Value {
        let mut map = value.as_map().expect("it has fields").clone();
        assert!(map.remove(&Key::Str(HTML)).is_some());
        map.remove(&Key::Str(SHORT));
        Value::from(map)
    }

    #[test]
    fn a_link_printed_before_is_the_one_that_would_be_printed_now() {
        let printed = with_link_printed(Some("/actors/a&b/"), "Ким <Ен>", Some("uk"), None);
        let html = "<a href=\"/actors/a&amp;b/\" lang=\"uk\">Ким &lt;Ен&gt;</a>";
        for of in [&printed, &bare(&printed)] {
            assert_eq!(printed_once(of, HTML, push_link).expect("it is a link").as_str(), Some(html));
        }
        let both = links(&Value::from(vec![printed.clone(), bare(&printed)])).expect("they are links");
        assert_eq!(both.as_str(), Some(format!("{html}, {html}").as_str()));
    }

    #[test]
    fn dates_and_terms_too() {
        let date = with_date_printed("28 <October>", "28 Oct", Some("2024-10-28"), "2024-10-28", "known");
        for of in [&date, &bare(&date)] {
            let long = printed_once(of, HTML, |html, of| push_time(html, of, false));
            let short = printed_once(of, SHORT, |html, of| push_time(html, of, true));
            let time = |words: &str| format!("<time datetime=\"2024-10-28\">{words}</time>");
            assert_eq!(long.expect("a date").as_str(), Some(time("28 &lt;October&gt;").as_str()));
            assert_eq!(short.expect("a date").as_str(), Some(time("28 Oct").as_str()));
        }
        let term = with_term_printed("denied", "denied & gone", "✕");
        let html = "<span class=\"term term-denied\"><span class=\"symbol\" aria-hidden=\"true\">✕</span> denied &amp; gone</span>";
        for of in [&term, &bare(&term)] {
            assert_eq!(printed_once(of, HTML, push_term).expect("a term").as_str(), Some(html));
        }
    }
}
