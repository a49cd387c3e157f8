//! A site in a temporary folder, and what the program says when it is run there.

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// 29 October 2024, 00:00 UTC.
pub const NOW: &str = "1730160000";

/// What the first build of a [sound](Site::sound) site says.
pub const BUILT: &str = "\
> Built [pages] pages and [others] other files into public: [all] written, 0 unchanged, 0 removed
>   1 brief · 1 actor · 1 source
>   0 warnings · [time]
exit 0
";

const FILES: [(&str, &str); 4] = [
    ("site.yaml", "title: Test\nbase_url: https://example.org/\n"),
    ("content/actors/nato.md", "---\nname: NATO\nkind: organization\n---\nAn alliance.\n"),
    (
        "content/sources/letter.md",
        "---\ntitle: A letter\nurl: https://example.org/letter\npublished: 2024-10-01\n---\n",
    ),
    (
        "content/briefs/first.md",
        "---\ntitle: First\ndate: 2024-10-02\nactors: [nato]\nsources: [letter]\n---\nText.\n",
    ),
];

/// A folder that is gone when this is dropped.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// With one brief, actor and source, and nothing wrong.
    pub fn sound() -> Self {
        let site = Self::empty();
        for (path, text) in FILES {
            site.write(path, text);
        }
        site
    }

    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// With an error in one brief and a warning in another.
    pub fn broken() -> Self {
        let site = Self::sound();
        site.write(
            "content/briefs/bad.md",
            "---\ntitle: Bad\ndate: 2024-10-32\nactors: [nato]\nsources: [letter]\n---\n",
        );
        site.write(
            "content/briefs/odd.md",
            "---\ntitle: Odd\ndate: 2024-10-03\nactors: [nato]\nsources: [letter]\nsumary: S\n---\n",
        );
        site
    }

    /// The path of something in the folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, with its folders.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Reads a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("the file is there")
    }

    /// All files below a folder with their bytes, but the builds' own list.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let root = self.path(folder);
        let entries = WalkDir::new(&root).into_iter().filter_map(Result::ok);
        let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
            let path = entry.path().strip_prefix(&root).expect("it is below").display().to_string();
            (path, fs::read(entry.path()).expect("it can be read"))
        });
        files.filter(|(path, _)| !path.starts_with(".chancery")).collect()
    }

    /// The program in the folder, with a fixed clock and nothing of the tester's environment that it heeds.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
        command.current_dir(self.folder.path()).args(args);
        command.env("SOURCE_DATE_EPOCH", NOW).env_remove("NO_COLOR").env_remove("COLUMNS");
        command
    }

    /// Runs the program in the folder.
    pub fn run(&self, args: &[&str]) -> String {
        self.told(&mut self.command(args))
    }

    /// Runs the program in a folder below.
    pub fn run_in(&self, folder: &str, args: &[&str]) -> String {
        self.told(self.command(args).current_dir(self.path(folder)))
    }

    /// Runs a command and gives all that it says: standard output, then standard error behind `> ` line by
    /// line, then the exit code. Times, the folder's path and numbers of pages are replaced.
    pub fn told(&self, command: &mut Command) -> String {
        let output = command.output().expect("it runs");
        let stdout = self.normal(&String::from_utf8(output.stdout).expect("UTF-8"));
        let stderr = self.normal(&String::from_utf8(output.stderr).expect("UTF-8"));
        let stderr: String =
            stderr.lines().map(|line| format!("> {line}").trim_end().to_owned() + "\n").collect();
        format!("{stdout}{stderr}exit {}\n", output.status.code().expect("it was not killed"))
    }

    fn normal(&self, text: &str) -> String {
        let real = fs::canonicalize(self.folder.path()).expect("it is there");
        let shown = |path: &Path| path.display().to_string();
        let text = text.replace(&shown(&real), "[root]").replace(&shown(self.folder.path()), "[root]");
        let text = text.replace(env!("CARGO_PKG_VERSION"), "[version]");
        text.split_inclusive('\n').map(normal_line).collect()
    }
}

/// Numbers of pages are the edition's business: here they are all, some or none of them.
fn normal_line(line: &str) -> String {
    if let Some((before, _)) =
        line.split_once(" · ").filter(|_| line.ends_with(" s\n") && line.contains("warning"))
    {
        return format!("{before} · [time]\n");
    }
    if !line.starts_with("Built ") && !line.starts_with("Checked ") {
        return line.to_owned();
    }
    let number = |word: &str| word.parse::<usize>().ok();
    let mut counts = line.split(' ').filter_map(number);
    let (pages, others) = (counts.next().unwrap_or(0), counts.next().unwrap_or(0));
    assert!(pages > 0, "a site has pages: {line}");
    let words = line.split(' ').enumerate().map(|(at, word)| match (at, number(word)) {
        (1, Some(_)) => "[pages]",
        (4, Some(_)) => "[others]",
        (_, Some(0)) | (_, None) => word,
        (_, Some(count)) if count == pages + others => "[all]",
        (_, Some(_)) => "[some]",
    });
    words
        .collect::<Vec<_>>()
        .join(" ")
        .replace("other file ", "other files ")
        .replace("other file:", "other files:")
}

/// Compares line by line, so that a difference is easily seen.
#[track_caller]
pub fn assert_told(told: &str, expected: &str) {
    assert!(told == expected, "told:\n{told}\nexpected:\n{expected}");
}
