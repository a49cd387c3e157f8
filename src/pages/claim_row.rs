//! What a claim's row prints: when and what was said, who said it and how good that is, and what became of it.
//!
//! A site has tens of thousands of claims, none without its speaker. A template would take three times as long for them, so
//! they come to it as HTML.

use super::row::ListRow;
use super::view::{ClaimRow, Day, EstimateView, TermView};
use crate::text::escape;
use crate::theme::{self, Asked};
use tera::Value;

impl ListRow for ClaimRow {
    /// Its fields, with `day`, `said`, `chain`, `grade` and `state`.
    fn value(&self, asked: &Asked) -> Value {
        let mut record = Vec::new();
        let mut put = |name: &'static str, value: &dyn Fn() -> Value| {
            if asked.for_field(name) {
                record.push((name, value()));
            }
        };
        macro_rules! fields {
            ($($name:ident)*) => {$(put(stringify!($name), &|| Value::from_serializable(&self.$name));)*};
        }
        fields! { id href text by office via said_on about question stance quote sources evidence grades credibility status }
        fields! { superseded_by since recorded_in estimate }
        let printed: [(_, Column); 5] =
            [("day", day), ("said", said), ("chain", chain), ("grade", grade), ("state", state)];
        for (name, print) in printed {
            put(name, &|| theme::in_room(|html| print(self, html)));
        }
        theme::record(&record)
    }
}

/// Appends what a column holds.
type Column = fn(&ClaimRow, &mut String);

/// When it was said, in short words.
fn day(row: &ClaimRow, html: &mut String) {
    let Some(date) = &row.said_on else { return html.push_str("<span class=\"faint\">day not known</span>") };
    theme::push_date(html, &date.short, date.datetime.as_deref(), &date.edtf);
}

/// How good it is: the grades of its citations, else its credibility.
fn grade(row: &ClaimRow, html: &mut String) {
    let letters = row.grades.as_deref().or(row.credibility.as_ref().map(|word| word.key.as_ref()));
    let Some(letters) = letters else { return html.push_str("<span class=\"faint\">ungraded</span>") };
    html.push_str("<span class=\"grade\">");
    escape::push_text(html, letters);
    html.push_str("</span>");
    if let Some(credibility) = &row.credibility {
        html.push_str(GIST);
        escape::push_text(html, &credibility.label);
        html.push_str("</span>");
    }
}

/// What became of it, with what replaced it: never without who said that.
fn state(row: &ClaimRow, html: &mut String) {
    let TermView { key, label, symbol } = &row.status;
    match &row.since {
        Some(since) if since.key == "later" => html.push_str(CURRENT_THEN),
        _ => theme::push_word(html, key, label, symbol),
    }
    let Some(since) = &row.since else { return };
    html.push_str(GIST);
    escape::push_text(html, &since.lead);
    if let Some(link) = &since.link {
        html.push(' ');
        html.push_str(link.html());
    }
    if let Some(by) = &since.by {
        html.push_str(" (");
        html.push_str(by.html());
        if let Some(on) = &since.on {
            html.push_str(", ");
            theme::push_date(html, &on.text, on.datetime.as_deref(), &on.edtf);
        }
        html.push(')');
    }
    escape::push_text(html, &since.after);
    html.push_str("</span>");
}

/// The state of a figure beyond which its speaker has gone.
const CURRENT_THEN: &str =
    "<span class=\"term\"><span class=\"symbol\" aria-hidden=\"true\">◐</span> current then</span>";

/// The words or the figure of a claim and what it counts, the question it answers and how, what it is about, and where it is
/// recorded.
fn said(row: &ClaimRow, html: &mut String) {
    let is_figure_alone = row.estimate.as_ref().is_some_and(|estimate| estimate.figure == row.text);
    if let Some(estimate) = &row.estimate {
        html.push_str("<span class=\"figure\">");
        if !is_figure_alone {
            escape::push_text(html, &estimate.figure);
            html.push_str("</span> ");
        }
    }
    html.push_str("<a class=\"title\" href=\"");
    escape::push_attribute(html, &row.href);
    html.push_str("\">");
    escape::push_text(html, &row.text);
    html.push_str(if is_figure_alone { "</a></span>" } else { "</a>" });
    if let Some(quote) = &row.quote {
        html.push_str(" <q class=\"quote\">");
        escape::push_text(html, quote);
        html.push_str("</q>");
    }
    if let Some(estimate) = &row.estimate {
        push_counted(html, estimate);
    }
    push_answer(html, row);
    if !row.about.is_empty() {
        html.push_str(GIST);
        html.push_str("About ");
        for (at, link) in row.about.iter().enumerate() {
            html.push_str(if at > 0 { ", " } else { "" });
            html.push_str(link.html());
        }
        html.push_str("</span>");
    }
    html.push_str(" <span class=\"gist recorded\">Recorded in ");
    html.push_str(row.recorded_in.html());
    html.push_str("</span>");
}

