//! Parts of records that came later: what became of claims and briefs, offices, ties, copies.

use super::then;
use crate::support::{Built, Site, main_text};
use rstest::rstest;

fn brief(keys: &str) -> Built {
    then(Site::new().brief("b", keys)).sound()
}

#[test]
fn a_claim_that_was_revised_later_stood_then() {
    let keys = |said: &str| {
        format!(
            "claims:
  - {{id: a, text: First, by: nato, said_on: 2024-10-20, status: revised, superseded_by: z}}
  - {{id: z, text: Second, by: nato, said_on: {said}}}"
        )
    };
    let built = brief(&keys("2024-10-29"));
    let page = built.page("briefs/b/");
    assert_eq!(page.texts("#claims .title"), ["First"]);
    assert!(main_text(&page).contains("stands") && !page.has(".notice"));
    let page = brief(&keys("2024-10-28")).page("briefs/b/");
    assert!(page.has(".notice") && main_text(&page).contains("revised"));
}

#[test]
fn a_status_of_a_claim_without_a_date_is_as_old_as_its_brief_unless_that_was_changed_later() {
    let status = |changed: &str| {
        let keys = format!(
            "claims: [{{id: a, text: First, by: nato, status: retracted}}]
changes: [{{on: {changed}, kind: correction, note: N}}]"
        );
        main_text(&brief(&keys).page("briefs/b/")).contains("retracted")
    };
    assert!(status("2024-10-28") && !status("2024-10-29"));
}

#[rstest]
#[case::replaced_later("status: superseded", "date: 2024-10-29\nsupersedes: [b]", "current")]
#[case::replaced_by_then("status: superseded", "date: 2024-10-28\nsupersedes: [b]", "superseded")]
#[case::nobody_says_when("status: superseded", "", "superseded")]
#[case::retracted_later(
    "status: retracted\nchanges: [{on: 2024-10-29, kind: retraction, note: N}]",
    "",
    "current"
)]
#[case::retracted_by_then(
    "status: retracted\nchanges: [{on: 2024-10-28, kind: retraction, note: N}]",
    "",
    "retracted"
)]
fn a_brief_is_called_what_it_was_then(#[case] keys: &str, #[case] other: &str, #[case] status: &str) {
    let built = then(Site::new().brief("b", keys).brief("other", other)).sound();
    let data: serde_json::Value = serde_json::from_str(built.text("data/briefs.json")).expect("JSON");
    let text = data.to_string();
    let briefs = text.split("\"id\":").find(|part| part.starts_with("\"b\"")).expect("the brief");
    assert!(briefs.contains(&format!("\"status\":\"{status}\"")), "{briefs}");
}

#[test]
fn changes_and_outcomes_that_came_later_are_not_told() {
    let page = brief(
        "info_cutoff: 2024-11-05
changes: [{on: 2024-10-28, kind: update, note: Known then}, {on: 2024-11-02, kind: update, note: Later}]
assessments:
  - {text: It holds, outcome: {result: It held, on: 2024-10-28}}
  - {text: It lasts, outcome: {result: It ended, on: 2024-10-29}}",
    )
    .page("briefs/b/");
    let text = main_text(&page);
    assert!(text.contains("Known then") && !text.contains("Later") && !text.contains("5 Nov"), "{text}");
    assert!(text.contains("It held") && !text.contains("It ended"), "{text}");
}

#[test]
fn the_office_of_an_actor_is_that_of_the_day() {
    let keys = "kind: person
positions:
  - {title: Deputy, from: 2020, to: 2024-10-30}
  - {title: Chief, from: 2024-10-31}";
    let site = Site::new().brief("b", "actors: [x]").actor("x", keys);
    let page = then(site.clone()).sound().page("actors/x/");
    let text = main_text(&page);
    assert!(text.contains("Deputy") && !text.contains("Chief") && !text.contains("30 Oct 2024"), "{text}");
    let text = main_text(&site.known_on("2024-10-31").sound().page("actors/x/"));
    assert!(text.contains("Chief") && text.contains("30 Oct 2024"), "{text}");
}

#[test]
fn ties_begin_on_their_day() {
    let keys = "member_of: [old, {actor: new, from: 2024-11}]
relations: [{type: funds, to: paid, from_date: 2024-10}, {type: leads, to: led, from_date: 2024-09}]";
    let site = Site::new().brief("b", "actors: [x]").actor("x", keys);
    let site = ["old", "new", "paid", "led"].iter().fold(site, |site, id| site.actor(id, ""));
    let built = then(site).sound();
    assert!(built.has("actors/old/") && built.has("actors/led/"));
    assert!(!built.has("actors/new/") && !built.has("actors/paid/"));
}

#[test]
fn copies_of_a_source_that_were_made_later_are_not_told() {
    let keys = "published: 2024-10-01
accessed: 2024-11-05
archive: [{url: 'https://example.net/1', on: 2024-10-02}, {url: 'https://example.net/2', on: 2024-11-02}]";
    let built = then(Site::new().brief("b", "sources: [s]").source("s", keys)).sound();
    let page = built.page("sources/s/");
    let copies: Vec<_> = page.links("main").into_iter().filter(|href| href.contains(".net/")).collect();
    assert_eq!(copies, ["https://example.net/1"]);
    assert!(!main_text(&page).contains("5 Nov"));
}
