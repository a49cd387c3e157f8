//! Claims that no longer stand, with the briefs and events that use them. Nothing of it is a mistake: pages say so
//! themselves. It is a list for whoever wants to look those through.

use crate::model::ClaimStatus;
use crate::resolve::{BriefIdx, ClaimIdx, EventIdx, Site};

/// A claim that was revised, retracted, denied or replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superseded {
    /// The claim.
    pub claim: ClaimIdx,
    /// What replaced it, where that is recorded.
    pub by: Option<ClaimIdx>,
    /// Briefs that record it, mark it in their text or rest a judgement on it, newest first.
    pub briefs: Vec<BriefIdx>,
    /// Events that do, newest first.
    pub events: Vec<EventIdx>,
}

/// Every claim that no longer stands, in the order of the ledger.
pub fn superseded_claims(site: &Site) -> impl Iterator<Item = Superseded> {
    let all = site.claims.iter().enumerate();
    let gone = all.filter(|(_, one)| one.superseded_by.is_some() || one.claim.status != ClaimStatus::Current);
    gone.map(|(at, one)| Superseded {
        claim: ClaimIdx::from_at(at),
        by: one.superseded_by,
        briefs: site.back.claim_briefs.of(at).to_vec(),
        events: site.back.claim_events.of(at).to_vec(),
    })
}
