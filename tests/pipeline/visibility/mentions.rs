//! A record without keys of its own is as visible as the most open record that mentions it.

use crate::support::Site;
use chancery::diagnostics::Code;

/// A withheld brief that names the actor `x`.
fn withheld() -> Site {
    Site::new().brief("secret", "actors: [x]\ntlp: red")
}

fn sees(site: Site, page: &str) -> bool {
    site.sound().has(page)
}

#[test]
fn what_only_a_withheld_brief_mentions_is_withheld_with_or_without_a_file() {
    assert!(!sees(withheld(), "actors/x/"));
    assert!(!sees(withheld().actor("x", ""), "actors/x/"));
    let lists = Site::new().brief_saying(
        "secret",
        "tlp: red\nevents: [e, Stub event]\nplaces: [p, Stub place]\nsources: [s, https://example.org/s]",
        "[[event:e2]] [@s2]",
    );
    let built = lists.event("e", "").event("e2", "").place("p", "").source("s", "").source("s2", "").sound();
    for folder in ["events/", "places/", "sources/"] {
        let own = built.paths().into_iter().filter(|path| path.starts_with(folder)).count();
        assert_eq!(own, 1, "{folder} holds its list and nothing else: {:?}", built.paths());
    }
}

#[test]
fn the_most_open_mention_wins() {
    let site = withheld().actor("x", "").brief("open", "actors: [x]");
    let page = site.sound().page("actors/x/");
    assert_eq!(page.links("#briefs"), ["/briefs/open/"]);
}

#[test]
fn an_amber_mention_opens_it_for_amber_readers_only() {
    let site = withheld().actor("x", "").brief("amber", "actors: [x]\ntlp: amber");
    assert!(!sees(site.clone(), "actors/x/"));
    assert!(sees(site.audience("amber"), "actors/x/"));
}

#[test]
fn what_nothing_mentions_is_visible() {
    assert!(sees(Site::new().actor("x", ""), "actors/x/"));
}

#[test]
fn a_chain_from_a_withheld_brief_is_withheld_to_its_end() {
    let site = withheld()
        .actor("x", "member_of: [org]\npositions: [{title: Head, org: office}]")
        .actor("org", "relations: [{type: funds, to: paid, sources: [letter]}]")
        .actor("office", "")
        .actor("paid", "")
        .source("letter", "derived_from: [origin]")
        .source("origin", "publisher: press")
        .actor("press", "");
    let built = site.sound();
    let records = built.paths().into_iter().filter(|path| path.matches('/').count() == 2);
    let records: Vec<&str> =
        records.filter(|path| !path.starts_with("assets/") && !path.starts_with("data/")).collect();
    assert_eq!(records, Vec::<&str>::new());
    assert_eq!(built.text("data/previews/0.json"), "{\n}\n");
    assert_eq!(built.text("data/names/0.json"), "[\n]\n");
}

#[test]
fn records_that_mention_each_other_and_are_only_named_by_a_withheld_one_are_withheld() {
    let site = withheld().actor("x", "member_of: [y]").actor("y", "member_of: [x]");
    let built = site.sound();
    assert!(!built.has("actors/x/") && !built.has("actors/y/"));
}

#[test]
fn a_chain_that_an_open_record_reaches_too_is_visible_from_there_on() {
    let site = withheld().actor("x", "member_of: [org]").actor("org", "").brief("open", "actors: [org]");
    let built = site.sound();
    assert!(!built.has("actors/x/") && built.has("actors/org/"));
    assert!(!built.page("actors/org/").has("dl"), "its withheld member is not told");
}

#[test]
fn a_record_with_a_key_of_its_own_goes_by_it() {
    let site = withheld().actor("x", "tlp: clear");
    assert!(sees(site, "actors/x/"));
    let site = Site::new().actor("x", "tlp: amber");
    assert!(!sees(site, "actors/x/"));
}

#[test]
fn an_old_name_named_by_a_withheld_brief_opens_neither_the_old_nor_the_new() {
    let site =
        Site::new().brief("secret", "actors: [old]\ntlp: red").actor("old", "merged_into: x").actor("x", "");
    let built = site.sound();
    assert!(!built.has("actors/x/") && !built.has("actors/old/"), "{:?}", built.paths());
}

#[test]
fn a_link_to_a_withheld_record_is_an_error_at_the_reference() {
    let site = Site::new().brief("secret", "tlp: red").brief_saying(
        "open",
        "",
        "As told in [[brief:secret]], and [[brief:secret|again]].",
    );
    let built = site.build();
    let report = built.report(Code::R006);
    assert_eq!(report.at, "content/briefs/open.md:7:12");
    assert_eq!(report.text, "[[brief:secret]]");
    assert_eq!(report.related, ["content/briefs/secret.md:3:8"]);
    assert!(report.message.contains("TLP:RED"), "{}", report.message);
    assert!(built.edition.is_none());
}

#[test]
fn a_withheld_record_is_found_at_its_reference_also_by_alias_and_in_other_spelling() {
    let hidden = Site::new().actor("x", "name: Jane Roe\nnames: [The Owl]\ntlp: red");
    for name in ["x", "Jane Roe", "JANE ROE", "The Owl", "the owl"] {
        let built = hidden.clone().brief("b", &format!("actors: [{name}]")).build();
        let report = built.report(Code::R006);
        assert_eq!((report.at.as_str(), report.text.as_str()), ("content/briefs/b.md:2:10", name));
    }
}

#[test]
fn a_relative_link_or_a_path_to_a_withheld_record_is_an_error_too() {
    let secret = Site::new().brief("secret", "tlp: red").actor("mole", "tlp: red");
    for link in ["secret.md", "../actors/mole.md#life", "/briefs/secret/", "/actors/mole"] {
        let site = secret.clone().brief_saying("open", "", &format!("See [this]({link})."));
        let built = site.build();
        assert_eq!(built.codes(), [Code::R006], "{link}");
        assert_eq!(built.reports[0].at, "content/briefs/open.md:7:5", "{link}");
        assert!(site.audience("red").build().edition.is_some(), "{link}");
    }
}

#[test]
fn a_draft_named_by_a_visible_brief_is_an_error_and_none_among_drafts() {
    let site = Site::new().event("e", "draft: true").brief("b", "events: [e]");
    assert_eq!(site.build().codes(), [Code::R006]);
    site.drafts().sound();
}
