//! Examples in the documents do what is said of them.
//!
//! A comment before a fenced block says what the block is: `<!-- file: PATH -->` a file of the site that the
//! document makes as it goes on, `<!-- run -->` commands behind `$ ` with what they print. Two more stand alone:
//! `<!-- gives: CODE -->` says that the site as it is now has that mistake, `<!-- fresh -->` begins another site.
//! At its end each site must be sound; in `docs/diagnostics.md` each heading's site must have the heading's mistake, and a
//! lint must be silent once `site.yaml` names it under `silence`.

use crate::tree::{File, file, files, none};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// What the clock says in all examples: 20 May 2024.
const EPOCH: &str = "1716192000";
const PAGE_OF_CODES: &str = "docs/diagnostics.md";
/// What an example was published as before, where it writes that.
const PUBLISHED: &str = "public/data/publication.json";
/// Mistakes that no text can show: bytes that are none, very large files, and photographs.
const NOT_SHOWN: [&str; 3] = ["C018", "P011", "P018"];

/// A step of a document, with its line.
enum Step {
    File(String, String),
    Run(String),
    Gives(String),
    Fresh,
}

fn steps(document: &File) -> Vec<(usize, Step)> {
    let lines: Vec<&str> = document.text.lines().collect();
    let mut steps = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let number = at + 1;
        let mark = lines[at].strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
        at += 1;
        match mark.map(|mark| mark.split_once(": ").unwrap_or((mark, ""))) {
            Some(("file", path)) => steps.push((number, Step::File(path.to_owned(), block(&lines, &mut at)))),
            Some(("run", _)) => steps.push((number, Step::Run(block(&lines, &mut at)))),
            Some(("gives", code)) => steps.push((number, Step::Gives(code.to_owned()))),
            Some(("fresh", _)) => steps.push((number, Step::Fresh)),
            Some((other, _)) => panic!("{}:{number}: `{other}` is no mark", document.path),
            None => {}
        }
    }
    steps
}

/// The fenced block that begins at line `at`, which is left behind its end.
fn block(lines: &[&str], at: &mut usize) -> String {
    let opening = lines.get(*at).copied().unwrap_or_default();
    let fence: String = opening.chars().take_while(|c| *c == '`').collect();
    assert!(fence.len() >= 3, "line {}: a fenced block is wanted behind the mark", *at + 1);
    let from = *at + 1;
    let length = lines[from..].iter().position(|line| *line == fence).expect("the block is closed");
    *at = from + length + 1;
    lines[from..from + length].iter().map(|line| format!("{line}\n")).collect()
}

/// A site in the making.
struct Site {
    folder: TempDir,
    /// Where commands are typed.
    current: PathBuf,
    touched: bool,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let current = folder.path().to_owned();
        Self { folder, current, touched: false }
    }

    fn write(&mut self, path: &str, text: &str) {
        let path = self.current.join(path);
        fs::create_dir_all(path.parent().expect("it is below a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
        let settings = self.current.join("site.yaml");
        if !settings.exists() {
            fs::write(settings, "title: Test\nbase_url: https://example.org/\n").expect("it can be written");
        }
        self.touched = true;
    }

    fn shell(&self, command: &str) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_chancery"));
        let beside = program.parent().expect("it stands in a folder").display().to_string();
        let path = std::env::var("PATH").unwrap_or_default();
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("exec 2>&1; {command}")]).current_dir(&self.current);
        shell.env("PATH", format!("{beside}:{path}")).env("SOURCE_DATE_EPOCH", EPOCH).env("COLUMNS", "120");
        shell.output().expect("there is a shell")
    }

    /// Types the commands; gives what differs from what the document says is printed.
    fn run(&mut self, block: &str) -> Option<String> {
        self.touched = true;
        let mut printed = String::new();
        for line in block.lines() {
            let Some(command) = line.strip_prefix("$ ") else { continue };
            printed += &format!("{line}\n");
            match command.strip_prefix("cd ") {
                Some(folder) => self.current.push(folder),
                None => printed += &String::from_utf8_lossy(&self.shell(command).stdout),
            }
        }
        let folder = self.folder.path().display().to_string();
        let (printed, told) = (steady(&printed.replace(&folder, "…")), steady(block));
        (printed != told).then(|| format!("prints\n{printed}  but the document says\n{told}"))
    }

    /// The codes of all mistakes, and whether any is an error.
    fn codes(&self) -> (Vec<String>, bool) {
        let published = self.current.join(PUBLISHED).exists();
        let against = if published { format!("--against {PUBLISHED} ") } else { String::new() };
        let output = self.shell(&format!("chancery check --quiet {against}--format json 2>/dev/null"));
        let mistakes: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let code = |one: &serde_json::Value| one["code"].as_str().unwrap_or_default().to_owned();
        let codes = mistakes.as_array().map(|all| all.iter().map(code).collect()).unwrap_or_default();
        (codes, !output.status.success())
    }

    fn trouble(&self) -> Option<String> {
        let (codes, bad) = self.codes();
        (self.touched && bad).then(|| {
            let report = self.shell("chancery check");
            format!("the site has errors {codes:?}\n{}", String::from_utf8_lossy(&report.stdout))
        })
    }
}

