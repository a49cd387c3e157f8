//! Which of two events of one day came first, as far as authors say.

use super::flat::Flat;
use super::names::Names;
use super::uses::Wanted;
use crate::model::{Data, Event, RecordKind};

/// For each record of the flat list how long the chain of events is that it follows: 0 for what follows nothing.
/// `events` are the visible ones with their places in that list of `count` records. Circles are cut where they close.
pub(super) fn ranks(events: &[(usize, Flat)], names: &Names, count: usize) -> Vec<u32> {
    let mut earlier: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (at, one) in events {
        let Data::Event(event) = &one.record.data else { continue };
        let Event { follows, causes, .. } = event.as_ref();
        let find =
            |text: &str| names.find_as_written(Wanted::One(RecordKind::Event), text).map(|to| to as usize);
        earlier[*at].extend(follows.iter().filter_map(|other| find(&other.text)));
        for later in causes.iter().filter_map(|other| find(&other.text)) {
            earlier[later].push(*at);
        }
    }
    let mut ranks: Vec<Option<u32>> = vec![None; count];
    for (start, _) in events {
        rank(*start, &earlier, &mut ranks);
    }
    ranks.into_iter().map(Option::unwrap_or_default).collect()
}

/// A walk in depth without recursion: a rank is known once those of all earlier events are.
fn rank(start: usize, earlier: &[Vec<usize>], ranks: &mut [Option<u32>]) {
    let mut path = vec![(start, 0, 0)];
    let mut on_path = std::collections::HashSet::from([start]);
    while let Some((at, next, longest)) = path.pop() {
        let Some(before) = earlier[at].get(next) else {
            ranks[at] = Some(longest);
            on_path.remove(&at);
            continue;
        };
        match ranks[*before] {
            Some(known) => path.push((at, next + 1, longest.max(known + 1))),
            None if on_path.insert(*before) => {
                path.push((at, next, longest));
                path.push((*before, 0, 0));
            }
            None => path.push((at, next + 1, longest)),
        }
    }
}
