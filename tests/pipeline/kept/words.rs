//! Builds in which nothing but words changed: pages of others are not looked at, and are what they would be.

use super::Folder;
use crate::rewritten::{FILES, PIECES, site};
use crate::support::Site;
use proptest::prelude::*;
use rstest::rstest;
use std::fs;

impl Folder {
    /// Puts a text below the front matter of a file.
    fn say(&self, file: &str, text: &str) {
        let path = format!("content/{file}.md");
        let old = fs::read_to_string(self.path(&path)).expect("it is there");
        let front = old.split_inclusive("\n---\n").next().expect("it has front matter").to_owned();
        self.write(&path, &format!("{front}{text}\n"));
    }

    /// Holds what stands there to what a build makes that knows of no other.
    fn holds(&mut self) {
        let outputs = self.outputs();
        let keep = self.request.keep.take();
        fs::remove_dir_all(self.path("public")).expect("it was made");
        self.build();
        assert_eq!(self.outputs(), outputs);
        self.request.keep = keep;
    }
}

/// How many outputs a build looks at where a file says one text and then another, the first having been built.
fn looked_at(site: &Site, file: &str, before: &str, after: &str) -> Option<usize> {
    let mut folder = Folder::of(site);
    folder.say(file, before);
    folder.build();
    folder.say(file, after);
    let done = folder.build();
    folder.holds();
    done.looked_at
}

#[test]
fn of_words_only_their_own_page_is_looked_at() {
    let same_names = "See [[rutte]] and [@letter], [said]{claim=said}. ![One](one.png)";
    // With those of records that have no file but one that names them.
    let pages = |file| if file == "briefs/a" { 3 } else { 1 };
    for file in FILES.into_iter().filter(|file| !["briefs/draft", "sources/shut"].contains(file)) {
        let looked_at = |before, after| looked_at(&site(), file, before, after);
        assert_eq!(looked_at("Words.", "Other *words*.\n\n## With a heading"), Some(pages(file)), "{file}");
        let more = format!("More. {same_names} And more.");
        assert_eq!(looked_at(same_names, &more), Some(pages(file)), "{file}");
    }
    // Nobody sees it.
    assert_eq!(looked_at(&site(), "briefs/draft", "Words.", "Other words."), Some(0));
}

#[rstest]
#[case::a_link("Words.", "See [[rutte]].")]
#[case::another_source("Said [@letter].", "Said [@letter; @shut].")]
#[case::another_claim("[Words]{claim=said}.", "[Words]{claim=many}.")]
#[case::another_figure("```timeline\nactor: rutte\n```", "```timeline\nactor: nato\n```")]
#[case::another_picture("![One](one.png)", "![Two](two.png)")]
#[case::a_picture_that_was_linked_to("[One](one.png)", "![One](one.png)")]
fn where_others_are_concerned_everything_is_looked_at(#[case] before: &str, #[case] after: &str) {
    assert_eq!(looked_at(&site(), "briefs/b", before, after), None);
}

#[test]
fn an_edition_as_of_a_day_is_looked_at_whole() {
    assert_eq!(looked_at(&site().known_on("2024-12-31"), "briefs/b", "Words.", "Other words."), None);
}

#[rstest]
#[case::keys(|folder: &mut Folder| folder.write("content/places/seoul.md", "---\nname: Seoul City\n---\n"))]
#[case::a_new_record(|folder: &mut Folder| folder.write("content/actors/eu.md", "---\nname: EU\n---\n"))]
#[case::a_record_less(|folder: &mut Folder| fs::remove_file(folder.path("content/briefs/b.md")).expect("it is there"))]
#[case::settings(|folder: &mut Folder| folder.write("site.yaml", "title: Other\nbase_url: https://example.org/\n"))]
#[case::an_asset(|folder: &mut Folder| folder.write("content/briefs/one.png", "another picture"))]
#[case::drafts(|folder: &mut Folder| folder.request.drafts = true)]
#[case::the_program(|folder: &mut Folder| folder.request.keep.as_mut().expect("it is kept").program.push('0'))]
fn what_is_no_words_is_looked_at_whole(#[case] change: fn(&mut Folder)) {
    let mut folder = Folder::of(&site());
    folder.build();
    folder.say("briefs/a", "Other words.");
    change(&mut folder);
    assert_eq!(folder.build().looked_at, None);
    folder.holds();
}

#[test]
fn what_another_run_read_meanwhile_is_looked_at_too() {
    let mut folder = Folder::of(&site());
    folder.build();
    folder.say("events/call", "Other words.");
    // As `check` does: what was read is kept, and nothing is built.
    let prepared = chancery::pipeline::prepare(&folder.request).expect("it can be read");
    drop(prepared);
    folder.say("actors/rutte", "Words of his.");
    let done = folder.build();
    assert_eq!((done.looked_at, done.written), (Some(2), 2));
    folder.holds();
}

#[test]
fn files_that_may_change_without_a_trace_are_read_and_count_by_their_words() {
    let mut folder = Folder::of(&site());
    folder.build();
    let place = folder.path("content/places/seoul.md");
    let same = fs::read(&place).expect("it is there");
    fs::write(place, same).expect("it can be written");
    folder.say("events/call", "Other words.");
    let done = folder.build();
    assert_eq!((done.looked_at, done.written), (Some(1), 1));
    folder.holds();
}

#[test]
fn an_output_that_was_touched_is_made_again_beside_them() {
    let mut folder = Folder::of(&site());
    folder.build();
    folder.write("public/briefs/a/index.html", "mine");
    folder.say("events/call", "Other words.");
    let done = folder.build();
    assert_eq!((done.looked_at, done.written), (Some(1), 2));
    folder.holds();
}

#[test]
fn a_folder_of_another_build_is_looked_at_whole() {
    let mut folder = Folder::of(&site());
    folder.build();
    folder.say("briefs/b", "More words.");
    // It builds into the same folder and keeps nothing.
    let keep = folder.request.keep.take();
    folder.build();
    folder.request.keep = keep;
    folder.say("briefs/b", "Words.");
    folder.say("events/call", "Other words.");
    assert!(folder.build().written >= 2);
    folder.holds();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_leave_what_a_build_from_nothing_makes(
        edits in prop::collection::vec((prop::sample::select(&FILES[..]), prop::collection::vec(0..PIECES.len(), 0..4), 0..PIECES.len()), 1..4),
    ) {
        let mut folder = Folder::of(&site());
        folder.build();
        for (file, pieces, more) in edits {
            let text: Vec<&str> = pieces.into_iter().map(|at| PIECES[at]).collect();
            for text in [text.join("\n\n"), [&text[..], &[PIECES[more % 5]]].concat().join("\n\n")] {
                folder.say(file, &text);
                // Errors are built no more.
                if folder.build().at_once { continue }
                let keep = folder.request.keep.take();
                let errors = chancery::pipeline::prepare(&folder.request).expect("it can be read").edition.is_none();
                folder.request.keep = keep;
                if !errors { folder.holds() }
            }
        }
    }
}
