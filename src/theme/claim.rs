//! `row | said`, what was said, and `row | chain`, who said it, through whom, and where that was published.
//!
//! A site has tens of thousands of claims, none without its speaker; a template would take three times as long for them.

use super::markup::{Fields, push_link_list, push_printed, push_time};
use crate::text::escape;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

const ARROW: &str = " <span class=\"arrow\" aria-hidden=\"true\">→</span> ";

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("said", |of: &Value, _: Kwargs, _: &State| said(of));
    tera.register_filter("chain", |of: &Value, _: Kwargs, _: &State| chain(of));
}

/// The words or the figure of a `ClaimRow` and what it counts, the question it answers and how, what it is about, and where it is
/// recorded.
fn said(of: &Value) -> TeraResult<Value> {
    let wrong = || Error::message("`said` takes a row of claims");
    let row = of.as_map().map(Fields).ok_or_else(wrong)?;
    let mut html = String::with_capacity(1024);
    let estimate = row.value("estimate").and_then(Value::as_map).map(Fields);
    let figure = estimate.map_or("", |estimate| estimate.get("figure"));
    let is_figure_alone = estimate.is_some() && figure == row.get("text");
    if estimate.is_some() {
        html.push_str("<span class=\"figure\">");
        if !is_figure_alone {
            escape::push_text(&mut html, figure);
            html.push_str("</span> ");
        }
    }
    html.push_str("<a class=\"title\" href=\"");
    escape::push_attribute(&mut html, row.get("href"));
    html.push_str("\">");
    escape::push_text(&mut html, row.get("text"));
    html.push_str(if is_figure_alone { "</a></span>" } else { "</a>" });
    if !row.get("quote").is_empty() {
        html.push_str(" <q class=\"quote\">");
        escape::push_text(&mut html, row.get("quote"));
        html.push_str("</q>");
    }
    if let Some(estimate) = estimate {
        html.push_str(GIST);
        push_linked(&mut html, estimate.get("series"), estimate.get("quantity"));
        html.push_str(", ");
        escape::push_text(&mut html, estimate.get("kind"));
        for (name, words) in [("as_of", ", as of "), ("by_when", ", by ")] {
            if let Some(date) = estimate.value(name).and_then(Value::as_map) {
                html.push_str(words);
                push_time(&mut html, Fields(date), false);
            }
        }
        html.push_str("</span>");
    }
    push_answer(&mut html, row);
    if !row.list("about").is_empty() {
        html.push_str(GIST);
        html.push_str("About ");
        push_link_list(&mut html, row.list("about"))?;
        html.push_str("</span>");
    }
    html.push_str(" <span class=\"gist recorded\">Recorded in ");
    push_printed(&mut html, row.value("recorded_in").ok_or_else(wrong)?)?;
    html.push_str("</span>");
    Ok(Value::safe_string(&html))
}

const GIST: &str = " <span class=\"gist\">";

/// The question that a claim answers, and its answer; or the answer alone.
fn push_answer(html: &mut String, row: Fields<'_>) {
    let stance = row.value("stance").and_then(Value::as_map).map_or("", |stance| Fields(stance).get("label"));
    let question = row.get("question");
    if question.is_empty() && stance.is_empty() {
        return;
    }
    html.push_str(GIST);
    if question.is_empty() {
        html.push_str("Stance: ");
    } else {
        html.push_str("On the question “");
        push_linked(html, row.get("question_href"), question);
        html.push_str(if stance.is_empty() { "”" } else { "”: " });
    }
    escape::push_text(html, stance);
    html.push_str("</span>");
}

/// Words as a link, where they lead somewhere.
fn push_linked(html: &mut String, href: &str, words: &str) {
    if href.is_empty() {
        escape::push_text(html, words);
        return;
    }
    html.push_str("<a href=\"");
    escape::push_attribute(html, href);
    html.push_str("\">");
    escape::push_text(html, words);
    html.push_str("</a>");
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
        push_linked(&mut html, cited.get("href"), cited.get("short"));
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
    use super::{chain, said};
    use serde_json::json;
    use tera::{TeraResult, Value};

    fn by(filter: fn(&Value) -> TeraResult<Value>, row: &serde_json::Value) -> Option<String> {
        let html = filter(&Value::from_serializable(row)).ok()?;
        Some(html.as_str().expect("it is text").to_owned())
    }

    fn printed(row: &serde_json::Value) -> Option<String> {
        by(chain, row)
    }

    #[test]
    fn a_claim_is_printed_with_what_it_answers_and_what_it_is_about() {
        let link = |href: &str, text: &str| json!({"href": href, "text": text, "lang": null, "dir": null});
        let row = json!({
            "href": "/briefs/b/#claim-c",
            "text": "Troops <are> there",
            "quote": "They are there",
            "estimate": null,
            "question": "Are troops there?",
            "question_href": "/questions/#question-a",
            "stance": {"key": "confirm", "label": "confirms", "symbol": "●"},
            "about": [link("/actors/dprk/", "North Korea"), link("/places/kursk/", "Kursk")],
            "recorded_in": link("/briefs/b/", "A brief"),
        });
        let expected = [
            "<a class=\"title\" href=\"/briefs/b/#claim-c\">Troops &lt;are&gt; there</a>",
            "<q class=\"quote\">They are there</q>",
            "<span class=\"gist\">On the question “<a href=\"/questions/#question-a\">Are troops there?</a>”: confirms</span>",
            "<span class=\"gist\">About <a href=\"/actors/dprk/\">North Korea</a>, <a href=\"/places/kursk/\">Kursk</a></span>",
            "<span class=\"gist recorded\">Recorded in <a href=\"/briefs/b/\">A brief</a></span>",
        ];
        assert_eq!(by(said, &row), Some(expected.join(" ")));
        assert_eq!(by(said, &json!({"text": "It is recorded nowhere"})), None);
    }

    #[test]
    fn an_estimate_begins_with_its_figure_and_says_what_is_counted() {
        let date =
            |day: &str| json!({"text": day, "short": day, "datetime": "2024-10-28", "edtf": "2024-10-28"});
        let mut row = json!({
            "href": "/briefs/b/#claim-e",
            "text": "10,000 soldiers",
            "estimate": {
                "figure": "10,000 soldiers", "quantity": "troops", "kind": "present", "series": null,
                "as_of": date("28 October 2024"), "by_when": null,
            },
            "stance": {"key": "unclear", "label": "unclear", "symbol": ""},
            "about": [],
            "recorded_in": {"href": null, "text": "A brief"},
        });
        let title = |text: &str| format!("<a class=\"title\" href=\"/briefs/b/#claim-e\">{text}</a>");
        let time = "<time datetime=\"2024-10-28\">28 October 2024</time>";
        let rest = "<span class=\"gist\">Stance: unclear</span> <span class=\"gist recorded\">Recorded in A brief</span>";
        let alone = title("10,000 soldiers");
        assert_eq!(
            by(said, &row),
            Some(format!(
                "<span class=\"figure\">{alone}</span> <span class=\"gist\">troops, present, as of {time}</span> {rest}"
            ))
        );
        row["text"] = json!("They are many");
        row["estimate"]["series"] = json!("/estimates/#series-troops");
        let (words, link) = (title("They are many"), "<a href=\"/estimates/#series-troops\">troops</a>");
        assert_eq!(
            by(said, &row),
            Some(format!(
                "<span class=\"figure\">10,000 soldiers</span> {words} <span class=\"gist\">{link}, present, as of {time}</span> {rest}"
            ))
        );
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
