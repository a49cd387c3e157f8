//! What became of a claim after it was made.

use crate::model::ClaimStatus;
use crate::resolve::{ClaimIdx, Site};

/// What came after a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// It was replaced; this is the newest claim of the chain.
    Replaced(ClaimIdx),
    /// It was revised, retracted or denied, and what replaced it is not recorded.
    Withdrawn,
    /// It stands as what was said then; this is the latest estimate of the same thing by the same speaker.
    Later(ClaimIdx),
}

/// What came after `claim`; none where it stands and its speaker said nothing newer of the same quantity and kind.
pub fn since(site: &Site, claim: ClaimIdx) -> Option<Since> {
    if let Some(newest) = newest(site, claim) {
        return Some(Since::Replaced(newest));
    }
    if site.claims[claim.at()].claim.status != ClaimStatus::Current {
        return Some(Since::Withdrawn);
    }
    site.back.claim_newer[claim.at()].map(Since::Later)
}

/// The end of the chain of `superseded_by`; none where nothing replaced the claim.
pub fn newest(site: &Site, claim: ClaimIdx) -> Option<ClaimIdx> {
    let mut last = site.claims[claim.at()].superseded_by?;
    // A circle is an error that is reported elsewhere; it must not hold up the build.
    for _ in 0..site.claims.len() {
        match site.claims[last.at()].superseded_by {
            Some(next) => last = next,
            None => break,
        }
    }
    Some(last)
}
