//! `row.cells | cells`: a row of the matrix of answers to a question.
//!
//! A site has tens of thousands of answers; a template would take five times as long for them.

use super::markup::Fields;
use crate::text::escape;
use std::fmt::Write;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("cells", |of: &Value, _: Kwargs, _: &State| cells(of));
}

/// A `<td>` for each `CellView`, with a link for each answer.
fn cells(of: &Value) -> TeraResult<Value> {
    let list = of.as_array().ok_or_else(|| Error::message("`cells` takes the cells of a row of answers"))?;
    let mut html = String::with_capacity(list.len() * 256);
    for cell in list {
        let cell = Fields::of(cell)?;
        html.push_str("<td");
        if let Some(columns) = cell.value("columns").and_then(Value::as_u64).filter(|columns| *columns > 1) {
            let _ = write!(html, " colspan=\"{columns}\"");
        }
        html.push('>');
        for answer in cell.list("answers") {
            push_answer(&mut html, Fields::of(answer)?)?;
        }
        html.push_str("</td>");
    }
    Ok(Value::safe_string(&html))
}

/// A link to the claim, never without who made it.
fn push_answer(html: &mut String, answer: Fields<'_>) -> TeraResult<()> {
    let wrong = || Error::message("an answer has a stance");
    let stance = Fields::of(answer.value("stance").ok_or_else(wrong)?)?;
    let gone = answer.value("gone").and_then(Value::as_map).map(Fields);
    html.push_str("<a class=\"answer answer-");
    escape::push_attribute(html, stance.get("key"));
    html.push_str(if gone.is_some() { " gone" } else { "" });
    html.push_str("\" href=\"");
    escape::push_attribute(html, answer.get("href"));
    html.push_str("\" title=\"");
    escape::push_attribute(html, answer.get("by"));
    html.push_str(": ");
    escape::push_attribute(html, answer.get("text"));
    html.push_str("\"><span class=\"symbol\" aria-hidden=\"true\">");
    escape::push_text(html, stance.get("symbol"));
    html.push_str("</span> ");
    escape::push_text(html, stance.get("label"));
    if let Some(gone) = gone {
        html.push_str(" <span class=\"answer-gone\">");
        escape::push_text(html, gone.get("symbol"));
        html.push(' ');
        escape::push_text(html, gone.get("label"));
        html.push_str("</span>");
    }
    html.push_str("</a>");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::cells;
    use serde_json::json;
    use tera::Value;

    #[test]
    fn every_answer_says_whose_it_is_and_leads_to_its_claim() {
        let answer = json!({
            "href": "/briefs/b/#claim-c", "by": "NIS", "text": "Troops \"are\" there",
            "stance": {"key": "confirm", "label": "confirms", "symbol": "●"}, "gone": null,
        });
        let mut denied = answer.clone();
        denied["gone"] = json!({"key": "denied", "label": "denied", "symbol": "✕"});
        let row = json!([
            {"columns": 3, "answers": []},
            {"columns": 1, "answers": [answer, denied]},
        ]);
        let link = |class: &str, gone: &str| {
            format!(
                "<a class=\"answer answer-confirm{class}\" href=\"/briefs/b/#claim-c\" title=\"NIS: Troops &quot;are&quot; there\"><span class=\"symbol\" aria-hidden=\"true\">●</span> confirms{gone}</a>"
            )
        };
        let expected = format!(
            "<td colspan=\"3\"></td><td>{}{}</td>",
            link("", ""),
            link(" gone", " <span class=\"answer-gone\">✕ denied</span>")
        );
        let html = cells(&Value::from_serializable(&row)).expect("cells are printed");
        assert_eq!(html.as_str(), Some(expected.as_str()));
    }

    #[test]
    fn an_answer_without_a_stance_is_an_error() {
        assert!(cells(&Value::from_serializable(&json!([{"answers": [{"by": "NIS"}]}]))).is_err());
        assert!(cells(&Value::from_serializable(&json!("no cells"))).is_err());
    }
}
