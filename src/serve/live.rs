//! What is shown at the moment, and its exchange for what comes next.

use super::trouble::Trouble;
use crate::diagnostics::Diagnostic;
use crate::discover::FileSet;
use crate::edition::Edition;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// An edition that can be shown, with the files its mistakes are looked up in.
pub(super) struct Shown {
    pub edition: Edition,
    pub files: Arc<FileSet>,
    /// Mistakes of single pages that were told already.
    told: Mutex<Vec<Diagnostic>>,
}

impl Shown {
    pub(super) fn new(edition: Edition, files: Arc<FileSet>) -> Self {
        Self { edition, files, told: Mutex::default() }
    }

    /// Those of `mistakes` that were not asked about before.
    pub(super) fn untold(&self, mistakes: &[Diagnostic]) -> Vec<Diagnostic> {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let new: Vec<_> = mistakes.iter().filter(|one| !told.contains(one)).cloned().collect();
        told.extend(new.iter().cloned());
        new
    }
}

/// What changed between two states, as far as open tabs are concerned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Touched {
    /// Anything that a page's own text may show.
    pub pages: bool,
    /// Pictures, fonts: what pages show without their text being another.
    pub files: bool,
    /// Style sheets.
    pub styles: bool,
}

impl Touched {
    pub(super) const EVERYTHING: Self = Self { pages: true, files: true, styles: true };

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            pages: self.pages || other.pages,
            files: self.files || other.files,
            styles: self.styles || other.styles,
        }
    }
}

/// One state of the site.
#[derive(Clone)]
pub(super) struct State {
    /// Counts states, from 1.
    pub number: u64,
    /// The last edition without errors; none before the first.
    pub shown: Option<Arc<Shown>>,
    /// The errors of what stands in the files now.
    pub trouble: Arc<Trouble>,
    /// The last state in which pages changed.
    pub pages: u64,
    /// The last state in which other files changed.
    pub files: u64,
    /// The last state in which style sheets changed.
    pub styles: u64,
}

/// The state that is shown, and those who wait for the next.
pub(super) struct Live {
    /// Tells this run of the server from the one before, whose tabs may still be open.
    pub instance: u64,
    state: watch::Sender<Option<State>>,
}

impl Live {
    pub(super) fn new() -> Self {
        let instance = RandomState::new().build_hasher().finish();
        Self { instance, state: watch::Sender::new(None) }
    }

    /// Shows what comes next. Without an edition the last one stays.
    pub(super) fn show(&self, shown: Option<Arc<Shown>>, trouble: Trouble, touched: Touched) {
        let before = self.state.borrow().clone();
        let number = before.as_ref().map_or(1, |before| before.number + 1);
        let last = |touched: bool, of: fn(&State) -> u64| {
            if touched { number } else { before.as_ref().map_or(number, of) }
        };
        let next = State {
            number,
            pages: last(touched.pages, |state| state.pages),
            files: last(touched.files, |state| state.files),
            styles: last(touched.styles, |state| state.styles),
            shown: shown.or_else(|| before.as_ref().and_then(|before| before.shown.clone())),
            trouble: Arc::new(trouble),
        };
        let old = self.state.send_replace(Some(next));
        // A large site takes a while to be taken apart; nobody waits for that.
        std::thread::spawn(move || drop((old, before)));
    }

    /// The same edition with other errors.
    pub(super) fn trouble(&self, trouble: Trouble) {
        self.show(None, trouble, Touched::default());
    }

    /// The state that is shown. Waits for the first.
    pub(super) async fn state(&self) -> State {
        let mut changes = self.changes();
        next(&mut changes).await
    }

    /// The state that is shown and those after it.
    pub(super) fn changes(&self) -> watch::Receiver<Option<State>> {
        let mut changes = self.state.subscribe();
        changes.mark_changed();
        changes
    }
}

/// The state that `changes` has not given yet, once there is one.
pub(super) async fn next(changes: &mut watch::Receiver<Option<State>>) -> State {
    loop {
        if changes.changed().await.is_err() {
            // The server is gone, and with it whoever waits.
            std::future::pending::<()>().await;
        }
        if let Some(state) = changes.borrow_and_update().clone() {
            return state;
        }
    }
}
