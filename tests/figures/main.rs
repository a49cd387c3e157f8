//! Figures and notices, read from the finished pages of the sample site and of small ones.

#![allow(clippy::disallowed_methods, reason = "tests make the folders of small sites")]

mod drawings;
#[path = "../support/mod.rs"]
mod support;

use chancery::pipeline::{Prepared, Request, prepare};
use chancery::write::Outputs;
use scraper::{ElementRef, Html, Selector};
use std::path::Path;

fn prepared(root: &Path, strict: bool) -> Prepared {
    let now = jiff::Timestamp::UNIX_EPOCH;
    let root = root.to_owned();
    prepare(&Request {
        root,
        base_url: None,
        audience: None,
        drafts: false,
        as_of: None,
        strict,
        now,
        keep: None,
    })
    .expect("it is sound")
}

fn page(path: &str) -> Html {
    page_of(prepared(Path::new(env!("CARGO_MANIFEST_DIR")), true), path)
}

fn page_of(prepared: Prepared, path: &str) -> Html {
    let edition = prepared.edition.expect("the site has no mistakes");
    let at = (0..edition.len()).find(|at| edition.path(*at).as_str() == path).expect(path);
    Html::parse_document(
        std::str::from_utf8(edition.make(at, &mut Vec::new()).expect("it is sound")).expect("it is sound"),
    )
}

fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within.select(&Selector::parse(selector).expect("it is sound")).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_nine_estimates_stand_in_four_panels() {
    let page = page("estimates/index.html");
    let of = |id: &str| -> Vec<String> {
        let section = all(page.root_element(), &format!("#{id}"))[0];
        all(section, "svg.chart .mark > title").into_iter().map(text).collect()
    };
    let russia = of("series-troops-in-russia-present");
    let expected = [
        "National Intelligence Service, 23 October 2024: about 3,000 soldiers",
        "Sabrina Singh, 28 October 2024: about 10,000 soldiers",
        "Pat Ryder, 29 October 2024: about 10,000 soldiers",
        "Pat Ryder, 4 November 2024: 11,000–12,000 soldiers",
    ];
    assert_eq!(russia, expected);
    let kursk = of("series-troops-in-kursk-present");
    let expected = [
        "Pat Ryder, 4 November 2024: at least 10,000 soldiers",
        "Sabrina Singh, 18 November 2024: about 11,000 soldiers",
        "National Intelligence Service, 20 November 2024: about 10,900 soldiers",
    ];
    assert_eq!(kursk, expected);
    assert_eq!(of("series-troops-on-the-move").len(), 1);
    assert_eq!(of("series-troops-to-be-sent-planned").len(), 1);
    assert_eq!(all(page.root_element(), "svg.chart").len(), 4);
}

#[test]
fn every_chart_is_named_and_carries_classes_only() {
    for path in ["estimates/index.html", "briefs/2024-11-21-estimates/index.html"] {
        let page = page(path);
        for chart in all(page.root_element(), "svg.chart") {
            assert_eq!(chart.attr("role"), Some("img"));
            for id in chart.attr("aria-labelledby").expect("it is sound").split(' ') {
                assert!(id.starts_with("section-figure-"), "{id}");
                assert_eq!(all(page.root_element(), &format!("#{id}")).len(), 1, "{id}");
            }
        }
        assert!(all(page.root_element(), "[style], style, body script").is_empty());
        assert_eq!(all(page.root_element(), "link[rel=stylesheet][href*='figures.css']").len(), 1);
    }
    assert!(all(page("briefs/2024-10-30-denials/index.html").root_element(), "svg.chart").is_empty());
}

#[test]
fn a_brief_draws_one_panel_for_each_of_its_figures_and_keeps_the_table() {
    let page = page("briefs/2024-11-21-estimates/index.html");
    let figures = all(page.root_element(), "figure.figure-estimates");
    let marks: Vec<usize> = figures.iter().map(|figure| all(*figure, ".mark").len()).collect();
    assert_eq!(marks, [4, 3]);
    assert!(figures.iter().all(|figure| all(*figure, "table tbody tr").len() == all(*figure, ".mark").len()));
}

