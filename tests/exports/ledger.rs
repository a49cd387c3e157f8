//! The ledger's lists, and how well things are known.

use crate::files::{AFTER, BARE, FILES};
use crate::site::{attributes, made, sample, words};

#[test]
fn the_ledger_leads_to_its_parts_and_files() {
    let site = made(FILES, AFTER);
    let page = site.page("claims/");
    assert_eq!(
        attributes(&page, ".jump a", "href"),
        [
            "/sub/claims/",
            "/sub/claims/current/",
            "/sub/claims/revised/",
            "/sub/claims/question/are-there-troops/"
        ]
    );
    assert_eq!(words(&page, ".jump [aria-current]"), ["all"]);
    assert_eq!(
        attributes(&page, ".list-total a", "href"),
        ["/sub/claims/claims.csv", "/sub/data/claims.json"]
    );
    let paths = site.paths();
    for href in attributes(&page, ".jump a, .list-total a", "href") {
        let path = href.strip_prefix("/sub/").expect("an address of this site");
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        assert!(paths.contains(&file), "{file}");
    }
}

#[test]
fn a_part_holds_its_claims_and_no_other() {
    let site = made(FILES, AFTER);
    let revised = site.page("claims/revised/");
    assert_eq!(words(&revised, "tbody .speaker"), ["Yoon"]);
    assert_eq!(words(&revised, ".jump [aria-current]"), ["revised"]);
    let question = site.page("claims/question/are-there-troops/");
    assert_eq!(words(&question, "tbody .speaker"), ["Yoon", "Yoon"]);
    let questions = site.page("claims/question/");
    assert_eq!(attributes(&questions, "tbody a", "href"), ["/sub/claims/question/are-there-troops/"]);
}

#[test]
fn statuses_without_claims_have_no_list() {
    let site = made(FILES, AFTER);
    assert_eq!(site.find("claims/denied/index.html"), None);
    let bare = made(BARE, AFTER);
    let lists: Vec<String> = bare.paths().into_iter().filter(|path| path.starts_with("claims/")).collect();
    assert_eq!(lists, ["claims/claims.csv", "claims/index.html"]);
    assert_eq!(words(&bare.page("claims/"), ".jump"), [""; 0]);
}

#[test]
fn long_parts_go_on_on_further_pages() {
    let claim = |at: usize| format!("  - {{id: c{at}, text: Said., by: nato, question: Which?}}\n");
    let denied = |at: usize| format!("  - {{id: d{at}, text: Said., by: nato, status: denied}}\n");
    let claims: String = (0..150).map(claim).chain((0..20).map(denied)).collect();
    let brief =
        format!("---\ntitle: B\ndate: 2024-01-01\nactors: [nato]\nsources: [letter]\nclaims:\n{claims}---\n");
    let mut files = BARE.to_vec();
    files.push(("content/briefs/two.md", &brief));
    let site = made(&files, AFTER);
    for folder in ["claims/current/", "claims/question/which/"] {
        assert_eq!(words(&site.page(folder), "tbody .speaker").len(), 100);
        assert_eq!(words(&site.page(&format!("{folder}page/2/")), "tbody .speaker").len(), 50);
    }
}

#[test]
fn a_report_carried_under_the_title_of_its_origin_is_told_from_it_by_the_publisher() {
    let site = sample();
    let event = site.page("events/singh-october-count/");
    let title = "North Korea has sent 10,000 troops to train in Russia: Pentagon";
    assert_eq!(words(&event, "#sources .ties li"), [format!("{title} derives from AFP")]);
    let derives: Vec<String> =
        words(&event, ".ref-small > span").into_iter().filter(|text| text.starts_with("Derives")).collect();
    assert_eq!(derives, ["Derives from AFP"]);
    let origin = site.page("sources/afp-10000-to-train/");
    assert!(words(&origin, "main a").contains(&"LBC Group, 28 Oct 2024".to_owned()));
    let said = words(&origin, "main p.faint");
    assert!(said.iter().any(|text| text.starts_with("Nothing published here cites it directly")), "{said:?}");
}

#[test]
fn reports_and_origins_are_counted() {
    let site = made(FILES, AFTER);
    let brief = site.page("briefs/2024-10-28-first/");
    assert_eq!(words(&brief, "#claim-first-count .who > .faint"), ["(2 reports, 1 origin)"]);
    assert_eq!(words(&brief, "#claim-second-count .who > .faint"), ["(1 report, 1 origin)"]);
    let event = site.page("events/arrival/");
    assert_eq!(
        words(&event, "#sources .facts-line li"),
        ["3 reports, 1 origin", "First to report: A wire (27 October 2024)"]
    );
    assert_eq!(
        words(&event, "#sources .ties li"),
        ["Copy A derives from Copy B and that from A wire", "Copy B derives from A wire"]
    );
}

#[test]
fn a_protected_source_does_not_tell_where_it_comes_from_or_when() {
    let event = made(FILES, AFTER).page("events/meeting/");
    assert_eq!(words(&event, "#sources .facts-line li"), ["2 reports, 2 origins"]);
    assert_eq!(words(&event, "#sources .ties li"), [""; 0]);
}

#[test]
fn every_event_with_a_source_says_how_many_origins_it_has() {
    let site = sample();
    let events = site.json("data/events.json");
    for event in events.as_array().unwrap() {
        let (reports, origins) = (event["sources"].as_array().unwrap().len(), &event["origins"]);
        let page = site.page(&format!("events/{}/", event["id"].as_str().unwrap()));
        let said = words(&page, "#sources .facts-line li:first-child");
        if reports > 0 {
            let s = |number: u64| if number == 1 { "" } else { "s" };
            let origins = origins.as_u64().unwrap();
            assert_eq!(
                said,
                [format!("{reports} report{}, {origins} origin{}", s(reports as u64), s(origins))]
            );
        }
    }
}

#[test]
fn six_reports_with_three_origins_are_told_as_such_through_chains_of_any_depth() {
    let source =
        |id: &str, keys: &str| (format!("content/sources/{id}.md"), format!("---\ntitle: {id}\n{keys}---\n"));
    let mut files = vec![
        source("wire", ""),
        source("ministry", ""),
        source("witness", ""),
        // Two prints of the wire, one of them of the other; one report of a print and of the ministry.
        source("print", "derived_from: [wire]\n"),
        source("reprint", "derived_from: [print]\n"),
        source("report", "derived_from: [reprint, ministry]\n"),
    ];
    let six = "sources: [wire, ministry, witness, print, reprint, report]";
    files.push((
        "content/events/talks.md".to_owned(),
        format!("---\ntitle: Talks\ndate: 2024-10-28\n{six}\nclaims:\n  - {{id: they-met, text: They met., by: NATO, {six}}}\n---\n"),
    ));
    files.push(("site.yaml".to_owned(), "title: T\nbase_url: https://example.org/\n".to_owned()));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let event = made(&files, AFTER).page("events/talks/");
    assert_eq!(words(&event, "#sources .facts-line li:first-child"), ["6 reports, 3 origins"]);
    assert_eq!(words(&event, "#claim-they-met .who > .faint"), ["(6 reports, 3 origins)"]);
    let ties = words(&event, "#sources .ties li");
    assert!(ties.contains(&"reprint derives from print and that from wire".to_owned()), "{ties:?}");
}
