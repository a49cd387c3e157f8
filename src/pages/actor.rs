//! An actor's page.

use super::address::Addresses;
use super::drawings;
use super::hrefs::record_path;
use super::page::Page;
use super::parts::{Head, body_and_sources, listed_sources};
use super::rows::native_names;
use super::sections::{Owner, Taken};
use super::shop::Shop;
use super::view::{
    ActorView, AliasView, DrawingView, Link, LinkView, MetView, MonthView, PositionView, TieView,
};
use super::words;
use crate::model::{
    Actor, ActorKind, Date, Lanes, Length, RecordKind, RelationType, Term, Vocabulary, month_name,
};
use crate::resolve::{ActorEntry, ActorIdx, AnyIdx, latest_office};
use std::collections::BTreeMap;

/// Makes the page of an actor.
pub fn page(shop: &Shop<'_>, addresses: &Addresses, index: ActorIdx) -> Page {
    let entry = &shop.site.actors[index.at()];
    let view = view(shop, addresses, index, entry);
    let path = record_path(RecordKind::Actor, &entry.id);
    let mut head = Head {
        kind: "actor",
        title: &view.name,
        description: description(shop, index),
        path: &path,
        breadcrumbs: shop.above(RecordKind::Actor),
        section: "actors",
    }
    .view(shop);
    let followed = shop.config.feeds && !shop.site.back.actor_briefs.of(index.at()).is_empty();
    head.feed = followed.then(|| shop.hrefs.to(&format!("{path}feed.xml")));
    Page::new("actor.html", "actor", head, view)
}

/// `President of the Republic of Korea. 8 briefs, 5 events, 12 claims.`
fn description(shop: &Shop<'_>, index: ActorIdx) -> String {
    let (at, back) = (index.at(), &shop.site.back);
    let kind = super::shop::capital(shop.actor(index).kind.label());
    let what = office(shop, index).unwrap_or(kind);
    let counts = [
        words::count(back.actor_briefs.of(at).len(), "brief", "briefs"),
        words::count(back.actor_events.of(at).len(), "event", "events"),
        words::count(back.actor_said.of(at).len(), "claim", "claims"),
    ];
    format!("{what}. {}.", counts.join(", "))
}

/// The latest office with the body it is held in, unless that is a state or the title names it already.
fn office(shop: &Shop<'_>, index: ActorIdx) -> Option<String> {
    let (at, position) = latest_office(shop.site, index)?;
    let org =
        shop.site.actors[index.at()].links.orgs[at].filter(|org| shop.actor(*org).kind != ActorKind::State);
    let org = org.map(|org| shop.names().actor(org).text.clone());
    Some(match org {
        Some(org) if !position.title.contains(&org) => format!("{}, {org}", position.title),
        _ => position.title.clone(),
    })
}

fn view(shop: &Shop<'_>, addresses: &Addresses, index: ActorIdx, entry: &ActorEntry) -> ActorView {
    let (data, names) = (&entry.data, shop.names());
    let taken = Taken::of(shop, Owner::Record(AnyIdx::Actor(index)));
    let (body, sources) = body_and_sources(shop, addresses, entry, &listed_sources(entry));
    ActorView {
        id: entry.id.clone(),
        name: names.text(AnyIdx::Actor(index)),
        native: native_names(&data.names, names),
        aliases: aliases(shop, data),
        kind: words::term(data.kind),
        stub: entry.stub,
        draft: entry.common.marking.draft == Some(true),
        office: office(shop, index),
        country: data.country.clone(),
        reliability: data.reliability.map(words::term),
        identifiers: identifiers(data),
        positions: positions(shop, entry),
        member_of: ties_up(shop, entry),
        members: ties_down(shop, index),
        relations: relations(shop, index, entry),
        network: shop.if_printed("actor", "network", || network(shop, index)),
        activity: shop.if_printed("actor", "activity", || activity(shop, index)),
        body: body.view,
        said: taken.claims("said"),
        said_about: taken.claims("said-about"),
        timeline: shop.if_printed("actor", "timeline", || timeline(shop, index)),
        events: taken.events("events"),
        briefs: taken.briefs("briefs"),
        published: taken.sources("published"),
        met: shop.if_printed("actor", "met", || met(shop, index)),
        sources,
        tags: shop.tags(&entry.common.tags),
        extra: entry.common.extra.clone(),
    }
}

