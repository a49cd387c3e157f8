//! Headings, their depth and their ids.

use super::*;
use crate::model::{RESERVED_ID_PREFIXES, RESERVED_IDS};

fn headings(text: &str) -> Vec<(u8, String, String)> {
    body(text).headings.into_iter().map(|heading| (heading.level, heading.id, heading.text)).collect()
}

fn ids(text: &str) -> Vec<String> {
    headings(text).into_iter().map(|(_, id, _)| id).collect()
}

#[test]
fn all_go_down_by_one_where_one_is_of_the_first_level() {
    let levels = |text: &str| headings(text).into_iter().map(|(level, ..)| level).collect::<Vec<_>>();
    assert_eq!(levels("# a\n\n## b\n\n###### c\n\nd\n=\n"), [2, 3, 6, 2]);
    assert_eq!(levels("## a\n\n### b\n\n###### c"), [2, 3, 6]);
    assert_eq!(html("# a"), "<h2 id=\"a\">a</h2>\n");
}

#[test]
fn the_text_is_without_markup() {
    let text = "## *The* [[nis|spy `agency`]] [[nis|spy agency]] & `co` [x](/y/) [w]{claim=z} [@s]";
    assert_eq!(headings(text)[0].2, "The [[nis|spy agency]] spy agency & co x w");
    assert_eq!(headings("## [[event:rutte]]")[0], (2, "rutte".into(), "rutte".into()));
}

#[test]
fn an_id_is_written_or_made_of_the_text() {
    assert_eq!(
        ids("## A b {#my-id}\n\n## A b {#My_Id}\n\n## 윤석열\n\n## !!!"),
        ["my-id", "a-b", &crate::text::slugify("윤석열"), "section"]
    );
}

#[test]
fn ids_are_unique_and_never_the_pages_own() {
    assert_eq!(ids("## x\n\n## x\n\n## x-1\n\n## x\n\n## y {#x}"), ["x", "x-1", "x-1-1", "x-2", "x-3"]);
    assert_eq!(
        ids("## Sources\n\n## Sources\n\n## !\n\n## !"),
        ["sources-1", "sources-2", "section", "h-section-1"]
    );
    assert_eq!(ids("## Claim 3\n\n## x {#note-1}"), ["h-claim-3", "h-note-1"]);
    let all: String = RESERVED_IDS.iter().map(|id| format!("## {id}\n\n")).collect();
    for id in ids(&all.repeat(3)) {
        assert!(!RESERVED_IDS.contains(&id.as_str()), "{id}");
        assert!(RESERVED_ID_PREFIXES.iter().all(|prefix| !id.starts_with(prefix)), "{id}");
    }
}

#[test]
fn braces_that_hold_no_id_are_text() {
    assert_eq!(headings("## The set {1, 2}")[0].2, "The set {1, 2}");
    assert_eq!(html("## a {b=c} ##\n"), "<h2 id=\"a-b-c\">a {b=c}</h2>\n");
}

#[test]
fn a_heading_in_a_footnote_is_not_in_the_outline() {
    let body = body("a[^1]\n\n## x\n\n[^1]: ## x\n");
    assert_eq!(body.headings.len(), 1);
    assert_eq!(body.notes[0].flow.html, "<h2 id=\"x-1\">x</h2>\n");
}
