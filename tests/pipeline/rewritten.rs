//! Where only words of a text changed, the last edition is carried over: it is the one that a build from nothing makes.

use crate::support::{Site, photograph};
use chancery::diagnostics::{Diagnostic, has_errors};
use chancery::edition::Edition;
use chancery::pipeline::{Changes, Request, Workshop, prepare};
use chancery::write::Outputs;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

const CLAIMS: &str = "claims:
  - {id: said, text: T, by: rutte, about: [seoul], said_on: 2024-10-28, sources: [letter]}
  - {id: secret, text: S, by: rutte, tlp: red, sources: [letter]}
estimates:
  - {id: many, quantity: soldiers, kind: present, value: 10000, unit: soldiers, by: rutte, sources: [letter]}";

/// Records of all kinds, one that readers may not see, one that is known by its name alone, and two pictures.
pub fn site() -> Site {
    Site::new()
        .lints()
        .actor("nato", "name: NATO\nkind: organization")
        .actor("rutte", "name: Mark Rutte\nmember_of: [nato]")
        .source("letter", "url: https://example.org/a")
        .source("shut", "protected: true\ndescription_public: An official")
        .event("call", "participants: [rutte, nato]\nplaces: [seoul]")
        .place("seoul", "")
        .place("nowhere-named", "")
        .record("pages/about", "title: About", "Us.")
        .brief_saying("a", &format!("actors: [nato, Unknown One]\n{CLAIMS}"), "Words.")
        .brief_saying("b", "actors: [nato]", "See [[a]].")
        .brief_saying("draft", "draft: true", "Not yet.")
        .file("content/briefs/one.png", "a picture")
        .file("content/briefs/two.png", "another")
}

/// Where texts are edited: the front matter of each stays.
pub const FILES: [&str; 9] = [
    "briefs/a",
    "briefs/b",
    "briefs/draft",
    "actors/rutte",
    "events/call",
    "sources/letter",
    "sources/shut",
    "places/seoul",
    "pages/about",
];

/// What texts are made of.
pub const PIECES: [&str; 26] = [
    "Plain words.",
    "Other words, and *more* of them.",
    "## A heading",
    "> A quotation",
    "- a list\n- of two",
    "See [[rutte]].",
    "See [[rutte|him]].",
    "In [[place:seoul]].",
    "As in [[a]].",
    "Of [[call]] and [[nato]].",
    "Nobody knows [[no such name]].",
    "Withheld: [[draft]].",
    "Said [@letter].",
    "Said [@letter, p. 3].",
    "Said [@letter; @shut].",
    "Said [@nothing].",
    "[Words]{claim=said} of his.",
    "[Words]{claim=secret}.",
    "[Words]{claim=lost}.",
    "A note.[^n]\n\n[^n]: With [[nato]] in it.",
    "A note.[^m]\n\n[^m]: Plain.",
    "![One](one.png)",
    "A [picture](two.png).",
    "A [dead link](/nowhere/) and [one](b.md).",
    "```estimates\nquantity: soldiers\n```",
    "```timeline\nactor: rutte\n```",
];

struct Preview {
    folder: TempDir,
    request: Request,
    workshop: Workshop,
}

impl Preview {
    fn of(site: &Site) -> Self {
        let folder = site.on_disk();
        let request = site.request(folder.path());
        let workshop = Workshop::open(request.clone()).expect("it can be read");
        Self { folder, request, workshop }
    }

    /// Puts a text below the front matter of a file.
    fn say(&mut self, file: &str, text: &str) {
        let name = format!("content/{file}.md");
        let path = self.folder.path().join(&name);
        let old = fs::read_to_string(&path).expect("it is there");
        let front = old.split_inclusive("\n---\n").next().expect("it has front matter");
        self.put(&name, &format!("{front}{text}\n"));
    }

    fn put(&mut self, name: &str, text: &str) {
        fs::write(Path::new(self.folder.path()).join(name), text).expect("it can be written");
        self.workshop.refresh(&Changes::Paths([name.to_owned()].into())).expect("it can be read");
    }

    /// The edition that is shown, and everything that is told of it.
    fn shown(&mut self) -> (Edition, Vec<Diagnostic>) {
        let prepared = self.workshop.prepare(self.request.now).expect("it can be read");
        let edition = prepared.edition.expect("there is one in spite of errors");
        let mut told = prepared.diagnostics;
        told.extend(self.workshop.lint(&edition, &prepared.config));
        chancery::diagnostics::sort(&mut told);
        (edition, told)
    }

    /// Holds what is shown to a build from nothing.
    fn holds(&mut self) -> Edition {
        let (edition, told) = self.shown();
        let whole = prepare(&self.request).expect("it can be read");
        assert_eq!(told, whole.diagnostics);
        match &whole.edition {
            Some(whole) => assert_eq!(outputs(&edition), outputs(whole)),
            None => assert!(has_errors(&told), "without errors there is an edition"),
        }
        edition
    }
}

/// Every output with its bytes and its fingerprint.
fn outputs(edition: &Edition) -> Vec<(String, Vec<u8>, u128)> {
    let made = |at| {
        let bytes = edition.make(at, &mut Vec::new()).expect("it can be made").to_vec();
        (edition.path(at).to_string(), bytes, edition.fingerprint(at).0)
    };
    (0..edition.len()).map(made).collect()
}

