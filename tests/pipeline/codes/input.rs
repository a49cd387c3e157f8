//! Bad and odd input of every kind that the content model names.

use super::{BRIEF, base, brief};
use crate::support::{Site, main_text};
use chancery::diagnostics::Code;

fn keys(keys: &str) -> Site {
    base().file(BRIEF, brief(keys, ""))
}

fn text(text: &str) -> Site {
    base().file(BRIEF, brief("", text))
}

#[test]
fn all_problems_of_all_files_are_told_in_one_run() {
    let site = base()
        .file(
            BRIEF,
            brief("tlp: orange\nsumary: S\ninfo_cutoff: 2024-13-01", "See [[nowhere]] and [x](gone.md)."),
        )
        .file("content/briefs/Bad Name.md", brief("places: [Atlantis]", ""))
        .place("p", "lat: 100\nlon: 0")
        .yaml("audience: orange");
    let built = site.build();
    let told: Vec<(&str, &str)> =
        built.reports.iter().map(|report| (report.code.name(), report.at.as_str())).collect();
    assert_eq!(
        told,
        [
            ("P009", "site.yaml:3:11"),
            ("P010", "content/briefs/Bad Name.md:1:1"),
            ("R003", "content/briefs/Bad Name.md:6:10"),
            ("P009", "content/briefs/b.md:6:6"),
            ("P004", "content/briefs/b.md:7:1"),
            ("P007", "content/briefs/b.md:8:19"),
            ("R004", "content/briefs/b.md:10:5"),
            ("R011", "content/briefs/b.md:10:21"),
            ("P012", "content/places/p.md:2:6"),
        ]
    );
}

#[test]
fn an_impossible_day_is_told_at_its_own_column_also_behind_other_scripts() {
    let built = base()
        .file(BRIEF, "---\ntitle: 윤석열\nevents: [{title: 통화, date: 2024-02-30}]\ndate: 2024-10-28\nactors: nato\nsources: letter\n---\n")
        .build();
    let report = built.report(Code::P007);
    assert_eq!((report.at.as_str(), report.text.as_str()), ("content/briefs/b.md:3:36", "30"));
}

#[test]
fn a_time_without_a_zone_is_told_how_to_get_one() {
    let built = keys("embargo: 2024-10-28T16:30").build();
    assert_eq!(built.codes(), [Code::P008]);
    assert_eq!(built.reports[0].help, "add its offset, `2024-10-28T16:30+09:00`, or `Z` for UTC");
}

#[test]
fn an_unknown_key_is_told_the_nearest_one() {
    let built = keys("suplies: x\nsumary: S").build();
    let help = |code_at: usize| built.reports[code_at].help.clone();
    assert!(help(1).contains("`summary`"), "{}", help(1));
    assert!(built.edition.is_some(), "an unknown key is only a warning");
}

#[test]
fn an_unknown_key_in_an_inner_map_is_told_too() {
    let built = keys("claims:\n  - {id: c, text: T, by: nato, sayd_on: 2024}").build();
    let report = built.report(Code::P004);
    assert_eq!((report.at.as_str(), report.text.as_str()), ("content/briefs/b.md:7:32", "sayd_on"));
    assert!(report.help.contains("said_on"), "{}", report.help);
}

#[test]
fn anything_may_live_under_extra_and_reaches_templates_as_it_is() {
    let built = keys("extra: {colour: blue, numbers: [1, 2.50, 'NO']}").sound();
    assert!(built.edition.is_some());
}

#[test]
fn an_alias_bomb_is_stopped() {
    let mut bomb = String::from("extra:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let names = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &format!("  a{level}: &a{level} [{names}]\n");
    }
    let built = keys(bomb.trim_end()).build();
    assert_eq!(built.codes(), [Code::P018]);
}

#[test]
fn an_interval_that_ends_before_it_begins_is_an_error_also_in_two_keys() {
    let built = base().actor("x", "member_of: [{actor: nato, from: 2024, to: 2020}]").build();
    assert_eq!(built.codes(), [Code::P013]);
}

#[test]
fn no_is_a_string_and_a_year_written_as_a_number_is_a_year() {
    let built = base().event("e", "title: NO\ndate: 2024").sound();
    assert_eq!(built.page("events/e/").texts("h1"), ["NO"]);
    assert_eq!(built.page("events/e/").texts("dd strong"), ["2024"]);
}

