//! What a file of pixels is, by its structure; no pixel is decoded.

use super::CopyForm;
use imagesize::{ImageType, blob_size, image_type};

/// A file of pixels.
pub(super) struct Raster {
    /// As its pixels stand in it. Never 0.
    pub size: (u32, u32),
    /// Whether browsers turn it as the camera says.
    pub turns: bool,
    pub copied_as: Option<CopyForm>,
}

/// None where the bytes are damaged; within that none where they are no file of pixels that browsers show.
pub(super) fn look(bytes: &[u8]) -> Option<Option<Raster>> {
    let Ok(form) = image_type(bytes) else { return Some(None) };
    let copied_as = match form {
        ImageType::Jpeg => jpeg(bytes).then_some(Some(CopyForm::Jpeg)),
        ImageType::Png => png(bytes),
        ImageType::Webp => webp(bytes),
        ImageType::Gif | ImageType::Heif(_) => Some(None),
        _ => return Some(None),
    }?;
    let size = blob_size(bytes).ok()?;
    let side = |length: usize| u32::try_from(length).ok().filter(|length| *length > 0);
    let size = (side(size.width)?, side(size.height)?);
    Some(Some(Raster { size, turns: form == ImageType::Jpeg, copied_as }))
}

/// Whether a JPEG file goes on to its end (ITU T.81, annex B). What some cameras write behind that does not matter.
fn jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        let Some([0xFF, marker]) = bytes.get(at..at + 2) else { return false };
        match marker {
            0xFF => at += 1,
            // The pixels begin; in them 0xFF is followed by 0 or is a marker.
            0xDA => return bytes[at..].windows(2).rev().any(|pair| pair == [0xFF, 0xD9]),
            _ => {
                let Some([high, low]) = bytes.get(at + 2..at + 4) else { return false };
                at += 2 + usize::from(u16::from_be_bytes([*high, *low])).max(2);
            }
        }
    }
}

/// What copies of a PNG file are (PNG, section 5); none where a part of it is damaged or missing.
fn png(bytes: &[u8]) -> Option<Option<CopyForm>> {
    let mut at = 8;
    let mut moves = false;
    loop {
        let head: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        let end = (at + 8).checked_add(usize::try_from(u32::from_be_bytes(head)).ok()?)?;
        let sum: [u8; 4] = bytes.get(end..end.checked_add(4)?)?.try_into().ok()?;
        let part = &bytes[at + 4..end];
        if crc32fast::hash(part) != u32::from_be_bytes(sum) {
            return None;
        }
        match &part[..4] {
            b"acTL" => moves = true,
            b"IEND" => return Some((!moves).then_some(CopyForm::Png)),
            _ => at = end + 4,
        }
    }
}

/// What copies of a WebP file are (RFC 9649, section 2); none where its end is missing.
fn webp(bytes: &[u8]) -> Option<Option<CopyForm>> {
    let length: [u8; 4] = bytes.get(4..8)?.try_into().ok()?;
    if usize::try_from(u32::from_le_bytes(length)).ok()?.checked_add(8)? > bytes.len() {
        return None;
    }
    const ALPHA: u8 = 0x10;
    const MOVES: u8 = 0x02;
    let flags = *bytes.get(20)?;
    Some(match bytes.get(12..16)? {
        b"VP8X" if flags & MOVES != 0 => None,
        // There is no library that writes the lossy form, and a photograph without loss would weigh more than it did.
        b"VP8 " => Some(CopyForm::Jpeg),
        b"VP8X" if flags & ALPHA == 0 => Some(CopyForm::Jpeg),
        _ => Some(CopyForm::Webp),
    })
}
