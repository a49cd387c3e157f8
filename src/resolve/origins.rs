//! Where reports come from: the ends of the chains of what sources derive from.

use super::index::SourceIdx;
use super::site::Site;
use std::collections::BTreeSet;

/// The origins of `sources`, in the order of their index, each once: what they derive from is followed to its ends,
/// and a source that derives from nothing is its own. So three reprints of one wire have one origin.
///
/// Empty for no sources, and for a circle (R009), which has no end.
pub fn origins(site: &Site, sources: &[SourceIdx]) -> Vec<SourceIdx> {
    let mut seen = BTreeSet::new();
    let mut ends = BTreeSet::new();
    let mut stack = sources.to_vec();
    while let Some(source) = stack.pop() {
        if !seen.insert(source) {
            continue;
        }
        let from = site.sources[source.at()].links.derived_from.as_slice();
        if from.is_empty() {
            ends.insert(source);
        }
        stack.extend_from_slice(from);
    }
    ends.into_iter().collect()
}
