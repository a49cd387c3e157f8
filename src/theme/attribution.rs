//! `row | chain`: who said a claim, through whom, and where that was published.
//!
//! A row of claims stands on half a dozen pages and a site has tens of thousands, none without its speaker; a template
//! would take three times as long for it.

use super::markup::{Fields, push_printed};
use crate::text::escape;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

const ARROW: &str = " <span class=\"arrow\" aria-hidden=\"true\">→</span> ";

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("chain", |of: &Value, _: Kwargs, _: &State| chain(of));
}

/// `SPEAKER (OFFICE) → via RELAY → published in SOURCE, PLACE; SOURCE (REPORTS, ORIGINS)` of a `ClaimRow`.
fn chain(of: &Value) -> TeraResult<Value> {
    let wrong = || Error::message("`chain` takes a row of claims");
    let row = of.as_map().map(Fields).ok_or_else(wrong)?;
    let speaker = row.value("by").ok_or_else(wrong)?;
    let mut html = String::with_capacity(512);
    html.push_str("<span class=\"speaker\">");
    push_printed(&mut html, speaker)?;
    html.push_str("</span>");
    let office = row.get("office");
    if !office.is_empty() {
        html.push_str(" <span class=\"office\">(");
        escape::push_text(&mut html, office);
        html.push_str(")</span>");
    }
    for relay in row.list("via") {
        html.push_str(ARROW);
        html.push_str("via ");
        push_printed(&mut html, relay)?;
    }
    let sources = row.list("sources");
    for (at, cited) in sources.iter().enumerate() {
        let cited = Fields::of(cited)?;
        if at == 0 {
            html.push_str(ARROW);
            html.push_str("published in ");
        } else {
            html.push_str("; ");
        }
        html.push_str("<a href=\"");
        escape::push_attribute(&mut html, cited.get("href"));
        html.push_str("\">");
        escape::push_text(&mut html, cited.get("short"));
        html.push_str("</a>");
        let place = cited.get("at");
        if !place.is_empty() {
            html.push_str(", ");
            escape::push_text(&mut html, place);
        }
    }
    if !sources.is_empty() {
        html.push_str(" <span class=\"faint\">(");
        escape::push_text(&mut html, row.get("evidence"));
        html.push_str(")</span>");
    }
    Ok(Value::safe_string(&html))
}

#[cfg(test)]
mod tests {
    use super::chain;
    use serde_json::json;
    use tera::Value;

    fn printed(row: &serde_json::Value) -> Option<String> {
        let html = chain(&Value::from_serializable(row)).ok()?;
        Some(html.as_str().expect("it is text").to_owned())
    }

    #[test]
    fn every_link_of_a_chain_is_printed_and_escaped() {
        let link = |href: &str, text: &str| json!({"href": href, "text": text, "lang": null, "dir": null});
        let cited =
            |href: &str, short: &str, at: Option<&str>| json!({"href": href, "short": short, "at": at});
        let row = json!({
            "by": link("/actors/nis/", "NIS <Seoul>"),
            "office": "Director & spokesman",
            "via": [link("/actors/president/", "President's Office"), {"href": null, "text": "a wire"}],
            "sources": [cited("/sources/a/", "Yonhap, 18 Oct 2024", Some("p. 3")), cited("/sources/b/", "AP", None)],
            "evidence": "2 reports, 1 origin",
        });
        let arrow = "<span class=\"arrow\" aria-hidden=\"true\">→</span>";
        let expected = [
            "<span class=\"speaker\"><a href=\"/actors/nis/\">NIS &lt;Seoul&gt;</a></span>",
            "<span class=\"office\">(Director &amp; spokesman)</span>",
            arrow,
            "via <a href=\"/actors/president/\">President's Office</a>",
            arrow,
            "via a wire",
            arrow,
            "published in <a href=\"/sources/a/\">Yonhap, 18 Oct 2024</a>, p. 3;",
            "<a href=\"/sources/b/\">AP</a> <span class=\"faint\">(2 reports, 1 origin)</span>",
        ];
        assert_eq!(printed(&row), Some(expected.join(" ")));
    }

    #[test]
    fn a_speaker_alone_is_enough_and_never_missing() {
        let alone =
            json!({"by": {"href": "/actors/a/", "text": "A"}, "office": null, "via": [], "sources": []});
        assert_eq!(
            printed(&alone).as_deref(),
            Some("<span class=\"speaker\"><a href=\"/actors/a/\">A</a></span>")
        );
        assert_eq!(printed(&json!({"via": [], "sources": []})), None);
    }
}
