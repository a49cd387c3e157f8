//! The outlines of countries, unpacked once and cut to what a map shows.

use super::view::View;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;

/// A ring of points with the rectangle it fills: west, south, east, north.
struct Ring {
    country: &'static str,
    points: Vec<(f64, f64)>,
    bounds: [f64; 4],
}

static RINGS: LazyLock<Vec<Ring>> = LazyLock::new(|| {
    let rings = include_str!("outlines.txt").lines().filter_map(|line| line.split_once('\t'));
    rings.flat_map(|(country, rings)| rings.split(' ').map(|ring| unpack(country, ring))).collect()
});

/// The whole world as it is mostly drawn: made once.
static WORLD: LazyLock<String> = LazyLock::new(|| cut_out(View::WORLD).0);

const PER_DEGREE: f64 = 20.0;

/// Numbers in the polyline format: five bits a sign, the lowest first, the sign of the number in the lowest bit.
fn unpack(country: &'static str, text: &str) -> Ring {
    let (mut number, mut shift) = (0u32, 0);
    let (mut x, mut y) = (0i32, 0i32);
    let (mut points, mut across) = (Vec::new(), true);
    for byte in text.bytes() {
        let bits = u32::from(byte - 63);
        number |= (bits & 0x1f) << shift;
        shift += 5;
        if bits & 0x20 != 0 {
            continue;
        }
        let half = i32::try_from(number >> 1).unwrap_or(0);
        let value = if number & 1 == 1 { !half } else { half };
        if across {
            x += value;
        } else {
            y += value;
            points.push((f64::from(x) / PER_DEGREE, f64::from(y) / PER_DEGREE));
        }
        (number, shift, across) = (0, 0, !across);
    }
    let bounds = points.iter().fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[w, s, e, n], (x, y)| {
        [w.min(*x), s.min(*y), e.max(*x), n.max(*y)]
    });
    Ring { country, points, bounds }
}

/// A country of which a good part is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Country {
    pub name: &'static str,
    /// The middle of what is seen of it, as parts of the map.
    pub middle: (f64, f64),
    /// How much of the map it fills.
    pub share: f64,
}

/// The outlines that a view shows as the data of a path in its box, and the countries to be named, largest first. On
/// the whole world none is.
pub(super) fn within(view: View) -> (Cow<'static, str>, Vec<Country>) {
    if view == View::WORLD {
        return (WORLD.as_str().into(), Vec::new());
    }
    let (data, mut countries) = cut_out(view);
    countries.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.name.cmp(b.name)));
    let mut seen = BTreeSet::new();
    countries.retain(|country| !view.is_world() && seen.insert(country.name));
    (data.into(), countries)
}

/// Parts of the map that a country must fill to be named.
const SEEN: f64 = 0.03;

fn cut_out(view: View) -> (String, Vec<Country>) {
    let (mut data, mut countries) = (String::new(), Vec::new());
    // A little more than is shown, so that no edge that was cut is seen.
    let edge = view.enlarged(0.03);
    for ring in RINGS.iter() {
        for turn in [-360.0, 0.0, 360.0] {
            let [west, south, east, north] = ring.bounds;
            let apart = east + turn < edge.west
                || west + turn > edge.west + edge.across
                || north < edge.south
                || south > edge.south + edge.up;
            if !apart {
                let points = ring.points.iter().map(|(lon, lat)| (lon + turn, *lat)).collect();
                let seen = cut(points, edge);
                write(&seen, view, &mut data);
                let (share, middle) = middle(&seen, view);
                if share > SEEN && holds(&seen, view, middle) {
                    countries.push(Country { name: ring.country, middle, share });
                }
            }
        }
    }
    (data, countries)
}

/// The area of a ring and its centre of gravity, in parts of the map.
fn middle(ring: &[(f64, f64)], view: View) -> (f64, (f64, f64)) {
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    let next = ring.iter().skip(1).chain(ring.first());
    for ((lon, lat), (next_lon, next_lat)) in ring.iter().zip(next) {
        let ((x1, y1), (x2, y2)) = (view.parts((*lat, *lon)), view.parts((*next_lat, *next_lon)));
        let cross = x1 * y2 - x2 * y1;
        area += cross / 2.0;
        x += (x1 + x2) * cross / 6.0;
        y += (y1 + y2) * cross / 6.0;
    }
    if area == 0.0 { (0.0, (0.0, 0.0)) } else { (area.abs(), (x / area, y / area)) }
}

/// True where a point lies within a ring: a line from it crosses the ring an odd number of times.
fn holds(ring: &[(f64, f64)], view: View, (x, y): (f64, f64)) -> bool {
    let next = ring.iter().skip(1).chain(ring.first());
    let crossed = ring.iter().zip(next).filter(|((lon, lat), (next_lon, next_lat))| {
        let ((x1, y1), (x2, y2)) = (view.parts((*lat, *lon)), view.parts((*next_lat, *next_lon)));
        (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    });
    crossed.count() % 2 == 1
}

/// Cuts a ring to a rectangle, side by side (Sutherland and Hodgman).
fn cut(mut points: Vec<(f64, f64)>, to: View) -> Vec<(f64, f64)> {
    let (west, south, east, north) = (to.west, to.south, to.west + to.across, to.south + to.up);
    let sides: [(bool, f64, f64); 4] =
        [(true, 1.0, west), (true, -1.0, -east), (false, 1.0, south), (false, -1.0, -north)];
    for (across, sign, limit) in sides {
        let depth = |(x, y): (f64, f64)| (if across { x } else { y }) * sign - limit;
        if points.iter().all(|point| depth(*point) >= 0.0) {
            continue;
        }
        let mut kept = Vec::with_capacity(points.len());
        let Some(mut last) = points.last().copied() else { return points };
        for point in points {
            let (before, here) = (depth(last), depth(point));
            if (before < 0.0) != (here < 0.0) {
                let part = before / (before - here);
                kept.push((last.0 + (point.0 - last.0) * part, last.1 + (point.1 - last.1) * part));
            }
            if here >= 0.0 {
                kept.push(point);
            }
            last = point;
        }
        points = kept;
    }
    points
}

/// Appends a ring in whole units of the view's box, each point as its way from the one before.
fn write(ring: &[(f64, f64)], view: View, data: &mut String) {
    #[allow(clippy::cast_possible_truncation, reason = "rings are cut to the box")]
    let unit = |(lon, lat): (f64, f64)| {
        let (x, y) = view.parts((lat, lon));
        ((x * view.unit_width()).round() as i32, (y * View::UNIT_HEIGHT).round() as i32)
    };
    let mut points: Vec<(i32, i32)> = ring.iter().map(|point| unit(*point)).collect();
    points.dedup();
    if points.len() < 3 {
        return;
    }
    let (mut x, mut y) = points[0];
    let _ = write!(data, "M{x} {y}l");
    for (nth, (to_x, to_y)) in points[1..].iter().enumerate() {
        let (dx, dy) = (to_x - x, to_y - y);
        let space = if nth == 0 || dx < 0 { "" } else { " " };
        let comma = if dy < 0 { "" } else { " " };
        let _ = write!(data, "{space}{dx}{comma}{dy}");
        (x, y) = (*to_x, *to_y);
    }
    data.push('z');
}
