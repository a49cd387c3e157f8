//! What the camera said of a photograph, in its EXIF data.

use exif::{In, Reader, Tag, Value};
use std::io::Cursor;

/// What matters of it.
pub(super) struct Camera {
    /// Which side is up: 1 to 8, of which 5 to 8 lie on their sides.
    pub orientation: u8,
    /// Whether it tells where it stood.
    pub tells_place: bool,
}

/// Reads what a JPEG, PNG, WebP or AVIF file holds of it; what cannot be read is not there.
pub(super) fn read(bytes: &[u8]) -> Camera {
    let Ok(exif) = Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
        return Camera { orientation: 1, tells_place: false };
    };
    let number = |tag| exif.get_field(tag, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    // Cameras without a fix write zeros, or 0/0.
    let is_told = |tag| match exif.get_field(tag, In::PRIMARY).map(|field| &field.value) {
        Some(Value::Rational(parts)) => parts.iter().any(|part| part.num != 0 && part.denom != 0),
        _ => false,
    };
    let orientation = number(Tag::Orientation).and_then(|number| u8::try_from(number).ok());
    Camera {
        orientation: orientation.filter(|number| (1..=8).contains(number)).unwrap_or(1),
        tells_place: is_told(Tag::GPSLatitude) || is_told(Tag::GPSLongitude),
    }
}
