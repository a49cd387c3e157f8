//! Of a protected source only `description_public` reaches an output; `notes` reach none.

use crate::support::{Built, Site};

const KEYS: &str = "title: Zqvwtitle
url: https://zqvwhost.example/zqvwpath
author: Zqvwauthor
publisher: Zqvwpublisher
published: 1987-06-05
accessed: 1988-07-06
type: interview
archive: [{url: 'https://zqvwarchive.example/', on: 1989-01-01}]
tags: [zqvwtag]
extra: {zqvwkey: zqvwvalue}
notes: zqvwnotes
reliability: E
protected: true
description_public: An officer who was in the room";

#[track_caller]
fn assert_hidden(built: &Built) {
    for (path, bytes) in &built.outputs {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(!text.contains("zqvw"), "{path}: {:?}", text.split("zqvw").nth(1));
        assert!(!path.contains("zqvw"), "{path}");
        assert!(!text.contains("1987") && !text.contains("1988"), "{path} tells a date");
    }
}

#[test]
fn a_protected_source_shows_its_public_description_and_nothing_else() {
    let cited = "sources: [{source: s1, at: p. 3, quote: Zqvwquote}]\nclaims: [{id: c, text: T, by: nato, sources: [{source: s1, quote: zqvwwords}]}]";
    let site = Site::new().record("sources/s1", KEYS, "Zqvwbody").brief_saying("b", cited, "So [@s1].");
    let built = site.sound();
    assert_hidden(&built);
    assert_eq!(built.page("sources/s1/").texts("h1"), ["An officer who was in the room"]);
    assert_eq!(built.page("sources/s1/").links("#briefs"), ["/briefs/b/"]);
    assert!(!crate::support::main_text(&built.page("sources/s1/")).contains("unreliable"));
    assert_eq!(built.page("briefs/b/").texts("#sources a.title"), ["An officer who was in the room"]);
}

#[test]
fn a_protected_source_with_files_of_actors_is_in_none_of_their_lists() {
    let keys = KEYS.replace("Zqvwauthor", "jane").replace("Zqvwpublisher", "paper");
    let site = Site::new()
        .record("sources/s1", &keys, "")
        .actor("jane", "name: Jane\ntlp: clear")
        .actor("paper", "name: Paper\ntlp: clear\nreliability: C")
        .brief("b", "sources: [s1]");
    let built = site.sound();
    assert_hidden(&built);
    for actor in ["actors/jane/", "actors/paper/"] {
        assert!(!built.page(actor).has("#published"), "{actor} tells what it published");
    }
    assert!(!built.page("sources/s1/").links("main").iter().any(|link| link.starts_with("/actors/")));
    assert!(!crate::support::main_text(&built.page("sources/s1/")).contains("as its publisher is graded"));
}

#[test]
fn an_actor_that_only_a_protected_source_names_is_not_told() {
    let keys = KEYS.replace("Zqvwauthor", "zqvwjane");
    let site = Site::new()
        .record("sources/s1", &keys, "")
        .actor("zqvwjane", "name: Zqvwjane")
        .source("zqvworigin", "title: Zqvworigin")
        .brief("b", "sources: [s1]");
    let site = site.record("sources/s1", &format!("{keys}\nderived_from: [zqvworigin]"), "");
    assert_hidden(&site.build());
}

#[test]
fn a_protected_source_written_inline_gets_no_address_from_its_title() {
    let keys = "sources: [{title: Zqvwtitle, url: 'https://zqvwhost.example/', protected: true, description_public: An officer}]";
    assert_hidden(&Site::new().brief("b", keys).sound());
}

#[test]
fn a_protected_source_without_a_description_is_still_told_of() {
    let site = Site::new().source("s1", "title: Zqvwtitle\nprotected: true").brief("b", "sources: [s1]");
    let built = site.sound();
    assert_hidden(&built);
    assert_eq!(built.page("sources/s1/").texts("h1"), ["a protected source"]);
}

#[test]
fn notes_reach_no_output() {
    let notes = "notes: Zqvwprivate";
    let site = Site::new()
        .brief("b", notes)
        .actor("a", notes)
        .event("e", notes)
        .source("s", notes)
        .place("p", notes)
        .record("pages/about", &format!("title: About\n{notes}"), "");
    assert_hidden(&site.sound());
}
