//! What came of a file, as it is kept between runs.
//!
//! A compact form that does not describe itself: only the very program that wrote it may read it. Numbers of files are not
//! part of it, for a file's may be another in each run.

use crate::diagnostics::Reported;
use crate::text::FileId;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value with its mistakes as bytes; none where it holds what cannot be kept.
pub fn encode<T: Serialize>(parsed: &Reported<T>) -> Option<Vec<u8>> {
    postcard::to_stdvec(parsed).ok()
}

/// What [`encode`] made the bytes of, as if it came of `file`; none where that cannot be.
pub fn decode<T: DeserializeOwned>(bytes: &[u8], file: FileId) -> Option<Reported<T>> {
    let (parsed, rest) = file.reading(|| postcard::take_from_bytes(bytes)).ok()?;
    rest.is_empty().then_some(parsed)
}
