//! What a theme's scripts look up: what a record is, in a few words, and records by their names.
//!
//! Each is spread over files by a hash that scripts compute too, so that a reader loads one small file, and an edit
//! rewrites one. They are made only where the theme wants them. What scripts rely on is told in `docs/reference/output.md`.

mod names;
mod previews;

use crate::model::RecordKind;
use crate::pages::Shop;
use crate::pages::hrefs::Hrefs;
use crate::pages::view::LookupView;
use crate::resolve::{AnyIdx, Site};
use crate::text::Shards;
use crate::theme::Lookups as Wanted;
use serde::Serialize;

/// What is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// What a record is, by the path of its page.
    Previews,
    /// Records, by the first two letters of the words of their names.
    Names,
}

impl Lookup {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Previews, Self::Names];

    fn folder(self) -> &'static str {
        match self {
            Self::Previews => "data/previews/",
            Self::Names => "data/names/",
        }
    }

    /// The file of these records, which one of its [`Index`] gave.
    pub fn bytes(self, shop: &Shop<'_>, records: &[AnyIdx]) -> Vec<u8> {
        match self {
            Self::Previews => {
                object(records.iter().flat_map(|record| previews::of_page(shop, *record)).collect())
            }
            Self::Names => super::array(records.iter().map(|record| names::named(shop, *record))),
        }
    }
}

/// Which records stand in which file.
#[derive(Debug)]
pub struct Index {
    lookup: Lookup,
    files: Vec<Vec<AnyIdx>>,
}

impl Index {
    /// Spreads the records of the site; none where the theme does not want it.
    pub fn new(lookup: Lookup, shop: &Shop<'_>, wanted: Wanted) -> Option<Self> {
        let is_wanted = match lookup {
            Lookup::Previews => wanted.previews,
            Lookup::Names => wanted.finder,
        };
        if !is_wanted {
            return None;
        }
        let records = records(shop.site);
        let shards = Shards::for_records(records.len());
        let mut files = vec![Vec::new(); shards.count()];
        for record in records {
            match lookup {
                Lookup::Previews => files[shards.of(&previews::path(shop.site, record))].push(record),
                Lookup::Names => {
                    for key in names::keys(shop, record) {
                        let file = &mut files[shards.of(&key)];
                        if file.last() != Some(&record) {
                            file.push(record);
                        }
                    }
                }
            }
        }
        Some(Self { lookup, files })
    }

    /// Where scripts find it.
    pub fn view(&self, hrefs: &Hrefs) -> LookupView {
        LookupView { href: hrefs.to(self.lookup.folder()), shards: self.files.len() }
    }

    /// Its files: paths, and the records in each. One without records is there too, so that none that is asked for is missing.
    pub fn files(self) -> impl Iterator<Item = (String, Lookup, Vec<AnyIdx>)> {
        let (lookup, folder) = (self.lookup, self.lookup.folder());
        let named = self.files.into_iter().enumerate();
        named.map(move |(at, records)| (format!("{folder}{at:x}.json"), lookup, records))
    }
}

/// Every record, in the order in which a finder shows those that fit equally; pages such as *about* are no records of the
/// story.
fn records(site: &Site) -> Vec<AnyIdx> {
    let kinds =
        [RecordKind::Actor, RecordKind::Brief, RecordKind::Event, RecordKind::Place, RecordKind::Source];
    let of = |kind| (0..site.count(kind)).map(move |at| AnyIdx::new(kind, at));
    kinds.into_iter().flat_map(of).collect()
}

/// A JSON object with one key on each line.
fn object<T: Serialize>(entries: Vec<(String, T)>) -> Vec<u8> {
    let json = "plain values are always JSON, and memory takes them";
    let mut bytes = b"{".to_vec();
    for (at, (key, value)) in entries.iter().enumerate() {
        bytes.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut bytes, key).expect(json);
        bytes.push(b':');
        serde_json::to_writer(&mut bytes, value).expect(json);
    }
    bytes.extend_from_slice(b"\n}\n");
    bytes
}
