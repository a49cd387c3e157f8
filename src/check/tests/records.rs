//! C001 to C004 and C011: actors, events and sources.

use super::{LETTER, NATO, brief, messages, told};
use crate::diagnostics::Code;

fn event(keys: &str) -> String {
    format!("---\ntitle: A meeting\n{keys}---\n")
}

#[test]
fn actors_with_one_name_alias_or_wikidata_id_are_told() {
    for (a, b) in [
        ("name: Kim Yong-bok", "name: KIM YONG BOK"),
        ("name: Kim Yong-bok", "name: Other\nnames: [Kim Yong-bok]"),
        ("name: A\nnames: [Kim]", "name: B\nnames: [KIM]"),
        ("name: A\nidentifiers: {wikidata: Q1}", "name: B\nidentifiers: {wikidata: q1}"),
        ("name: A\nidentifiers: {wikidata: Q1}", "name: B\nsame_as: ['https://www.wikidata.org/wiki/Q1']"),
    ] {
        let (a, b) = (format!("---\n{a}\n---\n"), format!("---\n{b}\n---\n"));
        let codes: Vec<Code> =
            told(&[("actors/a.md", &a), ("actors/b.md", &b)]).into_iter().map(|told| told.0).collect();
        assert_eq!(codes, [Code::C001], "{a}{b}");
    }
}

#[test]
fn of_three_with_one_name_two_are_told_though_the_third_is_kept_apart_from_both() {
    let files = [
        ("actors/a.md", "---\nname: Kim\nnot_same_as: [b, c]\n---\n"),
        ("actors/b.md", "---\nname: Kim\n---\n"),
        ("actors/c.md", "---\nname: Kim\n---\n"),
    ];
    assert_eq!(messages(&files), ["the actors `b` and `c` have the same name: `Kim`"]);
}

#[test]
fn actors_kept_apart_merged_or_alike_in_a_weak_name_only_are_not_told() {
    for (a, b) in [
        ("name: Kim\nnot_same_as: [b]", "name: KIM"),
        ("name: Kim A\nnames: [Kim]", "name: Kim B\nnames: [Kim]\nnot_same_as: [Kim A]"),
        ("name: Kim", "name: KIM\nmerged_into: a"),
        ("name: A\nnames: [{text: Kim, type: weak}]", "name: B\nnames: [{text: Kim, type: weak}]"),
        ("name: A\nidentifiers: {wikidata: Q1}", "name: B\nidentifiers: {isni: Q1}"),
    ] {
        let (a, b) = (format!("---\n{a}\n---\n"), format!("---\n{b}\n---\n"));
        assert_eq!(told(&[("actors/a.md", &a), ("actors/b.md", &b)]), [], "{a}{b}");
    }
}

const EU: (&str, &str) = ("actors/eu.md", "---\nname: EU\n---\n");

fn two_events(a: &str, b: &str) -> Vec<(Code, String)> {
    let (a, b) = (event(a), event(b));
    told(&[NATO, EU, ("events/a.md", &a), ("events/b.md", &b)])
}

#[test]
fn events_of_one_type_and_company_on_near_days_are_told() {
    let a = "date: 2024-10-28\ntype: meeting\nparticipants: [nato, eu]\n";
    let fires = [(Code::C002, "A meeting".to_owned())];
    assert_eq!(two_events(a, "date: 2024-10-31\ntype: meeting\nparticipants: [eu, nato]\n"), fires);
    let lone = "date: 2024-10-28\ntype: statement\nparticipants: [nato]\n";
    assert_eq!(two_events(lone, lone), fires);
}

