//! Maps of places.

use super::{Drawn, sentences};
use crate::figures::{Map, Spot, draw_map};
use crate::model::PlacePrecision;
use crate::pages::place::precision;
use crate::pages::shop::Names;
use crate::pages::words;
use crate::resolve::{AnyIdx, PlaceIdx};

/// Places on one map, at most.
const MOST: usize = 60;

/// A place and how many events happened there.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// The place.
    pub place: PlaceIdx,
    /// Events of those the map is about.
    pub events: usize,
}

/// Draws places, of which those with most events come first; none where not one of them has a position.
pub fn places(names: Names<'_>, places: &[Counted], id: &str, title: &str) -> Option<Drawn> {
    let with_point =
        || places.iter().filter_map(|one| Some((one, names.site.places[one.place.at()].data.point?)));
    let spots: Vec<Spot> = with_point().take(MOST).map(|(one, point)| spot(names, *one, point)).collect();
    let map = Map { id: id.to_owned(), title: title.to_owned(), spots };
    let svg = draw_map(&map);
    if svg.is_empty() {
        return None;
    }
    let note = note(&map, with_point().count(), places.len());
    Some(Drawn { svg, note, class: "map", data: "data/places.json" })
}

fn spot(names: Names<'_>, one: Counted, point: (f64, f64)) -> Spot {
    let data = &names.site.places[one.place.at()].data;
    let link = names.link(AnyIdx::Place(one.place)).to_view();
    let exact = data.precision.map_or_else(|| "how exact is not recorded".to_owned(), precision);
    let events = if one.events == 0 {
        String::new()
    } else {
        format!("; {}", words::count(one.events, "event", "events"))
    };
    Spot {
        href: link.href.unwrap_or_default(),
        words: format!("{}: {exact}{events}", link.text),
        label: link.text,
        point,
        precision: data.precision,
    }
}

fn note(map: &Map, placed: usize, all: usize) -> String {
    if all == 1 {
        return reading(map, String::new());
    }
    let mut text = words::count(map.spots.len(), "place", "places");
    if placed > map.spots.len() {
        text += &format!(", and {} more in the list", placed - map.spots.len());
    }
    text += ".";
    if all > placed {
        let without = words::count(
            all - placed,
            "place is in the list only: no position is",
            "places are in the list only: no positions are",
        );
        text += &format!(" {without} recorded.");
    }
    reading(map, text)
}

/// How to read what the map holds.
fn reading(map: &Map, text: String) -> String {
    let any = |fits: &dyn Fn(&Spot) -> bool| map.spots.iter().any(fits);
    sentences(
        text,
        &[
            (
                any(&|spot| spot.radius() > 0.0),
                "A circle is as wide as the place may lie off, and never smaller than can be seen.",
            ),
            (any(&|spot| spot.precision == Some(PlacePrecision::Exact)), "A pin stands on the very spot."),
            (
                any(&|spot| spot.precision.is_none()),
                "A broken ring means that it is not recorded how exact the point is.",
            ),
            (true, "Outlines: Natural Earth."),
        ],
    )
}
