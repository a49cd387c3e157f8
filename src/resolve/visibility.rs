//! Who may see what: decided before anything else is.

use super::as_of;
use super::flat::Flat;
use crate::model::{Data, Known, Marking, Record, RecordKind, Tlp, Vocabulary};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

/// For whom and when an edition is made.
#[derive(Debug, Clone)]
pub struct Audience {
    /// The most restricted marking its readers may see.
    pub tlp: Tlp,
    /// Whether drafts are in it.
    pub drafts: bool,
    /// The moment at which embargoes are judged.
    pub now: Timestamp,
    /// The day as of which it is: what came later is left out.
    pub as_of: Option<civil::Date>,
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

    /// The moment at which it is judged whether something is overdue: the last second of the day as of which the edition
    /// is, so that nothing due on the day itself is late; else now.
    pub fn judged_at(&self) -> Timestamp {
        let last = self.as_of.and_then(|day| day.at(23, 59, 59, 0).to_zoned(TimeZone::UTC).ok());
        last.map_or(self.now, |last| last.timestamp())
    }

    /// The same readers without a day.
    pub fn today(&self) -> Self {
        Self { as_of: None, ..self.clone() }
    }
}

/// One record naming another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub from: u32,
    pub to: u32,
    /// True where the reference itself may not be seen.
    pub hidden: bool,
    /// True where the reference came after the edition's day.
    pub later: bool,
    /// True where a brief or a claim makes it, which bears a date.
    pub dated: bool,
}

/// What became of each record of the flat list.
pub(super) struct Seen {
    pub visible: Vec<bool>,
    /// True for what would be visible but for the edition's day. To name it is no mistake.
    pub left_out: Vec<bool>,
}

/// Which records are visible.
///
/// One with keys of its own goes by them. A brief or page without is visible. An actor, event, source or place
/// without takes the most open visibility among the records that mention it, so it is visible when a visible
/// record mentions it, or when no withheld one leads to it at all. A source of a library is visible only when a visible
/// record mentions it: a library is a store, not a list.
///
/// In an edition as of a day, what came later is withheld too. An event that was known by then stands by itself.
pub(super) fn decide(flat: &[Flat], edges: &[Edge], audience: &Audience) -> Seen {
    let own: Vec<Own> = flat.iter().map(|one| Own::of(&one.record, audience)).collect();
    let today = reached(flat, edges, &own, |edge| edge.hidden);
    if audience.as_of.is_none() {
        return Seen { left_out: vec![false; flat.len()], visible: today };
    }
    let then: Vec<Own> = flat
        .iter()
        .enumerate()
        .map(|(at, one)| Own::then(own[at], today[at], &one.record, audience))
        .collect();
    let visible = reached(flat, edges, &then, |edge| edge.hidden || edge.later);
    let left_out = today.iter().zip(&visible).map(|(today, then)| *today && !then).collect();
    Seen { visible, left_out }
}

fn reached(flat: &[Flat], edges: &[Edge], own: &[Own], hidden: impl Fn(&Edge) -> bool) -> Vec<bool> {
    let records = flat.len();
    let graph = Graph::new(records, edges, own, &hidden);
    let withheld = (0..records).filter(|at| matches!(own[*at], Own::Withheld | Own::ByDatedMention));
    let hidden_mentions = edges.iter().filter(|edge| hidden(edge)).map(|edge| edge.to as usize);
    let tainted = graph.reach(withheld.chain(hidden_mentions.filter(|to| own[*to] == Own::None)), own);
    let stands_alone = |at: usize| own[at] == Own::None && !tainted[at] && !flat[at].record.is_of_library();
    let roots = (0..records).filter(|at| own[*at] == Own::Visible || stands_alone(*at));
    graph.reach(roots, own)
}

/// What a record's own keys say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Own {
    Visible,
    Withheld,
    /// Goes by those who mention it.
    None,
    /// Is visible where a visible brief or claim mentions it, and only there.
    ByDatedMention,
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

    /// What they say in an edition as of a day, of a record that is visible `today` or not.
    fn then(own: Self, today: bool, record: &Record, audience: &Audience) -> Self {
        if !today {
            return Self::Withheld;
        }
        let is_event = matches!(record.data, Data::Event(_)) && as_of::date_of(record).is_some();
        match as_of::record(record, audience) {
            Known::Yes if is_event => Self::Visible,
            Known::Yes => own,
            Known::Later | Known::Unclear if as_of::is_known_by_mention(record) => Self::ByDatedMention,
            Known::Later | Known::Unclear => Self::Withheld,
        }
    }
}

struct Graph {
    open: super::back::Back<u32>,
}

impl Graph {
    fn new(records: usize, edges: &[Edge], own: &[Own], hidden: &impl Fn(&Edge) -> bool) -> Self {
        let opens = |edge: &&Edge| {
            let enough = edge.dated || own[edge.to as usize] != Own::ByDatedMention;
            !hidden(edge) && enough
        };
        let pairs: Vec<(u32, u32)> = edges.iter().filter(opens).map(|edge| (edge.from, edge.to)).collect();
        Self { open: super::back::Back::new(records, &pairs) }
    }

    /// The starts, and every record that goes by mentions that they lead to.
    fn reach(&self, starts: impl Iterator<Item = usize>, own: &[Own]) -> Vec<bool> {
        let mut reached = vec![false; own.len()];
        let mut stack: Vec<usize> = starts.collect();
        stack.iter().for_each(|at| reached[*at] = true);
        while let Some(at) = stack.pop() {
            for to in self.open.of(at).iter().map(|to| *to as usize) {
                if matches!(own[to], Own::None | Own::ByDatedMention) && !reached[to] {
                    reached[to] = true;
                    stack.push(to);
                }
            }
        }
        reached
    }
}
