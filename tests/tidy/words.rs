//! The project speaks of the product alone: no path of anyone's machine, no registry's address.

use crate::tree::{File, files, none};

/// What is published or read by those who use the program.
const TREE: [&str; 12] = [
    "src",
    "benches",
    "docs",
    "content",
    "themes",
    "README.md",
    "CHANGELOG.md",
    "Cargo.toml",
    "clippy.toml",
    "site.yaml",
    "tests/run",
    ".ci",
];

/// The beginnings of absolute paths that lead into one machine.
const FOLDERS: [&str; 8] = ["home", "root", "tmp", "work", "workspace", "Users", "mnt", "private"];

/// Addresses of registries, in two halves so that this file holds none.
const REGISTRIES: [(&str, &str); 5] = [
    ("crates", ".io"),
    ("registry.npmjs", ".org"),
    ("pypi", ".org"),
    ("proxy.golang", ".org"),
    ("npmjs", ".com"),
];

/// What is wrong with a line, if anything.
fn wrong(line: &str) -> Option<String> {
    let path = FOLDERS.iter().map(|folder| format!("/{folder}/")).find(|path| {
        let starts =
            |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "-_./}~*".contains(c));
        line.match_indices(path.as_str()).any(|(at, _)| starts(at))
    });
    let registry =
        REGISTRIES.iter().map(|(a, b)| format!("{a}{b}")).find(|name| line.contains(name.as_str()));
    let drive = |at: usize| line[..at].ends_with(|c: char| c.is_ascii_uppercase());
    let drive = line.match_indices(":\\").any(|(at, _)| drive(at)).then(|| "a drive".to_owned());
    path.or(registry).or(drive)
}

fn in_file(file: &File) -> Vec<String> {
    let end = if file.path.ends_with(".rs") { file.tests_from() } else { usize::MAX };
    let lines = file.lines().take_while(|(number, _)| *number < end);
    lines.filter_map(|(number, line)| Some(format!("{}:{number}: `{}`", file.path, wrong(line)?))).collect()
}

#[test]
fn no_path_of_a_machine_and_no_registry_is_named() {
    let all = files(&TREE);
    let tests = |file: &&File| !file.path.ends_with("/tests.rs") && !file.path.contains("/tests/");
    none("words of a machine", &all.iter().filter(tests).flat_map(in_file).collect::<Vec<_>>());
}

#[test]
fn paths_of_machines_are_told_from_paths_of_sites() {
    for bad in ["see /home/me/x", "`/tmp/x`", "\"/root/x\"", "=/work/x"] {
        assert!(wrong(bad).is_some(), "{bad}");
    }
    for good in ["/briefs/home/", "content/work/x", "https://example.org/work/", "a /workshop/"] {
        assert_eq!(wrong(good), None, "{good}");
    }
}
