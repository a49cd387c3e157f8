//! The sites that are measured: the same each time, as large as they say, and without errors.

use crate::corpus::Corpus;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use walkdir::WalkDir;

fn written(corpus: Corpus) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    corpus.write(folder.path()).expect("it can be written");
    folder
}

fn files(root: &Path) -> BTreeMap<String, String> {
    let entries = WalkDir::new(root).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(root).expect("it is below").display().to_string();
    files.map(|file| (name(file.path()), fs::read_to_string(file.path()).expect("it is text"))).collect()
}

fn count(files: &BTreeMap<String, String>, kind: &str) -> usize {
    files.keys().filter(|name| name.starts_with(&format!("content/{kind}/"))).count()
}

#[test]
fn the_same_numbers_give_the_same_bytes() {
    let corpus = Corpus { briefs: 30, claims: true };
    assert_eq!(files(written(corpus).path()), files(written(corpus).path()));
}

#[test]
fn records_are_as_many_as_briefs_want() {
    let files = files(written(Corpus { briefs: 200, claims: false }).path());
    let counts = ["briefs", "actors", "events", "sources"].map(|kind| count(&files, kind));
    assert_eq!(counts, [200, 40, 100, 200]);
    assert!((90..=100).contains(&count(&files, "places")), "{}", count(&files, "places"));
}

#[test]
fn references_follow_the_law_of_zipf() {
    let files = files(written(Corpus { briefs: 1000, claims: false }).path());
    let briefs: Vec<&String> =
        files.iter().filter(|(name, _)| name.starts_with("content/briefs/")).map(|(_, text)| text).collect();
    let named = |mark: &str| briefs.iter().filter(|text| text.contains(mark)).count();
    let key = |text: &str, key: &str| -> usize {
        let line = text.lines().find(|line| line.starts_with(key)).expect("each brief has it");
        line.split(", ").count()
    };
    let of_rank = |rank: usize| -> usize {
        let mark = format!("-a{rank}");
        let names = |text: &&&String| {
            let line = text.lines().find(|line| line.starts_with("actors: ")).expect("each brief has it");
            line.trim_end_matches(']').split(", ").any(|id| id.ends_with(&mark))
        };
        briefs.iter().filter(names).count()
    };
    let [first, tenth] = [0, 9].map(of_rank);
    assert!((600..700).contains(&first), "{first}");
    assert!((first / 12..first / 5).contains(&tenth), "{first} {tenth}");
    let links: usize = briefs.iter().map(|text| key(text, "actors: ")).sum();
    assert!((5_300..5_700).contains(&links), "{links}");
    assert_eq!(named("[^1]: "), 1000);
}

#[test]
fn claims_change_nothing_but_what_is_claimed() {
    let [bare, with] = [false, true].map(|claims| files(written(Corpus { briefs: 50, claims }).path()));
    assert_eq!(bare.keys().collect::<Vec<_>>(), with.keys().collect::<Vec<_>>());
    let words = |text: &str| text.split_whitespace().count();
    for (name, text) in &bare {
        let own = &with[name];
        if !name.starts_with("content/briefs/") {
            assert_eq!(text, own, "{name}");
            continue;
        }
        let ids = own.lines().filter(|line| line.starts_with("  - id: ")).count();
        assert_eq!(ids, 3, "{name}");
        let body = |text: &str| words(text.splitn(3, "---\n").nth(2).expect("it has a text"));
        assert_eq!(body(text), body(own), "{name}");
    }
}

#[test]
fn they_are_built_without_errors() {
    for claims in [false, true] {
        let site = written(Corpus { briefs: 60, claims });
        fs::write(site.path().join("site.yaml"), "title: Test\nbase_url: https://example.org/\n")
            .expect("written");
        let mut program = Command::new(env!("CARGO_BIN_EXE_chancery"));
        let output = program.args(["build", "--format", "json"]).current_dir(site.path()).output();
        let output = output.expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}
