//! Where reports come from in the end: `derived_from` followed to its ends.
//!
//! Three articles that copy one wire report are three reports and one origin, so it is origins that are counted
//! where a page says how well something is known.

use super::index::SourceIdx;
use super::site::Site;
use std::collections::BTreeSet;

/// The distinct ends of what `sources` derive from, in the order of their index.
///
/// A source that derives from nothing is its own end. A circle has no end and adds none; resolving a site
/// reports it (R009).
pub fn origins(site: &Site, sources: &[SourceIdx]) -> Vec<SourceIdx> {
    ends(|source| site.sources[source.at()].links.derived_from.as_slice(), sources)
}

fn ends<'a>(derived_from: impl Fn(SourceIdx) -> &'a [SourceIdx], starts: &[SourceIdx]) -> Vec<SourceIdx> {
    let mut seen = BTreeSet::new();
    let mut ends = BTreeSet::new();
    let mut open = starts.to_vec();
    while let Some(source) = open.pop() {
        if !seen.insert(source) {
            continue;
        }
        match derived_from(source) {
            [] => {
                ends.insert(source);
            }
            nearer => open.extend_from_slice(nearer),
        }
    }
    ends.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ends of `starts` where the source at each place derives from those listed there.
    fn found(derived_from: &[&[u32]], starts: &[u32]) -> Vec<u32> {
        let index = |list: &[u32]| list.iter().map(|at| SourceIdx(*at)).collect::<Vec<_>>();
        let links: Vec<Vec<SourceIdx>> = derived_from.iter().map(|list| index(list)).collect();
        ends(|source| &links[source.at()], &index(starts)).into_iter().map(|end| end.0).collect()
    }

    #[test]
    fn a_source_that_derives_from_nothing_is_its_own_origin() {
        assert_eq!(found(&[&[], &[]], &[1, 0, 1]), [0, 1]);
        assert_eq!(found(&[&[]], &[]), [0_u32; 0]);
    }

    #[test]
    fn reports_of_one_wire_have_one_origin() {
        assert_eq!(found(&[&[2], &[2], &[]], &[0, 1, 2]), [2]);
    }

    #[test]
    fn both_sides_of_a_diamond_lead_to_its_one_end() {
        assert_eq!(found(&[&[1, 2], &[3], &[3], &[]], &[0]), [3]);
        assert_eq!(found(&[&[1, 2], &[3], &[], &[]], &[0]), [2, 3]);
    }

    #[test]
    fn a_circle_has_no_end_and_does_not_go_on_for_ever() {
        assert_eq!(found(&[&[1], &[0]], &[0]), [0_u32; 0]);
        assert_eq!(found(&[&[0, 1], &[]], &[0]), [1]);
    }
}
