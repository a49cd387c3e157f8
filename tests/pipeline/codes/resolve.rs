//! Codes of the resolve stage, R001 to R010.

use super::{BRIEF, Case, base, brief, in_file};
use crate::support::Site;
use chancery::diagnostics::Code;

fn case(code: Code, at: &'static str, text: &'static str, bad: Site, sound: Site) -> Case {
    Case { code, bad, sound, at, text }
}

pub fn cases() -> Vec<Case> {
    let mut cases = of_references();
    cases.extend(of_ids());
    cases
}

fn of_references() -> Vec<Case> {
    let two_kims = || base().actor("kim-a", "name: Kim").actor("kim-b", "name: Kim");
    let named = |site: Site, keys: &str| site.file(BRIEF, brief(keys, ""));
    let saying = |site: Site, text: &str| site.file(BRIEF, brief("", text));
    vec![
        case(
            Code::R002,
            "content/briefs/b.md:6:44",
            "Kim",
            named(two_kims(), "claims: [{id: c, text: Yes, via: nato, by: Kim}]"),
            named(two_kims(), "claims: [{id: c, text: Yes, via: nato, by: kim-a}]"),
        ),
        case(
            Code::R003,
            "content/briefs/b.md:6:10",
            "Seul",
            named(base().place("seoul", "name: Seoul"), "places: [Seul]"),
            named(base().place("seoul", "name: Seoul"), "places: [Seoul]"),
        ),
        case(
            Code::R004,
            "content/briefs/b.md:7:5",
            "[[rute]]",
            saying(base().actor("rutte", "name: Mark Rutte"), "See [[rute]]."),
            saying(base().actor("rutte", "name: Mark Rutte"), "See [[rutte]]."),
        ),
        case(
            Code::R004,
            "content/briefs/b.md:7:8",
            "leter",
            saying(base(), "Said [@leter]."),
            saying(base(), "Said [@letter]."),
        ),
        case(
            Code::R005,
            "content/briefs/b.md:7:5",
            "[[Kim]]",
            saying(two_kims(), "See [[Kim]]."),
            saying(two_kims(), "See [[kim-b]]."),
        ),
        case(
            Code::R006,
            "content/briefs/b.md:6:10",
            "secret",
            named(base().event("secret", "tlp: red"), "events: [secret]"),
            named(base().event("secret", "tlp: clear"), "events: [secret]"),
        ),
        case(
            Code::R007,
            "content/briefs/b.md:6:13",
            "older",
            named(base(), "supersedes: older"),
            named(base().brief("older", ""), "supersedes: older"),
        ),
    ]
}

fn of_ids() -> Vec<Case> {
    let claims = |second: &str| {
        let claims =
            format!("claims:\n  - {{id: one, text: A, by: nato}}\n  - {{id: {second}, text: B, by: nato}}");
        base().file(BRIEF, brief(&claims, ""))
    };
    let within = |b: &str| base().place("a", "within: b").place("b", b);
    let former = |id: &str| base().brief("other", "").file(BRIEF, brief(&format!("former_ids: [{id}]"), ""));
    vec![
        case(
            Code::R001,
            "content/briefs/b.md:2:8",
            "B",
            base().file("content/briefs/2024/b.md", brief("", "")).file(BRIEF, brief("", "")),
            base().file("content/briefs/2024/c.md", brief("", "")).file(BRIEF, brief("", "")),
        ),
        case(Code::R008, "content/briefs/b.md:8:10", "one", claims("one"), claims("two")),
        case(Code::R009, "content/places/b.md:2:9", "a", within("within: a"), within("kind: city")),
        case(Code::R010, "content/briefs/b.md:6:14", "other", former("other"), former("old")),
        in_file(
            Code::R007,
            BRIEF,
            brief("claims: [{id: one, text: A, by: nato, superseded_by: tow}]", ""),
            ("content/briefs/b.md:6:54", "tow"),
            &brief("claims: [{id: one, text: A, by: nato}]", ""),
        ),
    ]
}
