//! Pictures, as far as their bytes tell: how large they are shown, whether they are whole, and copies of them for
//! smaller screens.
//!
//! Takes the bytes of a file; gives a [`Picture`], or none where they are no picture that browsers show. Of hostile bytes
//! nothing is believed that would cost memory: what is larger than [`MOST_PIXELS`] has no copies. Knows nothing of sites, pages
//! or disks. Copies need the feature `images`; without it a picture has none, and its size is told all the same.

mod camera;
mod copies;
#[cfg(feature = "images")]
mod pixels;
mod raster;
mod svg;

#[cfg(test)]
mod tests;

pub use copies::{CopyForm, MOST_PIXELS};

use crate::model::Fingerprint;

/// What is known of a picture without a look at its pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In CSS pixels, as it is shown: turned as the camera says. Never 0.
    pub width: u32,
    /// The same upwards.
    pub height: u32,
    /// Whether it tells where it was taken.
    pub tells_place: bool,
    /// Of its bytes.
    pub fingerprint: Fingerprint,
    /// The number of its bytes.
    length: u64,
    /// Which side is up, as EXIF has it: 1 to 8.
    orientation: u8,
    /// What copies of it are; none where it has none.
    copied_as: Option<CopyForm>,
}

/// True where a file with this name is taken for a picture.
pub fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    matches!(ending.as_str(), "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "svg")
}

/// What `bytes` tell of themselves; none where they are damaged or no picture.
pub fn look(bytes: &[u8]) -> Option<Picture> {
    let fingerprint = Fingerprint::of(bytes);
    let length = bytes.len() as u64;
    let Some(raster) = raster::look(bytes)? else {
        let (width, height) = svg::size(bytes)?;
        let (tells_place, orientation, copied_as) = (false, 1, None);
        return Some(Picture { width, height, tells_place, fingerprint, length, orientation, copied_as });
    };
    let camera = camera::read(bytes);
    // Of other forms browsers do not turn what a camera wrote lying on its side.
    let orientation = if raster.turns { camera.orientation } else { 1 };
    let (width, height) = raster.size;
    let (width, height) = if orientation > 4 { (height, width) } else { (width, height) };
    let (tells_place, copied_as) = (camera.tells_place, raster.copied_as);
    Some(Picture { width, height, tells_place, fingerprint, length, orientation, copied_as })
}
