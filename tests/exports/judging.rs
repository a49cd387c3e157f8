//! Corrections, assessments and how a brief is cited.

use crate::files::{AFTER, BARE, BEFORE, FILES};
use crate::site::{attributes, made, sample, words};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

/// The texts of every element of this name in an XML document.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) if start.name().as_ref() == name.as_bytes() => {
                inside = true;
                found.push(String::new());
            }
            Event::End(_) => inside = false,
            Event::Text(text) if inside => {
                found.last_mut().expect("pushed").push_str(&text.decode().expect("UTF-8"));
            }
            Event::GeneralRef(name) if inside => {
                found.last_mut().expect("pushed").push_str(&format!("&{};", name.decode().expect("UTF-8")));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn corrections_stand_newest_first_with_their_briefs() {
    let site = made(FILES, AFTER);
    let page = site.page("corrections/");
    assert_eq!(words(&page, "tbody .date"), ["3 Nov 2024", "1 Nov 2024"]);
    assert_eq!(words(&page, "tbody .kind"), ["Update", "Correction"]);
    assert_eq!(words(&page, "tbody .words"), ["A figure & its source were added.", "A name was wrong."]);
    assert_eq!(
        attributes(&page, "tbody a", "href"),
        ["/sub/briefs/2024-10-28-first/#changes", "/sub/briefs/2024-10-28-first/#changes"]
    );
    let feeds = attributes(&page, "link[type='application/atom+xml']", "href");
    assert!(feeds.contains(&"/sub/corrections/feed.xml".to_owned()), "{feeds:?}");
}

#[test]
fn the_feed_of_corrections_has_an_entry_for_each() {
    let feed = made(FILES, AFTER).text("corrections/feed.xml");
    let brief = "https://example.org/sub/briefs/2024-10-28-first/";
    assert_eq!(
        texts(&feed, "id"),
        [
            "https://example.org/sub/corrections/".to_owned(),
            format!("{brief}#change-2024-11-03-1"),
            format!("{brief}#change-2024-11-01-1"),
        ]
    );
    assert_eq!(texts(&feed, "summary")[0], "A figure &amp; its source were added.");
    assert_eq!(
        texts(&feed, "updated"),
        ["2024-11-03T00:00:00Z", "2024-11-03T00:00:00Z", "2024-11-01T00:00:00Z"]
    );
}

#[test]
fn the_footer_leads_to_corrections_where_there_are_any() {
    let link = ".footer-links a[href$='corrections/']";
    assert_eq!(words(&made(FILES, AFTER).page(""), link), ["Corrections"]);
    let bare = made(BARE, AFTER);
    assert_eq!(words(&bare.page(""), link), [""; 0]);
    assert_eq!(
        words(&bare.page("corrections/"), ".list-total"),
        ["Nothing has been changed since it was published. · Feed of corrections"]
    );
}

#[test]
fn likelihood_confidence_and_outcome_stand_apart() {
    let page = made(FILES, AFTER).page("assessments/");
    assert_eq!(
        words(&page, ".rows-assessments .words"),
        ["It will rise.", "It has risen.", "It fell.", "Open."]
    );
    assert_eq!(
        words(&page, ".rows-assessments td[data-label='Likelihood:']"),
        ["likely 55–80 %", "probable 55–80 %", "60–70 %", "likely 55–80 %"]
    );
    assert_eq!(words(&page, ".rows-assessments td[data-label='Confidence:']")[..2], ["low", "not given"]);
    assert_eq!(words(&page, ".rows-assessments td.state")[1..], ["true", "no", "partly"]);
}

#[test]
fn only_the_clock_makes_an_assessment_overdue() {
    let state =
        |now: &str| words(&made(FILES, now).page("assessments/"), ".rows-assessments td.state").remove(0);
    assert_eq!(state(BEFORE), "Not known yet (to be judged by Dec 2024)");
    assert_eq!(state(AFTER), "Overdue, no outcome recorded (to be judged by Dec 2024)");
    let (before, after) = (made(FILES, BEFORE), made(FILES, AFTER));
    let differing: Vec<String> =
        before.paths().into_iter().filter(|path| before.bytes(path) != after.bytes(path)).collect();
    assert_eq!(differing, ["assessments/index.html"]);
}

#[test]
fn outcomes_are_counted_by_band_and_the_rest_is_told() {
    let page = made(FILES, AFTER).page("assessments/");
    let rows = words(&page, "#calibration tbody tr");
    assert_eq!(rows.len(), 7);
    assert_eq!((rows[4].as_str(), rows[0].as_str()), ("likely55–80 %2150 %", "almost no chance1–5 %00–"));
    assert!(words(&page, "#calibration p")[0].starts_with("1 outcome is not counted"));
    assert_eq!(words(&page, "#key tbody tr")[6], "almost certain, nearly certain95–99 %");
}

#[test]
fn without_outcomes_a_sentence_says_so() {
    let page = sample().page("assessments/");
    assert_eq!(words(&page, "#calibration table"), [""; 0]);
    assert!(words(&page, "#calibration p")[0].starts_with("No outcome"));
}

#[test]
fn the_menu_has_assessments_after_claims_where_there_are_any() {
    let menu = words(&made(FILES, AFTER).page(""), "#site-nav a");
    let at = menu.iter().position(|item| item == "Claims").expect("claims");
    assert!(menu[at + 1..].contains(&"Assessments".to_owned()), "{menu:?}");
    let bare = made(BARE, AFTER);
    assert!(!words(&bare.page(""), "#site-nav a").contains(&"Assessments".to_owned()));
    assert_eq!(bare.find("assessments/index.html"), None);
}

#[test]
fn a_brief_says_how_it_is_cited() {
    let page = made(FILES, AFTER).page("briefs/2024-10-28-first/");
    let cited = words(&page, "#cite code");
    let url = "https://example.org/sub/briefs/2024-10-28-first/";
    assert_eq!(
        cited[0],
        format!("Desk & Co, 김영희, “Who {{said}} 50% & so?”, Test & site, 28 October 2024, {url}")
    );
    assert_eq!(
        cited[1],
        format!(
            "@misc{{2024-10-28-first, author = {{{{Desk \\& Co}} and {{김영희}}}}, title = {{{{Who \\textbraceleft{{}}said\\textbraceright{{}} 50\\% \\& so?}}}}, \
             howpublished = {{Test \\& site}}, year = {{2024}}, month = oct, day = {{28}}, url = {{{url}}}, }}"
        )
    );
    let csl: Value = serde_json::from_str(&cited[2]).expect("JSON");
    assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2024, 10, 28]]));
    assert_eq!(csl[0]["author"][1]["literal"], "김영희");
    assert_eq!((&csl[0]["URL"], &csl[0]["title"]), (&Value::from(url), &Value::from("Who {said} 50% & so?")));
}
