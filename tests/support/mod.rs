//! Small sites written where they are tested, and what the program makes of them.
//!
//! Takes files as text; gives a [`Built`] with every diagnostic in words and places, and every output in memory.

#![allow(clippy::disallowed_methods, reason = "tests make the folders that the program reads")]
#![allow(dead_code, unused_imports, reason = "each test binary uses its own part")]

mod built;
mod html;
mod pictures;

pub use built::Built;
pub use html::{Html, attributes, hrefs, main_text, text};
pub use pictures::{photograph, photograph_of_a_place};

use chancery::diagnostics::Code;
use chancery::model::Tlp;
use chancery::pipeline::Request;
use jiff::{Timestamp, civil};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// When tests take place: noon in UTC on 1 December 2024.
pub const NOW: &str = "2024-12-01T12:00:00Z";

/// A site before it is built.
#[derive(Clone)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
    audience: Option<Tlp>,
    drafts: bool,
    strict: bool,
    lints: bool,
    as_of: Option<civil::Date>,
}

impl Site {
    /// With a title and an address and nothing else.
    pub fn new() -> Self {
        let files = BTreeMap::new();
        let site = Self { files, audience: None, drafts: false, strict: false, lints: false, as_of: None };
        site.file("site.yaml", "title: Test\nbase_url: https://example.org/\n")
    }

    /// All files of a folder, hidden ones and finished sites left out.
    pub fn folder(path: &Path) -> Self {
        let mut site = Self { lints: true, ..Self::new() };
        for part in ["site.yaml", "content", "themes"] {
            for entry in walkdir::WalkDir::new(path.join(part)).into_iter().filter_map(Result::ok) {
                if entry.file_type().is_file() {
                    let name = entry.path().strip_prefix(path).expect("it is below").display().to_string();
                    site = site.file(&name, fs::read(entry.path()).expect("it can be read"));
                }
            }
        }
        site
    }

    /// With this file, instead of one at the same path.
    pub fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), text.as_ref().to_vec());
        self
    }

    /// Without this file.
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    /// With more lines in `site.yaml`.
    pub fn yaml(mut self, lines: &str) -> Self {
        let file = self.files.get_mut("site.yaml").expect("every site has one");
        file.extend_from_slice(lines.as_bytes());
        file.push(b'\n');
        self
    }

    /// With a record: `actors/nato`, its keys, its text.
    pub fn record(self, at: &str, keys: &str, text: &str) -> Self {
        self.file(&format!("content/{at}.md"), format!("---\n{}\n---\n{text}\n", keys.trim_end()))
    }

    /// With a brief. Of its four keys those that `keys` lacks are added: `Brief ID`, 28 October 2024, NATO, a letter.
    pub fn brief(self, id: &str, keys: &str) -> Self {
        self.brief_saying(id, keys, "")
    }

    /// The same with a text.
    pub fn brief_saying(self, id: &str, keys: &str, text: &str) -> Self {
        let usual = [
            ("title", format!("Brief {id}")),
            ("date", "2024-10-28".to_owned()),
            ("actors", "nato".to_owned()),
            ("sources", "https://example.org/letter".to_owned()),
        ];
        let names_nato = !has_key(keys, "actors");
        let nato = "content/actors/nato.md";
        let site = if names_nato && !self.files.contains_key(nato) {
            self.file(nato, "---\nname: NATO\n---\n")
        } else {
            self
        };
        site.record(&format!("briefs/{id}"), &filled(keys, &usual), text)
    }

    /// With an actor called as its id unless `keys` say otherwise.
    pub fn actor(self, id: &str, keys: &str) -> Self {
        self.record(&format!("actors/{id}"), &filled(keys, &[("name", id.to_owned())]), "")
    }

    /// With an event on 28 October 2024, called `Event ID`, unless `keys` say otherwise.
    pub fn event(self, id: &str, keys: &str) -> Self {
        let usual = [("title", format!("Event {id}")), ("date", "2024-10-28".to_owned())];
        self.record(&format!("events/{id}"), &filled(keys, &usual), "")
    }

    /// With a source called `Source ID` unless `keys` say otherwise.
    pub fn source(self, id: &str, keys: &str) -> Self {
        self.record(&format!("sources/{id}"), &filled(keys, &[("title", format!("Source {id}"))]), "")
    }

    /// With a place called as its id unless `keys` say otherwise.
    pub fn place(self, id: &str, keys: &str) -> Self {
        self.record(&format!("places/{id}"), &filled(keys, &[("name", id.to_owned())]), "")
    }

    /// For readers of this marking.
    pub fn audience(mut self, key: &str) -> Self {
        self.audience = Some(chancery::model::Vocabulary::from_key(key).expect("a marking of TLP 2.0"));
        self
    }

    /// Drafts too.
    pub fn drafts(mut self) -> Self {
        self.drafts = true;
        self
    }

    /// As it could have been written on this day.
    pub fn known_on(mut self, day: &str) -> Self {
        self.as_of = Some(day.parse().expect("a day"));
        self
    }

    /// With lints, which the small sites of tests leave out.
    pub fn lints(mut self) -> Self {
        self.lints = true;
        self
    }

    /// What is only probably wrong is an error.
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Writes the site to a folder of its own.
    pub fn on_disk(&self) -> TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, bytes) in &self.files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
            let silence = if name == "site.yaml" && !self.lints { silence() } else { String::new() };
            fs::write(path, [bytes.as_slice(), silence.as_bytes()].concat())
                .expect("the file can be written");
        }
        folder
    }

    /// What is asked of the program for this site in `root`.
    pub fn request(&self, root: &Path) -> Request {
        Request {
            root: root.to_owned(),
            base_url: None,
            audience: self.audience,
            drafts: self.drafts,
            strict: self.strict,
            as_of: self.as_of,
            now: NOW.parse::<Timestamp>().expect("a moment"),
            keep: None,
        }
    }

    /// Builds it in memory.
    pub fn build(&self) -> Built {
        let folder = self.on_disk();
        Built::of(&self.request(folder.path()), folder)
    }

    /// Builds it where nothing may be wrong with it.
    #[track_caller]
    pub fn sound(&self) -> Built {
        let built = self.build();
        assert!(built.reports.is_empty(), "nothing is wrong with it: {:#?}", built.reports);
        built
    }
}

fn has_key(keys: &str, key: &str) -> bool {
    keys.lines().any(|line| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')))
}

fn filled(keys: &str, usual: &[(&str, String)]) -> String {
    let missing = usual.iter().filter(|(key, _)| !has_key(keys, key));
    let missing: Vec<String> = missing.map(|(key, value)| format!("{key}: {value}")).collect();
    [keys.trim_end(), &missing.join("\n")].join("\n").trim().to_owned()
}

/// A line of `site.yaml` that silences every lint: the small sites of tests leave out what lints ask for.
fn silence() -> String {
    let lints = Code::ALL.iter().map(|code| code.name()).filter(|name| name.starts_with('C'));
    format!("\nsilence: [{}]\n", lints.collect::<Vec<_>>().join(", "))
}
