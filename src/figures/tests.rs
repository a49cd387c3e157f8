//! Series, charts, questions and what came after claims, over small sites.

use super::*;
use crate::model::{Record, RecordKind, Tlp};
use crate::resolve::{ActorIdx, Audience, Rules, resolve};
use crate::text::FileId;

/// A site of one brief with these claims and estimates.
fn site(front_matter: &str) -> Site {
    let text =
        format!("---\ntitle: T\ndate: 2024-12-01\nactors: [nis]\nsources: [s]\n{front_matter}\n---\nText.\n");
    let record: Record =
        crate::parse::parse("content/briefs/b.md", RecordKind::Brief, FileId(1), text.as_bytes()).value;
    let audience = Audience { tlp: Tlp::Clear, drafts: false, now: jiff::Timestamp::UNIX_EPOCH, as_of: None };
    resolve(vec![record], &Rules { audience, strict: false, event_types: &[] }).value
}

fn estimates(list: &[&str]) -> Site {
    let items: Vec<String> = list
        .iter()
        .enumerate()
        .map(|(at, keys)| format!("- {{id: e{at}, text: E, unit: soldiers, sources: [s], {keys}}}"))
        .collect();
    site(&format!("estimates:\n{}", items.join("\n")))
}

fn ids(site: &Site, series: &Series) -> Vec<String> {
    series.claims.iter().map(|claim| site.claims[claim.at()].claim.id.text.clone()).collect()
}

fn chart(site: &Site) -> Chart {
    let series = Figures::new(site).series;
    let marks = series[0].claims.iter();
    let marks = marks.filter_map(|claim| {
        let by = site.claims[claim.at()].by;
        let name = site.actors[by.at()].id.clone();
        Mark::new(site, *claim, name.clone(), format!("{name}: words"))
    });
    Chart { id: "section-figure-1".to_owned(), title: "Troops".to_owned(), marks: marks.collect() }
}

fn count(svg: &str, wanted: &str) -> usize {
    let document = scraper::Html::parse_fragment(svg);
    document.select(&scraper::Selector::parse(wanted).unwrap()).count()
}

const PRESENT: &str = "by: nis, quantity: troops, kind: present";

#[test]
fn quantities_kinds_and_units_that_differ_are_series_apart() {
    let site = estimates(&[
        "by: nis, said_on: 2024-10-01, quantity: troops in Russia, kind: present, value: 1",
        "by: nis, said_on: 2024-10-02, quantity: troops-in-russia, kind: Present, value: 2",
        "by: nis, said_on: 2024-10-03, quantity: troops in Russia, kind: planned, value: 3",
        "by: nis, said_on: 2024-10-04, quantity: troops in Kursk, kind: present, value: 4",
    ]);
    let figures = Figures::new(&site);
    let series: Vec<_> =
        figures.series.iter().map(|series| (series.id.as_str(), ids(&site, series))).collect();
    let expected = [
        ("troops-in-kursk-present", vec!["e3".to_owned()]),
        ("troops-in-russia-planned", vec!["e2".to_owned()]),
        ("troops-in-russia-present", vec!["e0".to_owned(), "e1".to_owned()]),
    ];
    assert_eq!(series, expected);
    assert!(
        figures
            .series
            .iter()
            .flat_map(|series| &series.claims)
            .all(|claim| { figures.series[figures.series_of(*claim).unwrap()].claims.contains(claim) })
    );
}

#[test]
fn a_line_joins_estimates_of_one_speaker_only() {
    let two = |second: &str| {
        estimates(&[
            &format!("{PRESENT}, said_on: 2024-10-01, value: 100"),
            &format!("by: {second}, quantity: troops, kind: present, said_on: 2024-10-20, value: 200"),
        ])
    };
    assert_eq!(count(&draw(&chart(&two("nis"))), ".step"), 2);
    let apart = draw(&chart(&two("us")));
    assert_eq!(count(&apart, ".step"), 0);
    assert_eq!((count(&apart, ".shape-1"), count(&apart, ".shape-2")), (1, 1));
}

