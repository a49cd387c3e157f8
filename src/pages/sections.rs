//! Lists on a record's page, and the pages that hold the rest of long ones.

use super::hrefs::PAGE_ROWS;
use super::row::Row;
use super::shop::Shop;
use super::view::{ActorRow, AnyRow, BriefRow, ClaimRow, EventRow, PlaceRow, Section, SourceRow};
use crate::model::{Date, RecordKind};
use crate::resolve::{ActorIdx, AnyIdx, BriefIdx, ClaimIdx, EventIdx, PlaceIdx, SourceIdx, TagIdx};
use std::borrow::Cow;

/// Whose page a list stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each variant is what it is named after")]
pub enum Owner {
    Record(AnyIdx),
    Tag(TagIdx),
}

/// Items of one list, newest first or by name. Most are the site's own: each page of a long list asks for all of it.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each variant is what it is named after")]
pub enum Items<'a> {
    Briefs(Cow<'a, [BriefIdx]>),
    Actors(Cow<'a, [ActorIdx]>),
    Events(Cow<'a, [EventIdx]>),
    Sources(Cow<'a, [SourceIdx]>),
    Places(Cow<'a, [PlaceIdx]>),
    Claims(Cow<'a, [ClaimIdx]>),
}

/// A list on some page: the word in its path, its heading, its items.
#[derive(Debug)]
pub struct NamedList<'a> {
    /// `briefs`, `said`, …: the folder below the owner's page.
    pub name: &'static str,
    /// `Briefs that name`, to be followed by the owner's name.
    pub heading: &'static str,
    /// The items.
    pub items: Items<'a>,
}

impl Items<'_> {
    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Self::Briefs(list) => list.len(),
            Self::Actors(list) => list.len(),
            Self::Events(list) => list.len(),
            Self::Sources(list) => list.len(),
            Self::Places(list) => list.len(),
            Self::Claims(list) => list.len(),
        }
    }

    /// True where there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The word templates choose their table by.
    pub fn rows_of(&self) -> &'static str {
        match self {
            Self::Briefs(_) => "briefs",
            Self::Actors(_) => "actors",
            Self::Events(_) => "events",
            Self::Sources(_) => "sources",
            Self::Places(_) => "places",
            Self::Claims(_) => "claims",
        }
    }

    /// The row at this place of the list.
    pub fn row(&self, at: usize, shop: &Shop<'_>) -> AnyRow {
        match self {
            Self::Briefs(list) => AnyRow::Brief(shop.brief_row(list[at])),
            Self::Actors(list) => AnyRow::Actor(shop.actor_row(list[at])),
            Self::Events(list) => AnyRow::Event(shop.event_row(list[at])),
            Self::Sources(list) => AnyRow::Source(shop.source_row(list[at])),
            Self::Places(list) => AnyRow::Place(shop.place_row(list[at])),
            Self::Claims(list) => AnyRow::Claim(shop.claim_row(list[at])),
        }
    }

    /// What the item at this place stands under.
    pub fn heading(&self, at: usize, shop: &Shop<'_>) -> Heading {
        let site = shop.site;
        let year = |date: Option<&Date>| Heading::Year(date.and_then(Date::year));
        let letter = |record: AnyIdx| {
            let name = shop.names().link(record);
            let first = name.text.chars().find(|c| c.is_alphanumeric());
            Heading::Letter(first.map_or_else(String::new, |c| c.to_uppercase().collect()))
        };
        match self {
            Self::Briefs(list) => year(Some(&site.briefs[list[at].at()].data.date)),
            Self::Events(list) => year(site.events[list[at].at()].data.date.as_ref()),
            Self::Sources(list) => {
                let source = &site.sources[list[at].at()].data;
                // When a protected source spoke may tell who it is.
                year(source.published.as_ref().filter(|_| !source.protected))
            }
            Self::Claims(list) => year(site.claims[list[at].at()].claim.said_on.as_ref()),
            Self::Actors(list) => letter(AnyIdx::Actor(list[at])),
            Self::Places(list) => letter(AnyIdx::Place(list[at])),
        }
    }
}

/// What a run of items in a list has in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// The year of their dates, where they have one.
    Year(Option<i16>),
    /// The first letter of their names; empty where they have none.
    Letter(String),
}

impl Heading {
    /// For readers.
    pub fn in_words(&self) -> String {
        match self {
            Self::Year(Some(year)) => year.to_string(),
            Self::Year(None) => "Undated".to_owned(),
            Self::Letter(letter) => letter.clone(),
        }
    }
}

