//! The site as data: the ledger as CSV and JSON, and every kind of record as JSON.
//!
//! Takes the site through a [`Shop`]; gives bytes. What each field means is told in `docs/reference/data.md`, and
//! whoever reads these files reads that page: a field that changes is a change there too. Nothing private is ever
//! in them: no `notes`, no `extra`, and of a protected source only what readers may know of it.

mod actors;
mod briefs;
mod claims;
mod csv;
mod events;
mod fields;
mod lookup;
mod places;
mod sources;

pub use claims::CSV_PATH;
pub use lookup::{Index, Lookup};

use crate::model::RecordKind;
use crate::pages::Shop;
use crate::publication;
use serde::Serialize;

/// Where the site says what it published.
pub const PUBLICATION_PATH: &str = "data/publication.json";

/// A file of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// The ledger as CSV.
    ClaimsCsv,
    /// The ledger as JSON.
    ClaimsJson,
    /// All records of a kind as JSON.
    Records(RecordKind),
    /// What the edition says, to be compared with by a later check.
    Publication,
}

impl Export {
    /// Every file of data that a site has. Pages such as *about* are no data.
    pub const ALL: [Self; 8] = [
        Self::ClaimsCsv,
        Self::ClaimsJson,
        Self::Records(RecordKind::Brief),
        Self::Records(RecordKind::Actor),
        Self::Records(RecordKind::Event),
        Self::Records(RecordKind::Source),
        Self::Records(RecordKind::Place),
        Self::Publication,
    ];

    /// Where it stands in the site.
    pub fn path(self) -> String {
        match self {
            Self::ClaimsCsv => CSV_PATH.to_owned(),
            Self::ClaimsJson => "data/claims.json".to_owned(),
            Self::Publication => PUBLICATION_PATH.to_owned(),
            Self::Records(kind) => format!("data/{}.json", kind.plural()),
        }
    }

    /// Makes the file.
    pub fn bytes(self, shop: &Shop<'_>) -> Vec<u8> {
        match self {
            Self::ClaimsCsv => claims::csv(shop),
            Self::ClaimsJson => array(claims::all(shop)),
            Self::Publication => publication::bytes(shop.site, shop.config.audience),
            Self::Records(RecordKind::Brief) => array(briefs::all(shop)),
            Self::Records(RecordKind::Actor) => array(actors::all(shop)),
            Self::Records(RecordKind::Event) => array(events::all(shop)),
            Self::Records(RecordKind::Source) => array(sources::all(shop)),
            Self::Records(RecordKind::Place) => array(places::all(shop)),
            Self::Records(RecordKind::Page) => Vec::new(),
        }
    }
}

/// By how many items the size of all is judged.
const SAMPLE: usize = 64;

/// A JSON array with one item on each line, so that two editions can be compared line by line.
fn array<T: Serialize>(items: impl Iterator<Item = T>) -> Vec<u8> {
    let (count, _) = items.size_hint();
    let mut bytes = b"[".to_vec();
    for (at, item) in items.enumerate() {
        if at == SAMPLE {
            // A list of megabytes that grows by doubling is copied again and again.
            bytes.reserve(bytes.len() * count.saturating_sub(SAMPLE) / SAMPLE * 17 / 16);
        }
        bytes.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut bytes, &item)
            .expect("plain values are always JSON, and memory takes them");
    }
    bytes.extend_from_slice(b"\n]\n");
    bytes
}

#[cfg(test)]
mod tests {
    use super::array;

    #[test]
    fn an_array_has_an_item_on_each_line() {
        assert_eq!(array([1, 2].into_iter()), b"[\n1,\n2\n]\n");
        assert_eq!(array(std::iter::empty::<u8>()), b"[\n]\n");
    }
}