#[test]
fn events_that_differ_or_are_tied_are_not_told() {
    let a = "date: 2024-10-28\ntype: meeting\nparticipants: [nato, eu]\n";
    for b in [
        "date: 2024-11-01\ntype: meeting\nparticipants: [nato, eu]\n",
        "date: 2024-10-28\ntype: call\nparticipants: [nato, eu]\n",
        "date: 2024-10-28\ntype: meeting\nparticipants: [nato]\n",
        "date: 2024\ntype: meeting\nparticipants: [nato, eu]\n",
        "date: 2024-10-28\ntype: meeting\nparticipants: [nato, eu]\ndistinct_from: [a]\n",
        "date: 2024-10-29\ntype: meeting\nparticipants: [nato, eu]\nfollows: [a]\n",
        "date: 2024-10-29\ntype: meeting\nparticipants: [nato, eu]\npart_of: [a]\n",
        "date: 2024-10-27\ntype: meeting\nparticipants: [nato, eu]\ncauses: [a]\n",
    ] {
        assert_eq!(two_events(a, b), [], "{b}");
    }
    let lone = |day| format!("date: 2024-10-{day}\ntype: statement\nparticipants: [nato]\n");
    assert_eq!(two_events(&lone(28), &lone(29)), []);
    let nobody = "date: 2024-10-28\ntype: meeting\n";
    assert_eq!(two_events(nobody, nobody), []);
    let (here, there) = (format!("{a}place: [{{name: Here}}]\n"), format!("{a}place: [{{name: There}}]\n"));
    assert_eq!(two_events(&here, &there), []);
    let at = |hour| a.replace("2024-10-28", &format!("2024-10-28T{hour}:00Z"));
    assert_eq!(two_events(&at(10), &at(12)), []);
}

fn reported(event_keys: &str, brief_keys: &str, text: &str) -> Vec<(Code, String)> {
    let (event, brief) = (event(event_keys), brief(brief_keys, text));
    told(&[NATO, LETTER, ("events/later.md", &event), ("briefs/b.md", &brief)])
}

#[test]
fn an_event_later_than_the_brief_that_reports_it_is_told() {
    let fires = [(Code::C003, "later".to_owned())];
    assert_eq!(reported("date: 2024-10-29\n", "events: [later]\n", ""), fires);
    assert_eq!(reported("date: 2024-11\n", "events: [later]\n", ""), fires);
    let old_change = "events: [later]\nchanges: [{on: 2024-10-28, kind: update, note: N}]\n";
    assert_eq!(reported("date: 2024-10-29\n", old_change, ""), fires);
    let claim = "claims: [{id: c, by: nato, text: T, event: later}]\n";
    assert_eq!(reported("date: 2024-10-29\n", claim, ""), fires);
}

#[test]
fn an_event_foreseen_brought_in_later_or_only_linked_is_not_told() {
    let listed = "events: [later]\n";
    for date in ["2024-10-28", "2024-10", "2024-10-27/2024-10-30"] {
        assert_eq!(reported(&format!("date: {date}\n"), listed, ""), []);
    }
    assert_eq!(reported("date: 2024-10-29\nstatus: planned\n", listed, ""), []);
    assert_eq!(reported("date: 2024-10-29\nstatus: cancelled\n", listed, ""), []);
    let changed = "events: [later]\nchanges: [{on: 2024-10-29, kind: update, note: N}]\n";
    assert_eq!(reported("date: 2024-10-29\n", changed, ""), []);
    assert_eq!(reported("date: 2024-10-29\n", "", "See [[event:later]]."), []);
}

const COPIED: (&str, &str) = (
    "sources/copied.md",
    "---\ntitle: C\nurl: https://example.org/c\narchive: [{url: 'https://example.org/copy'}]\n---\n",
);

#[test]
fn sources_without_a_copy_are_told_once_where_others_have_one() {
    let texts: Vec<(String, String)> = (1..8)
        .map(|at| {
            (format!("sources/s{at}.md"), format!("---\ntitle: S{at}\nurl: https://example.org/{at}\n---\n"))
        })
        .collect();
    let mut files: Vec<(&str, &str)> =
        texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert_eq!(told(&files), []);
    files.push(COPIED);
    assert_eq!(told(&files), [(Code::C004, "S1".to_owned())]);
    assert_eq!(
        messages(&files),
        ["7 sources have no archived copy: `s1`, `s2`, `s3`, `s4`, `s5` and 2 more"]
    );
}

