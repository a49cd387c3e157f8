//! Series of estimates: figures of one quantity, one kind and one unit.

use crate::model::Claim;
use crate::resolve::{ClaimIdx, Site};
use crate::text::{Spellings, slugify};
use std::collections::HashMap;

/// Estimates that may be drawn in one panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// `[a-z0-9-]+`, unique among the series it was made with.
    pub id: String,
    /// What is counted, as its first estimate has it.
    pub quantity: String,
    /// `planned`, `present`, …
    pub kind: String,
    /// What one is called in the plural.
    pub unit: Option<String>,
    /// Its estimates in the order in which they were given, those without a day last; never empty.
    pub claims: Vec<ClaimIdx>,
}

/// The series that `claims` form, by quantity, kind and unit; claims that are no estimates are left out.
pub fn series(site: &Site, claims: impl IntoIterator<Item = ClaimIdx>) -> Vec<Series> {
    let figure = |index: ClaimIdx| site.claims[index.at()].claim.figure.as_ref();
    let estimates = claims.into_iter().filter_map(|index| Some((figure(index)?.series(), index)));
    let mut taken = HashMap::new();
    Spellings::gathered(estimates).into_iter().map(|list| one(site, list, &mut taken)).collect()
}

fn one(site: &Site, mut claims: Vec<ClaimIdx>, taken: &mut HashMap<String, usize>) -> Series {
    claims.sort_by_key(|index| in_time(&site.claims[index.at()].claim, *index));
    claims.dedup();
    let figure = site.claims[claims[0].at()].claim.figure.as_ref();
    let figure = figure.expect("only estimates are gathered");
    let slug = slugify(&format!("{} {}", figure.quantity, figure.kind));
    Series {
        id: super::free_id(slug, "series", taken),
        quantity: figure.quantity.clone(),
        kind: figure.kind.clone(),
        unit: figure.unit.clone(),
        claims,
    }
}

/// Earlier first; of two on one day the one that comes first in the alphabet of ids.
pub(super) fn in_time(claim: &Claim, index: ClaimIdx) -> (bool, i64, i64, ClaimIdx) {
    let bounds = claim.said_on.as_ref().map(|date| (date.earliest, date.latest));
    let (earliest, latest) = bounds.unwrap_or_default();
    (bounds.is_none(), earliest, latest, index)
}
