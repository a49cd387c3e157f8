//! Home, lists, tags, timeline, 404.

use crate::support::{Site, main_text};

#[test]
fn the_home_page_leads_with_the_newest_brief_and_counts_all() {
    let site = Site::new()
        .brief("a", "date: 2024-10-01\ntags: [troops]")
        .brief("c", "date: 2024-10-03\nclaims: [{id: x, text: Said, by: nato}]")
        .brief("b", "date: 2024-10-02")
        .event("e", "participants: [nato]");
    let page = site.sound().page("");
    assert_eq!(page.links(".lead"), ["/briefs/c/"]);
    assert_eq!(page.links(".latest"), ["/briefs/b/", "/briefs/a/"]);
    assert_eq!(page.texts(".moved a.title"), ["Said"]);
    assert_eq!(page.links(".tag-list"), ["/tags/troops/"]);
    assert_eq!(page.texts("table.bars tbody th"), ["NATO"]);
    let counts = page.texts(".facts-line li");
    for count in ["3 briefs", "1 actor", "1 event", "1 source", "1 claim"] {
        assert!(counts.contains(&count.to_owned()), "{count} in {counts:?}");
    }
}

#[test]
fn an_empty_site_says_that_nothing_is_there() {
    let built = Site::new().sound();
    assert!(main_text(&built.page("")).contains("Nothing has been published yet"));
    assert!(main_text(&built.page("briefs/")).contains("Nothing is recorded here yet"));
}

#[test]
fn the_timeline_is_in_order_of_time_with_undated_events_last() {
    let site = Site::new()
        .event("late", "date: 2024-11-05")
        .event("year", "date: 2023")
        .event("early", "date: 2024-10-01")
        .event("span", "date: 2024-10-03/2024-10-04")
        .brief("b", "events: [Undated thing]");
    let built = site.build();
    let page = built.page("timeline/");
    assert_eq!(
        page.texts(".timeline a.title"),
        ["Event year", "Event early", "Event span", "Event late", "Undated thing"]
    );
    assert_eq!(page.texts(".year h2"), ["2023", "2024", "Undated"]);
    assert_eq!(
        page.texts(".month h3"),
        ["2023, month not known", "October 2024", "November 2024", "Date not recorded"]
    );
}

#[test]
fn a_tag_gathers_all_kinds_and_its_spellings() {
    let site = Site::new()
        .brief("b", "tags: [EU]")
        .event("e", "tags: [eu]")
        .actor("a", "tags: [EU]")
        .source("s", "tags: [EU]")
        .place("p", "tags: [EU]");
    let built = site.sound();
    let page = built.page("tags/eu/");
    for (section, record) in [
        ("briefs", "/briefs/b/"),
        ("events", "/events/e/"),
        ("actors", "/actors/a/"),
        ("sources", "/sources/s/"),
        ("places", "/places/p/"),
    ] {
        assert_eq!(page.links(&format!("#{section} .what")), [record]);
    }
    assert_eq!(built.page("tags/").texts("tbody tr"), ["EU5"]);
}

#[test]
fn what_is_not_there_has_a_page_that_search_engines_pass_over() {
    let built = Site::new().brief("b", "").sound();
    let page = built.page("404.html");
    assert_eq!(page.one("meta[name=robots]").value().attr("content"), Some("noindex"));
    assert!(page.links("main").contains(&"/"));
}

#[test]
fn pages_stand_at_the_root_and_in_the_footer() {
    let built = Site::new().record("pages/about", "title: About us", "Text.").sound();
    assert_eq!(built.page("about/").texts("h1"), ["About us"]);
    assert!(built.page("").links(".footer-links").contains(&"/about/"));
}

#[test]
fn the_menu_of_site_yaml_stands_below_the_base_path() {
    let site = Site::new()
        .file("site.yaml", "title: T\nbase_url: https://example.org/sub/\nmenu: [{title: All, href: /briefs/}, {title: Out, href: 'https://example.net/'}]\n");
    assert_eq!(site.sound().page("").links("#site-nav"), ["/sub/briefs/", "https://example.net/"]);
}
