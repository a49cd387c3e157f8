//! What became of a claim after it was made.

use super::series::key;
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
    later(site, claim).map(Since::Later)
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

/// The speaker's latest standing estimate of the same series, where it was given on a later day.
fn later(site: &Site, claim: ClaimIdx) -> Option<ClaimIdx> {
    let entry = &site.claims[claim.at()];
    let wanted = key(entry.claim.figure.as_ref()?);
    let said_on = entry.claim.said_on.as_ref()?;
    let newest_first = site.back.actor_said.of(entry.by.at()).iter().copied();
    let mut later = newest_first.take_while(|other| *other != claim).filter(|other| {
        let other = &site.claims[other.at()];
        let stands = other.superseded_by.is_none() && other.claim.status == ClaimStatus::Current;
        stands && other.claim.said_on.as_ref().is_some_and(|date| said_on.is_wholly_before(date))
    });
    later.find(|other| site.claims[other.at()].claim.figure.as_ref().is_some_and(|f| key(f) == wanted))
}
