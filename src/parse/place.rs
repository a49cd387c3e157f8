//! A place's keys.

use super::actor::name;
use super::parts::span_of;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Data, Localized, Place};
use crate::text::Span;
use crate::yaml::{Fields, Reading};

pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading) -> (Data, Span) {
    let name_node = reading.required(fields, "name", "a place has a name");
    let place_name = name_node.and_then(|node| reading.localized(node));
    let mut names = reading.each(fields, "names", name);
    names.extend(reading.each(fields, "aliases", name));
    let place = Place {
        name: place_name.unwrap_or_else(|| Localized::plain("Unnamed")),
        names,
        kind: reading.maybe(fields, "kind", Reading::text),
        point: point(fields, reading),
        precision: reading.maybe(fields, "precision", Reading::word),
        within: reading.maybe(fields, "within", Reading::reference),
        country: reading.each(fields, "country", Reading::country),
        timezone: reading.maybe(fields, "timezone", Reading::timezone),
    };
    (Data::Place(Box::new(place)), span_of(name_node, fields))
}

/// `lat` and `lon` come together (P005).
fn point(fields: &mut Fields<'_>, reading: &mut Reading) -> Option<(f64, f64)> {
    let lat_node = fields.take("lat");
    let lon_node = fields.take("lon");
    if let (Some(node), None) | (None, Some(node)) = (lat_node, lon_node) {
        let missing = if lat_node.is_none() { "lat" } else { "lon" };
        let message = format!("the key `{missing}` is missing: a point has both `lat` and `lon`");
        reading.report(Diagnostic::new(Code::P005, node.span, message));
    }
    let lat = lat_node.and_then(|node| reading.number_within(node, -90.0, 90.0));
    let lon = lon_node.and_then(|node| reading.number_within(node, -180.0, 180.0));
    lat.zip(lon)
}
