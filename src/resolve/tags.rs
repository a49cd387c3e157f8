//! Tags, and who carries them.

use super::index::AnyIdx;
use super::site::{Site, Tag};
use crate::model::{Common, RecordKind};
use crate::text::{fold_name, slugify};
use std::collections::BTreeMap;

/// All tags by name. Two spellings with one path (`EU`, `eu`) are one tag, named as first written.
pub(super) fn all(site: &Site) -> Vec<Tag> {
    let mut by_slug: BTreeMap<String, Tag> = BTreeMap::new();
    let mut add = |index: AnyIdx, common: &Common| {
        for name in &common.tags {
            let slug = slug(name);
            let tag = by_slug.entry(slug).or_insert_with_key(|slug| Tag {
                name: name.clone(),
                slug: slug.clone(),
                records: Vec::new(),
            });
            if tag.records.last() != Some(&index) {
                tag.records.push(index);
            }
        }
    };
    site.briefs.iter().enumerate().for_each(|(at, one)| add(AnyIdx::new(RecordKind::Brief, at), &one.common));
    site.actors.iter().enumerate().for_each(|(at, one)| add(AnyIdx::new(RecordKind::Actor, at), &one.common));
    site.events.iter().enumerate().for_each(|(at, one)| add(AnyIdx::new(RecordKind::Event, at), &one.common));
    site.sources
        .iter()
        .enumerate()
        .for_each(|(at, one)| add(AnyIdx::new(RecordKind::Source, at), &one.common));
    site.places.iter().enumerate().for_each(|(at, one)| add(AnyIdx::new(RecordKind::Place, at), &one.common));
    let mut tags: Vec<Tag> = by_slug.into_values().collect();
    tags.sort_by_cached_key(|tag| (fold_name(&tag.name), tag.slug.clone()));
    tags
}

/// The path of a tag below `/tags/`.
pub fn slug(name: &str) -> String {
    let slug = slugify(name);
    if slug.is_empty() { format!("x{:08x}", xxhash_rust::xxh3::xxh3_64(name.as_bytes()) >> 32) } else { slug }
}
