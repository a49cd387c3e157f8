//! Who sees what: markings, drafts, embargoes, and what only withheld records mention.

mod claims;
mod leaks;
mod mentions;
mod protected;

use crate::support::Site;
use rstest::rstest;

#[rstest]
#[case::clear_for_clear("clear", "clear", true)]
#[case::green_for_clear("green", "clear", false)]
#[case::green_for_green("green", "green", true)]
#[case::amber_for_green("amber", "green", false)]
#[case::amber_for_amber("amber", "amber", true)]
#[case::amber_strict_for_amber("amber+strict", "amber", false)]
#[case::amber_strict_for_amber_strict("amber+strict", "amber+strict", true)]
#[case::red_for_amber_strict("red", "amber+strict", false)]
#[case::red_for_red("red", "red", true)]
#[case::clear_for_red("clear", "red", true)]
fn a_record_is_for_readers_of_its_marking_or_above(
    #[case] own: &str,
    #[case] readers: &str,
    #[case] seen: bool,
) {
    let site = Site::new().brief("b", &format!("tlp: {own}")).event("e", &format!("tlp: {own}")).record(
        "pages/p",
        &format!("title: P\ntlp: {own}"),
        "",
    );
    let built = site.audience(readers).sound();
    for page in ["briefs/b/", "events/e/", "p/"] {
        assert_eq!(built.has(page), seen, "{page}");
    }
}

#[test]
fn the_audience_of_site_yaml_holds_where_none_is_asked_for() {
    let site = Site::new().brief("b", "tlp: amber");
    assert!(!site.sound().has("briefs/b/"));
    assert!(site.clone().yaml("audience: amber").sound().has("briefs/b/"));
    assert!(!site.yaml("audience: amber").audience("green").sound().has("briefs/b/"));
}

#[test]
fn a_draft_is_built_only_among_drafts_and_says_so() {
    let site = Site::new().brief("b", "draft: true");
    assert!(!site.sound().has("briefs/b/"));
    let built = site.drafts().sound();
    assert!(built.page("briefs/b/").has("h1") && built.page("briefs/b/").has(".draft"));
    assert!(built.page("").has(".edition-drafts"));
}

#[test]
fn a_draft_of_any_kind_says_so_on_its_page() {
    let site = Site::new()
        .brief("b", "")
        .actor("a", "draft: true")
        .event("e", "draft: true")
        .source("s", "draft: true")
        .place("p", "draft: true")
        .record("pages/about", "title: About\ndraft: true", "");
    let built = site.drafts().sound();
    for page in ["actors/a/", "events/e/", "sources/s/", "places/p/", "about/"] {
        assert!(built.page(page).has(".head .kicker .draft"), "{page}");
    }
    assert!(!built.page("briefs/b/").has(".draft"));
}

#[test]
fn a_draft_above_the_audience_stays_withheld_among_drafts() {
    let site = Site::new().brief("b", "draft: true\ntlp: red");
    assert!(!site.drafts().sound().has("briefs/b/"));
}

#[rstest]
#[case::over("2024-12-01T11:59:59Z", true)]
#[case::over_in_another_zone("2024-12-01T20:59+09:00", true)]
#[case::over_now("2024-12-01T12:00Z", true)]
#[case::to_come("2024-12-01T12:00:01Z", false)]
#[case::to_come_in_another_zone("2024-12-01T07:30-05:00", false)]
fn an_embargo_holds_until_its_moment(#[case] until: &str, #[case] seen: bool) {
    let site = Site::new().brief("b", &format!("embargo: {until}"));
    assert_eq!(site.sound().has("briefs/b/"), seen);
}

#[test]
fn a_withheld_record_is_no_brief_older_or_newer_than_another() {
    let site = Site::new()
        .brief("a", "date: 2024-10-01")
        .brief("b", "date: 2024-10-02\ntlp: red")
        .brief("c", "date: 2024-10-03");
    let built = site.sound();
    assert_eq!(built.page("briefs/c/").links(".neighbours"), ["/briefs/a/"]);
}

#[test]
fn a_mistake_in_what_a_withheld_record_names_is_nobodys_business_yet() {
    let site = Site::new().brief_saying("b", "draft: true\nplaces: [Atlantis]", "See [[nowhere]].");
    site.sound();
    assert_eq!(site.drafts().build().codes().len(), 2);
}
