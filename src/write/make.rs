//! Making outputs in parallel, one in memory for each thread.

use super::{Outputs, WriteError};
use crate::diagnostics;
use rayon::prelude::*;
use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

/// An output that was made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub index: usize,
    /// Bytes.
    pub size: u64,
    /// False where the same bytes stood there already.
    pub written: bool,
}

/// What became of the bytes of one output.
pub(super) enum Outcome {
    Written,
    Same,
    /// A file of others is in the way.
    Foreign(PathBuf),
}

/// Takes the bytes of the output at an index, from any thread.
pub(super) type Place<'a> = dyn Fn(usize, &[u8]) -> Result<Outcome, WriteError> + Sync + 'a;

/// Why an output is not there.
enum Failure {
    Made(Vec<diagnostics::Diagnostic>),
    Foreign(PathBuf),
    Write(WriteError),
    /// Another failed before it.
    Skipped,
}

/// Makes the outputs at `indices` and hands each to `place`. After a mistake of the author's the others
/// are still made, so that all mistakes are told at once, but none is placed any more.
pub(super) fn make_all(
    outputs: &dyn Outputs,
    indices: &[usize],
    progress: &(dyn Fn(usize) + Sync),
    place: &Place<'_>,
) -> Result<Vec<Placed>, WriteError> {
    let failed = AtomicBool::new(false);
    let halted = AtomicBool::new(false);
    let one = |index: usize| {
        if halted.load(Ordering::Relaxed) {
            return Err(Failure::Skipped);
        }
        let mut room = ROOM.take();
        let bytes = outputs.make(index, &mut room).map_err(|mistakes| {
            failed.store(true, Ordering::Relaxed);
            Failure::Made(mistakes)
        })?;
        if failed.load(Ordering::Relaxed) {
            return Err(Failure::Skipped);
        }
        let size = bytes.len() as u64;
        let outcome = place(index, bytes);
        if room.capacity() <= MOST_ROOM {
            ROOM.set(room);
        }
        let written = match outcome {
            Ok(Outcome::Written) => true,
            Ok(Outcome::Same) => false,
            Ok(Outcome::Foreign(path)) => return Err(Failure::Foreign(path)),
            Err(error) => {
                halted.store(true, Ordering::Relaxed);
                return Err(Failure::Write(error));
            }
        };
        progress(1);
        Ok(Placed { index, size, written })
    };
    let (large, others): (Vec<usize>, Vec<usize>) =
        indices.iter().partition(|index| outputs.is_large(**index));
    let mut results: Vec<_> = large.par_iter().with_max_len(1).map(|index| one(*index)).collect();
    results.par_extend(others.par_iter().with_max_len(AT_ONCE).map(|index| one(*index)));
    gather(results)
}

/// Pages fit in; the memory of the few large files is given back.
const MOST_ROOM: usize = 1 << 20;

thread_local! {
    /// Where a thread makes one output after the other.
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// How many outputs a thread takes at a time: with many, the last thread would still be at its own long after the others.
pub(super) const AT_ONCE: usize = 16;

/// All that was made, by its index; or the disk's first error, else all files in the way, else all mistakes.
fn gather(results: Vec<Result<Placed, Failure>>) -> Result<Vec<Placed>, WriteError> {
    let mut placed: Vec<Placed> = Vec::with_capacity(results.len());
    let mut paths = Vec::new();
    let mut mistakes = None;
    for result in results {
        match result {
            Ok(one) => placed.push(one),
            Err(Failure::Write(error)) => return Err(error),
            Err(Failure::Foreign(path)) => paths.push(path),
            Err(Failure::Made(more)) => mistakes.get_or_insert_with(Vec::new).extend(more),
            Err(Failure::Skipped) => {}
        }
    }
    if !paths.is_empty() {
        paths.sort();
        return Err(WriteError::ForeignFiles { paths });
    }
    match mistakes {
        Some(mut mistakes) => {
            diagnostics::sort(&mut mistakes);
            Err(WriteError::Made(mistakes))
        }
        None => {
            placed.sort_unstable_by_key(|placed| placed.index);
            Ok(placed)
        }
    }
}
