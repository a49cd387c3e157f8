//! C005, C006, C009 and C010: what stands in texts.

use super::{LETTER, NATO, OTHER, brief, messages, told};
use crate::diagnostics::Code;

fn cited(keys: &str, text: &str) -> Vec<(Code, String)> {
    told(&[NATO, LETTER, OTHER, ("briefs/b.md", brief(keys, text).as_str())])
}

#[test]
fn a_source_cited_but_not_listed_is_told_once() {
    let fires = [(Code::C005, "other".to_owned())];
    assert_eq!(cited("", "A [@letter], b [@other, p. 3], c [@other]."), fires);
    assert_eq!(cited("", "A [@letter].[^n]\n\n[^n]: B [@other]."), fires);
}

#[test]
fn a_source_listed_with_the_record_or_its_claims_is_not_told() {
    assert_eq!(cited("", "A [@letter]."), []);
    assert_eq!(cited("claims: [{id: c, by: nato, text: T, sources: [other]}]\n", "A [@letter; @other]."), []);
    let event = "---\ntitle: E\ndate: 2024\n---\nA [@letter].\n";
    assert_eq!(told(&[LETTER, ("events/e.md", event)]), []);
}

#[test]
fn a_source_listed_but_not_cited_is_told_where_the_text_cites_at_all() {
    let both = brief("", "A [@other].").replace("[letter]", "[letter, {source: other}]");
    assert_eq!(told(&[NATO, LETTER, OTHER, ("briefs/b.md", &both)]), [(Code::C006, "letter".to_owned())]);
}

#[test]
fn a_source_that_a_claim_cites_or_that_stands_with_a_text_without_citations_is_not_told() {
    let both = |keys, text| brief(keys, text).replace("sources: [letter]\n", "sources: [letter, other]\n");
    let claim = both("claims: [{id: c, by: nato, text: T, sources: [{source: letter}]}]\n", "A [@other].");
    assert_eq!(told(&[NATO, LETTER, OTHER, ("briefs/b.md", &claim)]), []);
    assert_eq!(told(&[NATO, LETTER, OTHER, ("briefs/b.md", &both("", "No citation."))]), []);
}

#[test]
fn a_source_that_supports_a_marked_claim_or_that_the_text_links_to_is_not_told() {
    let both = |text| brief("", text).replace("sources: [letter]\n", "sources: [letter, other]\n");
    let event = "---
title: E
date: 2024
claims: [{id: c, by: nato, text: T, sources: [letter]}]
---
";
    let marked = both("[So it said]{claim=c} [@other].");
    assert_eq!(told(&[NATO, LETTER, OTHER, ("events/e.md", event), ("briefs/b.md", &marked)]), []);
    let letter = ("sources/letter.md", "---\ntitle: L\nurl: https://example.org/l?a=1&b=2\n---\n");
    let linked = both("[So](https://example.org/l?a=1&b=2) it said [@other].");
    assert_eq!(told(&[NATO, letter, OTHER, ("briefs/b.md", &linked)]), []);
    let elsewhere = both("[So](https://example.org/l?a=1&b=3) it said [@other].");
    assert_eq!(
        told(&[NATO, letter, OTHER, ("briefs/b.md", &elsewhere)]),
        [(Code::C006, "letter".to_owned())]
    );
}

const FIGURES: (&str, &str) = (
    "events/count.md",
    "---
title: A count
date: 2024-10-20
estimates:
  - {id: old, by: nato, quantity: troops, kind: present, value: 12000, said_on: 2024-10-20, status: revised, superseded_by: new}
  - {id: new, by: nato, quantity: troops, kind: present, value: 10000, said_on: 2024-10-25}
---
",
);

fn figures(text: &str) -> Vec<String> {
    messages(&[NATO, LETTER, FIGURES, ("briefs/b.md", brief("", text).as_str())])
}

#[test]
fn a_superseded_figure_in_a_text_is_told_however_it_is_written() {
    for written in ["12,000", "12.000", "12 000", "12000", "*12,000*"] {
        let plain = written.trim_matches('*');
        assert_eq!(
            figures(&format!("First. NATO says {written} are there & stay. Last [@letter].")),
            [format!(
                "the text gives 12,000, the figure of `old`, superseded by `new`: “NATO says {plain} are there & stay.”"
            )]
        );
    }
}

#[test]
fn a_superseded_figure_in_words_or_in_korean_is_told_too() {
    for written in ["twelve thousand", "12 thousand", "12k", "11,000-12,000", "1만 2천여", "1만2000"] {
        let told = figures(&format!("NATO says {written} are there [@letter]."));
        assert_eq!(told.len(), 1, "{written}: {told:?}");
        assert!(told[0].starts_with("the text gives 12,000, the figure of `old`"), "{told:?}");
    }
}

