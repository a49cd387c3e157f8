//! The map: the places of all events.

use super::drawings::{self, map::Counted};
use super::page::Page;
use super::parts::{Head, plain_title};
use super::shop::Shop;
use super::view::{MapView, SpotView};
use super::words;
use crate::resolve::{AnyIdx, PlaceIdx};

/// The folder of the map.
pub const FOLDER: &str = "map/";

/// Rows in the table below the map.
const ROWS: usize = 500;

/// True where there is something to show: a place with a position.
pub fn any(shop: &Shop<'_>) -> bool {
    shop.site.places.iter().any(|place| place.data.point.is_some())
}

/// Makes the page.
pub fn page(shop: &Shop<'_>) -> Page {
    let site = shop.site;
    let counted =
        |at: usize| Counted { place: PlaceIdx::from_at(at), events: site.back.place_events.of(at).len() };
    let mut places: Vec<Counted> = (0..site.places.len()).map(counted).collect();
    // Stable: places stand in the order of their names.
    places.sort_by_key(|one| std::cmp::Reverse(one.events));
    let title = "Places of events";
    let drawing = drawings::map::places(shop.names(), &places, "section-map", title);
    let row = |one: &Counted| {
        let data = &site.places[one.place.at()].data;
        SpotView {
            place: shop.names().link(AnyIdx::Place(one.place)),
            coordinates: data.point.map(super::place::coordinates),
            precision: data.point.and(data.precision).map(super::place::precision),
            events: one.events,
        }
    };
    let view = MapView {
        drawing: drawing.map(|drawn| drawn.view(shop.names())),
        rows: places.iter().take(ROWS).map(row).collect(),
        total: places.len(),
        all: shop.fixed("places/", "All places"),
    };
    let title = plain_title("Map");
    let head = Head {
        kind: "map",
        title: &title,
        description: format!("Where it happened: {}.", words::count(places.len(), "place", "places")),
        path: FOLDER,
        breadcrumbs: shop.home(),
        section: "map",
    };
    Page::new("map.html", "map", head.view(shop), view)
}
