//! Chains that must end: merges, parts, places within places, sources derived from sources.

use super::flat::Flat;
use super::names::{Found, Names};
use super::uses::Wanted;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Data, Record, RecordKind, Ref};

/// Reports every circle among visible records (R009), once each.
pub(super) fn report(flat: &[Flat], visible: &[bool], names: &Names, sink: &mut Vec<Diagnostic>) {
    let chains: [(RecordKind, &str, Next); 4] = [
        (RecordKind::Actor, "merged_into", |record| match &record.data {
            Data::Actor(actor) => actor.merged_into.as_slice(),
            _ => &[],
        }),
        (RecordKind::Event, "part_of", |record| match &record.data {
            Data::Event(event) => &event.part_of,
            _ => &[],
        }),
        (RecordKind::Place, "within", |record| match &record.data {
            Data::Place(place) => place.within.as_slice(),
            _ => &[],
        }),
        (RecordKind::Source, "derived_from", |record| match &record.data {
            Data::Source(source) => &source.derived_from,
            _ => &[],
        }),
    ];
    for (kind, key, next) in chains {
        let follow = |at: usize| -> Vec<usize> {
            let refs = next(&flat[at].record).iter();
            refs.filter_map(|r| names.find_as_written(Wanted::One(kind), &r.text))
                .map(|to| to as usize)
                .collect()
        };
        let starts = (0..flat.len()).filter(|at| visible[*at] && !next(&flat[*at].record).is_empty());
        for at in circles(starts, flat.len(), follow) {
            let record = &flat[at].record;
            let span = next(record).first().map_or(record.span, |reference| reference.span);
            let message = format!("`{key}` of `{}` leads back to itself", record.id);
            sink.push(Diagnostic::new(Code::R009, span, message).help("take one link of the circle out"));
        }
    }
}

type Next = fn(&Record) -> &[Ref];

/// One member of each circle that `follow` runs in, found by a depth-first walk without recursion.
pub(super) fn circles(
    starts: impl Iterator<Item = usize>,
    count: usize,
    follow: impl Fn(usize) -> Vec<usize>,
) -> Vec<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        OnPath,
        Done,
    }
    let mut seen = vec![Seen::Not; count];
    let mut found = Vec::new();
    for start in starts {
        if seen[start] != Seen::Not {
            continue;
        }
        seen[start] = Seen::OnPath;
        let mut path = vec![(start, follow(start))];
        while let Some((at, rest)) = path.last_mut() {
            let Some(next) = rest.pop() else {
                seen[*at] = Seen::Done;
                path.pop();
                continue;
            };
            match seen[next] {
                Seen::Not => {
                    seen[next] = Seen::OnPath;
                    path.push((next, follow(next)));
                }
                Seen::OnPath => found.push(*at),
                Seen::Done => {}
            }
        }
    }
    found
}

impl Names {
    /// The record that `text` names itself, merges not followed; none where that is not one.
    pub(super) fn find_as_written(&self, wanted: Wanted, text: &str) -> Option<u32> {
        match self.find_unmerged(wanted, text) {
            Found::One(at) => Some(at),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn a_circle_is_found_once_and_a_diamond_is_none() {
        let next = [vec![1, 2], vec![3], vec![3], vec![], vec![5], vec![6], vec![4]];
        assert_eq!(circles(0..next.len(), next.len(), |at| next[at].clone()), [6]);
        assert_eq!(circles(0..1, 1, |_| vec![0]), [0]);
    }
}
