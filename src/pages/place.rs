//! A place's page.

use super::address::Addresses;
use super::drawings::{self, map::Counted};
use super::hrefs::record_path;
use super::page::Page;
use super::parts::{Head, body_and_sources, links, listed_sources};
use super::sections::{Owner, Taken};
use super::shop::Shop;
use super::view::{DrawingView, PlaceView, TextView};
use super::words;
use crate::model::{NameSort, PlacePrecision, RecordKind, Vocabulary};
use crate::resolve::{AnyIdx, PlaceEntry, PlaceIdx, Site};

/// Makes the page of a place.
pub fn page(shop: &Shop<'_>, addresses: &Addresses, index: PlaceIdx) -> Page {
    let entry = &shop.site.places[index.at()];
    let view = view(shop, addresses, index, entry);
    let path = record_path(RecordKind::Place, &entry.id);
    let events = words::count(view.events.total, "event", "events");
    let briefs = words::count(view.briefs.total, "brief", "briefs");
    let head = Head {
        kind: "place",
        title: &view.name,
        description: format!("{}: {events}, {briefs}.", view.name.text),
        path: &path,
        breadcrumbs: shop.above(RecordKind::Place),
        section: "places",
    };
    Page::new("place.html", "place", head.view(shop), view)
}

fn view(shop: &Shop<'_>, addresses: &Addresses, index: PlaceIdx, entry: &PlaceEntry) -> PlaceView {
    let data = &entry.data;
    let places = |list: Vec<PlaceIdx>| links(shop, list.into_iter().map(AnyIdx::Place));
    let taken = Taken::of(shop, Owner::Record(AnyIdx::Place(index)));
    let (body, sources) = body_and_sources(shop, addresses, entry, &listed_sources(entry));
    PlaceView {
        id: entry.id.clone(),
        name: shop.names().text(AnyIdx::Place(index)),
        native: other_names(shop, entry),
        stub: entry.stub,
        draft: entry.common.marking.draft == Some(true),
        kind: data.kind.as_deref().map(words::spaced),
        coordinates: data.point.map(coordinates),
        map: shop.if_printed("place", "map", || map(shop, index)),
        precision: data.point.and(data.precision).map(precision),
        within: places(enclosing(shop.site, index)),
        contains: places(shop.site.back.place_contains.of(index.at()).to_vec()),
        country: data.country.clone(),
        timezone: data.timezone.clone(),
        body: body.view,
        events: taken.events("events"),
        briefs: taken.briefs("briefs"),
        sources,
        tags: shop.tags(&entry.common.tags),
        extra: entry.common.extra.clone(),
    }
}

fn map(shop: &Shop<'_>, index: PlaceIdx) -> Option<DrawingView> {
    let places = [Counted { place: index, events: shop.site.back.place_events.of(index.at()).len() }];
    let title = format!("Where {} lies", shop.names().place(index).text);
    let drawn = drawings::map::places(shop.names(), &places, "section-map", &title)?;
    Some(drawn.view(shop.names()))
}

fn other_names(shop: &Shop<'_>, entry: &PlaceEntry) -> Vec<TextView> {
    let known = entry.data.names.iter().filter(|name| name.sort != NameSort::Weak);
    known.map(|name| words::text_in(&name.text, name.lang.as_ref(), &shop.config.language)).collect()
}

/// `51.73° N, 36.19° E`.
pub(super) fn coordinates((lat, lon): (f64, f64)) -> String {
    let half = |degrees: f64, plus: char, minus: char| {
        format!("{}° {}", degrees.abs(), if degrees < 0.0 { minus } else { plus })
    };
    format!("{}, {}", half(lat, 'N', 'S'), half(lon, 'E', 'W'))
}

pub(super) fn precision(precision: PlacePrecision) -> String {
    match precision {
        PlacePrecision::Exact => "exact".to_owned(),
        PlacePrecision::HundredMetres | PlacePrecision::Kilometre => precision.label().to_owned(),
        _ => format!("stands for {}", precision.label()),
    }
}

/// The places it lies in, nearest first.
fn enclosing(site: &Site, index: PlaceIdx) -> Vec<PlaceIdx> {
    let mut chain = Vec::new();
    let mut at = index;
    while let Some(within) = site.places[at.at()].links.within {
        // A circle is an error elsewhere; here it only must not go on for ever.
        if within == index || chain.contains(&within) {
            break;
        }
        chain.push(within);
        at = within;
    }
    chain
}

#[cfg(test)]
mod tests {
    use super::coordinates;

    #[test]
    fn points_are_printed_with_their_hemispheres() {
        assert_eq!(coordinates((51.73, 36.19)), "51.73° N, 36.19° E");
        assert_eq!(coordinates((-33.9, -77.06)), "33.9° S, 77.06° W");
    }
}
