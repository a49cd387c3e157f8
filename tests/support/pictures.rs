//! Pictures for tests, made of numbers.

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

/// A photograph, as heavy as real ones are.
pub fn photograph(width: u32, height: u32) -> Vec<u8> {
    let mut noise = 1_u32;
    let pixels = RgbImage::from_fn(width, height, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (noise >> 27) as u8;
        Rgb([(x * 200 / width) as u8 + grain, (y * 200 / height) as u8 + grain, 90 + grain])
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&pixels).expect("it is written");
    bytes
}

/// The same, with the place in it where it was taken: EXIF 2.32, section 4.6.6.
pub fn photograph_of_a_place(width: u32, height: u32) -> Vec<u8> {
    // One field that leads to a list at 26, whose one field leads to three fractions at 44.
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\
        \0\x01\0\x02\0\x05\0\0\0\x03\0\0\0\x2c\0\0\0\0\
        \0\0\0\x25\0\0\0\x01\0\0\0\x1e\0\0\0\x01\0\0\0\0\0\0\0\x01";
    let length = u16::try_from(exif.len() + 2).expect("it is short").to_be_bytes();
    let mut bytes = photograph(width, height);
    bytes.splice(2..2, [&[0xFF, 0xE1], &length[..], exif].concat());
    bytes
}
