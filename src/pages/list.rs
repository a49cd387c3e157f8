//! Paginated lists: of each kind, and of what does not fit on a record's page.

use super::claims;
use super::hrefs::{PAGE_ROWS, list_path};
use super::page::Page;
use super::parts::{Head, plain_title};
use super::sections::{Items, NamedList, Owner, owner_kind, owner_path};
use super::shop::{Shop, capital};
use super::view::{AnyRow, GroupView, Link, ListView, PageView, PagerView};
use crate::model::RecordKind;
use crate::resolve::{ActorIdx, AnyIdx, BriefIdx, ClaimIdx, EventIdx, PlaceIdx, SourceIdx, TagIdx};

/// The lists that every site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each variant is what it lists")]
pub enum MainList {
    Briefs,
    Actors,
    Events,
    Sources,
    Places,
    Claims,
    Tags,
}

impl MainList {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 7] =
        [Self::Briefs, Self::Actors, Self::Events, Self::Claims, Self::Places, Self::Sources, Self::Tags];

    /// The word in its path.
    pub fn word(self) -> &'static str {
        match self {
            Self::Briefs => "briefs",
            Self::Actors => "actors",
            Self::Events => "events",
            Self::Sources => "sources",
            Self::Places => "places",
            Self::Claims => "claims",
            Self::Tags => "tags",
        }
    }

    /// How many rows it has.
    pub fn total(self, shop: &Shop<'_>) -> usize {
        let site = shop.site;
        match self {
            Self::Briefs => site.briefs.len(),
            Self::Actors => site.actors.len(),
            Self::Events => site.events.len(),
            Self::Sources => site.sources.len(),
            Self::Places => site.places.len(),
            Self::Claims => site.claims.len(),
            Self::Tags => site.tags.len(),
        }
    }

    fn intro(self) -> &'static str {
        match self {
            Self::Briefs | Self::Tags | Self::Places => "",
            Self::Actors => "People, bodies, states and units named in these pages.",
            Self::Events => "What happened, as far as it is known.",
            Self::Sources => "Everything these pages rest on.",
            Self::Claims => "Who said what, when, and where it was published.",
        }
    }

    /// The items of one of its pages, numbered from 1; none for tags, which are no records.
    fn items(self, shop: &Shop<'_>, number: usize) -> Option<Items<'static>> {
        let range = rows_of(number, self.total(shop));
        Some(match self {
            Self::Briefs => Items::Briefs(range.map(BriefIdx::from_at).collect()),
            Self::Actors => Items::Actors(range.map(ActorIdx::from_at).collect()),
            Self::Events => Items::Events(range.map(EventIdx::from_at).collect()),
            Self::Sources => Items::Sources(range.map(SourceIdx::from_at).collect()),
            Self::Places => Items::Places(range.map(PlaceIdx::from_at).collect()),
            Self::Claims => Items::Claims(range.map(ClaimIdx::from_at).collect()),
            Self::Tags => return None,
        })
    }
}

/// How many pages a list of `total` rows takes: one at least.
pub fn pages(total: usize) -> usize {
    total.div_ceil(PAGE_ROWS).max(1)
}

/// The places of the rows on the page with this number, from 1.
pub(super) fn rows_of(number: usize, total: usize) -> std::ops::Range<usize> {
    let from = (number - 1) * PAGE_ROWS;
    from.min(total)..(from + PAGE_ROWS).min(total)
}

/// Makes a page of one of the main lists.
pub fn main(shop: &Shop<'_>, list: MainList, number: usize) -> Page {
    let total = list.total(shop);
    let folder = format!("{}/", list.word());
    let of_claims = list == MainList::Claims && total > 0;
    let groups = match list.items(shop, number) {
        Some(items) => grouped(shop, &items, 0..items.len()),
        None => tag_groups(shop, rows_of(number, total)),
    };
    let view = ListView {
        title: capital(list.word()),
        intro: list.intro().to_owned(),
        rows_of: list.word(),
        groups,
        total,
        pager: pager(shop, &folder, number, total),
        filters: if of_claims { claims::filters(shop, None) } else { Vec::new() },
        downloads: if of_claims { claims::downloads(shop) } else { Vec::new() },
    };
    page(shop, view, &folder, number, shop.home(), list.word())
}

fn tag_groups(shop: &Shop<'_>, range: std::ops::Range<usize>) -> Vec<GroupView> {
    let rows: Vec<AnyRow> = range.map(|at| AnyRow::Tag(shop.tag_row(at))).collect();
    if rows.is_empty() {
        Vec::new()
    } else {
        vec![GroupView { heading: String::new(), id: String::new(), rows }]
    }
}

