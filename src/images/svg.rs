//! The size of a drawing in SVG.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A drawing that names no size of its own is as wide as its column; so wide it is printed.
const COLUMN: f64 = 960.0;

/// Its width and height in CSS pixels: what its root element says, else the shape of its `viewBox` (SVG 2, section 8).
/// None where it says neither, or where it is no SVG.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::from_reader(bytes);
    loop {
        match reader.read_event().ok()? {
            Event::Start(root) | Event::Empty(root) => return of_root(&root),
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn of_root(root: &BytesStart<'_>) -> Option<(u32, u32)> {
    if root.local_name().as_ref() != b"svg" {
        return None;
    }
    let attribute = |name: &str| {
        let value = root.try_get_attribute(name).ok()??.value;
        std::str::from_utf8(&value).ok().map(str::to_owned)
    };
    let length = |name| pixels(&attribute(name)?);
    let shape = attribute("viewBox").and_then(|shape| {
        let numbers = shape.split([' ', ',', '\t', '\n']).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
        match numbers[..] {
            [_, _, width, height] if width > 0.0 && height > 0.0 => Some(height / width),
            _ => None,
        }
    });
    let (width, height) = match (length("width"), length("height"), shape) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some(shape)) => (width, width * shape),
        (None, Some(height), Some(shape)) => (height / shape, height),
        (None, None, Some(shape)) => (COLUMN, COLUMN * shape),
        _ => return None,
    };
    Some((whole(width)?, whole(height)?))
}

/// A length in pixels (CSS Values, section 6.2); none for one that depends on what is around it.
fn pixels(text: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 6] =
        [("px", 1.0), ("pt", 4.0 / 3.0), ("pc", 16.0), ("in", 96.0), ("cm", 96.0 / 2.54), ("mm", 9.6 / 2.54)];
    let text = text.trim();
    let unit = UNITS.iter().find_map(|(unit, worth)| Some((text.strip_suffix(unit)?, *worth)));
    let (number, worth) = unit.unwrap_or((text, 1.0));
    number.trim().parse::<f64>().ok().map(|number| number * worth).filter(|length| *length > 0.0)
}

/// As HTML wants it: a whole number, and not 0.
fn whole(length: f64) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in the range")]
    (length < 100_000.0).then(|| length.round().max(1.0) as u32)
}
