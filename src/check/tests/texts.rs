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
fn a_figure_that_is_marked_answered_or_another_is_not_told() {
    for text in [
        "NATO says [12,000]{claim=old}.",
        "NATO said 12,000, and now [10,000]{claim=new}.",
        "NATO says 10,000.",
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
fn five_words_and_what_is_public_are_not_told() {
    assert_eq!(
        quoting("They shall not move before a letter from the second desk of anything."),
        [] as [&str; 0]
    );
}
