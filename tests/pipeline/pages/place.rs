//! A place's page.

use crate::support::{Site, main_text};

#[test]
fn it_shows_where_it_lies_and_how_exact_that_is() {
    let site = Site::new()
        .place("kursk", "lat: 51.73\nlon: 36.19\nprecision: region\nwithin: russia\ncountry: ru")
        .place("russia", "");
    let built = site.sound();
    let text = main_text(&built.page("places/kursk/"));
    assert!(text.contains("51.73° N, 36.19° E") && text.contains("RU"), "{text}");
    assert_eq!(built.page("places/kursk/").links("dl.facts"), ["/places/russia/"]);
    assert_eq!(built.page("places/russia/").links("dl.facts"), ["/places/kursk/"]);
}

#[test]
fn a_place_without_a_position_has_a_page_that_says_so() {
    let text = main_text(&Site::new().place("nowhere", "").sound().page("places/nowhere/"));
    assert!(text.contains("No position is recorded"));
}

#[test]
fn it_lists_its_events_and_the_briefs_that_name_it() {
    let site = Site::new()
        .place("seoul", "name: Seoul")
        .event("e", "places: [seoul]")
        .brief("keys", "places: [Seoul]")
        .brief_saying("text", "", "In [[Seoul]].");
    let page = site.sound().page("places/seoul/");
    assert!(page.links("#events .what").contains(&"/events/e/"));
    assert_eq!(page.links("#briefs .what"), ["/briefs/keys/", "/briefs/text/"]);
}
