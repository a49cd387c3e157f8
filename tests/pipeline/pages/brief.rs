//! A brief's page.

use crate::support::{Html, Site, main_text, photograph};

#[test]
fn who_is_in_it_stands_by_role() {
    let site = Site::new().actor("subject", "").actor("speaker", "").actor("passer-by", "").brief_saying(
        "b",
        "actors: [{actor: passer-by, role: mentioned}, subject]\nclaims: [{id: c, text: T, by: speaker}]",
        "And [[speaker]].",
    );
    let page = site.sound().page("briefs/b/");
    assert_eq!(page.links("#who"), ["/actors/subject/", "/actors/speaker/", "/actors/passer-by/"]);
}

#[test]
fn supersession_is_told_on_both_briefs() {
    let site = Site::new()
        .brief("old", "title: Old\nstatus: superseded\ndate: 2024-10-01")
        .brief("new", "title: New\nsupersedes: [old]\ndate: 2024-10-02");
    let built = site.sound();
    let old = built.page("briefs/old/");
    assert_eq!(old.links(".notice"), ["/briefs/new/"]);
    assert_eq!(built.page("briefs/new/").links(".replaces"), ["/briefs/old/"]);
    assert!(main_text(&built.page("briefs/")).contains("superseded"));
}

#[test]
fn a_superseded_claim_says_what_holds_since_and_who_said_it() {
    let keys = "claims:
  - {id: a, text: Ten, by: nato, status: revised, superseded_by: b}
  - {id: b, text: Eleven, by: nato}";
    let page = Site::new().brief("x", keys).sound().page("briefs/x/");
    let states = page.texts("#claims td.state");
    assert!(states[0].contains("revised") && states[0].contains("Eleven (NATO)"), "{states:?}");
    assert_eq!(page.links("#claims td.state"), ["/briefs/x/#claim-b", "/actors/nato/"]);
}

#[test]
fn citations_in_a_text_are_numbered_and_lead_to_the_list_of_sources_and_back() {
    let site = Site::new()
        .source("a", "publisher: nato\npublished: 2024-10-28")
        .source("b", "")
        .brief_saying("x", "sources: [b]", "One [@a, para. 4]. Two [@b; @a].");
    let page = site.sound().page("briefs/x/");
    assert_eq!(page.links(".body .note-ref"), ["#note-1", "#note-2"]);
    assert_eq!(page.texts("#sources a.title"), ["Source b", "Source a"], "its own list goes first");
    let notes = page.texts(".notes li");
    assert!(notes[0].contains("NATO, 28 Oct 2024, para. 4"), "{notes:?}");
    assert_eq!(page.links("#source-2 .ref-small"), ["#note-ref-1", "#note-ref-2"]);
}

#[test]
fn a_note_stands_beside_its_mark_too_where_it_is_one_paragraph_without_marks_of_its_own() {
    let text = "One[^1], two[^2], three[^3], four[^4], five[^5].\n\n| a |\n|---|\n| six[^6] |\n\n\
        [^1]: See [[nato]] & *more*.\n[^2]: x\n\n    y\n\n[^3]: - z\n\n[^4]: q\n\n    > r\n\n\
        [^5]: Said [@a].\n[^6]: In a table.\n";
    let page = Site::new().source("a", "").brief_saying("x", "sources: [a]", text).sound().page("briefs/x/");
    let beside = page.texts(".body .sidenote");
    assert_eq!(beside.len(), 1, "{beside:?}");
    assert!(beside[0].ends_with("See NATO & more."), "{beside:?}");
    assert_eq!(page.links(".body .sidenote"), ["/actors/nato/"]);
    assert!(!page.has(".body .sidenote p"), "it stands within a paragraph");
    assert_eq!(
        page.all(".notes > ol > li, .notes > li").len(),
        7,
        "all are in the list, with that of the citation"
    );
}

