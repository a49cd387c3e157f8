//! Claims, estimates and citations with markings of their own.

use crate::support::{Site, main_text};
use chancery::diagnostics::Code;

#[test]
fn a_withheld_claim_is_taken_out_and_who_only_it_names_is_withheld() {
    let claims = "claims:
  - {id: open, text: Open words, by: nato}
  - {id: hidden, text: Hidden words, by: agent, via: [courier], about: [target], tlp: amber, sources: [file]}";
    let site = Site::new().brief("b", claims).actor("agent", "").actor("target", "").source("file", "");
    let built = site.sound();
    assert_eq!(built.page("briefs/b/").texts("#claims .title"), ["Open words"]);
    for page in ["actors/agent/", "actors/courier/", "actors/target/", "sources/file/"] {
        assert!(!built.has(page), "{page}");
    }
    let built = site.audience("amber").build();
    assert_eq!(built.page("briefs/b/").texts("#claims .title"), ["Open words", "Hidden words"]);
    assert!(built.has("actors/agent/") && built.has("actors/target/"));
}

#[test]
fn an_estimate_under_embargo_is_taken_out_until_its_moment() {
    let site = |until: &str| {
        let keys = format!(
            "estimates: [{{id: e, quantity: troops, kind: present, value: 4242, by: nato, embargo: '{until}'}}]"
        );
        Site::new().brief("b", &keys).sound()
    };
    assert!(!site("2024-12-02T00:00Z").page("briefs/b/").has("#estimates"));
    assert!(site("2024-11-02T00:00Z").page("briefs/b/").has("#estimates"));
}

#[test]
fn a_withheld_citation_is_taken_out_with_a_source_that_only_it_names() {
    let site = Site::new()
        .brief("b", "sources: [open, {source: hidden, tlp: green, quote: Hush}]")
        .source("open", "")
        .source("hidden", "");
    let built = site.sound();
    assert_eq!(built.page("briefs/b/").texts("#sources a.title"), ["Source open"]);
    assert!(!built.has("sources/hidden/") && !main_text(&built.page("briefs/b/")).contains("Hush"));
    assert!(site.audience("green").sound().has("sources/hidden/"));
}

#[test]
fn a_claim_of_a_withheld_brief_stands_in_no_list() {
    let site = Site::new()
        .brief("secret", "tlp: red\nclaims: [{id: c, text: Hidden words, by: nato}]")
        .brief("open", "");
    let built = site.sound();
    assert!(!main_text(&built.page("claims/")).contains("Hidden words"));
    assert!(!built.page("actors/nato/").has("#said"));
}

#[test]
fn words_marked_as_a_withheld_claim_stay_words_and_are_told() {
    let claim = "claims: [{id: c, text: T, by: nato, tlp: red}]";
    let built = Site::new().brief_saying("b", claim, "They sent [12,000 troops]{claim=c}.").build();
    assert_eq!(built.codes(), [Code::R004]);
    assert!(!built.page("briefs/b/").has(".claim-ref"));
}

#[test]
fn a_claim_replaced_by_a_withheld_one_is_told_and_does_not_name_it() {
    let keys = "claims:
  - {id: a, text: First, by: nato, superseded_by: b}
  - {id: b, text: Second, by: nato, tlp: red}";
    let built = Site::new().brief("x", keys).build();
    assert_eq!(built.codes(), [Code::R007]);
    let told = built.report(Code::R007);
    assert_eq!(told.text, "b");
    assert!(!told.message.contains("Second"));
}

#[test]
fn an_assessment_that_rests_on_a_withheld_claim_does_not_print_its_id() {
    let keys = "claims: [{id: zqvw-secret, text: T, by: nato, tlp: red}, {id: open-one, text: Said openly, by: nato}]\n\
                assessments: [{text: It holds, basis: [zqvw-secret, open-one, what we saw]}]";
    let built = Site::new().actor("nato", "name: NATO").brief("b", keys).build();
    assert_eq!(built.codes(), [Code::R004]);
    let page = built.page("briefs/b/");
    let text = main_text(&page);
    assert!(
        !text.contains("zqvw") && text.contains("NATO: Said openly") && text.contains("what we saw"),
        "{text}"
    );
}
