//! Editions as of a day: what came later is left out, silently, and nothing of it can be read anywhere.

mod leaks;
mod parts;
mod references;

use crate::support::{Html, Site, main_text};
use chancery::diagnostics::Code;
use rstest::rstest;
use std::path::Path;

/// The day of all these editions.
const DAY: &str = "2024-10-28";

fn then(site: Site) -> Site {
    site.known_on(DAY)
}

#[rstest]
#[case::the_day("date: 2024-10-28", true)]
#[case::the_day_after("date: 2024-10-29", false)]
#[case::next_day_in_its_own_zone("date: 2024-10-29T08:00+09:00", false)]
#[case::same_day_in_its_own_zone("date: 2024-10-28T23:00-05:00", true)]
fn a_brief_is_there_from_its_own_day_on(#[case] keys: &str, #[case] there: bool) {
    assert_eq!(then(Site::new().brief("b", keys)).sound().has("briefs/b/"), there);
}

#[rstest]
#[case::before("date: 2024-10-20", true)]
#[case::after("date: 2024-10-29", false)]
#[case::month_that_was_not_over("date: 2024-10", false)]
#[case::coarse_but_reported("date: 2024-10\nreported: 2024-10-13", true)]
#[case::reported_later("date: 2024-10-20\nreported: 2024-10-30", false)]
#[case::announced_before("date: 2024-11-05\nreported: 2024-10-20\nstatus: planned", true)]
#[case::going_on("date: 2024-10-25/..", true)]
#[case::not_over("date: 2024-10-25/2024-10-30", false)]
fn an_event_is_there_once_it_was_known(#[case] keys: &str, #[case] there: bool) {
    assert_eq!(then(Site::new().event("e", keys)).sound().has("events/e/"), there);
}

#[rstest]
#[case::published("published: 2024-10-28", true)]
#[case::published_later("published: 2024-10-29", false)]
#[case::published_some_day_that_month("published: 2024-10", false)]
#[case::without_a_date("", true)]
fn a_source_is_there_once_it_was_published(#[case] keys: &str, #[case] there: bool) {
    let built = then(Site::new().brief("b", "sources: [s]").source("s", keys)).sound();
    assert_eq!(built.has("sources/s/"), there);
    assert_eq!(built.page("briefs/b/").texts("#sources a.title").len(), usize::from(there));
}

#[test]
fn what_only_later_records_name_is_left_out_with_them() {
    let site = Site::new()
        .brief("later", "date: 2024-10-30\nactors: [x]\nplaces: [p]\nsources: [s]\nevents: [e]")
        .actor("x", "member_of: [y]")
        .actor("y", "")
        .place("p", "")
        .source("s", "published: 2024-10-01")
        .event("e", "date: 2024-10-01\nactors: [z]")
        .actor("z", "");
    let built = then(site).sound();
    for page in ["actors/x/", "actors/y/", "places/p/", "sources/s/"] {
        assert!(!built.has(page), "{page}");
    }
    assert!(built.has("events/e/") && built.has("actors/z/"), "an event of before stands by itself");
}

#[test]
fn a_planned_event_is_known_where_a_brief_or_claim_of_then_names_it() {
    let planned = || Site::new().event("p", "date: 2024-11-05\nstatus: planned\nactors: [x]").actor("x", "");
    let seen = |site: Site| then(site).sound().has("events/p/");
    assert!(!seen(planned()));
    assert!(!seen(planned().brief("b", "date: 2024-10-30\nevents: [p]")));
    assert!(!seen(planned().event("e", "causes: [p]")));
    assert!(!then(planned()).sound().has("actors/x/"));
    assert!(seen(planned().brief("b", "events: [p]")));
    let claim = "claims: [{id: c, text: It will be, by: y, event: p}]";
    assert!(seen(planned().actor("y", "").event("e", claim)));
}

#[test]
fn markings_and_embargoes_hold_as_ever() {
    let site = Site::new()
        .brief("red", "tlp: red")
        .brief("early", "embargo: 2024-11-30T00:00Z")
        .brief("late", "embargo: 2025-11-30T00:00Z");
    let built = then(site).sound();
    assert!(!built.has("briefs/red/") && built.has("briefs/early/") && !built.has("briefs/late/"));
    let names = Site::new().brief("red", "tlp: red").brief_saying("open", "", "See [[brief:red]].");
    assert_eq!(then(names).build().codes(), [Code::R006]);
}

#[test]
fn a_judgement_is_overdue_by_the_day_and_not_by_the_clock() {
    let keys = |horizon: &str| format!("assessments: [{{text: It will hold, horizon: {horizon}}}]");
    let overdue = |horizon: &str, day: &str| {
        let built = Site::new().brief("b", &keys(horizon)).known_on(day).sound();
        main_text(&built.page("assessments/")).contains("Overdue, no outcome recorded")
    };
    assert!(!overdue("2024-10-28", "2024-10-28"));
    assert!(overdue("2024-10-28", "2024-10-29"));
}

