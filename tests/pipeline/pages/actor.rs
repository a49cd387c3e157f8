//! An actor's page.

use crate::support::{Site, main_text, text};

fn site() -> Site {
    Site::new()
        .actor("yoon", "name: Yoon\ntags: [leaders]")
        .actor("rutte", "name: Rutte")
        .actor("aide", "name: Aide")
        .source("s", "title: A source")
        .brief(
            "one",
            "date: 2024-10-28\nactors: [yoon]\nsources: [s]\nclaims:\n  - {id: c1, text: By Yoon, by: yoon, about: [rutte], said_on: 2024-10-28, sources: [s]}",
        )
        .brief_saying("two", "date: 2024-10-29\nactors: [rutte]\nsources: [s]", "A word of [[yoon]].")
        .brief(
            "three",
            "date: 2024-10-30\nactors: [aide]\nsources: [s]\nclaims:\n  - {id: c2, text: Of Yoon, by: aide, via: [rutte], about: [yoon], sources: [s]}",
        )
        .event("call", "participants: [yoon, {actor: rutte, role: host}]\nsources: [s]")
}

#[test]
fn it_lists_briefs_that_name_it_in_keys_and_in_texts_newest_first() {
    let page = site().sound().page("actors/yoon/");
    assert_eq!(page.links("#briefs .what"), ["/briefs/two/", "/briefs/one/"]);
}

#[test]
fn it_lists_its_events_and_claims_by_and_about_it() {
    let page = site().sound().page("actors/yoon/");
    assert_eq!(page.texts("#events a.title"), ["Event call"]);
    assert_eq!(page.texts("#said a.title"), ["By Yoon"]);
    assert_eq!(page.texts("#said-about a.title"), ["Of Yoon"]);
    assert_eq!(page.links("#said-about .speaker"), ["/actors/aide/"]);
}

#[test]
fn who_relayed_a_claim_is_named_by_its_brief() {
    let page = site().sound().page("actors/rutte/");
    assert!(page.links("#briefs .what").contains(&"/briefs/three/"));
}

#[test]
fn it_counts_whom_it_was_named_with() {
    let page = site().sound().page("actors/yoon/");
    let met: Vec<String> = page.texts("#met tbody tr");
    assert_eq!(met, ["Rutte2"], "brief two and the call");
}

#[test]
fn its_offices_stand_newest_first_with_dates_and_links() {
    let offices = "positions:
  - {title: Prosecutor General, from: 2019-07-25, to: 2021-03-04}
  - {title: President, org: rok, from: 2022-05-10, to: 2025-04-04}";
    let site = Site::new().actor("yoon", offices).actor("rok", "name: South Korea");
    let page = site.sound().page("actors/yoon/");
    let rows: Vec<String> = page.texts("#offices tbody tr");
    assert_eq!(rows.len(), 2);
    assert!(rows[0].contains("President, South Korea") && rows[0].contains("10 May 2022"), "{rows:?}");
    assert!(rows[1].contains("Prosecutor General") && rows[1].contains("4 Mar 2021"), "{rows:?}");
    assert_eq!(page.links("#offices"), ["/actors/rok/"]);
}

#[test]
fn membership_is_told_up_and_down() {
    let site = Site::new()
        .actor("nis", "member_of: [{actor: rok, from: 1961}]")
        .actor("rok", "")
        .actor("desk", "relations: [{type: part-of, to: nis}]");
    let built = site.sound();
    let ties = |actor: &str| -> Vec<(String, Vec<String>)> {
        let page = built.page(actor);
        let ties = page.all("dl.facts > div").into_iter().map(|row| {
            let within = scraper::Html::parse_fragment(&row.inner_html());
            let select = |what: &str| {
                let selector = scraper::Selector::parse(what).expect("a selector");
                within.select(&selector).map(text).collect::<Vec<_>>()
            };
            (select("dt").concat(), select("a"))
        });
        ties.collect()
    };
    let tie = |label: &str, name: &str| (label.to_owned(), vec![name.to_owned()]);
    assert_eq!(ties("actors/nis/"), [tie("Belongs to", "rok"), tie("Contains", "desk")]);
    assert_eq!(ties("actors/rok/"), [tie("Contains", "nis")]);
    assert_eq!(ties("actors/desk/"), [tie("Belongs to", "nis")]);
}

#[test]
fn a_relation_is_told_on_both_sides_in_its_own_words() {
    let site =
        Site::new().actor("a", "relations: [{type: supplies, to: b, label: sells shells to}]").actor("b", "");
    let built = site.sound();
    assert_eq!(built.page("actors/a/").texts("#relations li"), ["sells shells to b"]);
    assert_eq!(built.page("actors/b/").texts("#relations li"), ["supplied by a"]);
}

#[test]
fn names_in_other_languages_stand_with_their_language() {
    let names = "name: Kim\nnames: [{text: 김, lang: ko, type: official}, {text: The General}, {text: K., type: weak}]";
    let page = Site::new().actor("kim", names).sound().page("actors/kim/");
    let native = page.one(".native-names [lang]");
    assert_eq!((text(native), native.value().attr("lang")), ("김".to_owned(), Some("ko")));
    assert!(main_text(&page).contains("The General"));
}

#[test]
fn an_identifier_is_a_link_where_its_scheme_is_known() {
    let page = Site::new().actor("x", "identifiers: {wikidata: Q42, own: '7'}").sound().page("actors/x/");
    assert_eq!(page.links("dl.facts"), ["https://www.wikidata.org/wiki/Q42"]);
    assert!(main_text(&page).contains("own: 7"));
}
