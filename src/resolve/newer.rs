//! For each estimate the newest one of the same thing by the same speaker, found for all of them at once: to look through
//! all that a speaker said for each of the speaker's figures takes the square of their number.

use super::index::{ActorIdx, ClaimIdx};
use super::site::{ClaimEntry, Site};
use crate::model::ClaimStatus;
use crate::text::Spellings;
use ahash::HashMap;

/// For each claim, by its place: the speaker's latest standing estimate of the same series, where it was given on a later day.
pub(super) fn newer_estimates(site: &Site) -> Vec<Option<ClaimIdx>> {
    // Newest first, as the claims are.
    let mut standing: HashMap<(ActorIdx, usize), Vec<ClaimIdx>> = HashMap::default();
    let mut series = Spellings::default();
    let mut newer = Vec::with_capacity(site.claims.len());
    for (at, entry) in site.claims.iter().enumerate() {
        let Some(figure) = &entry.claim.figure else {
            newer.push(None);
            continue;
        };
        let before = standing.entry((entry.by, series.number(figure.series()))).or_default();
        newer.push(before.iter().copied().find(|other| is_later(&site.claims[other.at()], entry)));
        if entry.superseded_by.is_none() && entry.claim.status == ClaimStatus::Current {
            before.push(ClaimIdx::from_at(at));
        }
    }
    newer
}

/// Where one of them has no day, nobody can tell.
fn is_later(other: &ClaimEntry, than: &ClaimEntry) -> bool {
    let days = than.claim.said_on.as_ref().zip(other.claim.said_on.as_ref());
    days.is_some_and(|(said_on, later)| said_on.is_wholly_before(later))
}
