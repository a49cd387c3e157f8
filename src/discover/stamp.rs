//! What a disk says of a file's state, so that one that stayed the same need not be read.

use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Times are told in ticks, and several changes may fall into one: of files changed later than this before they
/// were looked at no stamp is trusted.
const TICK: Duration = Duration::from_secs(2);

/// When a file was changed, and which it is. Two equal stamps mean equal content where [`Stamp::is_settled`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Nanoseconds since 1970 of the last change of its content, which programs may set as they like.
    modified: i64,
    /// The same of the last change of any sort, which they may not; the former again where the system does not tell.
    changed: i64,
    /// The number of the file on its disk; 0 where the system does not tell.
    inode: u64,
}

impl Stamp {
    /// None where the system tells no times.
    pub(super) fn of(metadata: &Metadata) -> Option<Self> {
        let modified = nanoseconds(metadata.modified().ok()?)?;
        let (changed, inode) = beyond(metadata, modified);
        Some(Self { modified, changed, inode })
    }

    /// True where a change after `looked_at` cannot have left the stamp as it is.
    pub fn is_settled(&self, looked_at: SystemTime) -> bool {
        let last = looked_at.checked_sub(TICK).and_then(nanoseconds);
        last.is_some_and(|last| self.modified < last && self.changed < last)
    }
}

#[cfg(unix)]
fn beyond(metadata: &Metadata, _: i64) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ctime().saturating_mul(1_000_000_000).saturating_add(metadata.ctime_nsec()), metadata.ino())
}

#[cfg(not(unix))]
fn beyond(_: &Metadata, modified: i64) -> (i64, u64) {
    (modified, 0)
}

fn nanoseconds(time: SystemTime) -> Option<i64> {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_nanos()).ok(),
        Err(before) => i64::try_from(before.duration().as_nanos()).ok().map(|before| -before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_just_before_it_was_looked_at_is_not_settled() {
        let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        let stamp = |modified: i64, changed: i64| Stamp {
            modified: modified * 1_000_000_000,
            changed: changed * 1_000_000_000,
            inode: 1,
        };
        assert!(stamp(100, 100).is_settled(at(103)));
        assert!(!stamp(100, 100).is_settled(at(102)));
        assert!(!stamp(100, 100).is_settled(at(100)));
        // Given back its old time, or one to come.
        assert!(!stamp(50, 100).is_settled(at(101)));
        assert!(!stamp(200, 100).is_settled(at(110)));
    }
}
