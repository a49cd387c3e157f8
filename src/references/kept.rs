//! References as they are kept between builds.

use super::format::Known;
use crate::model::Fingerprint;
use std::collections::BTreeMap;

/// Goes up where references are formatted otherwise than before.
const FORMAT: u32 = 1;

/// What is kept: the same for the same references.
pub(super) fn bytes(used: &BTreeMap<Fingerprint, &str>) -> Vec<u8> {
    let entries: Vec<(u128, &str)> = used.iter().map(|(key, html)| (key.0, *html)).collect();
    postcard::to_stdvec(&(FORMAT, entries)).expect("plain values are always written")
}

/// The references in `bytes`; none where they are anything else.
pub(super) fn read(bytes: &[u8]) -> Known {
    let read: Option<(u32, Vec<(u128, String)>)> = postcard::from_bytes(bytes).ok();
    let entries =
        read.filter(|(format, _)| *format == FORMAT).map(|(_, entries)| entries).unwrap_or_default();
    entries.into_iter().map(|(key, html)| (Fingerprint(key), html)).collect()
}
