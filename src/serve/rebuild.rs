//! From a change to what is shown next: a thread of its own that does one after the other.

use super::live::{Live, Shown, Touched};
use super::trouble::Trouble;
use super::watch::Watch;
use super::{Messenger, News, ServeError};
use crate::config::Config;
use crate::diagnostics::{Code, Diagnostic, Files, Severity, has_errors, sort};
use crate::discover::FileSet;
use crate::model::RecordKind;
use crate::pipeline::{Changes, PipelineError, Prepared, Request, Workshop};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// For so long errors that come up are not shown: a file that is half written may be whole by then.
const GRACE: Duration = Duration::from_millis(120);

/// When nothing changed for so long, what can be done ahead of the next change is done.
const IDLE: Duration = Duration::from_millis(300);

/// What the thread works on.
pub(super) struct Job {
    pub request: Request,
    pub clock: Box<dyn Fn() -> Timestamp + Send>,
    pub url: String,
    pub taken: Option<u16>,
    pub live: Arc<Live>,
    pub messenger: Messenger,
}

/// Starts the thread. It ends with the program, or tells why it cannot go on.
pub(super) fn start(job: Job) {
    thread::spawn(move || {
        let messenger = job.messenger.clone();
        // A preview that shows old pages for ever would be worse than none.
        let ended = catch_unwind(AssertUnwindSafe(|| run(job)));
        if let Err(error) = ended.unwrap_or(Err(ServeError::Rebuild)) {
            messenger.stop(Err(error));
        }
    });
}

fn run(job: Job) -> Result<(), ServeError> {
    let started = Instant::now();
    let Job { mut request, clock, url, taken, live, messenger } = job;
    // As the system tells of changes: without links. A root that is gone is told of by the workshop.
    request.root = request.root.canonicalize().unwrap_or(request.root);
    // Before anything is read, so that no change is missed.
    let mut watch = Watch::new(request.root.clone())?;
    let mut workshop = Workshop::open(request)?;
    let prepared = workshop.prepare(clock())?;
    let told = Told::default();
    let mut bench =
        Bench { workshop, clock, live, messenger, waiting: None, touched: Touched::EVERYTHING, told };
    let briefs = prepared.counts.iter().find(|(kind, _)| *kind == RecordKind::Brief);
    let briefs = briefs.map_or(0, |(_, count)| *count);
    let made = bench.show(prepared);
    bench.messenger.tell(News::Serving { url, taken, briefs, took: started.elapsed() });
    bench.finish(made, &mut watch);
    loop {
        let next = watch.more(IDLE).or_else(|| {
            bench.workshop.make_ready();
            watch.wait()
        });
        let Some((changes, since)) = next else { return Ok(()) };
        bench.follow(changes, since, &mut watch);
    }
}

/// The workshop, with what is shown of its work.
struct Bench {
    workshop: Workshop,
    clock: Box<dyn Fn() -> Timestamp + Send>,
    live: Arc<Live>,
    messenger: Messenger,
    /// Changes that are not shown yet.
    waiting: Option<Changes>,
    /// What changed since the last edition that was shown.
    touched: Touched,
    told: Told,
}

/// An edition with what is yet to be said of it.
struct Made {
    shown: Option<Arc<Shown>>,
    config: Config,
    files: Arc<FileSet>,
    diagnostics: Vec<Diagnostic>,
}

impl Bench {
    /// Takes changes in and shows what comes of them.
    fn follow(&mut self, changes: Changes, since: Instant, watch: &mut Watch) {
        self.wait_for(changes);
        let mut result = self.prepared();
        while self.is_hasty(&result) {
            let Some((more, _)) = watch.more(GRACE) else { break };
            self.wait_for(more);
            result = self.prepared();
        }
        match result {
            Ok(Some(prepared)) => {
                let paths = match self.waiting.take() {
                    Some(Changes::Paths(paths)) => paths.into_iter().collect(),
                    Some(Changes::Unknown) | None => Vec::new(),
                };
                let made = self.show(prepared);
                self.messenger.tell(News::Changed { paths, took: since.elapsed() });
                self.finish(made, watch);
            }
            Ok(None) => self.waiting = None,
            Err(error) => {
                self.live.trouble(Trouble::failure(&error));
                self.messenger.tell(News::Failed(error));
                self.told.errors = true;
            }
        }
    }

    fn wait_for(&mut self, changes: Changes) {
        match &mut self.waiting {
            Some(waiting) => waiting.add(changes),
            None => self.waiting = Some(changes),
        }
    }

    /// What the files are now; none where the changes do not concern the site.
    fn prepared(&mut self) -> Result<Option<Prepared>, PipelineError> {
        let Some(changes) = &self.waiting else { return Ok(None) };
        let concerns = self.workshop.refresh(changes)?;
        if concerns == Changes::none() {
            return Ok(None);
        }
        self.touched = self.touched.and(touched(&concerns));
        self.waiting = Some(concerns);
        self.workshop.prepare((self.clock)()).map(Some)
    }