/// Without what differs from run to run or with every new file of the theme: seconds, and the numbers of files.
fn steady(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let line = |line: &str| match line.trim_end() {
        line if line.starts_with("Built ") || line.starts_with("Checked ") => line
            .split(' ')
            .map(|word| if word.chars().all(is_digit) { "#" } else { word })
            .collect::<Vec<_>>()
            .join(" "),
        line => line.strip_suffix(" s").map_or(line, |rest| rest.trim_end_matches(is_digit)).to_owned(),
    };
    text.trim().lines().map(|one| line(one) + "\n").collect()
}

fn play(document: &File) -> Vec<String> {
    let mut found = Vec::new();
    let mut site = Site::new();
    let mut last = 1;
    for (number, step) in steps(document) {
        let trouble = match &step {
            Step::File(path, text) => {
                site.write(path, text);
                None
            }
            Step::Run(block) => site.run(block),
            Step::Gives(code) => {
                let (codes, _) = site.codes();
                (!codes.contains(code)).then(|| format!("the site gives {codes:?}, not {code}"))
            }
            Step::Fresh => std::mem::replace(&mut site, Site::new()).trouble(),
        };
        found.extend(trouble.map(|trouble| format!("{}:{number}: {trouble}", document.path)));
        last = number;
    }
    found.extend(site.trouble().map(|trouble| format!("{}:{last}: {trouble}", document.path)));
    found
}

#[test]
fn examples_in_the_documents_do_what_is_said() {
    let documents = files(&["README.md", "docs"]);
    let documents = documents.iter().filter(|file| file.path.ends_with(".md") && file.path != PAGE_OF_CODES);
    none("examples that do something else", &documents.flat_map(play).collect::<Vec<_>>());
}

#[test]
fn the_readme_builds_a_brief() {
    let readme = file("README.md");
    let is_brief =
        |step: &(usize, Step)| matches!(&step.1, Step::File(path, _) if path.starts_with("content/briefs/"));
    assert!(steps(&readme).iter().any(is_brief), "README.md:1: the brief of four keys is gone");
}

#[test]
fn the_example_of_each_mistake_makes_it() {
    let page = file(PAGE_OF_CODES);
    let mut found = Vec::new();
    for section in page.text.split("\n### ").skip(1) {
        let code = section.split(':').next().unwrap_or_default().to_owned();
        let line =
            page.lines().find(|(_, line)| line.starts_with(&format!("### {code}"))).map_or(1, |(n, _)| n);
        let example = File { path: page.path.clone(), text: section.to_owned() };
        let mut site = Site::new();
        for (_, step) in steps(&example) {
            match step {
                Step::File(path, text) => site.write(&path, &text),
                _ => panic!("{PAGE_OF_CODES}:{line}: only files stand here"),
            }
        }
        let (codes, _) = site.codes();
        if !NOT_SHOWN.contains(&code.as_str()) && !codes.contains(&code) {
            found.push(format!("{PAGE_OF_CODES}:{line}: the example of {code} gives {codes:?}"));
        }
        if code.starts_with('C') {
            let settings = format!("title: Test\nbase_url: https://example.org/\nsilence: [{code}]\n");
            site.write("site.yaml", &settings);
            if site.codes().0.contains(&code) {
                found.push(format!("{PAGE_OF_CODES}:{line}: {code} is told though it is silenced"));
            }
        }
    }
    none("examples without their mistake, or that go on about it", &found);
}
