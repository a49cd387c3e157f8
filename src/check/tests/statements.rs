//! C007, C008, C012 and C013: claims, judgements and what confirms them.

use super::{LETTER, NATO, OTHER, REPRINT, brief, messages, told};
use crate::diagnostics::Code;

fn confirmed(sources: &str) -> String {
    format!("---\ntitle: It happened\ndate: 2024-10-28\nstatus: confirmed\nsources: [{sources}]\n---\n")
}

#[test]
fn what_is_confirmed_by_one_origin_is_told_with_the_count() {
    let event = confirmed("letter, reprint");
    let files = [NATO, LETTER, REPRINT, OTHER, ("events/e.md", event.as_str())];
    assert_eq!(told(&files), [(Code::C007, "It happened".to_owned())]);
    assert_eq!(
        messages(&files),
        ["the event `e` is called confirmed, but it rests on 2 reports, 1 origin: `letter`"]
    );
    let claim = brief("claims: [{id: c, by: nato, text: T, credibility: 1, sources: [reprint]}]\n", "");
    assert_eq!(
        messages(&[NATO, LETTER, REPRINT, ("briefs/b.md", claim.as_str())]),
        [
            "the claim `c` is graded 1 (confirmed by other sources), but it rests on 1 report, 1 origin: `letter`"
        ]
    );
}

#[test]
fn an_official_statement_by_the_actor_itself_is_called_so() {
    let source = "---\ntitle: Ours\ntype: official-statement\npublisher: nato\n---\n";
    let event = confirmed("ours").replace("sources", "participants: [nato]\nsources");
    assert_eq!(
        messages(&[NATO, ("sources/ours.md", source), ("events/e.md", event.as_str())]),
        [
            "the event `e` is called confirmed, but it rests on 1 report, 1 origin: `ours`, a statement by the actor itself"
        ]
    );
}

#[test]
fn two_origins_confirm_and_what_is_only_reported_needs_none() {
    for event in [
        confirmed("letter, other"),
        confirmed("reprint, other"),
        confirmed("letter").replace("status: confirmed\n", ""),
        confirmed(""),
    ] {
        assert_eq!(told(&[LETTER, REPRINT, OTHER, ("events/e.md", event.as_str())]), [], "{event}");
    }
    let claim = brief("claims: [{id: c, by: nato, text: T, credibility: 2, sources: [letter]}]\n", "");
    assert_eq!(told(&[NATO, LETTER, ("briefs/b.md", claim.as_str())]), []);
}

fn judged(text: &str, keys: &str) -> Vec<String> {
    let brief = brief(&format!("assessments: [{{text: '{text}'{keys}}}]\n"), "");
    messages(&[NATO, LETTER, ("briefs/b.md", brief.as_str())])
}

#[test]
fn a_judgement_that_holds_its_own_likelihood_or_confidence_is_told() {
    assert_eq!(
        judged("It is very likely, with high confidence, that they stay", ""),
        ["the judgement mixes a likelihood (`very likely`) with a confidence (`high confidence`)"]
    );
    assert_eq!(
        judged("There is a remote chance of peace", ""),
        ["the judgement's text holds a term of likelihood: `remote`"]
    );
    assert_eq!(
        judged("They stay (moderate confidence)", ""),
        ["the judgement's text holds a confidence: `moderate confidence`"]
    );
}

#[test]
fn a_likelihood_beside_a_verb_is_one_too() {
    let told = |term: &str| [format!("the judgement's text holds a term of likelihood: `{term}`")];
    assert_eq!(judged("They will probably stay", ""), told("probably"));
    assert_eq!(judged("They will almost certainly stay", ""), told("almost certainly"));
}

/// What a brief with this text is told.
fn written(text: &str) -> Vec<String> {
    messages(&[NATO, LETTER, ("briefs/b.md", brief("", text).as_str())])
}

#[test]
fn a_sentence_with_both_a_likelihood_and_a_confidence_is_told_once_a_brief() {
    let told = "a sentence holds both a likelihood (`very likely`) and a confidence (`high confidence`): \
                “We judge with high confidence that it is very likely to hold at 3.5 per cent.”";
    let text = "One. We judge with *high confidence* that it is very likely to hold at 3.5 per cent. Two.";
    assert_eq!(written(text), [told]);
    assert_eq!(written(&format!("{text} {text}\n\n{text}")).len(), 1);
    let summary = brief("summary: It is likely (low confidence).\n", "");
    assert_eq!(messages(&[NATO, LETTER, ("briefs/b.md", &summary)]).len(), 1);
}

#[test]
fn sentences_of_their_own_and_words_of_a_speaker_are_not_told() {
    for text in [
        "It is very likely to hold. We have high confidence in that.",
        "# Likely\n\nHigh confidence",
        "Confidence is high that nothing is likely.",
    ] {
        assert_eq!(written(text), [] as [&str; 0], "{text}");
    }
    let keys = "claims: [{id: c, by: nato, text: T}]\n";
    let marked = brief(keys, "It is likely, with [high confidence]{claim=c}, it says.");
    assert_eq!(messages(&[NATO, LETTER, ("briefs/b.md", &marked)]), [] as [&str; 0]);
}

#[test]
fn a_judgement_of_what_will_be_is_not_told() {
    let keys = ", likelihood: likely, confidence: high";
    assert_eq!(judged("The likelihood of talks in remote areas rises", keys), [] as [&str; 0]);
    assert_eq!(judged("Unlikelier things have given him confidence", keys), [] as [&str; 0]);
}

#[test]
fn a_judgement_is_told_when_its_horizon_has_passed_without_outcome() {
    assert_eq!(
        judged("They stay", ", horizon: 2025-12-30"),
        ["the judgement was to be settled by 2025-12-30 and has no outcome: “They stay”"]
    );
    for keys in [
        "",
        ", horizon: 2026",
        ", horizon: 2025-12-31",
        ", horizon: 2025/..",
        ", horizon: 2025, outcome: Yes",
    ] {
        assert_eq!(judged("They stay", keys), [] as [&str; 0], "{keys}");
    }
}

fn claimed(keys: &str) -> Vec<(Code, String)> {
    let claims = format!(
        "claims:\n  - {{id: c, by: nato, text: T{keys}}}\n  - {{id: d, by: nato, text: T, question: Q, stance: deny}}\n"
    );
    told(&[NATO, LETTER, ("briefs/b.md", brief(&claims, "").as_str())])
}

#[test]
fn a_claim_whose_status_and_replacement_do_not_fit_is_told() {
    for status in ["revised", "retracted", "denied"] {
        assert_eq!(claimed(&format!(", status: {status}")), [(Code::C013, "c".to_owned())]);
    }
    assert_eq!(claimed(", superseded_by: d"), [(Code::C013, "d".to_owned())]);
}

#[test]
fn a_claim_that_stands_is_replaced_or_answered_is_not_told() {
    assert_eq!(claimed(""), []);
    assert_eq!(claimed(", status: revised, superseded_by: d"), []);
    assert_eq!(claimed(", status: denied, question: q, stance: confirm"), []);
}
