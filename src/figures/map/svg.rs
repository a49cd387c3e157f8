//! A map as SVG text. Places stand in per cent of its width and height, so that words and marks keep their size; the
//! outlines fill a box of their own that is stretched to the map.

use super::outlines::{Country, within};
use super::{Map, Spot, View};
use crate::figures::labels::{Anchor, Area, Field};
use crate::figures::scale::{fitting, text_width};
use crate::figures::sized::NARROW;
use crate::figures::svg::{escape, opening, percent, px, told};
use crate::model::PlacePrecision;
use std::fmt::Write;

/// The least radius of a circle, in pixels: what is smaller could not be seen.
const LEAST: f64 = 5.0;
/// The longest label.
const LONGEST: f64 = 130.0;
const LINE: f64 = 15.0;

/// Draws the map; an empty text where it has no place.
pub fn draw_map(map: &Map) -> String {
    if map.spots.is_empty() {
        return String::new();
    }
    let view = View::of(&map.spots);
    let (class, height) = if view.is_world() { ("map map-world", 320) } else { ("map map-fitted", 400) };
    let mut svg = String::new();
    let told = told(map.spots.iter().map(|spot| spot.words.as_str()));
    opening(class, "group", &map.id, (&map.title, &told), &format!("height=\"{height}\""), &mut svg);
    let (land, countries) = within(view);
    let _ = write!(
        svg,
        "<rect class=\"sea\" width=\"100%\" height=\"100%\"/><svg width=\"100%\" height=\"100%\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\"><path class=\"land\" d=\"{}\"/></svg>",
        px(view.unit_width()),
        px(View::UNIT_HEIGHT),
        land
    );
    // Large circles first, so that none hides another's mark.
    let mut order: Vec<usize> = (0..map.spots.len()).collect();
    order.sort_by(|a, b| map.spots[*b].radius().total_cmp(&map.spots[*a].radius()).then(a.cmp(b)));
    let mut field = field(view, &map.spots);
    let labels = labels(view, &map.spots, &mut field);
    name(&countries, &mut field, &mut svg);
    for at in order {
        one(view, &map.spots[at], labels[at], &mut svg);
    }
    svg.push_str("</svg>");
    svg
}

/// A label in its place.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// Where it is tied to, as parts of the map, and how far from there it is written.
    at: (f64, f64),
    dx: f64,
    dy: f64,
    anchor: Anchor,
    /// Ends of a line from the mark.
    leader: Option<(f64, f64)>,
}

/// The mark on a narrow page: half its width, and how far it reaches up and down.
fn size(view: View, spot: &Spot) -> (f64, f64, f64) {
    if spot.precision == Some(PlacePrecision::Exact) {
        return (6.0, 16.0, 0.0);
    }
    let (rx, ry) = view.radii(spot.point.0, spot.radius());
    let (rx, ry) = ((rx * NARROW).max(LEAST), (ry * NARROW / view.aspect()).max(LEAST));
    (rx, ry, ry)
}

/// A circle this wide grows with the page, and its label stands at its edge.
const WIDE: f64 = 8.0;

/// Where labels stand, measured on a narrow page; a wider one only draws things further apart.
fn labels(view: View, spots: &[Spot], field: &mut Field) -> Vec<Option<Label>> {
    let bottom = field.bottom;
    let place = |spot: &Spot| {
        let ((x, y), (half, up, down)) = (at(view, spot), size(view, spot));
        let wide = text_width(&fitting(&spot.label, LONGEST));
        if half > WIDE {
            return at_the_edge(field, (x, y), (half, up), wide);
        }
        let place = field.place(x, (y - up, y + down), (wide, LINE), false)?;
        let leader = place.leader.map(|(from, to)| (from - y, to - y));
        let at = (x / NARROW, y / bottom);
        Some(Label { at, dx: place.dx, dy: place.y - y, anchor: place.anchor, leader })
    };
    spots.iter().map(place).collect()
}

/// Where a place stands on a narrow page.
fn at(view: View, spot: &Spot) -> (f64, f64) {
    let (x, y) = view.place(spot.point);
    (x * NARROW, y * NARROW / view.aspect())
}

/// The map with the marks that labels must keep clear of.
fn field(view: View, spots: &[Spot]) -> Field {
    let mark = |spot: &Spot| {
        let ((x, y), (half, up, down)) = (at(view, spot), size(view, spot));
        // Of a wide circle only the middle is kept clear: words may stand on what is soft.
        let (half, up, down) = if half > WIDE { (4.0, 4.0, 4.0) } else { (half, up, down) };
        Area { x: x - half, y: y - up, width: half * 2.0, height: up + down }
    };
    let marks = spots.iter().map(mark).collect();
    Field { width: NARROW, bottom: NARROW / view.aspect(), above: 0.0, marks, labels: Vec::new() }
}