#[test]
fn likelihood_and_confidence_stand_in_rows_of_their_own() {
    let keys = "assessments: [{text: It will, likelihood: likely, confidence: low}, {text: It may, likelihood: {low: 10, high: 30}}, {text: It might, likelihood: {low: 80, high: 80}}]";
    let page = Site::new().brief("b", keys).sound().page("briefs/b/");
    assert_eq!(page.texts("#judgements dt"), ["Likelihood", "Confidence", "Likelihood", "Likelihood"]);
    let values = page.texts("#judgements dd");
    assert!(
        values[0].contains("likely")
            && values[1].contains("low")
            && values[2].contains("10–30 %")
            && values[3] == "80 %",
        "{values:?}"
    );
}

#[test]
fn changes_stand_newest_first_and_a_retraction_is_said_at_the_top() {
    let keys = "status: retracted\nchanges: [{on: 2024-10-29, kind: correction, note: First}, {on: 2024-11-02, kind: retraction, note: Second}]";
    let page = Site::new().brief("b", keys).sound().page("briefs/b/");
    assert_eq!(page.texts("#changes td.what"), ["Second", "First"]);
    assert!(page.texts(".notice")[0].contains("retracted"));
}

#[test]
fn authors_of_the_site_stand_where_a_brief_names_none() {
    let site = Site::new()
        .yaml("authors: [The desk]")
        .brief("a", "")
        .brief("b", "authors: [{name: Jane, org: Desk, orcid: 0000-0002-1825-0097}]");
    let built = site.sound();
    assert!(built.page("briefs/a/").texts(".facts-line")[0].contains("The desk"));
    assert!(built.page("briefs/b/").links(".facts-line").contains(&"https://orcid.org/0000-0002-1825-0097"));
}

#[test]
fn its_text_is_marked_with_its_language_and_direction() {
    let site = Site::new().brief("b", "title: عنوان\nlang: ar");
    let built = site.sound();
    assert_eq!(built.page("briefs/b/").one("html").value().attr("lang"), Some("ar"));
    assert_eq!(built.page("briefs/b/").one("h1").value().attr("dir"), Some("rtl"));
    let row = built.page("briefs/");
    let link = row.one("tbody a.title").value();
    assert_eq!((link.attr("lang"), link.attr("dir")), (Some("ar"), Some("rtl")));
}

#[test]
fn a_picture_and_a_file_are_published_beside_the_site() {
    let site = Site::new()
        .brief_saying("b", "image: {file: a b.png, alt: Words}", "![More](a%20b.png) [Table](t.csv)")
        .file("content/briefs/a b.png", photograph(30, 20))
        .file("content/briefs/t.csv", "a\n");
    let built = site.sound();
    let page = built.page("briefs/b/");
    let sources: Vec<_> =
        page.all("main img").into_iter().filter_map(|image| image.value().attr("src")).collect();
    assert_eq!(sources, ["/files/briefs/a%20b.png"; 2]);
    assert!(built.has("files/briefs/a b.png") && built.has("files/briefs/t.csv"));
    let preview = page.one("meta[property='og:image']").value().attr("content");
    assert_eq!(preview, Some("https://example.org/files/briefs/a%20b.png"));
}

#[test]
fn a_judgement_that_rests_on_a_superseded_claim_says_so_wherever_the_claim_is_used() {
    let recorded = "claims:
  - {id: ten-came, text: Ten came., by: nato, said_on: 2024-10-28, status: revised, superseded_by: two-came}
  - {id: two-came, text: Two came., by: nato, said_on: 2024-11-03}";
    let judged = "date: 2024-10-29\nassessments: [{text: More will come, likelihood: likely, basis: [ten-came, our own count]}]";
    let built = Site::new().brief("recorded", recorded).brief("judged", judged).sound();
    let page = built.page("briefs/judged/");
    let basis = page.texts("#judgements li li");
    assert_eq!(basis, ["NATO: Ten came. since revised: Two came (NATO, 3 November 2024)", "our own count"]);
    let notice = page.texts(".notice-since p");
    assert_eq!(notice.len(), 1, "{notice:?}");
    assert!(notice[0].starts_with("Since this was written: NATO: “Ten came” was revised on 3 November 2024"));
    let claims: serde_json::Value = serde_json::from_str(built.text("data/claims.json")).expect("JSON");
    let ten =
        claims.as_array().expect("a list").iter().find(|one| one["id"] == "ten-came").expect("it is there");
    assert_eq!(ten["used_in"], serde_json::json!(["brief:judged", "brief:recorded"]));
}