    /// True for errors where there were none: what is half done may be done in a moment.
    fn is_hasty(&self, result: &Result<Option<Prepared>, PipelineError>) -> bool {
        let wrong = match result {
            Ok(Some(prepared)) => has_errors(&prepared.diagnostics),
            Ok(None) => false,
            Err(_) => true,
        };
        wrong && !self.told.errors
    }

    /// Shows an edition, or the errors that keep it from being shown.
    fn show(&mut self, prepared: Prepared) -> Made {
        let Prepared { files, config, edition, diagnostics, .. } = prepared;
        let trouble = Trouble::of(&diagnostics, &*files);
        let shown = edition.map(|edition| Arc::new(Shown::new(edition, Arc::clone(&files))));
        if trouble.is_none() {
            // After errors nobody knows what a style sheet alone would change.
            let pages = Touched { pages: self.told.errors, ..Touched::default() };
            let touched = self.touched.and(pages);
            self.live.show(shown.clone(), trouble, touched);
            self.touched = Touched::default();
        } else {
            self.live.trouble(trouble);
        }
        Made { shown, config, files, diagnostics }
    }

    /// Adds the lints, which no page waited for, and tells what is wrong.
    fn finish(&mut self, made: Made, watch: &mut Watch) {
        if watch.is_busy() {
            // What comes next is shown first, and then told of.
            self.told.errors |= has_errors(&made.diagnostics);
            return;
        }
        let Made { shown, config, files, mut diagnostics } = made;
        let lints = shown.map(|shown| self.workshop.lint(&shown.edition, &config)).unwrap_or_default();
        let strict = has_errors(&lints);
        diagnostics.extend(lints);
        sort(&mut diagnostics);
        if strict {
            self.live.trouble(Trouble::of(&diagnostics, &*files));
        }
        let mended = self.told.errors && !has_errors(&diagnostics);
        let diagnostics = self.told.untold(diagnostics, &files);
        if !diagnostics.is_empty() {
            self.messenger.tell(News::Found { diagnostics, files });
        }
        if mended {
            self.messenger.tell(News::Mended);
        }
    }
}

/// What the author was told, so that warnings are not told again with every change.
#[derive(Default)]
struct Told {
    /// By file, code and words: their places move as the file is written.
    warnings: BTreeSet<(String, Code, String)>,
    /// Whether there were errors.
    errors: bool,
}

impl Told {
    /// The errors, and warnings that there were not before.
    fn untold(&mut self, diagnostics: Vec<Diagnostic>, files: &FileSet) -> Vec<Diagnostic> {
        self.errors = has_errors(&diagnostics);
        let key = |one: &Diagnostic| (files.path(one.span.file), one.code, one.message.clone());
        let warnings = diagnostics.iter().filter(|one| one.severity == Severity::Warning).map(key).collect();
        let before = std::mem::replace(&mut self.warnings, warnings);
        let new = |one: &Diagnostic| one.severity == Severity::Error || !before.contains(&key(one));
        diagnostics.into_iter().filter(new).collect()
    }
}

/// What changes mean to open tabs.
fn touched(changes: &Changes) -> Touched {
    let Changes::Paths(paths) = changes else { return Touched::EVERYTHING };
    let of = |path: &String| {
        let folder = path.split('/').next().unwrap_or_default();
        let published = folder == "themes" && path.split('/').nth(2) == Some("static");
        if published && path.ends_with(".css") {
            Touched { styles: true, ..Touched::default() }
        } else {
            let files = published || (folder == "content" && !path.ends_with(".md"));
            Touched { pages: true, files, styles: false }
        }
    };
    paths.iter().map(of).fold(Touched::default(), Touched::and)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touched_by(paths: &[&str]) -> Touched {
        touched(&Changes::Paths(paths.iter().map(|path| (*path).to_owned()).collect()))
    }

    #[test]
    fn a_style_sheet_alone_touches_styles_alone() {
        let styles = Touched { styles: true, ..Touched::default() };
        assert_eq!(touched_by(&["themes/own/static/site.css"]), styles);
        let pages = Touched { pages: true, ..Touched::default() };
        assert_eq!(touched_by(&["themes/own/static/site.css", "content/briefs/x.md"]), styles.and(pages));
        assert_eq!(touched_by(&["themes/own/templates/a.css"]), pages);
        assert_eq!(touched_by(&["site.yaml"]), pages);
    }

    #[test]
    fn a_picture_touches_pages_whose_text_is_the_same() {
        assert!(touched_by(&["content/briefs/map.png"]).files);
        assert!(touched_by(&["themes/own/static/icon.svg"]).files);
        assert!(!touched_by(&["content/briefs/x.md"]).files);
        assert!(touched(&Changes::Unknown).files);
    }
}
