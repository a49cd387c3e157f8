//! What names something later is no mistake, and reads as if it had not been named.

use super::then;
use crate::support::{Site, main_text};
use chancery::diagnostics::Code;

fn said(site: Site) -> String {
    let built = then(site).strict().sound();
    crate::support::text(built.page("briefs/b/").one(".body"))
}

fn with_later(text: &str) -> Site {
    Site::new()
        .brief_saying("b", "sources: [letter]", text)
        .source("letter", "published: 2024-10-01")
        .source("report", "published: 2024-10-29")
        .event("e", "date: 2024-10-29")
        .brief("c", "date: 2024-10-30\nclaims: [{id: c, text: T, by: nato, said_on: 2024-10-01}]")
}

#[test]
fn a_link_becomes_its_words() {
    assert_eq!(said(with_later("As [[event:e|it went on]].")), "As it went on.");
    assert_eq!(said(with_later("See [[event:e]] and [[brief:c]].")), "See a later event and a later brief.");
}

#[test]
fn an_address_of_a_later_page_becomes_words_with_their_markup() {
    let text =
        "See [*this* page](c.md), [that](/events/e/ \"title\"), [a list](/estimates/) and [all](/events/).";
    let built = then(with_later(text)).strict().sound();
    let page = built.page("briefs/b/");
    assert_eq!(page.links(".body"), ["/events/"]);
    assert_eq!(page.texts(".body em"), ["this"]);
    assert_eq!(page.texts(".body p"), ["See this page, that, a list and all."]);
}

#[test]
fn a_citation_vanishes_and_of_several_the_known_stay() {
    assert_eq!(said(with_later("It was so [@report]. Indeed.")), "It was so. Indeed.");
    let built = then(with_later("It was so [@letter; @report].")).sound();
    assert_eq!(built.page("briefs/b/").texts("#notes li a.source, .notes li a.source").len(), 1);
}

#[test]
fn a_marked_claim_becomes_plain_words() {
    let built = then(with_later("They [did so]{claim=c}.")).strict().sound();
    let page = built.page("briefs/b/");
    assert!(!page.has(".claim, .claim-ref"));
    assert_eq!(page.texts(".body p"), ["They did so."]);
}

#[test]
fn a_figure_of_what_came_later_is_left_out_and_another_one_keeps_its_query() {
    let text = "```timeline\nevent: e\n```\n\nBetween.\n\n```timeline\nto: 2024-10-28\n```\n";
    let site = with_later(text).event("known", "date: 2024-10-20");
    let built = then(site).strict().sound();
    let page = built.page("briefs/b/");
    assert_eq!(page.all("figure").len(), 1);
    assert_eq!(page.links("figure table"), ["/events/known/"]);
}

#[test]
fn a_name_in_a_text_that_a_later_key_makes_a_stub_of_stays_as_words() {
    let site = Site::new()
        .brief_saying("b", "", "Asked by [[New Press]].")
        .brief("c", "date: 2024-10-30\nactors: [New Press]");
    let built = then(site).build();
    assert_eq!(built.codes(), [], "{:#?}", built.reports);
    assert_eq!(built.page("briefs/b/").texts(".body p"), ["Asked by New Press."]);
}

#[test]
fn what_is_wrong_today_is_wrong_then() {
    let built = then(with_later("See [[nowhere]] and [x](nowhere.md) {claim=c} [y]{claim=nothing}.")).build();
    assert_eq!(built.codes(), [Code::R004, Code::R011, Code::R004]);
}

#[test]
fn a_lint_does_not_ask_for_what_came_later() {
    let site = Site::new()
        .file("content/actors/nato.md", "---\nname: NATO\nkind: organization\n---\n")
        // Cited by a later claim alone (C006); confirmed by a later source too (C007).
        .brief_saying(
            "b",
            "sources: [letter, wire]\nclaims: [{id: c, text: T, by: nato, sources: [wire], said_on: 2024-10-30}]",
            "It was so [@letter].",
        )
        .source("letter", "published: 2024-10-01")
        .source("wire", "published: 2024-10-01\nurl: https://example.org/\narchive: [{url: 'https://example.net/', on: 2024-10-02}]")
        .source("copied", "published: 2024-10-01\nurl: https://example.org/c\narchive: [{url: 'https://example.net/c', on: 2024-11-02}]")
        .source("report", "published: 2024-10-29")
        .event("e", "status: confirmed\nactors: [nato]\nsources: [letter, report]")
        .lints();
    assert_eq!(site.build().codes(), []);
    assert_eq!(then(site).build().codes(), []);
}

#[test]
fn missing_copies_are_a_matter_of_today() {
    let url = |id: &str| format!("published: 2024-10-01\nurl: https://example.org/{id}\n");
    let copy = |on: &str| format!("archive: [{{url: 'https://example.net/', on: {on}}}]");
    let site = Site::new()
        .file("content/actors/nato.md", "---\nname: NATO\nkind: organization\n---\n")
        .brief("b", "sources: [a, b, c]")
        .source("a", &url("a"))
        .source("b", &(url("b") + &copy("2024-11-02")))
        .source("c", &(url("c") + &copy("2024-10-02")))
        .lints();
    assert!(site.build().report(Code::C004).message.starts_with("1 source has"));
    assert_eq!(then(site).build().codes(), []);
}

#[test]
fn a_lint_of_the_day_is_told_where_it_holds_today() {
    let site = Site::new()
        .brief("b", "sources: [s]\nassessments: [{text: It will last, horizon: 2024-10-20}]")
        .source("s", "published: 2024-10-01")
        .lints();
    assert_eq!(then(site.clone()).build().codes(), [Code::C012]);
    assert_eq!(site.known_on("2024-10-15").build().codes(), []);
}

#[test]
fn a_later_brief_is_neither_newer_nor_linked_from() {
    let site = Site::new().brief("b", "").brief_saying("c", "date: 2024-10-30", "After [[brief:b]].");
    let built = then(site).sound();
    let page = built.page("briefs/b/");
    assert!(!page.has(".neighbours a") && !main_text(&page).contains("Brief c"));
}
