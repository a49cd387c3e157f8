//! What an edition said of the matter, short enough to be kept and compared: `data/publication.json`.
//!
//! Takes a [`Site`](crate::resolve::Site); gives a [`Manifest`], and for two of them what the later one says otherwise
//! without having said so under `changes` (C014, C015). A correction that nobody announces is what readers forgive least.
//! Running text is not compared: a mended typo wants no entry, and figures that matter are recorded as estimates.
//! Knows nothing of pages, addresses or disks.

mod against;
mod differences;
mod estimate;
mod gather;
mod judgements;
mod manifest;
mod statements;
mod wording;

pub use against::{Comparison, against};
pub use gather::{bytes, gather};
pub use manifest::{Manifest, ManifestError, VERSION};
