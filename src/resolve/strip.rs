//! Claims and citations that may not be seen are taken out of the records that may.

use super::flat::Flat;
use super::visibility::Audience;
use crate::model::{Citation, Claim, Data, Record};

/// Takes from visible records every claim, estimate and citation whose own marking withholds it.
pub(super) fn claims_and_citations(flat: &mut [Flat], visible: &[bool], audience: &Audience) {
    for (one, _) in flat.iter_mut().zip(visible).filter(|(_, visible)| **visible) {
        strip(&mut one.record, audience);
    }
}

fn strip(record: &mut Record, audience: &Audience) {
    citations(&mut record.common.sources, audience);
    match &mut record.data {
        Data::Brief(brief) => claims(&mut brief.claims, audience),
        Data::Event(event) => claims(&mut event.claims, audience),
        Data::Actor(actor) => {
            actor.relations.iter_mut().for_each(|relation| citations(&mut relation.sources, audience))
        }
        Data::Source(_) | Data::Place(_) | Data::Page(_) => {}
    }
}

fn claims(list: &mut Vec<Claim>, audience: &Audience) {
    list.retain(|claim| audience.may_see(&claim.marking));
    list.iter_mut().for_each(|claim| citations(&mut claim.sources, audience));
}

fn citations(list: &mut Vec<Citation>, audience: &Audience) {
    list.retain(|citation| audience.may_see(&citation.marking));
}
