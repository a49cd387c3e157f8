//! Places as data.

use super::fields::{NameData, key, names, number, place_ids, source_ids, text, url};
use crate::pages::Shop;
use crate::resolve::{AnyIdx, PlaceEntry, PlaceIdx};
use serde::Serialize;
use serde_json::Value;

#[derive(Debug, Serialize)]
pub(super) struct PlaceData {
    id: String,
    url: String,
    name: String,
    names: Vec<NameData>,
    kind: Option<String>,
    lat: Option<Value>,
    lon: Option<Value>,
    precision: Option<&'static str>,
    within: Option<String>,
    country: Vec<String>,
    timezone: Option<String>,
    sources: Vec<String>,
    tags: Vec<String>,
    stub: bool,
}

/// Every place, by id.
pub(super) fn all<'a>(shop: &'a Shop<'a>) -> impl Iterator<Item = PlaceData> + 'a {
    let mut order: Vec<usize> = (0..shop.site.places.len()).collect();
    order.sort_by_key(|at| &shop.site.places[*at].id);
    order.into_iter().map(|at| data(shop, PlaceIdx::from_at(at), &shop.site.places[at]))
}

fn data(shop: &Shop<'_>, index: PlaceIdx, entry: &PlaceEntry) -> PlaceData {
    let data = &entry.data;
    PlaceData {
        id: entry.id.clone(),
        url: url(shop, AnyIdx::Place(index)),
        name: text(shop, &data.name),
        names: names(&data.names),
        kind: data.kind.clone(),
        lat: data.point.map(|(lat, _)| number(lat)),
        lon: data.point.map(|(_, lon)| number(lon)),
        precision: key(data.precision),
        within: entry.links.within.map(|within| place_ids(shop.site, &[within]).concat()),
        country: data.country.clone(),
        timezone: data.timezone.clone(),
        sources: source_ids(shop.site, &entry.cited),
        tags: entry.common.tag_names(),
        stub: entry.stub,
    }
}
