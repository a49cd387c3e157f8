//! Lists of over a hundred rows.

use crate::support::{Built, Site};
use std::collections::BTreeSet;

/// 130 briefs, events and claims that name one actor, one source, one place and one tag.
pub fn site() -> Site {
    let mut site = Site::new().actor("hub", "name: Hub").source("wire", "").place("square", "");
    for n in 1..=130 {
        let day = format!("2024-{:02}-{:02}", n / 28 + 1, n % 28 + 1);
        let common = format!("date: {day}\nsources: [wire]\nplaces: [square]\ntags: [all]");
        let claim = format!(
            "claims: [{{id: c-{n}, text: Claim {n}, by: hub, said_on: {day}, event: fixed, sources: [wire]}}]"
        );
        site = site.brief(&format!("b-{n}"), &format!("{common}\nactors: [hub]\nevents: [fixed]\n{claim}"));
        site = site.event(&format!("e-{n}"), &format!("{common}\nparticipants: [hub]"));
    }
    site.event("fixed", "title: Fixed")
}

/// The rows' links of a list and of all pages that `rel=next` leads to; checks `rel=prev` on the way.
fn walk(built: &Built, folder: &str) -> Vec<String> {
    let (mut rows, mut at, mut before) = (Vec::new(), format!("/{folder}"), None);
    loop {
        let page = built.page(at.trim_start_matches('/'));
        let rel = |rel: &str| {
            let link = page.all(&format!("link[rel={rel}]"));
            let in_text = page.all(&format!("a[rel={rel}]"));
            let href = |list: &[scraper::ElementRef<'_>]| {
                list.first().and_then(|one| one.value().attr("href")).map(str::to_owned)
            };
            assert_eq!(href(&link), href(&in_text), "{at} {rel}");
            href(&link)
        };
        assert_eq!(rel("prev"), before, "{at}");
        let own: Vec<&str> = page
            .all("tbody .what a.title, .timeline a.title")
            .into_iter()
            .filter_map(|link| link.value().attr("href"))
            .collect();
        assert!(!own.is_empty() && own.len() <= 100, "{at} has {} rows", own.len());
        rows.extend(own.into_iter().map(str::to_owned));
        let Some(next) = rel("next") else { return rows };
        before = Some(std::mem::replace(&mut at, next));
    }
}

#[test]
fn lists_of_over_a_hundred_rows_go_on_and_every_row_is_reached_once() {
    let built = site().sound();
    for (folder, count) in [("briefs/", 130), ("events/", 131), ("timeline/", 131), ("claims/", 130)] {
        let rows = walk(&built, folder);
        assert_eq!(rows.len(), count, "{folder}");
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), count, "{folder} holds a row twice");
        assert!(
            built.has(&format!("{folder}page/2/")) && !built.has(&format!("{folder}page/3/")),
            "{folder}"
        );
    }
}

#[test]
fn long_sections_overflow_to_lists_of_their_own_that_hold_every_row() {
    let built = site().sound();
    for (page, section, count) in [
        ("actors/hub/", "briefs", 130),
        ("actors/hub/", "events", 130),
        ("actors/hub/", "said", 130),
        ("sources/wire/", "briefs", 130),
        ("sources/wire/", "events", 130),
        ("sources/wire/", "claims", 130),
        ("places/square/", "events", 130),
        ("places/square/", "briefs", 130),
        ("tags/all/", "briefs", 130),
        ("tags/all/", "events", 130),
        ("events/fixed/", "said-about", 130),
        ("events/fixed/", "briefs", 130),
    ] {
        let owner = built.page(page);
        assert_eq!(owner.all(&format!("#{section} tbody tr")).len(), 100, "{page} {section}");
        let more = owner.all(&format!("#{section} a.more"));
        assert_eq!(more[0].value().attr("href"), Some(format!("/{page}{section}/").as_str()));
        let rows = walk(&built, &format!("{page}{section}/"));
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), count, "{page} {section}");
    }
}

#[test]
fn a_list_of_a_hundred_rows_is_one_page_without_a_pager() {
    let mut site = Site::new();
    for n in 1..=100 {
        site = site.event(&format!("e-{n}"), "");
    }
    let built = site.sound();
    assert!(!built.has("events/page/2/"));
    assert!(!built.page("events/").has(".pager"));
    assert_eq!(built.page("events/").all("tbody .what").len(), 100);
}

#[test]
fn a_feed_holds_the_newest_thirty() {
    let entries = crate::properties::feeds::texts(site().sound().text("feed.xml"), "entry");
    assert_eq!(entries.len(), 30);
}
