//! A source's page.

use crate::support::{Site, main_text};

fn graded(own: &str) -> String {
    let site = Site::new().actor("press", "reliability: C").source("s", &format!("publisher: press\n{own}"));
    main_text(&site.sound().page("sources/s/"))
}

#[test]
fn its_grade_is_its_own_else_its_publishers_which_is_said() {
    let own = graded("reliability: B");
    assert!(own.contains("B: usually reliable") && !own.contains("as its publisher"), "{own}");
    let from_publisher = graded("type: article");
    assert!(
        from_publisher.contains("C: fairly reliable")
            && from_publisher.contains("as its publisher is graded")
    );
    let none = main_text(&Site::new().source("s", "").sound().page("sources/s/"));
    assert!(none.contains("Ungraded"));
}

#[test]
fn a_citation_has_both_halves_of_the_grade() {
    let site = Site::new().source("s", "reliability: B").brief("b", "sources: [{source: s, credibility: 2}]");
    assert_eq!(site.sound().page("briefs/b/").texts("#sources .grade"), ["B2"]);
}

#[test]
fn its_origins_are_told_at_the_end_of_the_chain() {
    let site = Site::new()
        .source("reprint", "derived_from: [wire]")
        .source("wire", "derived_from: [statement]")
        .source("statement", "");
    let built = site.sound();
    assert_eq!(built.page("sources/reprint/").links("dl.facts"), ["/sources/wire/", "/sources/statement/"]);
    assert_eq!(built.page("sources/statement/").links("dl.facts"), ["/sources/wire/"]);
}

#[test]
fn all_that_cite_it_are_listed() {
    let site = Site::new()
        .source("s", "")
        .brief("listed", "sources: [s]")
        .brief_saying("in-text", "", "So it was [@s, p. 3].")
        .brief("in-claim", "claims: [{id: c, text: T, by: nato, sources: [s]}]")
        .event("e", "sources: [s]")
        .actor("a", "sources: [s]");
    let page = site.sound().page("sources/s/");
    assert_eq!(page.links("#briefs .what"), ["/briefs/in-claim/", "/briefs/in-text/", "/briefs/listed/"]);
    assert_eq!(page.links("#events .what a.title, #events .what"), ["/events/e/"]);
    assert_eq!(page.links("#actors .what"), ["/actors/a/"]);
    assert_eq!(page.texts("#claims a.title"), ["T"]);
}

#[test]
fn its_archived_copy_and_address_are_links() {
    let keys = "url: https://example.org/a\narchive: [{url: 'https://archive.example/a', on: 2024-10-29}]";
    let page = Site::new().source("s", keys).sound().page("sources/s/");
    assert_eq!(page.links("main"), ["https://example.org/a", "https://archive.example/a"]);
}

#[test]
fn a_doi_is_its_address() {
    let page = Site::new().source("s", "url: 'doi:10.1000/182'").sound().page("sources/s/");
    assert_eq!(page.links("main"), ["https://doi.org/10.1000/182"]);
}

#[test]
fn a_publisher_lists_what_it_published() {
    let site = Site::new().actor("press", "").source("s", "publisher: press").source("t", "author: press");
    assert_eq!(site.sound().page("actors/press/").texts("#published a.title"), ["Source s", "Source t"]);
}
