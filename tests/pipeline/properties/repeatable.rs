//! The same input gives the same bytes, and a fingerprint tells when they differ.

use super::{folders, sites};
use crate::support::{Built, Site};
use assert_cmd::Command;
use chancery::model::Fingerprint;
use chancery::write::{Outputs, WriteOptions, write};
use std::collections::BTreeMap;
use std::path::Path;

/// Every file below a folder, but the builds' own list.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry.path().strip_prefix(folder).expect("it is below").display().to_string();
        (path, std::fs::read(entry.path()).expect("it can be read"))
    });
    files.filter(|(path, _)| !path.starts_with(".chancery")).collect()
}

fn fingerprints(built: &Built) -> BTreeMap<String, Fingerprint> {
    let edition = built.edition.as_ref().expect("it can be built");
    (0..edition.len()).map(|at| (edition.path(at).to_string(), edition.fingerprint(at))).collect()
}

#[test]
fn two_builds_in_two_folders_are_byte_identical() {
    for (name, site) in sites() {
        let (one, two) = (site.build(), site.build());
        assert_eq!(one.outputs.len(), two.outputs.len(), "{name}");
        let differing = one.outputs.iter().filter(|(path, bytes)| two.outputs.get(*path) != Some(bytes));
        assert_eq!(differing.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<&String>::new(), "{name}");
        assert_eq!(fingerprints(&one), fingerprints(&two), "{name}");
    }
}

#[test]
fn one_thread_gives_what_many_give() {
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one");
    for (name, path) in folders() {
        let site = Site::folder(&path);
        let (many, one) = (site.build(), one_thread.install(|| site.build()));
        assert!(many.outputs == one.outputs, "{name}");
    }
}

/// Builds `folder` with the program and gives what it wrote.
fn run(folder: &Path, zone: &str, threads: &str) -> BTreeMap<String, Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.current_dir(folder).arg("build").env("SOURCE_DATE_EPOCH", "1733054400");
    command.env("TZ", zone).env("RAYON_NUM_THREADS", threads).env("LANG", "ko_KR.UTF-8").assert().success();
    files(&folder.join("public"))
}

#[test]
fn another_folder_zone_and_number_of_threads_change_no_byte() {
    let site = Site::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/scripts"));
    let (here, there) = (site.on_disk(), site.on_disk());
    let (one, two) = (run(here.path(), "Asia/Seoul", "1"), run(there.path(), "America/New_York", "4"));
    assert!(!one.is_empty() && one == two);
    assert!(one == site.build().outputs, "the folder holds what the edition makes");
}

#[test]
fn a_second_write_writes_nothing() {
    for (name, site) in sites() {
        let built = site.build();
        let edition = built.edition.as_ref().expect("it can be built");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let destination = folder.path().join("public");
        let first = write(edition, &destination, &WriteOptions::default(), &|_| {}).expect("it is written");
        assert_eq!(first.written, edition.len(), "{name}");
        let again = site.build();
        let edition = again.edition.as_ref().expect("it can be built");
        let second = write(edition, &destination, &WriteOptions::default(), &|_| {}).expect("it is written");
        assert_eq!((second.written, second.unchanged, second.deleted), (0, edition.len(), 0), "{name}");
        assert!(files(&destination) == again.outputs, "{name}");
    }
}

/// Pages of both editions whose bytes are not as their fingerprints say: (equal bytes, equal fingerprints).
fn unlike(before: &Built, after: &Built) -> Vec<(String, bool, bool)> {
    let (old, new) = (fingerprints(before), fingerprints(after));
    let both = old.iter().filter(|(path, _)| new.contains_key(*path)).map(|(path, fingerprint)| {
        (path.clone(), before.outputs[path] == after.outputs[path], new[path] == *fingerprint)
    });
    both.filter(|(_, bytes, fingerprints)| bytes != fingerprints).collect()
}

#[test]
fn a_fingerprint_differs_exactly_where_the_bytes_do_after_an_edit_of_a_text() {
    let scripts = Site::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/scripts"));
    let brief = "---\ntitle: Two briefs of one title\ndate: 2024-10-28\nactors: [Kim Yong-bok]\nsources: [aj]\n---\nA new text. See [[brief:same-two]].\n";
    let (before, after) = (scripts.build(), scripts.file("content/briefs/same-one.md", brief).build());
    assert_eq!(unlike(&before, &after), []);
    let own = "briefs/same-one/index.html";
    assert_ne!(fingerprints(&before)[own], fingerprints(&after)[own]);
}

#[test]
fn pages_with_one_fingerprint_have_the_same_bytes_whatever_was_edited() {
    let sample = Site::folder(Path::new(env!("CARGO_MANIFEST_DIR")));
    let event = "---\ntitle: A new event\ndate: 2024-10-20\nactors: [mark-rutte]\ntags: [new]\n---\n";
    let actor = "---\nname: Mark R.\npositions: [{title: Leader, org: nato, from: 2024-10-01}]\n---\n";
    for edited in [
        sample.clone().file("content/events/new-event.md", event),
        sample.clone().file("content/actors/mark-rutte.md", actor),
        sample.clone().yaml("extra: {a: b}"),
        sample.clone().without("content/sources/lbc-2024-10-28.md"),
    ] {
        let (before, after) = (sample.build(), edited.yaml("strict: false").build());
        if after.edition.is_some() {
            let missed = unlike(&before, &after).into_iter().filter(|(_, bytes, _)| !bytes);
            assert_eq!(missed.collect::<Vec<_>>(), []);
        }
    }
}

#[test]
fn a_new_text_of_one_brief_changes_its_own_page_and_no_other() {
    let site = |text: &str| Site::new().brief_saying("a", "", text).brief("b", "").build();
    let (before, after) = (site("One."), site("Two."));
    let changed = before.outputs.iter().filter(|(path, bytes)| after.outputs.get(*path) != Some(bytes));
    assert_eq!(changed.map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["briefs/a/index.html"]);
}
