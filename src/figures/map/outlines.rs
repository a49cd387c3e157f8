//! The outlines of countries, unpacked once and cut to what a map shows.

use super::view::View;
use std::fmt::Write;
use std::sync::LazyLock;

/// A ring of points with the rectangle it fills: west, south, east, north.
struct Ring {
    points: Vec<(f64, f64)>,
    bounds: [f64; 4],
}

static RINGS: LazyLock<Vec<Ring>> = LazyLock::new(|| {
    let rings = include_str!("outlines.txt").lines().filter_map(|line| line.split_once('\t'));
    rings.flat_map(|(_, rings)| rings.split(' ').map(unpack)).collect()
});

/// The whole world as it is mostly drawn: made once.
static WORLD: LazyLock<String> = LazyLock::new(|| path(View::WORLD));

const PER_DEGREE: f64 = 20.0;

/// Numbers in the polyline format: five bits a sign, the lowest first, the sign of the number in the lowest bit.
fn unpack(text: &str) -> Ring {
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
    Ring { points, bounds }
}

/// The outlines that a view shows as the data of a path in its box.
pub(super) fn within(view: View) -> std::borrow::Cow<'static, str> {
    if view == View::WORLD { WORLD.as_str().into() } else { path(view).into() }
}

fn path(view: View) -> String {
    let mut data = String::new();
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
                write(&cut(points, edge), view, &mut data);
            }
        }
    }
    data
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