#[test]
fn the_matrix_holds_who_confirms_and_who_denies() {
    let page = page("questions/index.html");
    let matrix = all(page.root_element(), "#question-north-korean-troops-are-in-russia table")[0];
    let answers: Vec<(String, String)> = all(matrix, "tbody tr")
        .into_iter()
        .map(|row| (text(all(row, "th")[0]), text(all(row, "td a")[0])))
        .collect();
    let expected = [
        ("Ukraine Volodymyr Zelensky, President of Ukraine", "● confirms"),
        ("National Intelligence Service", "● confirms"),
        ("United States Department of Defense", "● confirms"),
        ("Russia Vladimir Putin, President of Russia", "◐ unclear"),
        ("Russia", "✕ denies ↻ revised"),
        ("North Atlantic Treaty Organization Mark Rutte, Secretary General of NATO", "● confirms"),
        ("North Korea", "✕ denies"),
    ];
    assert_eq!(answers, expected.map(|(who, what)| (who.to_owned(), what.to_owned())));
}

#[test]
fn each_answer_stands_under_its_day() {
    let page = page("questions/index.html");
    let matrix = all(page.root_element(), "#question-north-korean-troops-are-in-russia table")[0];
    let days: Vec<String> = all(matrix, "thead th").into_iter().skip(1).map(text).collect();
    for row in all(matrix, "tbody tr") {
        let mut column = 0;
        for cell in all(row, "td") {
            let wide = cell.attr("colspan").map_or(1, |wide| wide.parse().expect("a number"));
            let answers = all(cell, "a").len();
            assert!(answers == 0 || wide == 1, "{}", text(row));
            if text(all(row, "th")[0]).contains("Putin") && answers > 0 {
                assert_eq!(days[column], "24 Oct 2024");
            }
            column += wide;
        }
        assert_eq!(column, days.len(), "{}", text(row));
    }
}

#[test]
fn a_claim_leads_to_its_question_and_its_series() {
    let page = page("briefs/2024-10-30-denials/index.html");
    let link = "#claim-north-korea-groundless-rumours a[href$='/questions/#question-north-korean-troops-are-in-russia']";
    assert_eq!(all(page.root_element(), link).len(), 1);
}

#[test]
fn the_forecast_that_was_given_up_is_marked_and_the_notice_names_who_replaced_it() {
    let page = page("briefs/2024-11-21-estimates/index.html");
    let marked: Vec<String> = all(page.root_element(), ".claim-superseded").into_iter().map(text).collect();
    assert_eq!(marked, ["to run to early December"]);
    let notices: Vec<ElementRef<'_>> = all(page.root_element(), ".notice-since > p");
    let expected = "No longer stands: National Intelligence Service: “The deployment runs to early December” \
                    was revised on 28 October 2024: “The deployment is faster than foreseen” (Hong Jang-won).";
    assert_eq!(notices.iter().map(|notice| text(*notice)).collect::<Vec<_>>(), [expected]);
    assert_eq!(all(notices[0], "a[href$='#claim-hong-faster-than-foreseen']").len(), 1);
    let title =
        all(page.root_element(), ".claim-superseded + a.claim-ref")[0].attr("title").expect("it is sound");
    assert!(
        title.ends_with(
            "since revised: The deployment is faster than foreseen (Hong Jang-won, 28 October 2024)"
        )
    );
}

#[test]
fn an_estimate_with_a_later_one_by_its_speaker_says_that_it_was_current_then() {
    let page = page("briefs/2024-11-21-estimates/index.html");
    let state = text(all(page.root_element(), "#claim-est-ryder-russia-2024-10-29 .state")[0]);
    assert_eq!(state, "◐ current then later: 11,000–12,000 soldiers (Pat Ryder, 4 November 2024)");
}

/// An older brief with a text and a newer one with this front matter.
fn small_site(old: &str, new: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("it is sound");
    let briefs = folder.path().join("content/briefs");
    std::fs::create_dir_all(&briefs).expect("it is sound");
    std::fs::write(folder.path().join("site.yaml"), "title: T\nbase_url: https://example.org/\n")
        .expect("it is sound");
    let head = |date: &str| format!("---\ntitle: T\ndate: {date}\nactors: [NIS]\nsources: [s]\n");
    std::fs::write(briefs.join("old.md"), head("2024-10-25") + old).expect("it is sound");
    std::fs::write(briefs.join("new.md"), head("2024-11-05") + new).expect("it is sound");
    folder
}

