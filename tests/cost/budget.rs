//! Instructions that builds take, held to `benches/budget.toml`. `benches/budget` runs this.
//!
//! Instructions are counted by valgrind, so a machine's load and speed do not matter: the same program counts the same
//! to a few parts in ten thousand. What is left over comes from the seeds of hash maps, which are random, and from the
//! allocator, which gives memory back by the clock.

use crate::corpus::Corpus;
use crate::counting::instructions;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use tempfile::TempDir;

/// How far a count may be from the budget, in either direction.
const MARGIN: f64 = 0.10;
/// How far two counts of one build may lie apart: more, and counts say nothing.
const NOISE: f64 = 0.01;

const HEAD: &str = "\
# Millions of instructions that builds may take, by tests/cost. `benches/budget` fails where one takes a tenth more;
# `benches/budget --update` writes what is counted now. Say in the commit why a number rose.
";

/// Sites, with their settings and the names of what is counted.
const CASES: [(Corpus, &str, &str); 4] = [
    (Corpus { briefs: 200, claims: false }, PLAIN, "plain-200"),
    (Corpus { briefs: 800, claims: false }, PLAIN, "plain-800"),
    (Corpus { briefs: 200, claims: false }, "", "default-200"),
    (Corpus { briefs: 200, claims: true }, "", "default-200-with-claims"),
];
const PLAIN: &str = "theme: plain\nfeeds: false\n";
/// Counted of the first site too: a second build, with nothing changed and nothing kept but the list of outputs.
const UNCHANGED: &str = "plain-200-unchanged";

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/budget.toml")
}

fn site(corpus: Corpus, settings: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    corpus.write(folder.path()).expect("it can be written");
    let settings = format!("title: Test\nbase_url: https://example.org/\n{settings}");
    fs::write(folder.path().join("site.yaml"), settings).expect("it can be written");
    folder
}

fn counted(program: &Path) -> BTreeMap<&'static str, f64> {
    let mut counts = BTreeMap::new();
    for (at, (corpus, settings, name)) in CASES.into_iter().enumerate() {
        let site = site(corpus, settings);
        counts.insert(name, instructions(program, site.path()));
        if at == 0 {
            let [first, second] = [0, 1].map(|_| instructions(program, site.path()));
            let apart = (first - second).abs() / first;
            assert!(apart < NOISE, "the same build took {first} and {second} million instructions");
            counts.insert(UNCHANGED, second);
        }
    }
    counts
}

/// The compiler, and the numbers.
fn allowed() -> (String, BTreeMap<String, f64>) {
    let text = fs::read_to_string(file()).unwrap_or_default();
    let pairs =
        || text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
    let compiler =
        pairs().find(|(key, _)| *key == "compiler").map(|(_, value)| value.trim_matches('"').to_owned());
    let numbers = pairs().filter_map(|(key, value)| Some((key.to_owned(), value.parse().ok()?)));
    (compiler.unwrap_or_default(), numbers.collect())
}

fn compiler() -> String {
    let output = Command::new("rustc").arg("--version").output().expect("there is a compiler");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// What a count is to its budget, in words; whether it is too much.
fn judged(count: f64, budget: Option<f64>) -> (String, bool) {
    let Some(budget) = budget else { return ("not in the budget".to_owned(), true) };
    let change = count / budget - 1.0;
    let words = format!("{:+.1} % of {budget:.1}", change * 100.0);
    match change {
        change if change > MARGIN => (format!("{words}: OVER the budget"), true),
        change if change < -MARGIN => (format!("{words}: lower the budget"), false),
        _ => (words, false),
    }
}

#[test]
fn a_tenth_more_than_the_budget_is_too_much_and_a_tenth_less_is_told() {
    assert_eq!(judged(109.0, Some(100.0)), ("+9.0 % of 100.0".to_owned(), false));
    assert_eq!(judged(111.0, Some(100.0)), ("+11.0 % of 100.0: OVER the budget".to_owned(), true));
    assert_eq!(judged(80.0, Some(100.0)), ("-20.0 % of 100.0: lower the budget".to_owned(), false));
    assert_eq!(judged(1.0, None), ("not in the budget".to_owned(), true));
}

#[test]
fn the_budget_has_a_number_for_each_build_and_no_other() {
    let (_, allowed) = allowed();
    let mut names: Vec<&str> = CASES.iter().map(|(_, _, name)| *name).chain([UNCHANGED]).collect();
    names.sort_unstable();
    assert_eq!(allowed.keys().map(String::as_str).collect::<Vec<_>>(), names);
}

#[test]
#[ignore = "wants valgrind and the released program: benches/budget runs it"]
fn builds_take_no_more_instructions_than_the_budget_allows() {
    let program = env::var_os("COST_PROGRAM").expect("benches/budget says where the released program is");
    let counts = counted(Path::new(&program));
    let (was, allowed) = allowed();
    let now = compiler();
    let (mut table, mut over) = (String::new(), false);
    for (name, count) in &counts {
        let (words, too_much) = judged(*count, allowed.get(*name).copied());
        over |= too_much;
        writeln!(table, "   {name:<24} {count:>8.1} million instructions, {words}").expect("text takes all");
    }
    if was != now {
        writeln!(table, "   the budget was counted with {was}, this is {now}").expect("text takes all");
    }
    print!("{table}");
    if env::var("COST_UPDATE").is_ok_and(|update| update == "yes") {
        let mut text = format!("{HEAD}compiler = \"{now}\"\n\n[instructions]\n");
        for (name, count) in &counts {
            writeln!(text, "{name} = {count:.1}").expect("text takes all");
        }
        fs::write(file(), text).expect("the budget can be written");
        return;
    }
    assert!(!over, "over the budget:\n{table}   `benches/budget --update` raises it, if that is meant");
}