/// Names in the readers' own language or in none that is told; the others stand beside the main name.
fn aliases(shop: &Shop<'_>, data: &Actor) -> Vec<AliasView> {
    let lang = &shop.config.language;
    let own = data.names.iter().filter(|name| name.lang.as_ref().is_none_or(|tag| tag.base() == lang.base()));
    own.map(|name| AliasView {
        name: words::text_in(&name.text, name.lang.as_ref(), lang),
        sort: words::term(name.sort),
    })
    .collect()
}

fn identifiers(data: &Actor) -> Vec<Link> {
    let plain =
        |text: String, href: Option<String>| Link::from(LinkView { href, text, lang: None, dir: None });
    let known = data.identifiers.iter().map(|(scheme, id)| {
        let sound = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let href = match scheme.as_str() {
            "wikidata" if sound => Some(format!("https://www.wikidata.org/wiki/{id}")),
            "viaf" if sound => Some(format!("https://viaf.org/viaf/{id}")),
            "lei" if sound => Some(format!("https://search.gleif.org/#/record/{id}")),
            _ => None,
        };
        plain(format!("{scheme}: {id}"), href)
    });
    known.chain(data.same_as.iter().map(|url| plain(url.clone(), Some(url.clone())))).collect()
}

/// Offices, newest first; undated ones last, in the author's order.
fn positions(shop: &Shop<'_>, entry: &ActorEntry) -> Vec<PositionView> {
    let mut list: Vec<_> = entry.data.positions.iter().zip(&entry.links.orgs).collect();
    let began = |date: Option<&Date>| std::cmp::Reverse(date.map(|date| date.earliest));
    list.sort_by_key(|(position, _)| began(position.term.from.as_ref()));
    let view = |(position, org): (&crate::model::Position, &Option<ActorIdx>)| PositionView {
        title: position.title.clone(),
        org: org.map(|org| shop.names().actor(org)),
        from: position.term.from.as_ref().map(words::date),
        to: position.term.to.as_ref().map(words::date),
    };
    list.into_iter().map(view).collect()
}

fn tie(shop: &Shop<'_>, other: ActorIdx, label: String, term: &Term) -> TieView {
    TieView {
        actor: shop.names().actor(other),
        label,
        from: term.from.as_ref().map(words::date),
        to: term.to.as_ref().map(words::date),
    }
}

fn ties_up(shop: &Shop<'_>, entry: &ActorEntry) -> Vec<TieView> {
    let own = entry.data.member_of.iter().zip(&entry.links.member_of);
    let members = own.map(|(membership, body)| tie(shop, *body, String::new(), &membership.term));
    let relations = entry.data.relations.iter().zip(&entry.links.relations);
    let part_of = relations.filter(|(relation, _)| relation.kind == RelationType::PartOf);
    members.chain(part_of.map(|(relation, body)| tie(shop, *body, String::new(), &relation.term))).collect()
}

fn ties_down(shop: &Shop<'_>, index: ActorIdx) -> Vec<TieView> {
    let mut ties = Vec::new();
    for member in shop.site.back.actor_members.of(index.at()) {
        let entry = &shop.site.actors[member.at()];
        let own = entry.data.member_of.iter().zip(&entry.links.member_of).find(|(_, body)| **body == index);
        ties.extend(own.map(|(membership, _)| tie(shop, *member, String::new(), &membership.term)));
    }
    for (member, nth) in shop.site.back.actor_relations.of(index.at()) {
        let relation = &shop.site.actors[member.at()].data.relations[*nth as usize];
        if relation.kind == RelationType::PartOf {
            ties.push(tie(shop, *member, String::new(), &relation.term));
        }
    }
    ties
}

