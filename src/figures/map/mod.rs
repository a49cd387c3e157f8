//! Maps: places on the outlines of the world, as exactly as they are known and no more.
//!
//! A place known exactly is a pin; any other is a circle as wide as it may lie off. The outlines are Natural Earth's
//! (public domain); `outlines.py` makes `outlines.txt` from them.

mod outlines;
mod svg;
mod view;

use crate::model::PlacePrecision;

pub use svg::draw_map;
pub use view::View;

/// A map before it is drawn.
#[derive(Debug, Clone)]
pub struct Map {
    /// Beginning of the ids in the drawing; must be unique in its page.
    pub id: String,
    /// What it shows, in words.
    pub title: String,
    /// Its places, the weightiest first: of labels that do not both fit the first one's stands.
    pub spots: Vec<Spot>,
}

/// A place on a map.
#[derive(Debug, Clone)]
pub struct Spot {
    /// The place's page.
    pub href: String,
    /// What stands beside its mark.
    pub label: String,
    /// The whole of it in words.
    pub words: String,
    /// Latitude and longitude in degrees, within ±90 and ±180.
    pub point: (f64, f64),
    /// How exact the point is; none where that is not recorded.
    pub precision: Option<PlacePrecision>,
}

impl Spot {
    /// The radius within which the place lies, in kilometres; nought for what is exact or of no recorded precision.
    pub fn radius(&self) -> f64 {
        match self.precision {
            None | Some(PlacePrecision::Exact) => 0.0,
            Some(PlacePrecision::HundredMetres) => 0.1,
            Some(PlacePrecision::Kilometre) => 1.0,
            Some(PlacePrecision::Town) => 10.0,
            Some(PlacePrecision::District) => 30.0,
            Some(PlacePrecision::Region) => 150.0,
            Some(PlacePrecision::Country) => 500.0,
        }
    }
}

/// Kilometres in a degree of latitude.
const KM: f64 = 111.2;

#[cfg(test)]
mod tests;