/// Makes a page of a list that is too long for its owner's page.
pub fn overflow(shop: &Shop<'_>, owner: Owner, list: &NamedList<'_>, number: usize) -> Page {
    let folder = format!("{}{}/", owner_path(shop, owner), list.name);
    let above = owner_link(shop, owner);
    let total = list.items.len();
    let view = ListView {
        title: format!("{} {}", list.heading, above.text),
        intro: String::new(),
        rows_of: list.items.rows_of(),
        groups: grouped(shop, &list.items, rows_of(number, total)),
        total,
        pager: pager(shop, &folder, number, total),
        filters: Vec::new(),
        downloads: Vec::new(),
    };
    let (mut crumbs, section) = match owner_kind(owner) {
        Some(kind) => (shop.above(kind), kind.plural()),
        None => (tags_above(shop), "tags"),
    };
    crumbs.push(above);
    page(shop, view, &folder, number, crumbs, section)
}

/// The path above a tag's page.
pub fn tags_above(shop: &Shop<'_>) -> Vec<Link> {
    let mut above = shop.home();
    above.push(shop.fixed("tags/", "Tags"));
    above
}

fn owner_link(shop: &Shop<'_>, owner: Owner) -> Link {
    match owner {
        Owner::Record(index) => shop.names().link(index),
        Owner::Tag(tag) => tag_link(shop, tag),
    }
}

fn tag_link(shop: &Shop<'_>, tag: TagIdx) -> Link {
    let tag = shop.site.tag(tag);
    shop.fixed(&format!("tags/{}/", tag.slug), &tag.name)
}

/// Rows under a heading for each run of items with the same year or letter.
pub(super) fn grouped(shop: &Shop<'_>, items: &Items<'_>, range: std::ops::Range<usize>) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = Vec::new();
    let mut last = None;
    for at in range {
        let heading = items.heading(at, shop);
        let row = items.row(at, shop);
        match groups.last_mut().filter(|_| last.as_ref() == Some(&heading)) {
            Some(group) => group.rows.push(row),
            None => {
                let words = heading.in_words();
                // A letter may come back after another where names are sorted without their accents.
                let id = if words.is_empty() { String::new() } else { format!("group-{}", groups.len() + 1) };
                groups.push(GroupView { heading: words, id, rows: vec![row] });
                last = Some(heading);
            }
        }
    }
    groups
}

/// The pager of a list of `total` rows; none where all of it is on one page.
pub fn pager(shop: &Shop<'_>, folder: &str, number: usize, total: usize) -> Option<PagerView> {
    pager_of(shop, folder, number, pages(total))
}

/// The pager of a list of `of` pages; none where all of it is on one.
pub fn pager_of(shop: &Shop<'_>, folder: &str, number: usize, of: usize) -> Option<PagerView> {
    let href = |number: usize| shop.hrefs.list(folder, number);
    (of > 1).then(|| PagerView {
        number,
        of,
        prev: (number > 1).then(|| href(number - 1)),
        next: (number < of).then(|| href(number + 1)),
        first: href(1),
        last: href(of),
    })
}

/// Puts the neighbours of a list's page into its head.
pub fn with_pager(head: &mut PageView, pager: Option<&PagerView>) {
    head.prev = pager.and_then(|pager| pager.prev.clone());
    head.next = pager.and_then(|pager| pager.next.clone());
    if let Some(pager) = pager.filter(|pager| pager.number > 1) {
        head.title = format!("{}, page {} of {}", head.title, pager.number, pager.of);
    }
}

/// Makes a page of a list that is shown by `list.html`.
pub(super) fn page(
    shop: &Shop<'_>,
    view: ListView,
    folder: &str,
    number: usize,
    breadcrumbs: Vec<Link>,
    section: &'static str,
) -> Page {
    let title = plain_title(&view.title);
    let path = list_path(folder, number);
    let mut head = Head {
        kind: "list",
        title: &title,
        description: view.intro.clone(),
        path: &path,
        breadcrumbs,
        section,
    }
    .view(shop);
    with_pager(&mut head, view.pager.as_ref());
    Page::new("list.html", "list", head, view)
}

/// Every page of every list that is too long for its owner's page, with the owner and the list's place.
pub fn overflows(shop: &Shop<'_>, owner: Owner) -> Vec<(usize, String, usize)> {
    let lists = super::sections::lists(shop, owner).into_iter().enumerate();
    let long = lists.filter(|(_, list)| list.items.len() > PAGE_ROWS);
    let folder = |name: &str| format!("{}{name}/", owner_path(shop, owner));
    long.flat_map(|(at, list)| {
        let folder = folder(list.name);
        (1..=pages(list.items.len())).map(move |number| (at, list_path(&folder, number), number))
    })
    .collect()
}

/// Kinds whose pages own lists.
pub fn owners(shop: &Shop<'_>) -> Vec<Owner> {
    let site = shop.site;
    let of = |kind: RecordKind, count: usize| (0..count).map(move |at| Owner::Record(AnyIdx::new(kind, at)));
    of(RecordKind::Actor, site.actors.len())
        .chain(of(RecordKind::Event, site.events.len()))
        .chain(of(RecordKind::Source, site.sources.len()))
        .chain(of(RecordKind::Place, site.places.len()))
        .chain((0..site.tags.len()).map(|at| Owner::Tag(TagIdx::from_at(at))))
        .collect()
}
