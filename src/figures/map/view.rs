//! The part of the world that a map shows.

use super::{KM, Spot};

/// A rectangle of degrees. Longitudes may go on beyond 180: a map of the Pacific has one piece.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Longitude of its left side.
    pub west: f64,
    /// Latitude of its foot.
    pub south: f64,
    /// Degrees of longitude from side to side.
    pub across: f64,
    /// Degrees of latitude from foot to top.
    pub up: f64,
}

/// The least height of a fitted map: the outlines are no finer than that.
const LEAST: f64 = 9.0;
/// Width to height of a fitted map, as the theme's sheet has it too.
const FITTED: f64 = 1.5;
/// Places further apart than this in longitude are shown on the whole world.
const FAR: f64 = 200.0;

impl View {
    /// The world from the far south of Chile to the north of Greenland.
    pub const WORLD: Self = Self { west: -180.0, south: -58.0, across: 360.0, up: 142.0 };
    /// The world with its poles.
    const GLOBE: Self = Self { west: -180.0, south: -90.0, across: 360.0, up: 180.0 };
    /// Height of the box in which outlines are drawn.
    pub(super) const UNIT_HEIGHT: f64 = 420.0;

    /// Width of the box in which outlines are drawn.
    pub(super) fn unit_width(self) -> f64 {
        Self::UNIT_HEIGHT * self.aspect()
    }

    /// Width to height on the page.
    pub(super) fn aspect(self) -> f64 {
        if self.is_world() { 2.0 } else { FITTED }
    }

    /// True where it shows all longitudes.
    pub fn is_world(self) -> bool {
        self.across >= 360.0
    }

    /// The least view that holds the spots with their circles and some room around; the world where they lie all over it.
    pub fn of(spots: &[Spot]) -> Self {
        let world = if spots.iter().all(|spot| (-56.0..=82.0).contains(&spot.point.0)) {
            Self::WORLD
        } else {
            Self::GLOBE
        };
        let Some((from, to)) = longitudes(spots) else { return world };
        let reach = |spot: &Spot| spot.radius() / KM;
        let south = spots.iter().map(|spot| spot.point.0 - reach(spot)).fold(f64::MAX, f64::min);
        let north = spots.iter().map(|spot| spot.point.0 + reach(spot)).fold(f64::MIN, f64::max);
        let middle = f64::midpoint(south.max(-90.0), north.min(90.0));
        let narrow = middle.to_radians().cos().max(0.2);
        let widest = spots.iter().map(|spot| reach(spot) / spot.point.0.to_radians().cos().max(0.2));
        let widest = widest.fold(0.0, f64::max);
        let across = to - from + 2.0 * widest;
        // Room for labels: a third of the way and a degree or so.
        let up = (north - south) * 1.5;
        let up = up.max(across * 1.4 * narrow / FITTED).max(LEAST);
        let across = up * FITTED / narrow;
        if across > FAR || up > 120.0 {
            return world;
        }
        let south = (middle - up / 2.0).clamp(-90.0, 90.0 - up);
        Self { west: f64::midpoint(from, to) - across / 2.0, south, across, up }
    }

    /// Where a point of latitude and longitude stands, from the left and from the top, as parts of the map.
    pub fn parts(self, (lat, lon): (f64, f64)) -> (f64, f64) {
        ((lon - self.west) / self.across, (self.south + self.up - lat) / self.up)
    }

    /// The same for a place, whose longitude is within ±180: it stands on the map if it can.
    pub fn place(self, (lat, lon): (f64, f64)) -> (f64, f64) {
        let turned = self.west + (lon - self.west).rem_euclid(360.0);
        self.parts((lat, if self.is_world() { lon } else { turned }))
    }

    /// Both radii of a circle of so many kilometres around a latitude, as parts of the map's width and height.
    pub fn radii(self, lat: f64, km: f64) -> (f64, f64) {
        let degrees = km / KM;
        (degrees / lat.to_radians().cos().max(0.05) / self.across, degrees / self.up)
    }

    /// A view that shows this much more on each side.
    pub(super) fn enlarged(self, part: f64) -> Self {
        Self {
            west: self.west - self.across * part,
            south: self.south - self.up * part,
            across: self.across * (1.0 + 2.0 * part),
            up: self.up * (1.0 + 2.0 * part),
        }
    }
}

/// The shortest way round on which all spots lie: its western end within ±180, its eastern end beyond.
fn longitudes(spots: &[Spot]) -> Option<(f64, f64)> {
    let mut all: Vec<f64> = spots.iter().map(|spot| spot.point.1).collect();
    all.sort_by(f64::total_cmp);
    let (first, last) = (*all.first()?, *all.last()?);
    // The widest gap between neighbours is left out; that from the last to the first goes over 180.
    let mut best = (first + 360.0 - last, first, last);
    for pair in all.windows(2) {
        if pair[1] - pair[0] > best.0 {
            best = (pair[1] - pair[0], pair[1], pair[0] + 360.0);
        }
    }
    Some((best.1, best.2))
}