const GIST: &str = " <span class=\"gist\">";

/// What an estimate counts, and for when.
fn push_counted(html: &mut String, estimate: &EstimateView) {
    html.push_str(GIST);
    html.push_str(estimate.quantity.html());
    html.push_str(", ");
    escape::push_text(html, &estimate.kind);
    let mut push_date = |words: &str, date: &Option<Day>| {
        if let Some(date) = date {
            html.push_str(words);
            theme::push_date(html, &date.text, date.datetime.as_deref(), &date.edtf);
        }
    };
    push_date(", as of ", &estimate.as_of);
    push_date(", by ", &estimate.by_when);
    html.push_str("</span>");
}

/// The question that a claim answers, and its answer; or the answer alone.
fn push_answer(html: &mut String, row: &ClaimRow) {
    let stance = row.stance.as_ref().map(|stance| stance.label.as_ref());
    match (&row.question, stance) {
        (None, None) => return,
        (None, Some(stance)) => {
            html.push_str(GIST);
            html.push_str("Stance: ");
            escape::push_text(html, stance);
        }
        (Some(question), stance) => {
            html.push_str(GIST);
            html.push_str("On the question “");
            html.push_str(question.html());
            html.push('”');
            if let Some(stance) = stance {
                html.push_str(": ");
                escape::push_text(html, stance);
            }
        }
    }
    html.push_str("</span>");
}

/// `SPEAKER (OFFICE) → via RELAY → published in SOURCE, PLACE; SOURCE (REPORTS, ORIGINS)`. The arrows are the theme's.
fn chain(row: &ClaimRow, html: &mut String) {
    html.push_str("<span class=\"speaker\">");
    html.push_str(row.by.html());
    html.push_str("</span>");
    if let Some(office) = &row.office {
        html.push_str(" <span class=\"office\">(");
        escape::push_text(html, office);
        html.push_str(")</span>");
    }
    for relay in &row.via {
        html.push_str(HOP);
        html.push_str("via ");
        html.push_str(relay.html());
        html.push_str("</span>");
    }
    let Some((first, more)) = row.sources.split_first() else { return };
    html.push_str(HOP);
    html.push_str("published in ");
    for (at, cited) in std::iter::once(first).chain(more).enumerate() {
        html.push_str(if at > 0 { "; " } else { "" });
        html.push_str("<a href=\"");
        escape::push_attribute(html, &cited.href);
        html.push_str("\">");
        escape::push_text(html, &cited.short);
        html.push_str("</a>");
        if let Some(place) = &cited.at {
            html.push_str(", ");
            escape::push_text(html, place);
        }
    }
    html.push_str("</span>");
    if let Some(evidence) = &row.evidence {
        html.push_str(" <span class=\"faint\">(");
        escape::push_text(html, evidence);
        html.push_str(")</span>");
    }
}

/// A hop from mouth to mouth.
const HOP: &str = " <span class=\"hop\">";

#[cfg(test)]
mod tests {
    use super::{chain, day, grade, said, state};
    use crate::model::{ClaimStatus, Credibility, Date, Stance, Vocabulary};
    use crate::pages::row::ListRow;
    use crate::pages::view::{CitationView, ClaimRow, EstimateView, Link, LinkView, SinceView};
    use crate::pages::words;
    use crate::theme::Asked;
    use tera::Value;

    fn link(href: Option<&str>, text: &str) -> Link {
        LinkView { href: href.map(str::to_owned), text: text.to_owned(), lang: None, dir: None }.into()
    }