const OLD: &str = "estimates:\n- {id: a, text: Some 10., by: NIS, said_on: 2024-10-24, quantity: troops, kind: \
                   planned, value: 10, unit: men, status: revised, superseded_by: b}\n---\nThey said [ten]{claim=a}.\n";
const NEW: &str = "estimates:\n- {id: b, text: Some 12., by: US, said_on: 2024-11-04, quantity: troops, kind: \
                   planned, value: 12, qualifier: about, unit: men}\n---\nFirst [ten]{claim=a}.\n";

#[test]
fn an_older_brief_says_what_its_figure_was_since_revised_to_and_by_whom() {
    let folder = small_site(OLD, NEW);
    let old = page_of(prepared(folder.path(), false), "briefs/old/index.html");
    let notice = text(all(old.root_element(), ".notice-since")[0]);
    let expected = "Since this was written: NIS: “Some 10” was revised on 4 November 2024: “Some 12” (US).";
    assert_eq!(notice, expected);
    let mark = all(old.root_element(), ".body .since")[0];
    assert_eq!(text(mark), "[since revised to about 12 men (US, 4 November 2024)]");
    assert_eq!(all(mark, "a")[0].attr("href"), Some("/briefs/new/#claim-b"));
    let state = text(all(old.root_element(), "#claim-a .state")[0]);
    assert_eq!(state, "↻ revised since revised to about 12 men (US, 4 November 2024)");
    let new = page_of(prepared(folder.path(), false), "briefs/new/index.html");
    assert!(text(all(new.root_element(), ".notice-since")[0]).starts_with("No longer stands:"));
}

#[test]
fn a_claim_knows_the_briefs_that_record_or_mark_it() {
    let folder = small_site(OLD, NEW);
    let edition = prepared(folder.path(), false).edition.expect("it is sound");
    let site = edition.site();
    let briefs = |id: &str| -> Vec<&str> {
        let of = site.back.claim_briefs.of(site.claim(id).expect("it is sound").at());
        of.iter().map(|brief| site.briefs[brief.at()].id.as_str()).collect()
    };
    assert_eq!((briefs("a"), briefs("b")), (vec!["new", "old"], vec!["new"]));
}

#[test]
fn a_figure_of_a_quantity_that_nothing_estimates_is_told_with_the_nearest_one() {
    let new = format!("{NEW}\n```estimates\nquantity: trops\n```\n");
    let folder = small_site(OLD, &new);
    let told: Vec<(String, Option<String>)> = prepared(folder.path(), false)
        .diagnostics
        .into_iter()
        .filter(|one| one.message.contains("quantity"))
        .map(|one| (one.code.name().to_owned(), one.help))
        .collect();
    assert_eq!(told, [("R004".to_owned(), Some("did you mean `troops`?".to_owned()))]);
}

#[test]
fn a_quantity_of_two_kinds_is_drawn_in_two_panels() {
    let new = "estimates:\n- {id: b, text: B, by: US, said_on: 2024-11-04, quantity: troops, kind: present, value: 12}\n\
               ---\n```estimates\nquantity: troops\n```\n";
    let old = OLD.replace("{claim=a}", "").replace(", status: revised, superseded_by: b", "");
    let folder = small_site(&old, new);
    let page = page_of(prepared(folder.path(), false), "briefs/new/index.html");
    let panels = all(page.root_element(), "figure.figure-estimates > .panel");
    let titles: Vec<String> = panels.iter().map(|panel| text(all(*panel, ".panel-title")[0])).collect();
    assert_eq!(titles, ["Troops planned, men", "Troops present"]);
    assert!(panels.iter().all(|panel| all(*panel, ".mark").len() == 1));
}

/// What the notice of the older brief and the mark in its text say once the newer brief's estimate has these keys.
fn told_of_the_newer(keys: &str) -> (String, String) {
    let head = "---\n[ten]{claim=a}.\n";
    let new = format!("estimates:\n- {{id: b, by: US, said_on: 2024-11-04, {keys}}}\n{head}");
    let folder = small_site(OLD, &new);
    let old = page_of(prepared(folder.path(), false), "briefs/old/index.html");
    let one = |selector: &str| text(all(old.root_element(), selector)[0]);
    (one(".notice-since"), one(".body .since"))
}