/// The lists of an owner's page that may be long.
pub fn lists<'a>(shop: &'a Shop<'_>, owner: Owner) -> Vec<NamedList<'a>> {
    let back = &shop.site.back;
    let list = |name, heading, items| NamedList { name, heading, items };
    match owner {
        Owner::Record(AnyIdx::Actor(actor)) => {
            let at = actor.at();
            vec![
                list("said", "Claims by", Items::Claims(back.actor_said.of(at).into())),
                list("said-about", "Claims about", Items::Claims(back.actor_about.of(at).into())),
                list("events", "Events that name", Items::Events(back.actor_events.of(at).into())),
                list("briefs", "Briefs that name", Items::Briefs(back.actor_briefs.of(at).into())),
                list("published", "Sources by", Items::Sources(back.actor_published.of(at).into())),
            ]
        }
        Owner::Record(AnyIdx::Event(event)) => vec![
            list("said-about", "Claims about", Items::Claims(claims_elsewhere(shop, event).into())),
            list("briefs", "Briefs that name", Items::Briefs(back.event_briefs.of(event.at()).into())),
        ],
        Owner::Record(AnyIdx::Source(source)) => {
            let at = source.at();
            vec![
                list("claims", "Claims that rest on", Items::Claims(back.source_claims.of(at).into())),
                list("briefs", "Briefs that cite", Items::Briefs(back.source_briefs.of(at).into())),
                list("events", "Events that cite", Items::Events(back.source_events.of(at).into())),
                list("actors", "Actors whose pages cite", Items::Actors(back.source_actors.of(at).into())),
            ]
        }
        Owner::Record(AnyIdx::Place(place)) => vec![
            list("events", "Events in", Items::Events(back.place_events.of(place.at()).into())),
            list("briefs", "Briefs that name", Items::Briefs(back.place_briefs.of(place.at()).into())),
        ],
        Owner::Record(AnyIdx::Brief(_) | AnyIdx::Page(_)) => Vec::new(),
        Owner::Tag(tag) => of_tag(shop, tag),
    }
}

/// Claims about an event that are not recorded with it.
fn claims_elsewhere(shop: &Shop<'_>, event: EventIdx) -> Vec<ClaimIdx> {
    let own = AnyIdx::Event(event);
    let all = shop.site.back.event_about.of(event.at()).iter().copied();
    all.filter(|claim| shop.site.claims[claim.at()].home != own).collect()
}

fn of_tag(shop: &Shop<'_>, tag: TagIdx) -> Vec<NamedList<'static>> {
    let (mut briefs, mut events, mut actors) = (Vec::new(), Vec::new(), Vec::new());
    let (mut sources, mut places) = (Vec::new(), Vec::new());
    for record in &shop.site.tag(tag).records {
        match record {
            AnyIdx::Brief(index) => briefs.push(*index),
            AnyIdx::Event(index) => events.push(*index),
            AnyIdx::Actor(index) => actors.push(*index),
            AnyIdx::Source(index) => sources.push(*index),
            AnyIdx::Place(index) => places.push(*index),
            AnyIdx::Page(_) => {}
        }
    }
    let list = |name, heading, items| NamedList { name, heading, items };
    vec![
        list("briefs", "Briefs about", Items::Briefs(briefs.into())),
        list("events", "Events about", Items::Events(events.into())),
        list("actors", "Actors about", Items::Actors(actors.into())),
        list("sources", "Sources about", Items::Sources(sources.into())),
        list("places", "Places about", Items::Places(places.into())),
    ]
}

/// The path of an owner's page.
pub fn owner_path(shop: &Shop<'_>, owner: Owner) -> String {
    match owner {
        Owner::Record(index) => super::hrefs::record_path(index.kind(), shop.site.id(index)),
        Owner::Tag(tag) => format!("tags/{}/", shop.site.tag(tag).slug),
    }
}

/// The kind whose list an owner's page stands under.
pub fn owner_kind(owner: Owner) -> Option<RecordKind> {
    match owner {
        Owner::Record(index) => Some(index.kind()),
        Owner::Tag(_) => None,
    }
}

/// An owner's lists, each taken once by the section that shows it.
pub struct Taken<'a> {
    shop: &'a Shop<'a>,
    path: String,
    lists: Vec<NamedList<'a>>,
}

impl<'a> Taken<'a> {
    /// The lists of `owner`.
    pub fn of(shop: &'a Shop<'a>, owner: Owner) -> Self {
        Self { shop, path: owner_path(shop, owner), lists: lists(shop, owner) }
    }

    fn section<R>(&self, name: &str, row: impl Fn(AnyRow) -> Option<R>) -> Section<R> {
        let Some(list) = self.lists.iter().find(|list| list.name == name) else {
            return Section { rows: Vec::new(), total: 0, more: None };
        };
        let total = list.items.len();
        let rows = (0..total.min(PAGE_ROWS)).filter_map(|at| row(list.items.row(at, self.shop))).collect();
        let more = (total > PAGE_ROWS).then(|| self.shop.hrefs.to(&format!("{}{name}/", self.path)));
        Section { rows, total, more }
    }

    /// The section of claims of this name.
    pub fn claims(&self, name: &str) -> Section<Row<ClaimRow>> {
        self.section(name, |row| if let AnyRow::Claim(row) = row { Some(row) } else { None })
    }
    /// The section of events of this name.
    pub fn events(&self, name: &str) -> Section<Row<EventRow>> {
        self.section(name, |row| if let AnyRow::Event(row) = row { Some(row) } else { None })
    }
    /// The section of briefs of this name.
    pub fn briefs(&self, name: &str) -> Section<Row<BriefRow>> {
        self.section(name, |row| if let AnyRow::Brief(row) = row { Some(row) } else { None })
    }
    /// The section of sources of this name.
    pub fn sources(&self, name: &str) -> Section<Row<SourceRow>> {
        self.section(name, |row| if let AnyRow::Source(row) = row { Some(row) } else { None })
    }
    /// The section of actors of this name.
    pub fn actors(&self, name: &str) -> Section<Row<ActorRow>> {
        self.section(name, |row| if let AnyRow::Actor(row) = row { Some(row) } else { None })
    }
    /// The section of places of this name.
    pub fn places(&self, name: &str) -> Section<Row<PlaceRow>> {
        self.section(name, |row| if let AnyRow::Place(row) = row { Some(row) } else { None })
    }
}
