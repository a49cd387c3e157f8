//! A site in a temporary folder, made into outputs without being written.

use chancery::model::OutputPath;
use chancery::pipeline::{Prepared, Request, prepare};
use chancery::write::Outputs;
use scraper::{Html, Selector};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A prepared edition, and the folder it is made from for as long as it is needed.
pub struct Made {
    prepared: Prepared,
    _folder: Option<TempDir>,
}

/// The site of these files, made at `now`.
pub fn made(files: &[(&str, &str)], now: &str) -> Made {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file's folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let prepared = prepared(folder.path(), now);
    Made { prepared, _folder: Some(folder) }
}

/// The sample site that stands in this repository.
pub fn sample() -> Made {
    let prepared = prepared(Path::new(env!("CARGO_MANIFEST_DIR")), "2026-01-01T00:00:00Z");
    Made { prepared, _folder: None }
}

fn prepared(root: &Path, now: &str) -> Prepared {
    let request = Request {
        root: root.to_owned(),
        base_url: None,
        audience: None,
        drafts: false,
        as_of: None,
        strict: false,
        now: now.parse().expect("a moment"),
        keep: None,
    };
    let prepared = prepare(&request).expect("a readable folder");
    assert!(prepared.edition.is_some(), "{:#?}", prepared.diagnostics);
    prepared
}

impl Made {
    fn outputs(&self) -> &dyn Outputs {
        self.prepared.edition.as_ref().expect("asserted when it was made")
    }

    /// Paths of all outputs.
    pub fn paths(&self) -> Vec<String> {
        (0..self.outputs().len()).map(|at| self.outputs().path(at).to_string()).collect()
    }

    /// The bytes of the output at `path`, or none where there is no such output.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let path = OutputPath::new(path).expect("a sound path");
        let at = (0..self.outputs().len()).find(|at| *self.outputs().path(*at) == path)?;
        Some(self.outputs().make(at, &mut Vec::new()).expect("an output without mistakes").to_vec())
    }

    /// The text of the output at `path`, or none where there is no such output.
    pub fn find(&self, path: &str) -> Option<String> {
        self.bytes(path).map(|bytes| String::from_utf8(bytes).expect("text"))
    }

    /// The text of the output at `path`.
    pub fn text(&self, path: &str) -> String {
        self.find(path).unwrap_or_else(|| panic!("no {path} among {:#?}", self.paths()))
    }

    /// The page in `folder`, parsed.
    pub fn page(&self, folder: &str) -> Html {
        Html::parse_document(&self.text(&format!("{folder}index.html")))
    }

    /// The file at `path`, parsed as JSON.
    pub fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(&self.text(path)).expect("JSON")
    }
}

/// The words of every element that `selector` finds, white space made single.
pub fn words(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>();
    page.select(&selector)
        .map(|element| text(element).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// The value of an attribute of every element that `selector` finds and that has it.
pub fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}