#[test]
fn a_source_without_address_or_under_protection_wants_no_copy() {
    let protected = "---\ntitle: P\nurl: https://example.org/p\nprotected: true\n---\n";
    assert_eq!(told(&[COPIED, LETTER, ("sources/p.md", protected)]), []);
}

const RUTTE: (&str, &str) = (
    "actors/mark-rutte.md",
    "---\nname: Mark Rutte\npositions: [{title: Prime Minister, from: 2010, to: 2024-07-02}, {title: Secretary General, from: 2024-10-01}]\n---\n",
);

fn with_role(role: &str) -> Vec<(Code, String)> {
    let event = event(&format!("date: 2024-10-28\nparticipants: [{{actor: mark-rutte, role: {role}}}]\n"));
    told(&[RUTTE, ("events/e.md", &event)])
}

#[test]
fn two_tags_with_one_page_are_told_once_with_both_spellings() {
    let tagged = |tags: &str| event(&format!("date: 2024-10-28\ntags: {tags}\n"));
    let told =
        |one: &str, other: &str| told(&[("events/a.md", &tagged(one)), ("events/b.md", &tagged(other))]);
    assert_eq!(told("[C]", "[C++, X]"), [(Code::C017, "C++".to_owned())]);
    assert_eq!(told("[C++, C++]", "[C, C++]"), [(Code::C017, "C".to_owned())]);
    assert_eq!(told("[EU, North Korea]", "[eu, north-korea, NORTH KOREA]"), []);
    assert_eq!(told("[Québec]", "[Quebec]"), [(Code::C017, "Quebec".to_owned())]);
}

#[test]
fn an_office_is_told_where_it_was_not_held() {
    assert_eq!(with_role("prime minister"), [(Code::C011, "mark-rutte".to_owned())]);
    assert_eq!(with_role("Secretary General"), []);
    assert_eq!(with_role("speaker"), []);
}

fn with_text(text: &str) -> Vec<(Code, String)> {
    let brief =
        format!("---\ntitle: The title\ndate: 2024-10-28\nactors: [mark-rutte]\nsources: []\n---\n{text}\n");
    told(&[RUTTE, ("briefs/2024-10-28-b.md", &brief)])
}

#[test]
fn an_office_beside_a_name_is_told_where_it_was_not_held() {
    let wrong = vec![(Code::C011, "The title".to_owned())];
    for text in [
        "Prime Minister [[mark-rutte]] spoke.",
        "The prime minister Mark Rutte spoke.",
        "He met [[mark-rutte]], the Prime Minister.",
        "He met Mark Rutte (Prime Minister).",
        "He met [[mark-rutte|the Prime Minister]].",
    ] {
        assert_eq!(with_text(text), wrong, "{text}");
    }
    for text in [
        "Secretary General [[mark-rutte]] spoke.",
        "Former Prime Minister [[mark-rutte]] spoke.",
        "[[mark-rutte]], then Prime Minister, spoke.",
        "[[mark-rutte]], Prime Minister until July, spoke.",
        "Deputy Prime Minister Mark Rutte spoke.",
        "In 2023 Prime Minister Mark Rutte spoke.",
        "The Prime Minister met Mark Rutte.",
        "Prime Minister Mark Rutten spoke.",
    ] {
        assert_eq!(with_text(text), [], "{text}");
    }
}

#[test]
fn an_office_beside_a_name_is_told_in_events_titles_and_summaries_too() {
    let brief = "---\ntitle: Prime Minister Mark Rutte speaks\ndate: 2024-10-28\nactors: [mark-rutte]\nsources: []\n---\n";
    assert_eq!(
        told(&[RUTTE, ("briefs/b.md", brief)]),
        [(Code::C011, "Prime Minister Mark Rutte speaks".to_owned())]
    );
    let event = "---\ntitle: Talks\ndate: 2024-10-28\n---\nPrime Minister [[mark-rutte]] speaks.\n";
    assert_eq!(told(&[RUTTE, ("events/e.md", event)]), [(Code::C011, "Talks".to_owned())]);
    let then = event.replace("2024-10-28", "2024-06-01");
    assert_eq!(told(&[RUTTE, ("events/e.md", &then)]), []);
}
