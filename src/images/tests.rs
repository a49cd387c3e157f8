//! Facts about pictures. The bytes are made here.

use super::*;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use proptest::prelude::*;
use rstest::rstest;

/// Grey noise on colours that change: as heavy as a photograph.
fn photograph(width: u32, height: u32) -> RgbImage {
    let mut noise = 1_u32;
    RgbImage::from_fn(width, height, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (noise >> 27) as u8;
        Rgb([(x * 200 / width) as u8 + grain, (y * 200 / height) as u8 + grain, 90 + grain])
    })
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90)
        .encode_image(&photograph(width, height))
        .expect("it is written");
    bytes
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = photograph(width, height);
    PngEncoder::new(&mut bytes)
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .expect("it is written");
    bytes
}

fn webp(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = DynamicImage::from(photograph(width, height)).into_rgba8();
    let encoder = WebPEncoder::new_lossless(&mut bytes);
    encoder.write_image(&pixels, width, height, ExtendedColorType::Rgba8).expect("it is written");
    bytes
}

/// A JPEG file in which a camera says which side is up, and where it stood.
fn taken(width: u32, height: u32, orientation: u8, latitude: Option<u32>) -> Vec<u8> {
    let field = |tag: u16, form: u16, count: u32, value: u32| {
        let value = if form == 3 { value << 16 } else { value };
        [&tag.to_be_bytes()[..], &form.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    // EXIF 2.32, section 4.6: a list of two fields at 8, another of one at 38, three fractions at 56.
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend(field(0x0112, 3, 1, u32::from(orientation)));
    exif.extend(field(0x8825, 4, 1, 38));
    exif.extend(b"\0\0\0\0\0\x01");
    exif.extend(field(0x0002, 5, 3, 56));
    exif.extend(b"\0\0\0\0");
    let degrees = latitude.unwrap_or_default();
    [degrees, 1, 0, 1, 0, 1].iter().for_each(|part| exif.extend(part.to_be_bytes()));
    let mut bytes = jpeg(width, height);
    let length = u16::try_from(exif.len() + 2).expect("it is short").to_be_bytes();
    bytes.splice(2..2, [&[0xFF, 0xE1], &length[..], &exif].concat());
    bytes
}

fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    look(bytes).map(|picture| (picture.width, picture.height))
}

fn widths(bytes: &[u8]) -> Vec<u32> {
    look(bytes).expect("it is a picture").copies().collect()
}

#[test]
fn a_size_is_read_from_every_form() {
    assert_eq!(size(&jpeg(30, 20)), Some((30, 20)));
    assert_eq!(size(&png(30, 20)), Some((30, 20)));
    assert_eq!(size(&webp(30, 20)), Some((30, 20)));
    assert_eq!(size(b"GIF89a\x1e\0\x14\0\0\0\0;"), Some((30, 20)));
}

#[rstest]
#[case(r#"<svg width="30" height="20"/>"#, Some((30, 20)))]
#[case(r#"<?xml version="1.0"?><!DOCTYPE svg><!-- x --><svg width="1in" height="20.4px" viewBox="0 0 1 1">"#, Some((96, 20)))]
#[case(r#"<svg width="30" viewBox="0,0,3,2">"#, Some((30, 20)))]
#[case(r#"<svg:svg width="100%" height="100%" viewBox="0 0 30 20"/>"#, Some((960, 640)))]
#[case(r#"<svg viewBox="0 0 0 20"/>"#, None)]
#[case(r#"<svg/>"#, None)]
#[case(r#"<html width="30" height="20"/>"#, None)]
#[case(r#"<svg width="nan" height="inf"/>"#, None)]
#[case("a picture", None)]
fn the_size_of_a_drawing_is_what_its_root_says(#[case] text: &str, #[case] expected: Option<(u32, u32)>) {
    assert_eq!(size(text.as_bytes()), expected);
}

#[test]
fn a_photograph_is_as_wide_as_it_is_high_where_the_camera_lay_on_its_side() {
    assert_eq!(size(&taken(30, 20, 1, None)), Some((30, 20)));
    assert_eq!(size(&taken(30, 20, 6, None)), Some((20, 30)));
    assert_eq!(size(&taken(30, 20, 99, None)), Some((30, 20)));
}

#[test]
fn a_photograph_tells_where_it_was_taken_unless_the_camera_did_not_know() {
    let tells = |latitude| look(&taken(30, 20, 1, latitude)).expect("it is a picture").tells_place;
    assert!(tells(Some(37)));
    assert!(!tells(None));
}

#[test]
fn what_ends_too_early_is_damaged() {
    for bytes in [jpeg(300, 200), png(300, 200), webp(300, 200)] {
        assert!(look(&bytes).is_some());
        assert_eq!(look(&bytes[..bytes.len() / 2]), None);
        assert_eq!(look(&bytes[..9]), None);
    }
    let mut flipped = png(300, 200);
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    assert_eq!(look(&flipped), None);
}

#[test]
fn what_some_cameras_write_behind_the_end_is_no_damage() {
    let bytes = [jpeg(30, 20), b"more".to_vec()].concat();
    assert_eq!(size(&bytes), Some((30, 20)));
}

#[cfg(feature = "images")]
mod copied {
    use super::*;
    use image::{ImageFormat, guess_format, load_from_memory};

    /// The copy of this width, and its pixels.
    fn copy(bytes: &[u8], width: u32) -> (Vec<u8>, DynamicImage) {
        let copy = look(bytes).and_then(|picture| picture.copy(bytes, width)).expect("it has a copy");
        let pixels = load_from_memory(&copy).expect("it can be read");
        (copy, pixels)
    }

    #[test]
    fn there_are_copies_narrower_than_the_picture() {
        assert!(widths(&jpeg(480, 10)).is_empty());
        assert_eq!(widths(&jpeg(1000, 700)), [480, 960]);
        assert_eq!(widths(&jpeg(1500, 1000)), [480, 960, 1440]);
        assert_eq!(widths(&png(1000, 700)), [480, 960]);
    }

    #[test]
    fn a_drawing_of_flat_colours_has_no_copies_that_would_weigh_more() {
        let mut bytes = Vec::new();
        let flat = vec![200; 1000 * 700 * 3];
        PngEncoder::new(&mut bytes)
            .write_image(&flat, 1000, 700, ExtendedColorType::Rgb8)
            .expect("it is written");
        assert!(widths(&bytes).is_empty());
    }

    #[test]
    fn a_copy_has_the_form_and_the_shape_of_its_original_and_is_lighter() {
        for (original, form) in [
            (jpeg(1000, 700), ImageFormat::Jpeg),
            (png(1000, 700), ImageFormat::Png),
            (webp(1000, 700), ImageFormat::WebP),
        ] {
            let (bytes, pixels) = copy(&original, 480);
            assert_eq!(guess_format(&bytes).ok(), Some(form));
            assert_eq!((pixels.width(), pixels.height()), (480, 336));
            assert!(bytes.len() < original.len() / 2);
        }
    }

    #[test]
    fn a_copy_stands_upright_and_says_nothing_of_the_camera() {
        let original = taken(1000, 700, 6, Some(37));
        let (bytes, pixels) = copy(&original, 480);
        assert_eq!((pixels.width(), pixels.height()), (480, 686));
        // What was at the left below is at the left above: little red, much green.
        let corner = pixels.to_rgb8().get_pixel(10, 10).0;
        assert!(corner[0] < 60 && corner[1] > 150, "{corner:?}");
        assert!(!bytes.windows(4).any(|part| part == b"Exif"));
    }

    #[test]
    fn a_copy_is_the_same_whenever_it_is_made() {
        let original = jpeg(1000, 700);
        assert_eq!(copy(&original, 480).0, copy(&original, 480).0);
        let picture = look(&original).expect("it is a picture");
        assert_ne!(picture.fingerprint_of(480), picture.fingerprint_of(960));
    }

    #[test]
    fn of_other_pixels_than_were_looked_at_there_is_no_copy() {
        let picture = look(&jpeg(1000, 700)).expect("it is a picture");
        assert_eq!(picture.copy(&jpeg(700, 1000), 480), None);
        assert_eq!(picture.copy(b"text", 480), None);
    }

    #[test]
    fn a_picture_that_says_it_has_more_pixels_than_memory_holds_has_no_copies() {
        let mut bytes = jpeg(1000, 700);
        let head = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("it has a frame");
        bytes[head + 5..head + 9].fill(0xFF);
        assert_eq!(size(&bytes), Some((65_535, 65_535)));
        assert!(widths(&bytes).is_empty());
    }
}

/// Pieces of real files, strung together.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let heads: [&[u8]; 6] = [
        b"\xFF\xD8\xFF\xE1\0\x20Exif\0\0MM\0\x2a",
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR",
        b"RIFF\x40\0\0\0WEBPVP8X",
        b"\0\0\0\x1cftypavif\0\0\0\0avifmif1\0\0\0\x40meta\0\0\0\0\0\0\0\x40iprp\0\0\0\x40ipco",
        b"GIF89a",
        b"<svg width=\"1",
    ];
    (0..heads.len(), proptest::collection::vec(any::<u8>(), 0..200))
        .prop_map(move |(head, rest)| [heads[head], &rest].concat())
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(bytes in pieces(), at in 0_usize..2000, with in any::<u8>()) {
        let _ = look(&bytes);
        let mut whole = taken(40, 30, 6, Some(3));
        let at = at % whole.len();
        whole[at] = with;
        if let Some(picture) = look(&whole) {
            let _ = picture.copy(&whole, 20);
        }
    }
}
