//! Codes of the parse stage, P001 to P025.

use super::{BRIEF, Case, base, brief, in_file};
use crate::support::{Site, photograph};
use chancery::diagnostics::Code;

/// A mistake in a brief's keys: what stands in line 6, its column and text, and what would be right.
fn in_keys(code: Code, bad: &str, at: (&'static str, &'static str), sound: &str) -> Case {
    in_file(code, BRIEF, brief(bad, ""), at, &brief(sound, ""))
}

/// A mistake in a brief's text, in line 7 and below.
fn in_text(code: Code, bad: &str, at: (&'static str, &'static str), sound: &str) -> Case {
    in_file(code, BRIEF, brief("", bad), at, &brief("", sound))
}

pub fn cases() -> Vec<Case> {
    let mut cases = of_files();
    cases.extend(of_keys());
    cases.extend(of_texts());
    cases
}

fn of_files() -> Vec<Case> {
    let sound = brief("", "");
    vec![
        in_file(Code::P001, BRIEF, "title: B\n", ("content/briefs/b.md:1:1", "title: B"), &sound),
        in_file(Code::P001, BRIEF, "---\ntitle: B\n", ("content/briefs/b.md:1:1", "---"), &sound),
        in_file(Code::P002, BRIEF, "---\ntitle: [B\n---\n", ("content/briefs/b.md:2:8", "[B"), &sound),
        in_file(Code::P011, BRIEF, b"---\ntitle: \xff\n---\n", ("content/briefs/b.md:1:1", ""), &sound),
        in_file(
            Code::P006,
            "content/pages/p.md",
            "---\n- title\n---\n",
            ("content/pages/p.md:2:1", ""),
            "---\ntitle: P\n---\n",
        ),
        Case {
            code: Code::P010,
            bad: base().file("content/briefs/Yoon call.md", brief("", "")),
            sound: base().file("content/briefs/yoon-call.md", brief("", "")),
            at: "content/briefs/Yoon call.md:1:1",
            text: "",
        },
        Case {
            code: Code::P019,
            bad: Site::new().file("content/brief/b.md", brief("", "")),
            sound: Site::new().file("content/briefs.csv", "a,b\n"),
            at: "content/brief/b.md:1:1",
            text: "",
        },
        in_file(
            Code::P026,
            "content/sources/all.bib",
            "@book{a, title = {A}",
            ("content/sources/all.bib:1:1", "@book{a"),
            "@book{a, title = {A}}",
        ),
        in_file(
            Code::P027,
            "content/sources/all.bib",
            "@book{a, title = {A}, date = {forthcoming}}",
            ("content/sources/all.bib:1:31", "forthcoming"),
            "@book{a, title = {A}, date = {2024}}",
        ),
        Case {
            code: Code::P028,
            bad: base().yaml("citation_style: none-such"),
            sound: base(),
            at: "site.yaml:3:17",
            text: "none-such",
        },
        in_file(
            Code::P018,
            "content/pages/p.md",
            format!("---\ntitle: P\nextra: {}1{}\n---\n", "[".repeat(80), "]".repeat(80)),
            (
                "content/pages/p.md:3:71",
                "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
            ),
            &format!("---\ntitle: P\nextra: {}1{}\n---\n", "[".repeat(40), "]".repeat(40)),
        ),
    ]
}

fn of_keys() -> Vec<Case> {
    let at = |place: &'static str, text: &'static str| (place, text);
    let b = |code, bad: &str, place, text, sound: &str| in_keys(code, bad, at(place, text), sound);
    vec![
        b(Code::P003, "tags: [a]\ntags: [b]", "content/briefs/b.md:7:1", "tags: [b]", "tags: [a, b]"),
        b(Code::P004, "sumary: S", "content/briefs/b.md:6:1", "sumary", "summary: S"),
        in_file(
            Code::P005,
            "content/pages/p.md",
            "---\nlang: en\n---\n",
            at("content/pages/p.md:2:1", ""),
            "---\nlang: en\ntitle: P\n---\n",
        ),
        b(Code::P006, "draft: perhaps", "content/briefs/b.md:6:8", "perhaps", "draft: false"),
        b(Code::P007, "info_cutoff: 2024-02-30", "content/briefs/b.md:6:22", "30", "info_cutoff: 2024-02-29"),
        b(
            Code::P008,
            "info_cutoff: 2024-10-28T16:30",
            "content/briefs/b.md:6:14",
            "2024-10-28T16:30",
            "info_cutoff: 2024-10-28T16:30+09:00",
        ),
        b(Code::P009, "tlp: orange", "content/briefs/b.md:6:6", "orange", "tlp: clear"),
        in_file(
            Code::P012,
            "content/places/p.md",
            "---\nname: P\nlat: 95\nlon: 10\n---\n",
            at("content/places/p.md:3:6", "95"),
            "---\nname: P\nlat: 85\nlon: 10\n---\n",
        ),
        b(
            Code::P013,
            "info_cutoff: 2024-10-28/2024-10-26",
            "content/briefs/b.md:6:14",
            "2024-10-28/2024-10-26",
            "info_cutoff: 2024-10-26/2024-10-28",
        ),
        in_file(
            Code::P014,
            "content/sources/s.md",
            "---\nurl: ftp://example.org/x\n---\n",
            at("content/sources/s.md:2:6", "ftp://example.org/x"),
            "---\nurl: https://example.org/x\n---\n",
        ),
        b(Code::P016, "summary: ''", "content/briefs/b.md:6:10", "''", "summary: S"),
        b(Code::P017, "former_ids: [Old Id]", "content/briefs/b.md:6:14", "Old Id", "former_ids: [old-id]"),
        in_file(
            Code::P022,
            "content/places/p.md",
            "---\nname: P\ntimezone: Asia/Soul\n---\n",
            at("content/places/p.md:3:11", "Asia/Soul"),
            "---\nname: P\ntimezone: Asia/Seoul\n---\n",
        ),
        b(
            Code::P023,
            "assessments: [{text: T, likelihood: fairly sure}]",
            "content/briefs/b.md:6:37",
            "fairly sure",
            "assessments: [{text: T, likelihood: likely}]",
        ),
        Case {
            code: Code::P015,
            bad: pictured("image: map.png"),
            sound: pictured("image: {file: map.png, alt: A map}"),
            at: "content/briefs/b.md:6:8",
            text: "map.png",
        },
    ]
}

fn pictured(keys: &str) -> Site {
    base().file(BRIEF, brief(keys, "")).file("content/briefs/map.png", photograph(30, 20))
}

fn of_texts() -> Vec<Case> {
    vec![
        in_text(
            Code::P020,
            "See [this](javascript:x).",
            ("content/briefs/b.md:7:5", "[this](javascript:x)"),
            "See [this](https://example.org/).",
        ),
        in_text(Code::P021, "A <b>bold</b> word.", ("content/briefs/b.md:7:3", "<b>"), "A **bold** word."),
        in_text(
            Code::P024,
            "A mark.[^1]\n\nAnd more.",
            ("content/briefs/b.md:7:8", "[^1]"),
            "A mark.[^1]\n\n[^1]: Its text.",
        ),
        in_text(
            Code::P025,
            "```estimates\nkind: [planned, arrived]\n```",
            ("content/briefs/b.md:8:8", "planned, arrived"),
            "```estimates\n```",
        ),
    ]
}