/// Relations both ways, but those that say what belongs to what.
fn relations(shop: &Shop<'_>, index: ActorIdx, entry: &ActorEntry) -> Vec<TieView> {
    let mut ties = Vec::new();
    for (relation, other) in entry.data.relations.iter().zip(&entry.links.relations) {
        if relation.kind != RelationType::PartOf {
            let label = relation.label.clone().unwrap_or_else(|| relation.kind.label().to_owned());
            ties.push(tie(shop, *other, label, &relation.term));
        }
    }
    for (other, nth) in shop.site.back.actor_relations.of(index.at()) {
        let relation = &shop.site.actors[other.at()].data.relations[*nth as usize];
        if relation.kind != RelationType::PartOf && *other != index {
            ties.push(tie(shop, *other, relation.kind.inverse_label().to_owned(), &relation.term));
        }
    }
    ties
}

fn met(shop: &Shop<'_>, index: ActorIdx) -> Vec<MetView> {
    const SHOWN: usize = 12;
    let list = shop.site.back.actor_met.of(index.at());
    let most = list.first().map_or(1, |(_, count)| *count);
    let view = |(other, count): &(ActorIdx, u32)| MetView {
        actor: shop.names().actor(*other),
        count: *count as usize,
        share: share(*count as usize, most as usize),
    };
    list.iter().take(SHOWN).map(view).collect()
}

/// `part` of `whole` in per cent, at least 1 where it is anything at all.
pub fn share(part: usize, whole: usize) -> usize {
    if part == 0 || whole == 0 { 0 } else { (part * 100 / whole).max(1) }
}

/// Events below which a list tells more than a picture.
const WORTH_DRAWING: usize = 3;

/// The newest events of an actor, drawn.
fn timeline(shop: &Shop<'_>, index: ActorIdx) -> Option<DrawingView> {
    let newest_first = shop.site.back.actor_events.of(index.at());
    if newest_first.len() < WORTH_DRAWING {
        return None;
    }
    let (site, most) = (shop.site, drawings::timeline::MOST);
    let dated = newest_first.iter().filter(|event| site.events[event.at()].data.date.is_some());
    let mut events: Vec<_> = dated.take(most).copied().collect();
    events.reverse();
    let title = format!("Events that {} took part in", shop.names().actor(index).text);
    let listed = newest_first.len();
    let drawn =
        drawings::timeline::of_many(shop.names(), &events, listed, Lanes::Type, "section-timeline", &title);
    drawn.map(|drawn| drawn.view(shop.names()))
}

/// What ties it to others, drawn.
fn network(shop: &Shop<'_>, index: ActorIdx) -> Option<DrawingView> {
    let title = format!("Ties of {}", shop.names().actor(index).text);
    let drawn = drawings::network::of_one(shop.names(), index, "section-network", &title);
    drawn.map(|drawn| drawn.view(shop.names()))
}

/// Months in a strip of activity, at most.
const LONGEST_STRIP: i32 = 36;

/// Briefs and events by month, where there are two months or more and they span no more than three years.
fn activity(shop: &Shop<'_>, index: ActorIdx) -> Vec<MonthView> {
    let (site, at) = (shop.site, index.at());
    let briefs = site.back.actor_briefs.of(at).iter().map(|brief| Some(&site.briefs[brief.at()].data.date));
    let events = site.back.actor_events.of(at).iter().map(|event| site.events[event.at()].data.date.as_ref());
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for day in briefs.chain(events).flatten().filter_map(Date::first_day) {
        *counts.entry(i32::from(day.year()) * 12 + i32::from(day.month()) - 1).or_default() += 1;
    }
    let (Some(first), Some(last)) = (counts.keys().next(), counts.keys().next_back()) else {
        return Vec::new();
    };
    if first == last || last - first >= LONGEST_STRIP {
        return Vec::new();
    }
    let most = counts.values().copied().max().unwrap_or(1);
    let month = |month: i32| {
        let count = counts.get(&month).copied().unwrap_or(0);
        let name = month_name(u8::try_from(month.rem_euclid(12) + 1).unwrap_or(1), Length::Full);
        MonthView { label: format!("{name} {}", month.div_euclid(12)), count, share: share(count, most) }
    };
    (*first..=*last).map(month).collect()
}
