//! A site after it was built: what was said of it, and its outputs.

use super::html::Html;
use chancery::diagnostics::{Code, Diagnostic, Files, Severity};
use chancery::edition::Edition;
use chancery::pipeline::{Request, prepare};
use chancery::text::{LineIndex, Span};
use chancery::write::Outputs;
use std::collections::BTreeMap;
use tempfile::TempDir;

/// A diagnostic as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub code: Code,
    pub error: bool,
    /// `content/briefs/a.md:3:7`; line and column are 1 for a file as a whole.
    pub at: String,
    /// The text it points to; empty for a file as a whole.
    pub text: String,
    pub message: String,
    pub help: String,
    /// Places of related spans, in order.
    pub related: Vec<String>,
}

/// Everything a build gives.
pub struct Built {
    pub reports: Vec<Report>,
    /// None where an error prevents it.
    pub edition: Option<Edition>,
    /// By path; empty where there is no edition.
    pub outputs: BTreeMap<String, Vec<u8>>,
    _folder: TempDir,
}

impl Built {
    /// Does what `chancery check` does, and keeps the bytes.
    pub fn of(request: &Request, folder: TempDir) -> Self {
        let prepared = prepare(request).expect("the environment is in order");
        let mut diagnostics = prepared.diagnostics;
        let mut outputs = BTreeMap::new();
        if let Some(edition) = &prepared.edition {
            for index in 0..edition.len() {
                match edition.make(index, &mut Vec::new()) {
                    Ok(bytes) => {
                        outputs.insert(edition.path(index).to_string(), bytes.to_vec());
                    }
                    Err(mut mistakes) => diagnostics.append(&mut mistakes),
                }
            }
        }
        chancery::diagnostics::sort(&mut diagnostics);
        let reports = diagnostics.iter().map(|one| report(one, &*prepared.files)).collect();
        Self { reports, edition: prepared.edition, outputs, _folder: folder }
    }

    /// The codes of all reports, in order.
    pub fn codes(&self) -> Vec<Code> {
        self.reports.iter().map(|report| report.code).collect()
    }

    /// The only report with this code.
    #[track_caller]
    pub fn report(&self, code: Code) -> &Report {
        let found: Vec<&Report> = self.reports.iter().filter(|report| report.code == code).collect();
        assert_eq!(found.len(), 1, "{} is reported once: {:#?}", code.name(), self.reports);
        found[0]
    }

    /// True where there is an output at this path (`briefs/a/` means its `index.html`).
    pub fn has(&self, path: &str) -> bool {
        self.outputs.contains_key(&file_of(path))
    }

    /// The page at this path.
    #[track_caller]
    pub fn page(&self, path: &str) -> Html {
        Html::parse(self.text(&file_of(path)))
    }

    /// The text of the output at this path.
    #[track_caller]
    pub fn text(&self, path: &str) -> &str {
        let bytes = self.outputs.get(path);
        let bytes =
            bytes.unwrap_or_else(|| panic!("no output at {path}; {:#?} {:#?}", self.paths(), self.reports));
        std::str::from_utf8(bytes).expect("it is text")
    }

    /// Every page by its path.
    pub fn pages(&self) -> impl Iterator<Item = (&str, Html)> {
        let pages = self.outputs.keys().filter(|path| path.ends_with(".html"));
        pages.map(|path| (path.as_str(), Html::parse(self.text(path))))
    }

    /// All paths, sorted.
    pub fn paths(&self) -> Vec<&str> {
        self.outputs.keys().map(String::as_str).collect()
    }
}

fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

fn report(one: &Diagnostic, files: &dyn Files) -> Report {
    let (at, text) = place(one.span, files);
    Report {
        code: one.code,
        error: one.severity == Severity::Error,
        at,
        text,
        message: one.message.clone(),
        help: one.help.clone().unwrap_or_default(),
        related: one.related.iter().map(|(span, _)| place(*span, files).0).collect(),
    }
}

fn place(span: Span, files: &dyn Files) -> (String, String) {
    let path = files.path(span.file);
    let Some(text) = files.text(span.file) else { return (format!("{path}:1:1"), String::new()) };
    let start = LineIndex::new(&text).position(&text, span.start as usize);
    let words = text.get(span.range()).expect("a span cuts no character").to_owned();
    (format!("{path}:{}:{}", start.line, start.column), words)
}
