//! Footnotes.

use super::*;
use crate::diagnostics::Code;

#[test]
fn notes_stand_by_their_first_marks_and_those_in_notes_come_after() {
    let text = "a[^b] c[^A] d[^b]\n\n[^a]: first *x* [^c]\n[^b]: second [[nis]]\n[^c]: third [^b]\n";
    let body = body(text);
    assert_eq!(body.flow.html, "<p>a<sup>[^b]</sup> c<sup>[^A]</sup> d<sup>[^b]</sup></p>\n");
    assert_eq!(
        brief_slots(text),
        ["note 0 = <sup>[^b]</sup>", "note 1 = <sup>[^A]</sup>", "note 0 = <sup>[^b]</sup>"]
    );
    let labels: Vec<_> = body.notes.iter().map(|note| note.label.as_str()).collect();
    assert_eq!(labels, ["b", "a", "c"]);
    assert_eq!(body.notes[0].flow.html, "<p>second [[nis]]</p>\n");
    assert_eq!(slots(&body.notes[2].flow), [(SlotKind::Note(0), "<sup>[^b]</sup>")]);
}

#[test]
fn a_note_that_no_mark_leads_to_is_left_out_with_a_warning() {
    assert_eq!(mistakes("a\n\n[^1]: x [^2]\n\n[^2]: y"), [(Code::P024, "[^1]"), (Code::P024, "[^2]")]);
    assert!(render_at("a\n\n[^1]: x").0.notes.is_empty());
}

#[test]
fn a_mark_without_a_note_is_text_with_a_warning() {
    assert_eq!(mistakes("a[^1] and [^…] x"), [(Code::P024, "[^1]")]);
    assert_eq!(render_at("a[^1]").0.flow.html, "<p>a[^1]</p>\n");
}

#[test]
fn the_second_of_two_notes_with_one_label_is_left_out_with_a_warning() {
    let text = "a[^1]\n\n[^1]: x\n\n[^1]: y";
    assert_eq!(mistakes(text), [(Code::P024, "[^1]")]);
    assert_eq!(render_at(text).0.notes[0].flow.html, "<p>x</p>\n");
}

#[test]
fn an_empty_note_is_kept_with_a_warning() {
    let text = "a[^1]\n\n[^1]:\n";
    assert_eq!(mistakes(text), [(Code::P024, "[^1]")]);
    assert_eq!(render_at(text).0.notes[0].flow.html, "<p></p>\n");
}

#[test]
fn circles_and_long_chains_end() {
    let circle = body("[^1]\n\n[^1]: a [^2]\n[^2]: b [^1] [^2]");
    assert_eq!(circle.notes.len(), 2);
    let mut chain = "[^0]\n\n".to_owned();
    for n in 0..3000 {
        chain.push_str(&format!("[^{n}]: x [^{}]\n", (n + 1) % 3000));
    }
    let notes = body(&chain).notes;
    assert_eq!(notes.len(), 3000);
    assert_eq!(notes[2999].label, "2999");
}

#[test]
fn a_definition_within_another_block_is_taken_out_of_it() {
    let body = body("a[^1] b[^2]\n\n> [^1]: x\n>\n> > [^2]: y\n\n- c");
    assert_eq!(body.notes.len(), 2);
    assert!(!body.flow.html.contains('x') && !body.notes[0].flow.html.contains('y'));
}