/// Names countries where there is room left.
fn name(countries: &[Country], field: &mut Field, svg: &mut String) {
    for country in countries {
        let (x, y) = country.middle;
        let width = text_width(country.name);
        let area =
            Area { x: x * field.width - width / 2.0, y: y * field.bottom - LINE / 2.0, width, height: LINE };
        if field.has_room(&area) {
            field.labels.push(area);
            let (x, y) = (percent(x), percent(y));
            let _ = write!(
                svg,
                "<text class=\"country\" x=\"{x}\" y=\"{y}\" dy=\".32em\" text-anchor=\"middle\">"
            );
            escape(country.name, svg);
            svg.push_str("</text>");
        }
    }
}

/// Below a circle, above it, beside it, or in its middle.
fn at_the_edge(field: &mut Field, (x, y): (f64, f64), (rx, ry): (f64, f64), wide: f64) -> Option<Label> {
    let candidates = [
        (x, y + ry, 0.0, 3.0, Anchor::Middle),
        (x, y - ry, 0.0, -3.0 - LINE, Anchor::Middle),
        (x + rx, y, 5.0, -LINE / 2.0, Anchor::Start),
        (x - rx, y, -5.0, -LINE / 2.0, Anchor::End),
        (x, y, 0.0, -LINE / 2.0, Anchor::Middle),
    ];
    let (label, area) = candidates.into_iter().find_map(|(tied_x, tied_y, dx, dy, anchor)| {
        let left = match anchor {
            Anchor::Start => tied_x + dx,
            Anchor::Middle => tied_x - wide / 2.0,
            Anchor::End => tied_x + dx - wide,
        };
        let area = Area { x: left, y: tied_y + dy, width: wide, height: LINE };
        let at = (tied_x / field.width, tied_y / field.bottom);
        field.has_room(&area).then_some((Label { at, dx, dy, anchor, leader: None }, area))
    })?;
    field.labels.push(area);
    Some(label)
}

fn one(view: View, spot: &Spot, label: Option<Label>, svg: &mut String) {
    let (x, y) = view.place(spot.point);
    let (cx, cy) = (percent(x), percent(y));
    svg.push_str("<a class=\"spot\" href=\"");
    escape(&spot.href, svg);
    svg.push_str("\"><title>");
    escape(&spot.words, svg);
    svg.push_str("</title>");
    let (rx, ry) = view.radii(spot.point.0, spot.radius());
    let seen = ry * NARROW / view.aspect() >= LEAST;
    if seen {
        let _ = write!(
            svg,
            "<ellipse class=\"reach\" cx=\"{cx}\" cy=\"{cy}\" rx=\"{}\" ry=\"{}\"/>",
            percent(rx),
            percent(ry)
        );
    }
    let _ = write!(svg, "<svg x=\"{cx}\" y=\"{cy}\" overflow=\"visible\">");
    match spot.precision {
        Some(PlacePrecision::Exact) => svg
            .push_str("<path class=\"point\" d=\"M0 0L-4.6 -8.2a5.4 5.4 0 1 1 9.2 0z\"/><circle class=\"eye\" cy=\"-11\" r=\"1.8\"/>"),
        None => {
            let _ = write!(svg, "<circle class=\"ring dashed\" r=\"{LEAST}\"/>");
        }
        Some(_) if !seen => {
            let _ = write!(svg, "<circle class=\"reach\" r=\"{LEAST}\"/>");
        }
        Some(_) => {}
    }
    if let Some((from, to)) = label.and_then(|label| label.leader) {
        let _ = write!(svg, "<line class=\"leader\" y1=\"{}\" y2=\"{}\"/>", px(from), px(to));
    }
    svg.push_str("</svg>");
    if let Some(label) = label {
        let anchor = label.anchor.word();
        let _ = write!(
            svg,
            "<text class=\"words\" x=\"{}\" y=\"{}\" dx=\"{}\" dy=\"{}\" text-anchor=\"{anchor}\">",
            percent(label.at.0),
            percent(label.at.1),
            px(label.dx),
            px(label.dy + 11.5)
        );
        escape(&fitting(&spot.label, LONGEST), svg);
        svg.push_str("</text>");
    }
    svg.push_str("</a>");
}