#[test]
fn ranges_are_bars_and_open_ends_arrows() {
    let site = estimates(&[
        &format!("{PRESENT}, said_on: 2024-10-01, low: 100, high: 200"),
        &format!("{PRESENT}, said_on: 2024-10-02, value: 100, qualifier: at-least"),
        &format!("{PRESENT}, said_on: 2024-10-03, value: 100, qualifier: up-to"),
        &format!("{PRESENT}, said_on: 2024-10-04, value: 100, qualifier: more-than"),
        &format!("{PRESENT}, said_on: 2024-10-05, value: 100, qualifier: about"),
    ]);
    let chart = chart(&site);
    let open: Vec<Open> = chart.marks.iter().map(|mark| mark.open).collect();
    assert_eq!(open, [Open::No, Open::Up, Open::Down, Open::Up, Open::No]);
    assert_eq!(chart.marks[0].range, Some((100.0, 200.0)));
    assert_eq!(chart.marks[0].value, 150.0);
    let svg = draw(&chart);
    assert_eq!((count(&svg, ".range"), count(&svg, ".open")), (1, 3));
}

#[test]
fn uncertain_days_fade_and_known_ones_do_not() {
    let site = estimates(&[
        &format!("{PRESENT}, said_on: 2024-10-01, value: 100"),
        &format!("{PRESENT}, said_on: 2024-10, value: 100"),
        &format!("{PRESENT}, said_on: '2024-10-09?', value: 100"),
        &format!("{PRESENT}, said_on: 2024-10-28/.., value: 100"),
        &format!("{PRESENT}, value: 100"),
    ]);
    let chart = chart(&site);
    let fades: Vec<bool> = chart.marks.iter().map(|mark| mark.fades).collect();
    assert_eq!(fades, [false, true, true, true], "and one without a day is no mark");
    let svg = draw(&chart);
    assert_eq!((count(&svg, "linearGradient"), count(&svg, ".span")), (1, 3));
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
}

#[test]
fn what_no_longer_stands_is_hollow_and_says_so() {
    let site = estimates(&[
        &format!("{PRESENT}, said_on: 2024-10-01, value: 100, status: revised, superseded_by: e1"),
        &format!("{PRESENT}, said_on: 2024-10-02, value: 200"),
    ]);
    let svg = draw(&chart(&site));
    assert_eq!((count(&svg, ".gone"), count(&svg, ".mark")), (1, 2));
    assert!(svg.contains("100 ↻"));
}

#[test]
fn the_same_series_is_drawn_in_the_same_bytes_with_ids_of_its_own() {
    let list: Vec<String> = (1..=25)
        .map(|day| {
            format!("by: a{}, quantity: q, kind: k, said_on: 2024-10-{day:02}, value: {}", day % 9, day * 997)
        })
        .collect();
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    let svg = draw(&chart(&estimates(&list)));
    assert_eq!(svg, draw(&chart(&estimates(&list))));
    let document = scraper::Html::parse_fragment(&svg);
    let with_id = scraper::Selector::parse("[id]").unwrap();
    assert!(document.select(&with_id).all(|one| one.attr("id").unwrap().starts_with("section-figure-1-")));
    assert_eq!(count(&svg, "[style], style, script, a"), 0);
}

#[test]
fn odd_numbers_draw_without_a_panic() {
    for value in ["0", "-5", "9e15", "0.000001", "5"] {
        let site = estimates(&[&format!("{PRESENT}, said_on: 2024-10-01, value: {value}")]);
        let svg = draw(&chart(&site));
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{value}: {svg}");
    }
}

#[test]
fn a_chain_is_followed_to_its_newest_claim() {
    let site = estimates(&[
        &format!("{PRESENT}, said_on: 2024-10-01, value: 1, status: revised, superseded_by: e1"),
        &format!("{PRESENT}, said_on: 2024-10-02, value: 2, status: revised, superseded_by: e2"),
        &format!("{PRESENT}, said_on: 2024-10-03, value: 3"),
        "by: us, quantity: troops, kind: present, said_on: 2024-10-01, value: 4, status: retracted",
    ]);
    let [e0, e2, e3] = ["e0", "e2", "e3"].map(|id| site.claim(id).unwrap());
    assert_eq!(since(&site, e0), Some(Since::Replaced(e2)));
    assert_eq!(since(&site, e2), None);
    assert_eq!(since(&site, e3), Some(Since::Withdrawn));
}

