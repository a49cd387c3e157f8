//! Who may see what: decided before anything else is.

use super::flat::Flat;
use crate::model::{Marking, Record, RecordKind, Tlp, Vocabulary};
use jiff::Timestamp;

/// For whom and when an edition is made.
#[derive(Debug, Clone)]
pub struct Audience {
    /// The most restricted marking its readers may see.
    pub tlp: Tlp,
    /// Whether drafts are in it.
    pub drafts: bool,
    /// The moment at which embargoes are judged.
    pub now: Timestamp,
}

impl Audience {
    /// True where this marking lets these readers see what carries it.
    pub fn may_see(&self, marking: &Marking) -> bool {
        self.why_not(marking).is_none()
    }

    /// Why they may not, in words; none where they may.
    pub fn why_not(&self, marking: &Marking) -> Option<String> {
        if let Some(tlp) = marking.tlp.filter(|tlp| *tlp > self.tlp) {
            return Some(format!("it is marked {}, above this edition's {}", tlp.label(), self.tlp.label()));
        }
        if marking.draft == Some(true) && !self.drafts {
            return Some("it is a draft".to_owned());
        }
        marking
            .embargo
            .filter(|until| *until > self.now)
            .map(|until| format!("it is under embargo until {until}"))
    }
}

/// One record naming another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub from: u32,
    pub to: u32,
    /// True where the reference itself may not be seen.
    pub hidden: bool,
}

/// Which records are visible.
///
/// One with keys of its own goes by them. A brief or page without is visible. An actor, event, source or place
/// without takes the most open visibility among the records that mention it, so it is visible when a visible
/// record mentions it, or when no withheld one leads to it at all. A source of a library is visible only when a visible
/// record mentions it: a library is a store, not a list.
pub(super) fn decide(flat: &[Flat], edges: &[Edge], audience: &Audience) -> Vec<bool> {
    let graph = Graph::new(flat.len(), edges);
    let own: Vec<Own> = flat.iter().map(|one| Own::of(&one.record, audience)).collect();
    let withheld = (0..flat.len()).filter(|at| own[*at] == Own::Withheld);
    let hidden_mentions = edges.iter().filter(|edge| edge.hidden).map(|edge| edge.to as usize);
    let tainted =
        graph.reach(withheld.chain(hidden_mentions.filter(|to| own[*to] == Own::None)), &own, flat.len());
    let stands_alone = |at: usize| own[at] == Own::None && !tainted[at] && !flat[at].record.is_of_library();
    let roots = (0..flat.len()).filter(|at| own[*at] == Own::Visible || stands_alone(*at));
    graph.reach(roots, &own, flat.len())
}

/// What a record's own keys say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Own {
    Visible,
    Withheld,
    None,
}

impl Own {
    fn of(record: &Record, audience: &Audience) -> Self {
        let marking = &record.common.marking;
        let goes_by_mentions = !matches!(record.kind(), RecordKind::Brief | RecordKind::Page);
        if marking.is_none() && goes_by_mentions {
            Self::None
        } else if audience.may_see(marking) {
            Self::Visible
        } else {
            Self::Withheld
        }
    }
}

struct Graph {
    open: super::back::Back<u32>,
}

impl Graph {
    fn new(records: usize, edges: &[Edge]) -> Self {
        let pairs: Vec<(u32, u32)> =
            edges.iter().filter(|edge| !edge.hidden).map(|edge| (edge.from, edge.to)).collect();
        Self { open: super::back::Back::new(records, &pairs) }
    }

    /// The starts, and every record without keys of its own that they lead to.
    fn reach(&self, starts: impl Iterator<Item = usize>, own: &[Own], records: usize) -> Vec<bool> {
        let mut reached = vec![false; records];
        let mut stack: Vec<usize> = starts.collect();
        stack.iter().for_each(|at| reached[*at] = true);
        while let Some(at) = stack.pop() {
            for to in self.open.of(at).iter().map(|to| *to as usize) {
                if own[to] == Own::None && !reached[to] {
                    reached[to] = true;
                    stack.push(to);
                }
            }
        }
        reached
    }
}