/// Whether an edition was carried over from the one before.
fn is_carried_over(before: &Edition, after: &Edition) -> bool {
    Arc::ptr_eq(&before.site().back, &after.site().back)
}

/// Whether it is where this file says one text and then another.
fn carries(site: &Site, file: &str, before: &str, after: &str) -> bool {
    let mut preview = Preview::of(site);
    preview.say(file, before);
    let first = preview.holds();
    preview.say(file, after);
    is_carried_over(&first, &preview.holds())
}

#[test]
fn words_are_carried_over_with_what_stays_named() {
    let mut preview = Preview::of(&site());
    let texts = [
        "Words.",
        "See [[rutte]] and [@letter].",
        "[Said]{claim=said}[^n].\n\n[^n]: By [[nato]].",
        "![One](one.png)",
    ];
    for file in FILES.iter().filter(|file| **file != "briefs/draft" && **file != "sources/shut") {
        for text in texts {
            preview.say(file, text);
            let mut before = preview.holds();
            for more in ["Before.\n\n{}", "# A heading\n\n{}\n\n[A link](https://example.org/) more."] {
                preview.say(file, &more.replace("{}", text));
                let after = preview.holds();
                assert!(is_carried_over(&before, &after), "{file}: {text}");
                before = after;
            }
        }
    }
}

#[test]
fn what_names_others_is_resolved_anew() {
    for (before, after) in [
        ("Words.", "See [[rutte]]."),
        ("See [[rutte]] and [[nato]].", "See [[nato]] and [[rutte]]."),
        ("Said [@letter].", "Said [@letter; @shut]."),
        ("[Words]{claim=said}.", "[Words]{claim=many}."),
        ("See [[rutte]].", "See [[actor:rutte]]."),
        ("```timeline\nactor: rutte\n```", "```timeline\nactor: nato\n```"),
        ("```estimates\nquantity: soldiers\n```", "```estimates\n```"),
        ("![One](one.png)", "![Two](two.png)"),
    ] {
        assert!(!carries(&site(), "briefs/b", before, after), "{before} {after}");
    }
}

#[test]
fn mistakes_in_a_text_move_with_it() {
    for wrong in ["See [[no such name]].", "Said [@nothing].", "[Words]{claim=lost}.", "[[draft]]."] {
        assert!(!carries(&site(), "briefs/b", wrong, &format!("Before it.\n\n{wrong}")), "{wrong}");
    }
    // Those in front matter stay where they are.
    assert!(carries(&site(), "briefs/a", "Words.", "Other words."));
}

#[test]
fn keys_are_resolved_anew() {
    let mut preview = Preview::of(&site());
    let before = preview.holds();
    preview.put("content/places/seoul.md", "---\nname: Seoul City\n---\n");
    assert!(!is_carried_over(&before, &preview.holds()));
}

#[test]
fn an_edition_as_of_a_day_is_made_whole() {
    let site = site().known_on("2024-12-31");
    assert!(!carries(&site, "briefs/b", "Words.", "Other words."));
}

#[test]
fn a_text_is_not_carried_over_the_end_of_an_embargo() {
    let embargo = "embargo: 2025-01-01T00:00Z";
    let mut preview = Preview::of(&site().brief_saying("later", embargo, ""));
    let at = |moment: &str| moment.parse::<Timestamp>().expect("a moment");
    preview.request.now = at("2024-12-31T12:00:00Z");
    let before = preview.holds();
    preview.say("briefs/b", "Other words, and [[a]].");
    let same = preview.holds();
    assert!(is_carried_over(&before, &same));
    preview.request.now = at("2025-01-01T00:00:00Z");
    assert!(same.find("briefs/later/index.html").is_none());
    assert!(preview.holds().find("briefs/later/index.html").is_some());
    preview.request.now = before_it(preview.request.now);
    assert!(preview.holds().find("briefs/later/index.html").is_none(), "clocks go back too");
}

fn before_it(now: Timestamp) -> Timestamp {
    now.checked_sub(24.hours()).expect("there is such a moment")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_make_what_a_build_from_nothing_makes(
        strict in any::<bool>(),
        edits in prop::collection::vec((prop::sample::select(&FILES[..]), prop::collection::vec(0..PIECES.len(), 0..4), 0..PIECES.len()), 1..5),
    ) {
        let site = if strict { site().strict() } else { site().drafts() };
        let mut preview = Preview::of(&site);
        preview.holds();
        for (file, pieces, more) in edits {
            let text: Vec<&str> = pieces.into_iter().map(|at| PIECES[at]).collect();
            preview.say(file, &text.join("\n\n"));
            preview.holds();
            // Most edits in life: a little more of the same text.
            preview.say(file, &[&text[..], &[PIECES[more % 5]]].concat().join("\n\n"));
            preview.holds();
        }
    }
}

#[test]
fn a_picture_that_is_shown_has_copies_and_one_that_is_linked_to_has_none() {
    let mut preview = Preview::of(&site().file("content/briefs/p.jpg", photograph(600, 400)));
    for text in ["![P](p.jpg)", "[P](p.jpg)", "![P](p.jpg) again.", "Words."] {
        preview.say("briefs/a", text);
        let edition = preview.holds();
        assert_eq!(edition.find("files/briefs/p.jpg.480w.jpg").is_some(), text.starts_with('!'), "{text}");
    }
}