#[test]
fn a_later_figure_is_the_same_speakers_of_the_same_quantity_and_kind() {
    let site = estimates(&[
        &format!("{PRESENT}, said_on: 2024-10-01, value: 1"),
        "by: nis, quantity: troops, kind: planned, said_on: 2024-10-05, value: 2",
        "by: us, quantity: troops, kind: present, said_on: 2024-10-06, value: 3",
        &format!("{PRESENT}, said_on: 2024-10-03, value: 4"),
        &format!("{PRESENT}, said_on: 2024-10-04, value: 5, status: retracted"),
    ]);
    let of = |id: &str| since(&site, site.claim(id).unwrap());
    assert_eq!(of("e0"), Some(Since::Later(site.claim("e3").unwrap())));
    assert_eq!((of("e1"), of("e2"), of("e3")), (None, None, None));
}

#[test]
fn answers_to_one_question_stand_in_rows_by_first_answer_and_columns_by_day() {
    let site = site(
        "claims:\n\
         - {id: a, text: A, by: us, said_on: 2024-10-20, question: Are they there, stance: unclear}\n\
         - {id: b, text: B, by: nis, said_on: 2024-10-10, question: are they THERE, stance: confirm}\n\
         - {id: c, text: C, by: us, said_on: 2024-10-25, question: Are they there, stance: confirm}\n\
         - {id: d, text: D, by: dprk, said_on: '2024-10~', question: Are they there, stance: deny}\n\
         - {id: e, text: E, by: nis, said_on: 2024-10-11, question: Why, stance: no-comment}",
    );
    let questions = Figures::new(&site).questions;
    assert_eq!(questions.len(), 2);
    let one = &questions[0];
    let columns: Vec<_> = one.columns.iter().map(|column| column.text.as_str()).collect();
    assert_eq!(columns, ["10 Oct 2024", "20 Oct 2024", "25 Oct 2024", "about Oct 2024"]);
    let row = |row: &Answers| {
        let cell = |claims: &Vec<ClaimIdx>| {
            claims.iter().map(|claim| site.claims[claim.at()].claim.id.text.clone()).collect::<String>()
        };
        (site.actors[row.actor.at()].id.clone(), row.cells.iter().map(cell).collect::<Vec<_>>().join("|"))
    };
    let rows: Vec<_> = one.rows.iter().map(row).collect();
    let expected = [("nis", "b|||"), ("us", "|a|c|"), ("dprk", "|||d")];
    assert_eq!(rows, expected.map(|(actor, cells)| (actor.to_owned(), cells.to_owned())));
}