#[test]
fn a_figure_replaced_by_one_of_another_kind_is_never_called_revised_to_it() {
    let (notice, mark) = told_of_the_newer("quantity: troops, kind: arrived, value: 12000, unit: men");
    assert_eq!(
        notice,
        "Since this was written: NIS: “Some 10” was replaced by an estimate of another kind on 4 November 2024: \
         “arrived, 12,000 men” (US)."
    );
    assert_eq!(
        mark,
        "[since replaced by an estimate of another kind: arrived, 12,000 men (US, 4 November 2024)]"
    );
}

#[test]
fn a_figure_replaced_by_one_of_another_quantity_or_unit_says_which() {
    let (notice, mark) = told_of_the_newer("quantity: shells, kind: sent, value: 12000");
    assert_eq!(
        mark,
        "[since replaced by an estimate of another quantity: shells, sent, 12,000 (US, 4 November 2024)]"
    );
    assert!(notice.contains("replaced by an estimate of another quantity"), "{notice}");
    let (notice, mark) = told_of_the_newer("quantity: troops, kind: planned, value: 4, unit: battalions");
    assert_eq!(mark, "[since replaced by an estimate in another unit: 4 battalions (US, 4 November 2024)]");
    assert!(notice.contains("replaced by an estimate in another unit"), "{notice}");
}

/// What a block of estimates with this query is told, and the titles of the panels it draws.
fn asked(query: &str) -> (Vec<(String, String)>, Vec<String>) {
    let new = format!(
        "estimates:\n\
         - {{id: b, text: B, by: US, said_on: 2024-11-04, quantity: troops, kind: present, value: 12, unit: men}}\n\
         - {{id: c, text: C, by: US, said_on: 2024-11-05, quantity: troops, kind: present, value: 4, unit: battalions}}\n\
         - {{id: d, text: D, by: US, said_on: 2024-11-05, quantity: shells, kind: sent, value: 9}}\n\
         ---\n```estimates\n{query}\n```\n"
    );
    let old = OLD.replace("{claim=a}", "").replace(", status: revised, superseded_by: b", "");
    let folder = small_site(&old, &new);
    let prepared = prepared(folder.path(), false);
    let told = prepared.diagnostics.iter().filter(|one| ["P025", "R004"].contains(&one.code.name()));
    let told = told.map(|one| (one.code.name().to_owned(), one.message.clone())).collect();
    if prepared.edition.is_none() {
        return (told, Vec::new());
    }
    let page = page_of(prepared, "briefs/new/index.html");
    let panels = all(page.root_element(), "figure.figure-estimates > .panel");
    (told, panels.iter().map(|panel| text(all(*panel, ".panel-title")[0])).collect())
}

#[test]
fn a_kind_narrows_a_figure_down_and_each_unit_has_a_panel_of_its_own() {
    assert_eq!(asked("kind: planned"), (vec![], vec!["Troops planned, men".to_owned()]));
    let units = ["Troops present, battalions".to_owned(), "Troops present, men".to_owned()];
    assert_eq!(asked("quantity: troops\nkind: [Present]"), (vec![], units.to_vec()));
}

#[test]
fn asking_for_several_quantities_or_kinds_in_one_figure_is_an_error() {
    let kinds = "estimates of different kinds are never drawn as one: planned and arrived".to_owned();
    assert_eq!(asked("kind: [planned, arrived]").0, [("P025".to_owned(), kinds)]);
    let quantities =
        "estimates of different quantities are never drawn as one: troops, shells and men".to_owned();
    assert_eq!(asked("quantity:\n- troops\n- shells\n- men").0, [("P025".to_owned(), quantities)]);
}

#[test]
fn a_figure_of_a_kind_that_nothing_estimates_is_told() {
    let told = asked("quantity: shells\nkind: present").0;
    let expected = "no estimate of the quantity `shells` is of the kind `present`: the figure stays empty";
    assert_eq!(told, [("R004".to_owned(), expected.to_owned())]);
}
