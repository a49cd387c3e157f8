//! Changes of files, gathered until the disk is quiet.
//!
//! Editors save in several steps (empty, write, rename), and programs change many files one after the other. So nothing
//! is handed over until no more changes have come for a moment.

use super::ServeError;
use crate::pipeline::Changes;
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// The disk is quiet when nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(20);
/// Changes that never stop are handed over after so long.
const LONGEST: Duration = Duration::from_secs(2);

/// What is watched below the site's root.
const CONFIG: &str = "site.yaml";
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Watches a site's folder.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    root: PathBuf,
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
        let mut watch = Self { watcher, events, root };
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
            let event = self.events.recv().ok()?;
            let first = Instant::now();
            let mut changes = Changes::Paths(BTreeSet::new());
            self.take(event, &mut changes);
            self.gather(&mut changes, QUIET);
            if changes != Changes::Paths(BTreeSet::new()) {
                return Some((changes, first));
            }
        }
    }

    /// The changes that come within `patience`, if any.
    pub(super) fn more(&mut self, patience: Duration) -> Option<Changes> {
        let until = Instant::now() + patience;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let event = self.events.recv_timeout(left).ok()?;
            let mut changes = Changes::Paths(BTreeSet::new());
            self.take(event, &mut changes);
            self.gather(&mut changes, QUIET);
            if changes != Changes::Paths(BTreeSet::new()) {
                return Some(changes);
            }
        }
    }

    /// Adds what comes until the disk is quiet.
    fn gather(&mut self, changes: &mut Changes, quiet: Duration) {
        let begun = Instant::now();
        let mut last = begun;
        while begun.elapsed() < LONGEST {
            let left = (last + quiet).saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(event) => {
                    if self.take(event, changes) {
                        last = Instant::now();
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Adds what an event tells of. True where it is a change of something watched.
    fn take(&mut self, event: notify::Result<Event>, changes: &mut Changes) -> bool {
        let event = match event {
            Ok(event) if event.need_rescan() => return unknown(changes),
            Ok(event) => event,
            Err(_) => return unknown(changes),
        };
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        if matches!(event.kind, EventKind::Access(_)) && event.kind != written {
            return false;
        }
        let paths: BTreeSet<String> = event.paths.iter().filter_map(|path| self.shown(path)).collect();
        for folder in FOLDERS.into_iter().filter(|folder| paths.contains(*folder)) {
            // A folder that cannot be watched now is tried again when it changes.
            let _ = self.follow(folder);
        }
        let any = !paths.is_empty();
        changes.add(Changes::Paths(paths));
        any
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

fn unknown(changes: &mut Changes) -> bool {
    *changes = Changes::Unknown;
    true
}
