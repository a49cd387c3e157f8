//! What tells two versions of one thing apart.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::io::{self, Write};
use std::str::FromStr;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// XXH3-128 of what a thing is made of: equal where that is equal.
///
/// It guards against accidents, not against people: whoever wants two things with one fingerprint
/// can make them. Printed and kept as 32 hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Fingerprint(pub u128);

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// As bytes, to be hashed with others.
    pub fn bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

/// The text is not 32 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint is 32 lower-case hex digits")]
pub struct NotAFingerprint;

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;

    fn from_str(text: &str) -> Result<Self, NotAFingerprint> {
        let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if text.len() != 32 || !digits {
            return Err(NotAFingerprint);
        }
        u128::from_str_radix(text, 16).map(Self).map_err(|_| NotAFingerprint)
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = NotAFingerprint;

    fn try_from(text: String) -> Result<Self, NotAFingerprint> {
        text.parse()
    }
}

/// Takes the fingerprint of several things one after the other.
///
/// Bytes written through [`Write`] are not framed: two writes count as one long one, as a serializer
/// needs it. What could run into its neighbour goes through [`FingerprintHasher::write_str`].
#[derive(Clone, Default)]
pub struct FingerprintHasher(Xxh3);

impl FingerprintHasher {
    /// With nothing in it; its fingerprint is that of no bytes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text with its length before it, so that `ab`, `c` differs from `a`, `bc`.
    pub fn write_str(&mut self, text: &str) {
        self.0.update(&(text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
    }

    /// Adds another fingerprint.
    pub fn write_fingerprint(&mut self, fingerprint: Fingerprint) {
        self.0.update(&fingerprint.0.to_le_bytes());
    }

    /// The fingerprint of all that was written.
    pub fn finish(&self) -> Fingerprint {
        Fingerprint(self.0.digest128())
    }
}

impl Write for FingerprintHasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_that_join_to_one_differ() {
        let of = |texts: &[&str]| {
            let mut hasher = FingerprintHasher::new();
            texts.iter().for_each(|text| hasher.write_str(text));
            hasher.finish()
        };
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["a"]), of(&["a", ""]));
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
    }

    #[test]
    fn what_a_serializer_writes_counts_as_its_whole_text() -> Result<(), serde_json::Error> {
        let mut hasher = FingerprintHasher::new();
        serde_json::to_writer(&mut hasher, &["a", "b"])?;
        assert_eq!(hasher.finish(), Fingerprint::of(br#"["a","b"]"#));
        Ok(())
    }

    #[test]
    fn other_texts_are_no_fingerprint() {
        for bad in ["", "0", "+0000000000000000000000000000000", "0000000000000000000000000000000G"] {
            assert_eq!(bad.parse::<Fingerprint>(), Err(NotAFingerprint), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(value: u128) {
            let printed = Fingerprint(value).to_string();
            prop_assert_eq!(printed.len(), 32);
            prop_assert_eq!(printed.parse(), Ok(Fingerprint(value)));
            let json = serde_json::to_string(&Fingerprint(value)).expect("a string");
            prop_assert_eq!(serde_json::from_str::<Fingerprint>(&json).ok(), Some(Fingerprint(value)));
        }
    }
}
