//! What came after the day as of which an edition is, taken out of the records that stay.
//!
//! After it no reference in a visible record leads to what was left out because of the day, so that nothing later on
//! reports it, prints it or has to know of it.

mod parts;
mod texts;

use super::as_of;
use super::flat::Flat;
use super::names::{Found, Names};
use super::uses::Wanted;
use super::visibility::{Audience, Seen};
use crate::model::{Claim, Data, Date, Known, RecordKind, Ref};
use crate::text::fold_name;
use std::collections::{HashMap, HashSet};

/// How much an edition leaves out because it came after the day.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LeftOut {
    /// Records of each kind, in the order of [`RecordKind::ALL`]: those that came later and what only they name.
    pub records: Vec<(RecordKind, usize)>,
    /// Claims and estimates.
    pub claims: usize,
    /// How many of all these have a date that is too coarse to tell.
    pub unclear: usize,
}

/// Takes out of visible records what came later, references to it included.
pub(super) fn take_out(flat: &mut [Flat], seen: &Seen, names: &Names, audience: &Audience) -> LeftOut {
    if audience.as_of.is_none() {
        return LeftOut::default();
    }
    let gone = Gone::of(flat, seen, names, audience);
    for (at, one) in flat.iter_mut().enumerate().filter(|(at, _)| seen.visible[*at]) {
        gone.clean(at, one);
    }
    gone.count
}

/// All that is left out.
struct Gone<'a> {
    seen: &'a Seen,
    names: &'a Names,
    audience: &'a Audience,
    kinds: Vec<RecordKind>,
    /// Ids of claims.
    claims: HashSet<String>,
    /// Quantities, folded, of which only estimates are left out.
    quantities: HashSet<String>,
    /// For each brief that others replace whether one of those is visible.
    replaced: HashMap<u32, bool>,
    count: LeftOut,
}

impl<'a> Gone<'a> {
    fn of(flat: &[Flat], seen: &'a Seen, names: &'a Names, audience: &'a Audience) -> Self {
        let mut gone = Self {
            seen,
            names,
            audience,
            kinds: flat.iter().map(|one| one.record.kind()).collect(),
            claims: HashSet::new(),
            quantities: HashSet::new(),
            replaced: HashMap::new(),
            count: LeftOut::default(),
        };
        let mut by_kind = [0; 6];
        let mut kept = HashSet::new();
        for (at, one) in flat.iter().enumerate().filter(|(at, _)| seen.visible[*at] || seen.left_out[*at]) {
            if seen.left_out[at] {
                by_kind[one.record.kind() as usize] += 1;
                gone.count.unclear += usize::from(as_of::record(&one.record, audience) == Known::Unclear);
            }
            match &one.record.data {
                Data::Brief(brief) => {
                    gone.claims_of(at, &brief.claims, Some(&brief.date), &mut kept);
                    for older in &brief.supersedes {
                        if let Found::One(to) = names.find(Wanted::One(RecordKind::Brief), &older.text) {
                            *gone.replaced.entry(to).or_default() |= seen.visible[at];
                        }
                    }
                }
                Data::Event(event) => gone.claims_of(at, &event.claims, as_of::event_date(event), &mut kept),
                _ => {}
            }
        }
        gone.quantities.retain(|quantity| !kept.contains(quantity));
        gone.count.records = RecordKind::ALL.into_iter().map(|kind| (kind, by_kind[kind as usize])).collect();
        gone
    }

    fn claims_of(&mut self, at: usize, claims: &[Claim], home: Option<&Date>, kept: &mut HashSet<String>) {
        for claim in claims.iter().filter(|claim| self.audience.may_see(&claim.marking)) {
            let quantity = claim.figure.as_ref().map(|figure| fold_name(&figure.quantity));
            let known = as_of::claim(claim, home, self.audience);
            if self.seen.visible[at] && known == Known::Yes {
                kept.extend(quantity);
                continue;
            }
            self.quantities.extend(quantity);
            self.claims.insert(claim.id.text.clone());
            self.count.claims += 1;
            self.count.unclear += usize::from(self.seen.visible[at] && known == Known::Unclear);
        }
    }

    /// The record that `text` names, where it is left out.
    fn record(&self, wanted: Wanted, text: &str) -> Option<RecordKind> {
        match self.names.find(wanted, text) {
            Found::One(at) if self.seen.left_out[at as usize] => Some(self.kinds[at as usize]),
            _ => None,
        }
    }

    fn names(&self, kind: RecordKind, reference: &Ref) -> bool {
        self.record(Wanted::One(kind), &reference.text).is_some()
    }

    fn is_later(&self, date: Option<&Date>) -> bool {
        as_of::known(date, self.audience) != Known::Yes
    }
}
