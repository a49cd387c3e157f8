//! How far a long command is, on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// A command that takes less says nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that comes up when the command has taken a second, and is gone when this is dropped.
pub(super) struct Progress {
    started: Instant,
    target: fn() -> ProgressDrawTarget,
    total: u64,
    done: AtomicU64,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Of a command that was `started` then and has `total` things to do, drawn on what `target` gives.
    pub(super) fn new(started: Instant, total: usize, target: fn() -> ProgressDrawTarget) -> Self {
        Self { started, target, total: total as u64, done: AtomicU64::new(0), bar: OnceLock::new() }
    }

    /// Says that so many more are done.
    pub(super) fn advance(&self, count: usize) {
        let done = self.done.fetch_add(count as u64, Ordering::Relaxed) + count as u64;
        if self.started.elapsed() >= PATIENCE {
            self.bar.get_or_init(|| self.new_bar()).set_position(done);
        }
    }

    fn new_bar(&self) -> ProgressBar {
        let style = ProgressStyle::with_template("{bar:40} {pos} of {len} files")
            .expect("the template is written as indicatif wants it");
        ProgressBar::with_draw_target(Some(self.total), (self.target)()).with_style(style)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_command_shows_no_bar() {
        let progress = Progress::new(Instant::now(), 2, ProgressDrawTarget::hidden);
        progress.advance(2);
        assert!(progress.bar.get().is_none());
    }

    #[test]
    fn a_long_command_shows_how_far_it_is() {
        let Some(started) = Instant::now().checked_sub(PATIENCE) else { return };
        let progress = Progress::new(started, 9, ProgressDrawTarget::hidden);
        progress.advance(3);
        progress.advance(4);
        assert_eq!(progress.bar.get().map(ProgressBar::position), Some(7));
    }
}
