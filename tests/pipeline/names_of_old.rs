//! Records that were merged or renamed: old names still lead somewhere.

use crate::support::Site;
use chancery::diagnostics::Code;

fn merged() -> Site {
    Site::new()
        .actor("yoon", "name: Yoon Suk Yeol")
        .actor("yoon-old", "name: Yun Seok-yeol\nmerged_into: yoon")
        .brief_saying("b", "actors: [yoon-old]", "By [[Yun Seok-yeol]].")
        .event("e", "participants: [yoon-old]")
}

#[test]
fn references_to_a_merged_actor_lead_to_the_one_it_was_merged_into() {
    let built = merged().sound();
    let page = built.page("briefs/b/");
    assert_eq!(page.links("#who"), ["/actors/yoon/"]);
    assert_eq!(page.links(".body"), ["/actors/yoon/"]);
    let actor = built.page("actors/yoon/");
    assert_eq!(actor.links("#briefs"), ["/briefs/b/"]);
    assert!(actor.links("#events").contains(&"/events/e/"));
}

#[test]
fn a_merged_actor_is_a_redirect_and_stands_in_no_list() {
    let built = merged().sound();
    let page = built.page("actors/yoon-old/");
    let refresh = page.one("meta[http-equiv=refresh]").value().attr("content");
    assert_eq!(refresh, Some("0; url=/actors/yoon/"));
    assert_eq!(
        page.one("link[rel=canonical]").value().attr("href"),
        Some("https://example.org/actors/yoon/")
    );
    assert_eq!(built.page("actors/").links("main table"), ["/actors/yoon/"]);
}

#[test]
fn a_merge_in_two_steps_leads_to_the_end() {
    let built = merged().actor("yoon-older", "name: Y\nmerged_into: yoon-old").sound();
    let page = built.page("actors/yoon-older/");
    assert_eq!(page.one("meta[http-equiv=refresh]").value().attr("content"), Some("0; url=/actors/yoon/"));
}

#[test]
fn a_merge_that_leads_back_is_an_error_and_ends() {
    let site =
        Site::new().actor("a", "merged_into: b").actor("b", "merged_into: a").brief("x", "actors: [a]");
    assert!(site.build().codes().contains(&Code::R009));
}

#[test]
fn the_name_of_a_merged_actor_and_of_its_target_is_not_ambiguous() {
    let site = Site::new()
        .actor("yoon", "name: Yoon")
        .actor("yoon-old", "name: Yoon\nmerged_into: yoon")
        .brief("b", "actors: [Yoon]");
    assert_eq!(site.sound().page("briefs/b/").links("#who"), ["/actors/yoon/"]);
}

#[test]
fn former_ids_of_every_kind_redirect() {
    let old = "former_ids: [old]";
    let site = Site::new()
        .brief("new", old)
        .actor("new", old)
        .event("new", old)
        .source("new", old)
        .place("new", old)
        .record("pages/new", &format!("title: New\n{old}"), "");
    let built = site.sound();
    for folder in ["briefs/", "actors/", "events/", "sources/", "places/", ""] {
        let page = built.page(&format!("{folder}old/"));
        assert_eq!(page.links("main"), [format!("/{folder}new/")], "{folder}");
    }
    assert_eq!(built.text("sitemap.xml").matches("/old/").count(), 0);
}

#[test]
fn two_records_with_one_former_id_are_an_error() {
    let site = Site::new().actor("a", "former_ids: [x]").actor("b", "former_ids: [x]");
    let built = site.build();
    assert_eq!(built.codes(), [Code::R010]);
    assert_eq!(built.reports[0].related.len(), 1);
}
