//! The smallest pieces of markup, as filters: texts, links, dates, terms, markings.
//!
//! They stand on every page hundreds of times. A component would be the same for a theme's author, and costs twenty
//! times as much. Each takes a view as `pages/view` has it and gives HTML that is safe as it is.

use crate::text::escape;
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
    tera.register_filter("link", |of: &Value, _: Kwargs, _: &State| link(of));
    tera.register_filter("links", |of: &Value, _: Kwargs, _: &State| links(of));
    tera.register_filter("time", |of: &Value, kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let short = kwargs.get::<bool>("short")?.unwrap_or(false);
        piece(of, |of, html| push_time(html, of, short))
    });
    tera.register_filter("term", |of: &Value, _: Kwargs, _: &State| {
        piece(of, |of, html| push_term(html, of))
    });
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
    for name in ["lang", "dir"] {
        let value = of.get(name);
        if !value.is_empty() {
            push_attribute(html, name, value);
        }
    }
}

/// The words; in `<bdi>` where they are in another language or direction than the page.
fn push_text(html: &mut String, of: Fields<'_>) {
    if of.get("lang").is_empty() && of.get("dir").is_empty() {
        escape::push_text(html, of.get("text"));
    } else {
        push_element(html, "bdi", &[], of);
    }
}

/// A link; as it was printed before, where it was.
fn link(of: &Value) -> TeraResult<Value> {
    match of.as_map().and_then(|of| of.get(&Key::Str(HTML))) {
        Some(printed) => Ok(printed.clone()),
        None => piece(of, |of, html| push_link(html, of)),
    }
}

/// Appends a link; as it was printed before, where it was.
pub(super) fn push_printed(html: &mut String, link: &Value) -> TeraResult<()> {
    let of = Fields::of(link)?;
    match of.get(HTML) {
        "" => push_link(html, of),
        printed => html.push_str(printed),
    }
    Ok(())
}

/// The fields of a link with what `| link` prints of it, for links that stand on many pages.
pub fn with_link_printed<const N: usize>(fields: [(&'static str, Option<&str>); N]) -> Value {
    let mut map = tera::Map::with_capacity(N + 1);
    for (name, text) in fields {
        map.insert(Key::Str(name), text.map_or_else(Value::none, Value::from));
    }
    let mut html = String::with_capacity(128);
    push_link(&mut html, Fields(&map));
    map.insert(Key::Str(HTML), Value::safe_string(&html));
    Value::from(map)
}

/// `<a href>`; the words alone where it leads nowhere.
fn push_link(html: &mut String, of: Fields<'_>) {
    match of.get("href") {
        "" => push_text(html, of),
        href => push_element(html, "a", &[("href", href)], of),
    }
}

fn push_element(html: &mut String, name: &str, attributes: &[(&str, &str)], of: Fields<'_>) {
    html.push('<');
    html.push_str(name);
    attributes.iter().for_each(|(name, value)| push_attribute(html, name, value));
    push_lang(html, of);
    html.push('>');
    escape::push_text(html, of.get("text"));
    html.push_str("</");
    html.push_str(name);
    html.push('>');
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

pub(super) fn push_link_list(html: &mut String, list: &[Value]) -> TeraResult<()> {
    for (at, link) in list.iter().enumerate() {
        if at > 0 {
            html.push_str(", ");
        }
        push_printed(html, link)?;
    }
    Ok(())
}

/// The field of a link with what was printed of it.
const HTML: &str = "html";

/// Rows of a list as they were printed, each on a line of its own.
fn printed(of: &Value) -> TeraResult<Value> {
    let wrong = || Error::message("`printed` takes a list of rows");
    let list = of.as_array().ok_or_else(wrong)?;
    // Rows are many and lie far apart in memory: each is looked at once, and goes into a buffer that is there already.
    let mut html = PRINTED.take();
    html.clear();
    for row in list {
        // One that could not be printed must not go missing unsaid.
        let row = row.as_str().ok_or_else(wrong)?;
        if !html.is_empty() && !row.is_empty() {
            html.push('\n');
        }
        html.push_str(row);
    }
    let printed = Value::safe_string(&html);
    PRINTED.set(html);
    Ok(printed)
}

thread_local! {
    /// Where a thread puts rows together.
    static PRINTED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The HTML of a row with an id for the element that it begins with.
pub fn with_id(row: &Value, id: &str) -> Value {
    let Some(html) = row.as_str().filter(|html| html.starts_with('<')) else { return row.clone() };
    let (name, rest) = html.split_at(end_of_name(html));
    let mut own = String::with_capacity(html.len() + id.len() + 6);
    own.push_str(name);
    push_attribute(&mut own, "id", id);
    own.push_str(rest);
    Value::safe_string(&own)
}

/// Where the name of the element ends that the HTML begins with.
fn end_of_name(html: &str) -> usize {
    html.find(|c: char| !(c == '<' || c.is_ascii_alphanumeric())).unwrap_or(html.len())
}

/// `<time datetime>`; `<data value>` with the date in EDTF where HTML has no form for it; the words alone where there is none.
pub(super) fn push_time(html: &mut String, of: Fields<'_>, short: bool) {
    let words = of.get(if short { "short" } else { "text" });
    match of.get("datetime") {
        "" if of.get("edtf").is_empty() => escape::push_text(html, words),
        "" => {
            html.push_str("<data");
            push_attribute(html, "value", of.get("edtf"));
            html.push('>');
            escape::push_text(html, words);
            html.push_str("</data>");
        }
        machine => {
            html.push_str("<time");
            push_attribute(html, "datetime", machine);
            html.push('>');
            escape::push_text(html, words);
            html.push_str("</time>");
        }
    }
}

/// A status or another word of a list: a mark for the eye, and the word.
fn push_term(html: &mut String, of: Fields<'_>) {
    html.push_str("<span class=\"term term-");
    escape::push_attribute(html, of.get("key"));
    html.push_str("\">");
    let symbol = of.get("symbol");
    if !symbol.is_empty() {
        html.push_str("<span class=\"symbol\" aria-hidden=\"true\">");
        escape::push_text(html, symbol);
        html.push_str("</span> ");
    }
    escape::push_text(html, of.get("label"));
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
    use super::{link, links, with_link_printed};
    use tera::Value;
    use tera::value::Key;

    #[test]
    fn a_link_printed_before_is_the_one_that_would_be_printed_now() {
        let fields =
            [("href", Some("/actors/a&b/")), ("text", Some("Ким <Ен>")), ("lang", Some("uk")), ("dir", None)];
        let printed = with_link_printed(fields);
        let bare = fields.map(|(name, text)| (Key::Str(name), text.map_or_else(Value::none, Value::from)));
        let bare = Value::from(bare.into_iter().collect::<tera::Map>());
        let html = "<a href=\"/actors/a&amp;b/\" lang=\"uk\">Ким &lt;Ен&gt;</a>";
        for of in [&printed, &bare] {
            assert_eq!(link(of).expect("it is a link").as_str(), Some(html));
        }
        let both = links(&Value::from(vec![printed, bare])).expect("they are links");
        assert_eq!(both.as_str(), Some(format!("{html}, {html}").as_str()));
    }
}