#[test]
fn a_file_name_that_is_no_id_is_proposed_one() {
    let built = base().file("content/actors/Юн Сок Ёль.md", "---\nname: Yoon\n---\n").build();
    let report = built.report(Code::P010);
    assert!(report.error);
    assert!(report.help.contains(".md`"), "{}", report.help);
    let built = base().file("content/actors/Kim_Yong.md", "---\nname: Kim\n---\n").build();
    assert_eq!(built.report(Code::P010).help, "rename it to `kim-yong.md`");
}

#[test]
fn links_with_other_schemes_keep_their_text_only() {
    let built =
        text("[a](javascript:x) [b](data:text/html,x) [c](ftp://x/y) <file:///etc/passwd> [d](vbscript:x)")
            .build();
    assert!(built.codes().iter().all(|code| *code == Code::P020), "{:?}", built.codes());
    assert_eq!(built.codes().len(), 5, "{:#?}", built.reports);
    let page = built.page("briefs/b/");
    assert_eq!(page.links(".body"), Vec::<&str>::new());
    assert_eq!(page.texts(".body p"), ["a b c file:///etc/passwd d"]);
}

#[test]
fn raw_html_is_shown_as_text_and_makes_no_element() {
    let built = text("<script>alert(1)</script>\n\nA <img src=x onerror=y> word.").build();
    assert!(built.codes().contains(&Code::P021));
    let page = built.page("briefs/b/");
    assert!(!page.has("body script") && !page.has(".body img"));
    assert!(main_text(&page).contains("<script>alert(1)</script>"));
}

#[test]
fn titles_and_names_are_plain_text() {
    let site =
        base().file(BRIEF, brief("", "").replace("title: B", "title: '<b>B</b> & [[nato]] *x* {{ 1 }}'"));
    let built = site.sound();
    assert_eq!(built.page("briefs/b/").texts("h1"), ["<b>B</b> & [[nato]] *x* {{ 1 }}"]);
}

#[test]
fn what_only_looks_like_ours_is_an_ordinary_link() {
    let built = text(
        "[[Feature #1]](https://example.org/1) [[x]][ref] [@handle](https://example.org/2) [[y]]\n\n[ref]: https://example.org/3\n[y]: https://example.org/4\n",
    )
    .sound();
    let page = built.page("briefs/b/");
    let numbers = ["1", "3", "2", "4"].map(|n| format!("https://example.org/{n}"));
    assert_eq!(page.links(".body"), numbers);
}

#[test]
fn probable_mistakes_are_errors_under_strict() {
    for (site, code) in [
        (text("See [[nowhere]]."), Code::R004),
        (text("Said [@nowhere]."), Code::R004),
        (text("[x](gone.md)"), Code::R011),
        (text("![x](gone.png)"), Code::R012),
        (keys("places: [Atlantis]"), Code::R003),
    ] {
        let built = site.build();
        assert!(!built.report(code).error && built.edition.is_some(), "{}", code.name());
        let strict = site.clone().strict().build();
        assert!(strict.report(code).error && strict.edition.is_none(), "{}", code.name());
        let by_file = site.yaml("strict: true").build();
        assert!(by_file.report(code).error, "{}", code.name());
    }
}

#[test]
fn what_leads_nowhere_in_a_text_stays_its_text_and_makes_no_stub() {
    let built = text("See [[nowhere]] and [@nobody].").build();
    assert_eq!(built.page("briefs/b/").texts(".body p"), ["See [[nowhere]] and [@nobody]."]);
    assert!(!built.has("actors/nowhere/") && !built.has("sources/nobody/"));
}

#[test]
fn a_heading_of_level_one_in_a_text_is_demoted() {
    let built = text("# One\n\n# Sources\n\n## main\n").sound();
    let page = built.page("briefs/b/");
    assert_eq!(page.texts("h1"), ["B"]);
    let sections = page.all("#sources");
    assert_eq!(sections.len(), 1);
    assert_eq!(sections[0].value().name(), "section");
    assert_eq!(page.one("#main").value().name(), "main");
}

#[test]
fn characters_that_xml_forbids_reach_no_feed() {
    let site = base()
        .file(BRIEF, brief("summary: \"a\\u0007b\\u000Cc\"", "").replace("title: B", "title: \"B\\u0001\""));
    let built = site.build();
    let feed = built.text("feed.xml");
    assert!(!feed.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r')));
}