    fn row() -> ClaimRow {
        ClaimRow {
            id: "c".to_owned(),
            href: "/briefs/b/#claim-c".to_owned(),
            text: "Troops <are> there".to_owned(),
            by: link(Some("/actors/nis/"), "NIS <Seoul>"),
            office: None,
            via: Vec::new(),
            said_on: None,
            about: Vec::new(),
            question: None,
            stance: None,
            quote: None,
            sources: Vec::new(),
            evidence: None,
            grades: None,
            credibility: None,
            status: words::claim_status(ClaimStatus::Current),
            superseded_by: None,
            since: None,
            recorded_in: link(Some("/briefs/b/"), "A brief"),
            estimate: None,
        }
    }

    fn printed(print: fn(&ClaimRow, &mut String), row: &ClaimRow) -> String {
        let mut html = String::new();
        print(row, &mut html);
        html
    }

    #[test]
    fn a_claim_is_printed_with_what_it_answers_and_what_it_is_about() {
        let row = ClaimRow {
            quote: Some("They are there".to_owned()),
            question: Some(link(Some("/questions/#question-a"), "Are troops there?")),
            stance: Some(words::stance(Stance::Confirm)),
            about: vec![link(Some("/actors/dprk/"), "North Korea"), link(Some("/places/kursk/"), "Kursk")],
            ..row()
        };
        let expected = [
            "<a class=\"title\" href=\"/briefs/b/#claim-c\">Troops &lt;are&gt; there</a>",
            "<q class=\"quote\">They are there</q>",
            "<span class=\"gist\">On the question “<a href=\"/questions/#question-a\">Are troops there?</a>”: confirms</span>",
            "<span class=\"gist\">About <a href=\"/actors/dprk/\">North Korea</a>, <a href=\"/places/kursk/\">Kursk</a></span>",
            "<span class=\"gist recorded\">Recorded in <a href=\"/briefs/b/\">A brief</a></span>",
        ];
        assert_eq!(printed(said, &row), expected.join(" "));
    }

    #[test]
    fn an_estimate_begins_with_its_figure_and_says_what_is_counted() {
        let estimate = |quantity: Link| EstimateView {
            quantity,
            kind: "present".to_owned(),
            figure: "10,000 soldiers".to_owned(),
            as_of: Some(words::date(&Date::parse("2024-10-28").expect("a date"))),
            by_when: None,
        };
        let title = |text: &str| format!("<a class=\"title\" href=\"/briefs/b/#claim-c\">{text}</a>");
        let time = "<time datetime=\"2024-10-28\">28 October 2024</time>";
        let rest = "<span class=\"gist\">Stance: unclear</span> <span class=\"gist recorded\">Recorded in <a href=\"/briefs/b/\">A brief</a></span>";
        let mut row = ClaimRow {
            text: "10,000 soldiers".to_owned(),
            stance: Some(words::stance(Stance::Unclear)),
            estimate: Some(Box::new(estimate(link(None, "troops")))),
            ..row()
        };
        let alone = title("10,000 soldiers");
        assert_eq!(
            printed(said, &row),
            format!(
                "<span class=\"figure\">{alone}</span> <span class=\"gist\">troops, present, as of {time}</span> {rest}"
            )
        );
        row.text = "They are many".to_owned();
        row.estimate = Some(Box::new(estimate(link(Some("/estimates/#series-troops"), "troops"))));
        let (words, link) = (title("They are many"), "<a href=\"/estimates/#series-troops\">troops</a>");
        assert_eq!(
            printed(said, &row),
            format!(
                "<span class=\"figure\">10,000 soldiers</span> {words} <span class=\"gist\">{link}, present, as of {time}</span> {rest}"
            )
        );
    }

    #[test]
    fn every_link_of_a_chain_is_printed_and_escaped() {
        let cited = |href: &str, short: &str, at: Option<&str>| CitationView {
            number: None,
            short: short.to_owned(),
            href: href.to_owned(),
            at: at.map(str::to_owned),
            quote: None,
            grade: None,
        };
        let row = ClaimRow {
            office: Some("Director & spokesman".to_owned()),
            via: vec![link(Some("/actors/president/"), "President's Office"), link(None, "a wire")],
            sources: vec![
                cited("/sources/a/", "Yonhap, 18 Oct 2024", Some("p. 3")),
                cited("/sources/b/", "AP", None),
            ],
            evidence: Some("2 reports, 1 origin".to_owned()),
            ..row()
        };
        let expected = [
            "<span class=\"speaker\"><a href=\"/actors/nis/\">NIS &lt;Seoul&gt;</a></span>",
            "<span class=\"office\">(Director &amp; spokesman)</span>",
            "<span class=\"hop\">via <a href=\"/actors/president/\">President's Office</a></span>",
            "<span class=\"hop\">via a wire</span>",
            "<span class=\"hop\">published in <a href=\"/sources/a/\">Yonhap, 18 Oct 2024</a>, p. 3;",
            "<a href=\"/sources/b/\">AP</a></span> <span class=\"faint\">(2 reports, 1 origin)</span>",
        ];
        assert_eq!(printed(chain, &row), expected.join(" "));
    }