#[test]
fn a_marked_figure_that_its_speaker_has_gone_beyond_was_current_then() {
    let estimate = |id: &str, day: &str, value: u32| {
        format!(
            "  - {{id: {id}, by: nato, quantity: troops, kind: present, value: {value}, said_on: {day}}}\n"
        )
    };
    let first = format!("date: 2024-10-28\nestimates:\n{}", estimate("first", "2024-10-28", 3000));
    let second = format!("date: 2024-11-04\nestimates:\n{}", estimate("second", "2024-11-04", 9000));
    let text = "There are [3,000]{claim=first}.\n\n```estimates\nquantity: troops\n```";
    let page = Site::new().brief_saying("a", &first, text).brief("b", &second).sound().page("briefs/a/");
    let later = "current then; later: 9,000 (NATO, 4 November 2024)";
    assert_eq!(page.texts(".body .since"), [format!("[{later}]")]);
    assert_eq!(page.texts(".body table tr:nth-child(1) td:last-child"), [format!("◐ {later}")]);
    assert_eq!(page.texts("#claim-first .state"), ["◐ current then later: 9,000 (NATO, 4 November 2024)"]);
    assert_eq!(page.texts("#claim-first .what .figure"), ["3,000"]);
    assert_eq!(
        page.texts("#claim-first .what .title"),
        ["3,000"],
        "a figure without words of its own is printed once"
    );
}

#[test]
fn a_claim_is_graded_by_its_source_and_its_own_credibility() {
    let keys = "claims:
  - {id: a, text: Ten, by: nato, sources: [paper], credibility: 2}
  - {id: b, text: Two, by: nato, sources: [{source: paper, credibility: 4}], credibility: 2}
  - {id: c, text: Six, by: nato, sources: [paper]}";
    let page = Site::new().source("paper", "reliability: B").brief("x", keys).sound().page("briefs/x/");
    assert_eq!(page.texts("#claims .grade"), ["B2", "B4", "B"]);
}

#[test]
fn a_speaker_whose_name_runs_from_right_to_left_keeps_what_stands_behind_it_in_place() {
    let keys = "claims:
  - {id: a, text: Ten, by: speaker, said_on: 2024-10-28, question: How many?, stance: confirm}
  - {id: b, text: Two, by: nato, said_on: 2024-10-28, question: How many?, stance: deny}";
    let site = Site::new().actor("speaker", "name: الناطق").brief_saying("x", keys, "[Ten]{claim=a}");
    let built = site.sound();
    let page = built.page("briefs/x/");
    let told = |page: &Html, selector: &str| {
        page.all(selector)
            .into_iter()
            .filter_map(|one| one.value().attr("title").map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&page, ".body .claim-ref"), ["\u{2068}الناطق\u{2069}, 28 October 2024"]);
    let matrix = built.page("questions/");
    assert_eq!(told(&matrix, ".matrix .answer"), ["\u{2068}الناطق\u{2069}: Ten", "NATO: Two"]);
}

#[test]
fn tables_of_eight_rows_are_sorted_by_a_script_and_shorter_ones_load_none() {
    for (rows, wanted) in [(7, 0), (8, 1)] {
        let claims: String =
            (0..rows).map(|at| format!("\n  - {{id: c{at}, text: Number {at}, by: nato}}")).collect();
        let page = Site::new().brief("b", &format!("claims:{claims}")).sound().page("briefs/b/");
        assert_eq!(page.all("script[src*='lists.js']").len(), wanted, "of {rows} rows");
        assert_eq!(page.all("link[href*='tables.css']").len(), wanted, "of {rows} rows");
    }
}
