//! Tags, and who carries them.

use super::index::AnyIdx;
use super::site::{Site, Tag};
use crate::model::{Common, RecordKind, Ref};
use crate::text::{fold_name, slugify};
use std::collections::HashMap;

/// All tags by name. Two spellings with one path (`EU`, `eu`) are one tag, named as first written; C017 tells of those that
/// look like two.
pub(super) fn all<'s>(site: &'s Site) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut by_slug: HashMap<String, usize> = HashMap::new();
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    let mut add = |index: AnyIdx, common: &'s Common| {
        for Ref { text: name, .. } in &common.tags {
            let at = *by_name.entry(name).or_insert_with(|| {
                *by_slug.entry(slug(name)).or_insert_with_key(|slug| {
                    tags.push(Tag { name: name.clone(), slug: slug.clone(), records: Vec::new() });
                    tags.len() - 1
                })
            });
            let records = &mut tags[at].records;
            if records.last() != Some(&index) {
                records.push(index);
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
    tags.sort_by_cached_key(|tag| (fold_name(&tag.name), tag.slug.clone()));
    tags
}

/// The path of a tag below `/tags/`.
pub fn slug(name: &str) -> String {
    let slug = slugify(name);
    if slug.is_empty() { format!("x{:08x}", xxhash_rust::xxh3::xxh3_64(name.as_bytes()) >> 32) } else { slug }
}