    #[test]
    fn a_speaker_alone_is_enough() {
        assert_eq!(
            printed(chain, &row()),
            "<span class=\"speaker\"><a href=\"/actors/nis/\">NIS &lt;Seoul&gt;</a></span>"
        );
    }

    #[test]
    fn a_claim_says_when_it_was_made_and_how_good_it_is_or_that_nobody_knows() {
        let unknown = row();
        assert_eq!(printed(day, &unknown), "<span class=\"faint\">day not known</span>");
        assert_eq!(printed(grade, &unknown), "<span class=\"faint\">ungraded</span>");
        let dated = ClaimRow {
            said_on: Some(words::date(&Date::parse("2024-10-28").expect("a date"))),
            credibility: Credibility::from_key("3").map(words::term),
            ..row()
        };
        assert_eq!(printed(day, &dated), "<time datetime=\"2024-10-28\">28 Oct 2024</time>");
        let credible = "<span class=\"grade\">3</span> <span class=\"gist\">possibly true</span>";
        assert_eq!(printed(grade, &dated), credible);
        let graded = ClaimRow { grades: Some("B2, C3".to_owned()), ..dated };
        assert_eq!(printed(grade, &graded), credible.replace(">3<", ">B2, C3<"));
        assert_eq!(
            printed(grade, &ClaimRow { credibility: None, ..graded }),
            "<span class=\"grade\">B2, C3</span>"
        );
    }

    #[test]
    fn what_replaced_a_claim_is_told_with_who_said_that() {
        let term = |key: &str, symbol: &str, label: &str| {
            format!(
                "<span class=\"term{key}\"><span class=\"symbol\" aria-hidden=\"true\">{symbol}</span> {label}</span>"
            )
        };
        assert_eq!(printed(state, &row()), term(" term-current", "●", "stands"));
        let since = |key| SinceView {
            key,
            lead: "since revised to".to_owned(),
            link: Some(link(Some("/briefs/b/#claim-d"), "12,000 <soldiers>")),
            by: Some(link(Some("/actors/nis/"), "NIS")),
            on: Some(words::date(&Date::parse("2024-10-28").expect("a date"))),
            after: ", since retracted".to_owned(),
        };
        let told = " <span class=\"gist\">since revised to <a href=\"/briefs/b/#claim-d\">12,000 &lt;soldiers&gt;</a> (<a href=\"/actors/nis/\">NIS</a>, <time datetime=\"2024-10-28\">28 October 2024</time>), since retracted</span>";
        let revised = ClaimRow {
            status: words::claim_status(ClaimStatus::Revised),
            since: Some(Box::new(since("replaced"))),
            ..row()
        };
        let status = term(" term-revised", "↻", ClaimStatus::Revised.label());
        assert_eq!(printed(state, &revised), status + told);
        let later = ClaimRow { since: Some(Box::new(since("later"))), ..row() };
        assert_eq!(printed(state, &later), term("", "◐", "current then") + told);
    }

    #[test]
    fn a_template_sees_every_field_or_those_that_it_asks_for() {
        let keys = |value: &Value| {
            let map = value.as_map().expect("a row has fields");
            let mut keys: Vec<String> = map.keys().map(ToString::to_string).collect();
            keys.sort();
            keys
        };
        let mut all = keys(&Value::from_serializable(&row()));
        all.extend(["chain", "day", "grade", "said", "state"].map(str::to_owned));
        all.sort();
        assert_eq!(keys(&row().value(&Asked::All)), all);
        let asked = Asked::These(["by", "chain", "office", "nothing"].map(str::to_owned).to_vec());
        assert_eq!(keys(&row().value(&asked)), ["by", "chain", "office"]);
    }
}
