//! What came of a file, as it is kept between runs.
//!
//! A compact form that does not describe itself: only the very program that wrote it may read it. Numbers of files are not
//! part of it, for a file's may be another in each run.

use crate::diagnostics::Reported;
use crate::model::{Fingerprint, Record};
use crate::text::FileId;
use serde::de::DeserializeOwned;

/// A record with its mistakes as bytes, and the fingerprint of all of it but its text and its mistakes; none where it holds what
/// cannot be kept.
pub fn encode(parsed: &Reported<Record>) -> Option<(Vec<u8>, Fingerprint)> {
    // The compact form is one field behind the other, so its beginning is that of a record in which the text comes last.
    let Reported { value: Record { id, id_given, file, span, has_file, common, data, body }, diagnostics } =
        parsed;
    FileId(0).keeping(|| {
        let keys = postcard::to_stdvec(&(id, id_given, file, span, has_file, common, data)).ok()?;
        let fingerprint = Fingerprint::of(&keys);
        Some((postcard::to_extend(&(body, diagnostics), keys).ok()?, fingerprint))
    })
}

/// What [`encode`] made the bytes of, as if it came of `file`; none where that cannot be.
pub fn decode<T: DeserializeOwned>(bytes: &[u8], file: FileId) -> Option<Reported<T>> {
    let (parsed, rest) = file.keeping(|| postcard::take_from_bytes(bytes)).ok()?;
    rest.is_empty().then_some(parsed)
}
