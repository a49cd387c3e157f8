//! An event's page.

use crate::support::{Site, main_text};

#[test]
fn the_hour_stands_in_local_time_and_in_utc() {
    let site = Site::new()
        .event("own", "date: 2024-10-28T16:30+09:00\ntimezone: Asia/Seoul")
        .event("place", "date: 2024-10-28T07:30Z\nplaces: [seoul]")
        .event("none", "date: 2024-10-28T23:30-05:00")
        .event("day", "date: 2024-10-28\ntimezone: Asia/Seoul")
        .place("seoul", "timezone: Asia/Seoul");
    let built = site.sound();
    for page in ["events/own/", "events/place/"] {
        let text = main_text(&built.page(page));
        assert!(text.contains("16:30, 28 October 2024 (Asia/Seoul, UTC+09:00)"), "{page}: {text}");
        assert!(text.contains("07:30 UTC, 28 October 2024"), "{page}: {text}");
    }
    assert!(main_text(&built.page("events/none/")).contains("04:30 UTC, 29 October 2024"));
    assert!(!built.page("events/day/").texts("dl.facts")[0].contains("UTC"));
}

#[test]
fn summer_time_of_the_day_holds() {
    let event =
        |date: &str| Site::new().event("e", &format!("date: {date}\ntimezone: Europe/Brussels")).sound();
    assert!(main_text(&event("2024-10-26T10:00Z").page("events/e/")).contains("12:00, 26 October 2024"));
    assert!(main_text(&event("2024-10-28T10:00Z").page("events/e/")).contains("11:00, 28 October 2024"));
}

#[test]
fn participants_stand_with_roles_in_the_authors_order() {
    let site = Site::new()
        .actor("b", "kind: person")
        .actor("a", "kind: state\npositions: [{title: Head, from: 2020}]")
        .event("e", "participants: [{actor: b, role: caller}, a]");
    let page = site.sound().page("events/e/");
    assert_eq!(page.links("#who"), ["/actors/b/", "/actors/a/"]);
    assert_eq!(page.texts("#who .gist"), ["caller · person", "Head"]);
}

#[test]
fn what_was_before_and_after_is_told_by_ties_else_by_time() {
    let site = Site::new()
        .event("one", "date: 2024-10-01\ncauses: [three]")
        .event("two", "date: 2024-10-02")
        .event("three", "date: 2024-10-03\nfollows: [two]\npart_of: [whole]\ndistinct_from: [two]")
        .event("whole", "date: 2024-10");
    let built = site.sound();
    let page = built.page("events/three/");
    assert_eq!(page.texts("#before .tie"), ["follows", "caused by"]);
    assert_eq!(page.texts("#before a.title"), ["Event two", "Event one"]);
    assert_eq!(built.page("events/two/").texts("#after .tie"), ["followed by"]);
    assert_eq!(built.page("events/two/").texts("#before .tie"), ["before it in time"]);
    assert_eq!(built.page("events/one/").texts("#after .tie"), ["causes"]);
    let facts = page.links("dl.facts");
    assert_eq!(facts, ["/events/whole/", "/events/two/"]);
    assert!(built.page("events/whole/").links("dl.facts").contains(&"/events/three/"));
}

#[test]
fn it_lists_its_sources_the_briefs_that_name_it_and_claims_about_it() {
    let site = Site::new()
        .source("s", "")
        .event("e", "sources: [s]\nclaims: [{id: own, text: Own, by: nato}]")
        .brief("b", "events: [e]")
        .brief("c", "claims: [{id: other, text: Other, by: nato, event: e}]");
    let page = site.sound().page("events/e/");
    assert_eq!(page.links("#sources .ref-text"), ["/sources/s/"]);
    assert_eq!(page.texts("#claims .title"), ["Own"]);
    assert_eq!(page.texts("#said-about a.title"), ["Other"]);
    assert_eq!(page.links("#briefs .what"), ["/briefs/b/", "/briefs/c/"]);
}

#[test]
fn an_event_without_a_source_says_so() {
    let page = Site::new().event("e", "").sound().page("events/e/");
    assert!(page.texts("#sources p")[0].starts_with("No source is recorded"));
}

#[test]
fn the_words_of_date_text_stand_for_the_date() {
    let page = Site::new().event("e", "date: 2024-10~\ndate_text: in the autumn").sound().page("events/e/");
    assert!(page.texts("dd strong")[0].contains("in the autumn"));
}

#[test]
fn places_written_inline_get_pages_that_lead_back() {
    let built = Site::new().event("e", "place: {name: Panmunjom, lat: 37.95, lon: 126.68}").sound();
    assert_eq!(built.page("places/panmunjom/").links("#events .what"), ["/events/e/", "/places/panmunjom/"]);
}