#[test]
fn a_superseded_figure_in_a_summary_or_title_is_told() {
    let of = |keys: &str| messages(&[NATO, LETTER, FIGURES, ("briefs/b.md", brief(keys, "").as_str())]);
    let told =
        "the title or summary gives 12,000, the figure of `old`, superseded by `new`: “There are 12,000.”";
    assert_eq!(of("summary: There are 12,000.\n"), [told]);
    assert_eq!(of("summary: There are 10,000.\n"), [] as [&str; 0]);
}

#[test]
fn a_figure_that_is_marked_answered_or_another_is_not_told() {
    for text in [
        "NATO says [12,000]{claim=old}.",
        "NATO said 12,000, and now [10,000]{claim=new}.",
        "NATO says 10,000.",
        "See `limit: 12000`, <https://example.org/12000> and\n\n    count = 12000\n",
        "The force is 12,000th in document DOC-12000.",
        "See [the list](https://example.org/12000) of 2024-12-12, 12,000.5 and 112,000.",
    ] {
        assert_eq!(figures(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn a_brief_older_than_the_new_figure_or_of_another_matter_is_not_told() {
    let before = brief("", "12,000.").replace("2024-10-28", "2024-10-24");
    assert_eq!(told(&[NATO, LETTER, FIGURES, ("briefs/b.md", &before)]), []);
    let elsewhere = brief("", "12,000.").replace("[nato]", "[eu]");
    let eu = ("actors/eu.md", "---\nname: EU\n---\n");
    assert_eq!(told(&[NATO, eu, LETTER, FIGURES, ("briefs/b.md", &elsewhere)]), []);
}

const SECRET: (&str, &str) = (
    "sources/secret.md",
    "---\ntitle: A letter from the second desk of the ministry\nprotected: true\ndescription_public: A letter from the second desk of a body\n---\n",
);

fn quoting(text: &str) -> Vec<String> {
    let sources =
        "sources: [{source: secret, quote: 'We shall not move before the first snow has fallen.'}]\n";
    let brief = brief("", text).replace("sources: [letter]\n", sources);
    messages(&[NATO, SECRET, ("briefs/b.md", &brief)])
}

#[test]
fn six_words_of_a_protected_source_in_a_row_are_told() {
    assert_eq!(
        quoting("They *shall not move* “before the first” winter."),
        ["the text holds words of the protected source `secret`: “shall not move before the first”"]
    );
    assert_eq!(quoting("It comes from the second desk of the ministry.").len(), 1);
}

#[test]
fn a_protected_source_is_given_away_by_whatever_its_readers_see() {
    let quote = "We shall not move before the first snow";
    for keys in [
        format!("summary: They said {quote}.\n"),
        format!("claims: [{{id: c, by: nato, text: '{quote}.'}}]\n"),
        format!("claims: [{{id: c, by: nato, text: T, quote: '{quote}.'}}]\n"),
        format!("assessments: [{{text: '{quote}.'}}]\n"),
        format!("changes: [{{on: 2024-10-29, kind: update, note: '{quote}.'}}]\n"),
    ] {
        let sources =
            "sources: [{source: secret, quote: 'We shall not move before the first snow has fallen.'}]\n";
        let brief = brief(&keys, "").replace("sources: [letter]\n", sources);
        assert_eq!(messages(&[NATO, SECRET, ("briefs/b.md", &brief)]).len(), 1, "{keys}");
    }
    let page = ("pages/p.md", "---\ntitle: P\n---\nIt comes from the second desk of the ministry.\n");
    assert_eq!(messages(&[SECRET, page]).len(), 1);
    let own = SECRET.1.to_owned() + "It comes from the second desk of the ministry.\n";
    assert_eq!(messages(&[("sources/secret.md", own.as_str())]), [] as [&str; 0]);
}

#[test]
fn a_short_title_of_a_protected_source_is_told_where_it_stands_whole() {
    let source = "---\ntitle: Notes of the desk\nprotected: true\ndescription_public: Notes\n---\n";
    let told = |text: &str| {
        let page = format!("---\ntitle: P\n---\n{text}\n");
        messages(&[("sources/secret.md", source), ("pages/p.md", &page)]).len()
    };
    assert_eq!((told("See the notes of the desk."), told("See notes of the ministry.")), (1, 0));
}

#[test]
fn words_of_a_protected_source_are_found_however_their_letters_are_composed() {
    let title = "국정원 내부 문서 제 오 호 초안";
    let source = format!("---\ntitle: {title}\nprotected: true\ndescription_public: D\n---\n");
    let apart: String = unicode_normalization::UnicodeNormalization::nfd(title).collect();
    let page = format!("---\ntitle: P\n---\n{apart}\n");
    assert_eq!(messages(&[("sources/secret.md", &source), ("pages/p.md", &page)]).len(), 1);
}

#[test]
fn five_words_and_what_is_public_are_not_told() {
    assert_eq!(
        quoting("They shall not move before a letter from the second desk of anything."),
        [] as [&str; 0]
    );
}
