//! Feeds.

use crate::properties::feeds::{elements, texts};
use crate::support::Site;

fn site() -> Site {
    Site::new()
        .yaml("license: CC BY 4.0")
        .brief("old", "title: Old & <new>\ndate: 2024-10-01\ntags: [a]\nsummary: In short")
        .brief("new", "title: New\ndate: 2024-10-28T16:30+09:00\nactors: [kim]\nauthors: [Jane]")
        .actor("kim", "")
}

#[test]
fn the_sites_feed_holds_all_briefs_newest_first() {
    let built = site().sound();
    let feed = built.text("feed.xml");
    assert_eq!(texts(feed, "title"), ["Test", "New", "Old & <new>"]);
    assert_eq!(
        texts(feed, "id"),
        ["https://example.org/", "https://example.org/briefs/new/", "https://example.org/briefs/old/"]
    );
    assert_eq!(texts(feed, "published"), ["2024-10-28T07:30:00Z", "2024-10-01T00:00:00Z"]);
    assert_eq!(texts(feed, "updated")[0], "2024-10-28T07:30:00Z", "not the day of the build");
    assert_eq!(texts(feed, "rights"), ["CC BY 4.0"]);
}

#[test]
fn a_change_makes_an_entry_new() {
    let changed = "date: 2024-10-01\nchanges: [{on: 2024-11-05, kind: correction, note: N}]";
    let built = Site::new().brief("b", changed).sound();
    assert_eq!(texts(built.text("feed.xml"), "updated"), ["2024-11-05T00:00:00Z"; 2]);
}

#[test]
fn an_actor_and_a_tag_have_feeds_of_their_own_briefs() {
    let built = site().sound();
    assert_eq!(texts(built.text("actors/kim/feed.xml"), "title"), ["kim – Test", "New"]);
    assert_eq!(texts(built.text("tags/a/feed.xml"), "title"), ["a – Test", "Old & <new>"]);
    let links = elements(built.text("actors/kim/feed.xml")).expect("it is well formed");
    let own = links.iter().find(|one| one.name == "link" && one.attribute("rel") == Some("self"));
    let href = own.and_then(|one| one.attribute("href"));
    assert_eq!(href, Some("https://example.org/actors/kim/feed.xml"));
}

#[test]
fn a_page_names_the_feed_that_follows_it_if_there_is_one() {
    let built = site().actor("idle", "").sound();
    let feeds = |page: &str| built.page(page).all("link[type='application/atom+xml']").len();
    assert_eq!((feeds("actors/kim/"), feeds("actors/idle/"), feeds("")), (2, 1, 1));
}

#[test]
fn a_site_without_feeds_makes_and_names_none() {
    let built = site().yaml("feeds: false").sound();
    assert!(!built.paths().iter().any(|path| path.ends_with("feed.xml")));
    for (path, page) in built.pages() {
        assert!(!page.has("link[type='application/atom+xml']"), "{path}");
    }
}
