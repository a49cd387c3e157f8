//! Files: how they open, what they are called, how long they are, and what only one of them does.

use crate::tree::{file, none, rust};

#[test]
fn every_file_says_first_what_it_is_for() {
    let all = rust(&["src", "tests", "benches"]);
    // `lib.rs` opens with the page it includes.
    let silent = all.iter().filter(|file| file.path != "src/lib.rs" && !file.text.starts_with("//! "));
    let found: Vec<_> = silent.map(|file| format!("{}:1: does not open with `//!`", file.path)).collect();
    none("files without a first word", &found);
}

#[test]
fn no_file_is_named_for_anything_and_everything() {
    const VAGUE: [&str; 8] = ["util", "utils", "common", "helper", "helpers", "misc", "manager", "handler"];
    let vague = |path: &str| path.split('/').any(|part| VAGUE.contains(&part.trim_end_matches(".rs")));
    let all = rust(&["src", "tests", "benches"]);
    let found = all.iter().filter(|file| vague(&file.path));
    none("names that say nothing", &found.map(|file| format!("{}:1", file.path)).collect::<Vec<_>>());
}

#[test]
fn the_program_and_the_library_are_but_doors() {
    let main = file("src/main.rs");
    assert!(main.text.lines().count() < 30, "src/main.rs:30: the program begins in `cli`");
    let lib = file("src/lib.rs");
    let door = |line: &str| {
        line.is_empty()
            || line.starts_with("pub mod ")
            || line.starts_with("#![doc")
            || line.starts_with("#[cfg(feature")
    };
    let found = lib.lines().filter(|(_, line)| !door(line));
    let found: Vec<_> = found.map(|(number, line)| format!("src/lib.rs:{number}: {line}")).collect();
    none("`lib.rs` holds more than `pub mod` lines", &found);
}

/// Words of code, and the only files that may hold them.
const OWNED: [(&str, &[&str]); 7] = [
    ("clap::", &["src/cli/"]),
    ("println!", &[]),
    ("eprintln!", &[]),
    ("print!(", &[]),
    ("dbg!", &[]),
    ("stdout()", &["src/cli/report.rs"]),
    ("stderr()", &["src/cli/report.rs"]),
];

#[test]
fn only_one_file_prints_and_only_one_room_knows_clap() {
    let mut found = Vec::new();
    for file in rust(&["src"]) {
        let end = file.tests_from();
        for (number, line) in file.lines().take_while(|(number, _)| *number < end) {
            for (word, owners) in OWNED {
                let owned = owners.iter().any(|owner| file.path.starts_with(owner));
                if line.contains(word) && !owned && !line.trim_start().starts_with("//") {
                    found.push(format!("{}:{number}: `{word}`", file.path));
                }
            }
        }
    }
    none("what belongs to one file or room stands elsewhere", &found);
}

/// Lines in a file, at most.
const MOST: usize = 450;
/// Lines in the file in the middle: below this.
const MEDIAN: usize = 160;

#[test]
fn files_are_short() {
    let all = rust(&["src", "tests", "benches"]);
    let length = |text: &str| text.lines().count();
    let long = all.iter().filter(|file| length(&file.text) > MOST);
    let found: Vec<_> =
        long.map(|file| format!("{}:{}: more than {MOST} lines", file.path, length(&file.text))).collect();
    none("files to be cut in two", &found);
    let mut lengths: Vec<_> = rust(&["src"]).iter().map(|file| length(&file.text)).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median < MEDIAN, "the median file of src has {median} lines: {MEDIAN} is too long");
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = file("Cargo.toml");
    let (mut inside, mut above, mut found) = (false, "", Vec::new());
    for (number, line) in manifest.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies");
        } else if inside && !line.is_empty() && !line.starts_with('#') && !above.starts_with('#') {
            found.push(format!("Cargo.toml:{number}: {line}"));
        }
        above = line;
    }
    none("dependencies without a comment above them", &found);
}
