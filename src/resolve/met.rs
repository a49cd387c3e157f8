//! Who is named together with whom.

use super::back::Back;
use super::index::ActorIdx;
use super::site::Site;
use rayon::prelude::*;

/// How many others are kept for each actor.
const MOST: usize = 30;

/// For each actor those named in the same briefs and events, with the number of these: most first, then by
/// name. Costs the sum over briefs and events of the square of the actors each names, not of all actors.
pub(super) fn together(
    site: &Site,
    briefs: &Back<super::BriefIdx>,
    events: &Back<super::EventIdx>,
) -> Back<(ActorIdx, u32)> {
    let count = site.actors.len();
    let rows: Vec<Vec<(ActorIdx, u32)>> = (0..count)
        .into_par_iter()
        .map_init(
            || Tally { counts: vec![0; count], touched: Vec::new() },
            |tally, actor| {
                for brief in briefs.of(actor) {
                    site.briefs[brief.at()].links.actors.iter().for_each(|(other, _)| tally.add(*other));
                }
                for event in events.of(actor) {
                    site.events[event.at()].links.actors.iter().for_each(|other| tally.add(*other));
                }
                tally.take(ActorIdx::from_at(actor))
            },
        )
        .collect();
    let pairs: Vec<(u32, (ActorIdx, u32))> =
        (0u32..).zip(rows).flat_map(|(actor, row)| row.into_iter().map(move |item| (actor, item))).collect();
    Back::new(count, &pairs)
}

/// Counts for one actor at a time, cleared by undoing what was touched.
struct Tally {
    counts: Vec<u32>,
    touched: Vec<ActorIdx>,
}

impl Tally {
    fn add(&mut self, other: ActorIdx) {
        let count = &mut self.counts[other.at()];
        if *count == 0 {
            self.touched.push(other);
        }
        *count += 1;
    }

    fn take(&mut self, own: ActorIdx) -> Vec<(ActorIdx, u32)> {
        let mut row: Vec<(ActorIdx, u32)> = self
            .touched
            .drain(..)
            .map(|other| (other, std::mem::take(&mut self.counts[other.at()])))
            .filter(|(other, _)| *other != own)
            .collect();
        row.sort_unstable_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
        row.truncate(MOST);
        row
    }
}
