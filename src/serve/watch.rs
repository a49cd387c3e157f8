//! Changes of files, gathered until the disk is quiet.
//!
//! Editors save in several steps (empty, write, rename), and programs change many files one after the other. So nothing
//! is handed over until no more changes have come for a moment.

use super::ServeError;
use crate::pipeline::Changes;
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// The disk is quiet when nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(20);
/// Changes that never stop are handed over after so long.
const LONGEST: Duration = Duration::from_secs(2);
/// As long as anything.
const HOUR: Duration = Duration::from_secs(3600);

/// What is watched below the site's root.
const CONFIG: &str = "site.yaml";
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Watches a site's folder.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    root: PathBuf,
    /// What changed and was not taken yet.
    held: Changes,
    /// Whether any of it came since this was last set to false.
    fresh: bool,
    /// Whether there will be no more.
    ended: bool,
}

impl Watch {
    /// Of the site at `root`, which has no links in it. Begins at once.
    pub(super) fn new(root: PathBuf) -> Result<Self, ServeError> {
        let failed = |source| ServeError::Watch { path: root.clone(), source };
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event| {
            // Without a receiver the program is about to end.
            let _ = sender.send(event);
        })
        .map_err(failed)?;
        // The folder and not the file: editors put a new one in its place.
        watcher.watch(&root, RecursiveMode::NonRecursive).map_err(failed)?;
        let mut watch = Self { watcher, events, root, held: Changes::none(), fresh: false, ended: false };
        for folder in FOLDERS {
            watch.follow(folder)?;
        }
        Ok(watch)
    }

    /// Watches a folder with all that is in it, if it is there.
    fn follow(&mut self, folder: &str) -> Result<(), ServeError> {
        let path = self.root.join(folder);
        // Of one that stood here before the system may not tell any more.
        let _ = self.watcher.unwatch(&path);
        if !path.is_dir() {
            return Ok(());
        }
        let result = self.watcher.watch(&path, RecursiveMode::Recursive);
        match result {
            // It went away in between; its coming back will be told.
            Err(_) if !path.is_dir() => Ok(()),
            result => result.map_err(|source| ServeError::Watch { path, source }),
        }
    }

    /// The next changes, with the moment the first was told of. None where there will be no more.
    pub(super) fn wait(&mut self) -> Option<(Changes, Instant)> {
        loop {
            if let Some(changes) = self.more(HOUR) {
                return Some(changes);
            }
            if self.ended {
                return None;
            }
        }
    }

    /// The changes that begin within `patience`, if any, with the moment the first was told of.
    pub(super) fn more(&mut self, patience: Duration) -> Option<(Changes, Instant)> {
        let until = Instant::now() + patience;
        while !self.is_busy() {
            self.receive(until).then_some(())?;
        }
        let first = Instant::now();
        // Until the disk is quiet.
        let mut last = first;
        while first.elapsed() < LONGEST && self.receive(last + QUIET) {
            if std::mem::take(&mut self.fresh) {
                last = Instant::now();
            }
        }
        self.fresh = false;
        Some((std::mem::replace(&mut self.held, Changes::none()), first))
    }

    /// True where changes wait to be taken.
    pub(super) fn is_busy(&mut self) -> bool {
        while self.receive(Instant::now()) {}
        self.held != Changes::none()
    }

    /// Takes one event in that comes until then. False where none does.
    fn receive(&mut self, until: Instant) -> bool {
        match self.events.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(event) => {
                self.take(event);
                true
            }
            Err(error) => {
                self.ended |= error == RecvTimeoutError::Disconnected;
                false
            }
        }
    }

    /// Adds what an event tells of to the changes held.
    fn take(&mut self, event: notify::Result<Event>) {
        let changes = match event {
            Ok(event) if event.need_rescan() => Changes::Unknown,
            Ok(event) if !is_change(event.kind) => return,
            Ok(event) => Changes::Paths(event.paths.iter().filter_map(|path| self.shown(path)).collect()),
            Err(_) => Changes::Unknown,
        };
        if let Changes::Paths(paths) = &changes {
            for folder in FOLDERS.into_iter().filter(|folder| paths.contains(*folder)) {
                // A folder that cannot be watched now is tried again when it changes.
                let _ = self.follow(folder);
            }
        }
        self.fresh |= changes != Changes::none();
        self.held.add(changes);
    }

    /// The path from the root, if it is of something watched.
    fn shown(&self, path: &Path) -> Option<String> {
        let within = path.strip_prefix(&self.root).ok()?;
        let parts: Vec<_> = within.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let first = parts.first()?;
        let watched = FOLDERS.contains(&first.as_ref()) || (parts.len() == 1 && first == CONFIG);
        watched.then(|| parts.join("/"))
    }
}

/// Reading is no change.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_)) || kind == EventKind::Access(AccessKind::Close(AccessMode::Write))
}
