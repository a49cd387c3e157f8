//! What holds for every text.

use super::well_formed::fault;
use super::*;
use proptest::prelude::*;

/// Pieces of Markdown and of our own syntax, to be strung together at random.
const PIECES: &[&str] = &[
    "[",
    "]",
    "[[",
    "]]",
    "[@",
    "@",
    ";",
    ",",
    "|",
    "\\",
    "\\|",
    "{claim=x}",
    "]{claim=a-1}",
    "](",
    ")",
    "(/a/)",
    "![",
    "!",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "```timeline\n",
    "\n",
    "\n\n",
    "\n> ",
    "> [!NOTE]\n> ",
    "\n- ",
    "\n1. ",
    "\n    ",
    "\n  ",
    "# ",
    "## a {#b}",
    "\n===\n",
    "---",
    "|a|b|\n|-|:-:|\n",
    "[^1]",
    "\n[^1]: ",
    "[^x]:",
    "\n[r]: /r 't'\n",
    "[r]",
    "][r]",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<div>\n",
    "\n</script>",
    "<https://x.org>",
    "](javascript:x)",
    "](https://x.org/i.png 't')",
    "](p.png \"t\")",
    "&amp;",
    "&#0;",
    "&",
    "<",
    "\"",
    "nis",
    "event:x",
    "윤",
    "\u{200f}",
    "\u{1}",
    "\r\n",
    "\r",
    "\t",
    " ",
    "a",
    "\n: ",
    "{",
    "}",
    "{#c}",
    "=",
    "1",
];

fn strung() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn check(text: &str) {
    let (body, diagnostics) = render_at(text);
    check_flow(&body.flow, text, body.notes.len());
    for note in &body.notes {
        check_flow(&note.flow, text, body.notes.len());
    }
    for diagnostic in diagnostics {
        assert!(diagnostic.help.is_some() && is_within(diagnostic.span, text), "{diagnostic:?}");
    }
    let mut ids: Vec<_> = body.headings.iter().map(|heading| &heading.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), body.headings.len());
    assert!(body.headings.iter().all(|heading| (2..=6).contains(&heading.level)));
}

fn is_within(span: crate::text::Span, text: &str) -> bool {
    span.start as usize >= OFFSET
        && text.get(span.start as usize - OFFSET..span.end as usize - OFFSET).is_some()
}

fn check_flow(flow: &Flow, text: &str, notes: usize) {
    assert_eq!(fault(&flow.html), None, "{}", flow.html);
    let mut filled = String::new();
    let mut done = 0;
    let mut claims = Vec::new();
    for slot in &flow.slots {
        let (start, end) = (slot.start as usize, slot.end as usize);
        assert!(done <= start && start <= end, "{flow:?}");
        let between = flow.html.get(done..start).expect("a slot starts on a character");
        assert!(flow.html.get(start..end).is_some() && is_within(slot.span, text), "{flow:?}");
        filled.push_str(between);
        filled.push_str(filling(&slot.kind));
        done = end;
        match &slot.kind {
            SlotKind::ClaimOpen(id) => claims.push(id.clone()),
            SlotKind::ClaimClose(id) => assert_eq!(claims.pop().as_ref(), Some(id)),
            SlotKind::Note(number) => assert!((*number as usize) < notes),
            SlotKind::Link { target, .. } => assert!(!target.is_empty()),
            SlotKind::Cite(items) => {
                assert!(
                    items.iter().all(|item| !item.key.is_empty() && is_within(item.span, text)),
                    "{items:?}"
                );
            }
            SlotKind::Address(_) | SlotKind::Picture(_) | SlotKind::Figure { .. } => {}
            SlotKind::Words(_) => panic!("parsing makes no words"),
        }
    }
    assert!(claims.is_empty());
    filled.push_str(&flow.html[done..]);
    assert_eq!(fault(&filled), None, "{filled}");
}

fn filling(kind: &SlotKind) -> &'static str {
    match kind {
        SlotKind::Link { .. } | SlotKind::Cite(_) | SlotKind::Note(_) => "<a href=\"/x/\">x</a>",
        SlotKind::ClaimOpen(_) => "<mark>",
        SlotKind::ClaimClose(_) => "</mark>",
        SlotKind::Address(_) => "/x/",
        SlotKind::Picture(_) => "src=\"/x/\" width=\"1\"",
        SlotKind::Figure { .. } => "<figure></figure>",
        SlotKind::Words(_) => "x",
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_gives_balanced_html_with_ordered_slots(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_string_of_our_pieces_gives_balanced_html_with_ordered_slots(text in strung()) {
        check(&text);
    }
}
