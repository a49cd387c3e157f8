//! Records by their names, for a finder.

use crate::model::Name;
use crate::pages::Shop;
use crate::pages::hrefs::record_path;
use crate::resolve::AnyIdx;
use crate::text::fold_word;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Debug, Serialize)]
pub(super) struct Named {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    kind: &'static str,
    path: String,
    /// Other names, in any script.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
}

/// What a finder shows of a record.
pub(super) fn named(shop: &Shop<'_>, record: AnyIdx) -> Named {
    let name = shop.names().text(record);
    Named {
        also: others(shop, record).filter(|other| *other != name.text).map(str::to_owned).collect(),
        name: name.text,
        lang: name.lang,
        kind: record.kind().singular(),
        path: record_path(record.kind(), shop.site.id(record)),
    }
}

/// The first two letters of every word of its names: by these a record is found.
pub(super) fn keys(shop: &Shop<'_>, record: AnyIdx) -> BTreeSet<String> {
    let name = shop.names().text(record).text;
    let mut keys = BTreeSet::new();
    for name in std::iter::once(name.as_str()).chain(others(shop, record)) {
        let folded = fold_word(name);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        keys.extend(words.map(|word| word.chars().take(2).collect::<String>()));
    }
    keys
}

fn others<'a>(shop: &Shop<'a>, record: AnyIdx) -> impl Iterator<Item = &'a str> {
    let names: &[Name] = match record {
        AnyIdx::Actor(actor) => &shop.site.actors[actor.at()].data.names,
        AnyIdx::Place(place) => &shop.site.places[place.at()].data.names,
        _ => &[],
    };
    names.iter().map(|name| name.text.as_str())
}