#[test]
fn every_page_says_it_and_what_is_as_of_now_does_not() {
    let site = Site::new().brief("b", "").event("e", "");
    for (path, page) in then(site.clone()).sound().pages() {
        if page.has(".site-header") {
            let bands = page.texts(".edition-drafts");
            assert_eq!(bands.len(), 1, "{path}");
            assert!(bands[0].starts_with("As known on 28 October 2024."), "{path}: {bands:?}");
        }
    }
    assert!(!site.sound().page("").has(".edition-drafts"));
}

#[test]
fn a_front_page_without_a_brief_of_then_says_so() {
    let built = then(Site::new().brief("b", "date: 2024-11-01").event("e", "")).sound();
    let text = main_text(&built.page(""));
    assert!(text.contains("No brief had been published by then") && text.contains("Event e"), "{text}");
}

#[test]
fn the_menu_leaves_out_pages_that_were_not_there_yet() {
    let menu = "menu: [{title: Briefs, href: /briefs/}, {title: Counts, href: /estimates/}]";
    let keys =
        "estimates: [{id: e, quantity: troops, kind: present, value: 4242, by: nato, said_on: 2024-11-02}]";
    let site = Site::new().yaml(menu).brief("b", keys);
    assert_eq!(site.sound().page("").texts("#site-nav a"), ["Briefs", "Counts"]);
    assert_eq!(then(site).sound().page("").texts("#site-nav a"), ["Briefs"]);
}

/// The repository's own site.
fn sample() -> Site {
    Site::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).strict()
}

#[test]
fn the_sample_is_sound_on_every_day_it_tells_of() {
    for day in ["2024-10-13", "2024-10-23", "2024-10-28", "2024-10-29", "2024-10-30", "2024-11-19"] {
        let built = sample().known_on(day).sound();
        assert!(built.has(""), "{day}");
    }
}

/// What the sample says of a day is no use to anyone unless something had been said by then.
#[test]
fn the_sample_as_of_its_first_day_tells_what_was_known_and_nothing_later() {
    let (today, then) = (sample().sound(), sample().known_on(DAY).sound());
    let brief = |path: &str| then.page(path).texts("#references, #sources").join(" ");
    for path in ["2024-10-28-yoon-von-der-leyen-call", "2024-10-28-nato-confirms", "2024-10-28-first-figures"]
    {
        let told = brief(&format!("briefs/{path}/"));
        assert!(told.contains("28 October 2024") && !told.contains("JoongAng"), "{path}: {told}");
    }
    let claims = then.page("claims/");
    let shown = |page: &Html, id: &str| page.has(&format!("a.title[href$='#claim-{id}']"));
    for id in ["yoon-sooner-than-expected", "rutte-troops-in-kursk", "nis-troops-in-russia"] {
        assert!(shown(&claims, id), "{id}");
    }
    let estimates =
        ["est-nis-russia-2024-10-23", "est-nis-planned-2024-10-23", "est-singh-russia-2024-10-28"];
    assert!(estimates.iter().all(|id| shown(&claims, id)));
    let marks = |page: &Html| page.texts("svg.chart .mark > title").len();
    assert_eq!((marks(&then.page("estimates/")), marks(&today.page("estimates/"))), (3, 9));
    for id in ["rutte-top-priority", "hong-faster-than-foreseen", "est-hong-on-the-move-2024-10-28"] {
        assert!(shown(&today.page("claims/"), id) && !shown(&claims, id), "{id}");
    }
    for page in ["briefs/2024-10-29-two-calls/", "events/yoon-rutte-call/", "sources/joongang-2024-10-29/"] {
        assert!(today.has(page) && !then.has(page), "{page}");
    }
    let path = "briefs/2024-10-28-yoon-von-der-leyen-call/";
    assert!(
        today.page(path).has("#changes") && !then.page(path).has("#changes"),
        "the update came a day later"
    );
}

#[test]
fn no_event_of_the_sample_stands_without_a_source_of_then() {
    for day in ["2024-10-28", "2024-10-29", "2024-10-30"] {
        for (path, page) in sample().known_on(day).sound().pages() {
            if page.has("article.event") {
                assert!(page.has("#sources a.title"), "{day} {path}: {}", main_text(&page));
            }
        }
    }
}

#[test]
fn long_after_everything_the_edition_is_that_of_today() {
    let (today, then) = (sample().sound(), sample().known_on("2030-01-01").sound());
    assert_eq!(today.paths(), then.paths());
    let other: Vec<_> = today
        .outputs
        .iter()
        .filter(|(path, bytes)| !path.ends_with(".html") && then.outputs[*path] != **bytes)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(other, Vec::<&String>::new());
    for (path, page) in today.pages().filter(|(_, page)| page.has("main")) {
        assert_eq!(main_text(&page), main_text(&then.page(path)), "{path}");
    }
}