#[test]
fn who_answered_in_an_office_stands_with_the_body_it_is_held_in() {
    let actor = |id: &str, keys: &str| {
        (format!("content/actors/{id}.md"), RecordKind::Actor, format!("---\nname: {id}\n{keys}\n---\n"))
    };
    let claims = [
        "- {id: a, text: A, by: rutte, said_on: 2024-09-30, question: Q}",
        "- {id: b, text: B, by: us, said_on: 2024-10-02, question: Q}",
        "- {id: c, text: C, by: rutte, said_on: 2024-10-28, question: Q}",
        "- {id: d, text: D, by: ryder, said_on: 2024-10-29, question: Q}",
        "- {id: e, text: E, by: nato, said_on: 2024-10-30, question: Q}",
        "- {id: f, text: F, by: rutte, question: Q}",
    ];
    let brief = format!(
        "---\ntitle: T\ndate: 2024-12-01\nactors: [nato]\nsources: [s]\nclaims:\n{}\n---\n",
        claims.join("\n")
    );
    let files = [
        ("content/briefs/b.md".to_owned(), RecordKind::Brief, brief),
        actor("nato", ""),
        actor("us", ""),
        actor("rutte", "positions: [{title: Secretary General, org: nato, from: 2024-10-01}]"),
        actor("ryder", "positions: [{title: Press Secretary}]"),
    ];
    let records = (1..)
        .zip(&files)
        .map(|(at, (path, kind, text))| crate::parse::parse(path, *kind, FileId(at), text.as_bytes()).value);
    let audience = Audience { tlp: Tlp::Clear, drafts: false, now: jiff::Timestamp::UNIX_EPOCH, as_of: None };
    let site = resolve(records.collect(), &Rules { audience, strict: false, event_types: &[] }).value;
    let name = |actor: ActorIdx| site.actors[actor.at()].id.as_str();
    let rows = &Figures::new(&site).questions[0].rows;
    let rows: Vec<_> = rows.iter().map(|row| (name(row.actor), row.office, row.body.map(name))).collect();
    // Before the term, and on a day that is not known, Rutte spoke for nobody that is recorded.
    let expected = [
        ("rutte", None, None),
        ("us", None, None),
        ("rutte", Some(0), Some("nato")),
        ("nato", None, None),
        ("ryder", Some(0), None),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_question_answered_on_very_many_days_is_shown_by_month() {
    let days = (0..60).map(|day| {
        let (month, day) = (1 + day / 28, 1 + day % 28);
        format!("- {{id: c{month}-{day}, text: A, by: us, said_on: 2024-{month:02}-{day:02}, question: Q}}")
    });
    let site = site(&format!("claims:\n{}", days.collect::<Vec<_>>().join("\n")));
    let question = &Figures::new(&site).questions[0];
    let columns: Vec<_> = question.columns.iter().map(|column| column.text.as_str()).collect();
    assert_eq!(columns, ["January 2024", "February 2024", "March 2024"]);
    assert_eq!(question.claims().count(), 60);
}

#[test]
fn ids_of_twins_differ() {
    let mut taken = HashMap::new();
    let ids: Vec<_> = ["a", "a-2", "a", "", ""].map(|slug| free_id(slug.to_owned(), "x", &mut taken)).into();
    assert_eq!(ids, ["a", "a-2", "a-3", "x", "x-2"]);
}

#[test]
fn every_speaker_is_named_at_a_mark() {
    let days = ["2024-10-1X", "2024-11-01", "'2024-11~'", "'2024-11-05?'", "2024-11-20"];
    let values = [
        "low: 3100, high: 4000",
        "value: 800",
        "value: 3100, qualifier: at-least",
        "value: 5500",
        "value: 2000",
    ];
    let list: Vec<String> = (0..5)
        .map(|at| {
            format!("by: National Service {at}, quantity: q, kind: k, said_on: {}, {}", days[at], values[at])
        })
        .collect();
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    let chart = chart(&estimates(&list));
    assert_eq!((chart.marks.len(), count(&draw(&chart), ".name")), (5, 5));
}

#[test]
fn a_dense_chart_names_each_speaker_once_and_covers_no_mark() {
    let list: Vec<String> = (0..24)
        .map(|at| {
            let (by, day, value) = (at % 8, at + 1, 8000 + at * 37 % 41 * 100);
            format!(
                "by: National Service {by}, quantity: q, kind: k, said_on: 2024-11-{day:02}, value: {value}"
            )
        })
        .collect();
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    let site = estimates(&list);
    let chart = chart(&site);
    let plan = plan::Plan::new(&chart).unwrap();
    let spot = |mark: &Mark| (plan.part(mark) * plan::WIDTH, plan.y(mark.value));
    let mut named = Vec::new();
    for (mark, place) in chart.marks.iter().zip(plan.labels()) {
        let Some(place) = place else { continue };
        named.push(mark.speaker);
        let (figure, name) = plan::lines(mark);
        let width = scale::text_width(&figure).max(scale::text_width(&name));
        let left = spot(mark).0 + place.dx
            - match place.anchor {
                labels::Anchor::Start => 0.0,
                labels::Anchor::Middle => width / 2.0,
                labels::Anchor::End => width,
            };
        let label = labels::Area { x: left, y: place.y, width, height: plan::LINE * 2.0 };
        for (x, y) in chart.marks.iter().map(spot) {
            let point = labels::Area { x: x - 4.0, y: y - 4.0, width: 8.0, height: 8.0 };
            assert!(!label.meets(&point), "{name}, {figure} at {label:?} covers the mark at {x}, {y}");
        }
    }
    named.sort_unstable();
    let all = named.len();
    named.dedup();
    assert_eq!((all, named.len()), (8, 8));
}
