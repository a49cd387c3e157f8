//! A copy of a picture with fewer pixels, and with nothing of what its file says beside them but their colours' meaning.

use super::{CopyForm, MOST_PIXELS, Picture};
use fast_image_resize::Resizer;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, Limits, guess_format};
use jpeg_encoder::{ColorType, Encoder};
use std::io::Cursor;

/// Beyond it compression is seen on photographs, below it few would see more.
const QUALITY: u8 = 80;

/// Profiles of more bytes describe printers.
const LARGEST_PROFILE: usize = 1 << 16;

/// The copy of `bytes`; none where they are not what `picture` says of them, or take more memory than they may.
pub(super) fn copy(picture: &Picture, form: CopyForm, bytes: &[u8], width: u32) -> Option<Vec<u8>> {
    let (pixels, profile) = decoded(bytes)?;
    let orientation = Orientation::from_exif(picture.orientation)?;
    let (turned, size) = (picture.orientation > 4, (width, picture.height_of(width)));
    let as_stored = |(width, height)| if turned { (height, width) } else { (width, height) };
    if (pixels.width(), pixels.height()) != as_stored((picture.width, picture.height)) {
        return None;
    }
    let (across, down) = as_stored(size);
    let mut small = DynamicImage::new(across, down, pixels.color());
    Resizer::new().resize(&pixels, &mut small, None).ok()?;
    drop(pixels);
    small.apply_orientation(orientation);
    encoded(&small, form, profile)
}

/// The pixels, a byte for each of their colours, and what these colours are where that is not the usual.
fn decoded(bytes: &[u8]) -> Option<(DynamicImage, Option<Vec<u8>>)> {
    let bytes_of = Cursor::new(bytes);
    match guess_format(bytes).ok()? {
        ImageFormat::Jpeg => with(JpegDecoder::new(bytes_of).ok()?),
        ImageFormat::Png => with(PngDecoder::with_limits(bytes_of, limits()).ok()?),
        ImageFormat::WebP => with(WebPDecoder::new(bytes_of).ok()?),
        _ => None,
    }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 4);
    limits
}

fn with(mut decoder: impl ImageDecoder) -> Option<(DynamicImage, Option<Vec<u8>>)> {
    decoder.set_limits(limits()).ok()?;
    if decoder.total_bytes() > MOST_PIXELS * 4 {
        return None;
    }
    let profile = decoder.icc_profile().ok().flatten();
    // What a profile says of inks is not true of the colours that come of them.
    let profile =
        profile.filter(|profile| profile.len() <= LARGEST_PROFILE && profile.get(16..20) == Some(b"RGB "));
    let pixels = DynamicImage::from_decoder(decoder).ok()?;
    let pixels =
        if pixels.color().has_alpha() { pixels.into_rgba8().into() } else { pixels.into_rgb8().into() };
    Some((pixels, profile))
}

fn encoded(pixels: &DynamicImage, form: CopyForm, profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (width, height, color) = (pixels.width(), pixels.height(), pixels.color().into());
    match form {
        CopyForm::Jpeg => {
            let mut encoder = Encoder::new(&mut bytes, QUALITY);
            encoder.set_progressive(true);
            encoder.set_optimized_huffman_tables(true);
            if let Some(profile) = profile {
                encoder.add_icc_profile(&profile).ok()?;
            }
            let form = if pixels.color().has_alpha() { ColorType::Rgba } else { ColorType::Rgb };
            let (width, height) = (u16::try_from(width).ok()?, u16::try_from(height).ok()?);
            encoder.encode(pixels.as_bytes(), width, height, form).ok()?;
        }
        CopyForm::Png => {
            let mut encoder =
                PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
            profile.and_then(|profile| encoder.set_icc_profile(profile).ok());
            encoder.write_image(pixels.as_bytes(), width, height, color).ok()?;
        }
        CopyForm::Webp => {
            let mut encoder = WebPEncoder::new_lossless(&mut bytes);
            profile.and_then(|profile| encoder.set_icc_profile(profile).ok());
            encoder.write_image(pixels.as_bytes(), width, height, color).ok()?;
        }
    }
    Some(bytes)
}
