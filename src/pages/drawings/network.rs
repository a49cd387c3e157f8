//! Networks of actors: memberships and relations.

use super::{Drawn, sentences};
use crate::figures::{Network, Node, Tie, draw_fan, draw_network};
use crate::model::{RelationType, Term, Vocabulary};
use crate::pages::shop::Names;
use crate::pages::words;
use crate::resolve::{ActorIdx, Site};
use std::collections::{BTreeMap, BTreeSet};

/// Actors in one drawing, at most.
const MOST: usize = 60;
/// Ties of one actor in a drawing, at most.
const MOST_OF_ONE: usize = 24;

/// A tie as its first actor's file records it.
pub struct Recorded<'a> {
    /// Whose file it stands in.
    pub from: ActorIdx,
    /// The other.
    pub to: ActorIdx,
    /// What ties them, read from the first.
    pub label: &'a str,
    /// The same, read from the other.
    pub inverse: &'a str,
    /// True for belonging.
    pub belongs: bool,
    /// When.
    pub term: &'a Term,
}

/// The ties that an actor's own file records.
pub fn recorded(site: &Site, from: ActorIdx) -> impl Iterator<Item = Recorded<'_>> {
    let entry = &site.actors[from.at()];
    let members = entry.data.member_of.iter().zip(&entry.links.member_of).map(move |(one, to)| Recorded {
        from,
        to: *to,
        label: "belongs to",
        inverse: "contains",
        belongs: true,
        term: &one.term,
    });
    let relations = entry.data.relations.iter().zip(&entry.links.relations).map(move |(one, to)| Recorded {
        from,
        to: *to,
        label: one.label.as_deref().unwrap_or(one.kind.label()),
        inverse: one.kind.inverse_label(),
        belongs: one.kind == RelationType::PartOf,
        term: &one.term,
    });
    members.chain(relations).filter(move |tie| tie.to != from)
}

/// The actors whose files record a tie to this one, each once.
pub fn tied_to(site: &Site, actor: ActorIdx) -> BTreeSet<ActorIdx> {
    let members = site.back.actor_members.of(actor.at()).iter().copied();
    members.chain(site.back.actor_relations.of(actor.at()).iter().map(|(other, _)| *other)).collect()
}

/// Draws the actors among whom there are ties, those with most first; none where there is no tie.
pub fn all(names: Names<'_>, ties: &[Recorded<'_>], id: &str, title: &str) -> Option<Drawn> {
    let mut counts: BTreeMap<ActorIdx, usize> = BTreeMap::new();
    for tie in ties {
        *counts.entry(tie.from).or_default() += 1;
        *counts.entry(tie.to).or_default() += 1;
    }
    let mut actors: Vec<(ActorIdx, usize)> = counts.into_iter().collect();
    actors.sort_by_key(|(actor, count)| (std::cmp::Reverse(*count), *actor));
    let total = actors.len();
    actors.truncate(MOST);
    let place: BTreeMap<ActorIdx, usize> =
        actors.iter().enumerate().map(|(at, (actor, _))| (*actor, at)).collect();
    let drawn = ties.iter().filter_map(|tie| {
        let (from, to) = (*place.get(&tie.from)?, *place.get(&tie.to)?);
        let (label, words) = (tie.label.to_owned(), in_words(names, tie));
        Some(Tie { from, to, belongs: tie.belongs, label, words })
    });
    let network = Network {
        id: id.to_owned(),
        title: title.to_owned(),
        ties: drawn.collect(),
        nodes: actors.iter().map(|(actor, _)| node(names, *actor)).collect(),
    };
    let svg = draw_network(&network);
    if svg.is_empty() {
        return None;
    }
    let count = words::count(network.nodes.len(), "actor", "actors");
    let more = if total > MOST { format!("; {} more in the list", total - MOST) } else { String::new() };
    let note = note(format!("{count}{more}."), &network, true);
    Some(Drawn { svg, note, class: "network", data: "data/actors.json" })
}

/// Draws the ties of one actor, from two up.
pub fn of_one(names: Names<'_>, actor: ActorIdx, id: &str, title: &str) -> Option<Drawn> {
    let site = names.site;
    let own = recorded(site, actor).map(|tie| (tie.to, tie.label, tie.belongs, in_words(names, &tie)));
    let others = tied_to(site, actor).into_iter().flat_map(|other| recorded(site, other));
    let back = others.filter(|tie| tie.to == actor);
    let back = back.map(|tie| (tie.from, tie.inverse, tie.belongs, in_words(names, &tie)));
    let ties: Vec<(ActorIdx, &str, bool, String)> = own.chain(back).collect();
    if ties.len() < 2 {
        return None;
    }
    let total = ties.len();
    let mut network = Network {
        id: id.to_owned(),
        title: title.to_owned(),
        nodes: vec![node(names, actor)],
        ties: Vec::new(),
    };
    for (other, label, belongs, words) in ties.into_iter().take(MOST_OF_ONE) {
        network.nodes.push(node(names, other));
        let to = network.nodes.len() - 1;
        network.ties.push(Tie { from: 0, to, belongs, label: label.to_owned(), words });
    }
    let svg = draw_fan(&network);
    let count = words::count(network.ties.len(), "tie", "ties");
    let more = if total > MOST_OF_ONE {
        format!("; {} more in the list", total - MOST_OF_ONE)
    } else {
        String::new()
    };
    let note = note(format!("{count}{more}."), &network, false);
    Some(Drawn { svg, note, class: "network", data: "data/actors.json" })
}

fn node(names: Names<'_>, actor: ActorIdx) -> Node {
    let link = names.actor(actor).to_view();
    Node { href: link.href.unwrap_or_default(), name: link.text }
}

/// `North Korea supplies Russia`.
fn in_words(names: Names<'_>, tie: &Recorded<'_>) -> String {
    format!("{} {} {}", names.actor(tie.from).text, tie.label, names.actor(tie.to).text)
}

fn note(text: String, network: &Network, arrows: bool) -> String {
    let any = |belongs: bool| network.ties.iter().any(|tie| tie.belongs == belongs);
    sentences(
        text,
        &[
            (any(true) && arrows, "A thin arrow leads to what one belongs to."),
            (any(false) && arrows, "A strong arrow is another relation; the list says which."),
            (any(true) && any(false) && !arrows, "A thin line is belonging, a strong one another relation."),
        ],
    )
}
