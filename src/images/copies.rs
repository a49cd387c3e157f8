//! Which copies of a picture there are.

use super::Picture;
use crate::model::{Fingerprint, FingerprintHasher};

/// Widths of copies: a telephone, one with fine pixels, a screen with fine pixels.
const WIDTHS: [u32; 3] = [480, 960, 1440];

/// A picture of more pixels has no copies: of each, four bytes are in memory.
pub const MOST_PIXELS: u64 = 100_000_000;

/// Goes up where copies are made otherwise than before.
const RECIPE: &str = "1";

/// The form of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyForm {
    /// Of photographs; also of those in WebP.
    Jpeg,
    /// Of drawings and pictures of screens.
    Png,
    /// Of what is transparent or without loss in WebP.
    Webp,
}

impl Picture {
    /// The widths of its copies, in pixels, from the smallest: they are narrower than it, and lighter.
    pub fn copies(&self) -> impl Iterator<Item = u32> + '_ {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let form = self.copied_as.filter(|_| cfg!(feature = "images") && pixels <= MOST_PIXELS);
        let widths = form.into_iter().flat_map(|form| WIDTHS.map(|width| (form, width)));
        widths
            .filter(|(form, width)| *width < self.width && self.is_heavier(*form, *width))
            .map(|(_, width)| width)
    }

    /// True for a picture of which more than one at a time in memory would be too many.
    pub fn is_large(&self) -> bool {
        u64::from(self.width) * u64::from(self.height) > MOST_PIXELS / 4
    }

    /// The ending of the names of its copies, with its dot.
    pub fn ending(&self) -> &'static str {
        match self.copied_as {
            Some(CopyForm::Png) => ".png",
            Some(CopyForm::Webp) => ".webp",
            Some(CopyForm::Jpeg) | None => ".jpg",
        }
    }

    /// What a copy of this width is made of.
    pub fn fingerprint_of(&self, width: u32) -> Fingerprint {
        let mut hasher = FingerprintHasher::new();
        hasher.write_fingerprint(self.fingerprint);
        hasher.write_str(&format!("{width} {RECIPE} {}", env!("CARGO_PKG_VERSION")));
        hasher.finish()
    }

    /// Its copy of this width, one of [`copies`](Self::copies), of its bytes. None where they are not what they seemed to be.
    #[cfg(feature = "images")]
    pub fn copy(&self, bytes: &[u8], width: u32) -> Option<Vec<u8>> {
        super::pixels::copy(self, self.copied_as?, bytes, width)
    }

    /// None: there are no copies without the feature `images`.
    #[cfg(not(feature = "images"))]
    pub fn copy(&self, _bytes: &[u8], _width: u32) -> Option<Vec<u8>> {
        None
    }

    /// The height of a copy.
    pub(super) fn height_of(&self, width: u32) -> u32 {
        let height = (u64::from(self.height) * u64::from(width)).div_ceil(u64::from(self.width));
        u32::try_from(height).unwrap_or(u32::MAX).max(1)
    }

    /// Whether it weighs more than a copy of this width may: flat colours, or a photograph already pressed hard, take so
    /// few bytes that fewer pixels would take more. Without loss a pixel takes a byte, in a photograph a fifth of it.
    fn is_heavier(&self, form: CopyForm, width: u32) -> bool {
        let pixels = u64::from(width) * u64::from(self.height_of(width));
        self.length > if form == CopyForm::Jpeg { pixels / 5 } else { pixels }
    }
}
