//! Addresses within the site, as authors write them in a text.

use super::hrefs::record_path;
use super::shop::Names;
use crate::images::Picture;
use crate::model::{RecordKind, SlotKind};
use crate::resolve::{AnyIdx, Site};
use crate::text::FileId;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What addresses may lead to: files of records, other files of `content/`, pages.
#[derive(Debug, Default)]
pub struct Addresses {
    /// Paths of files by their ids.
    paths: Vec<Arc<str>>,
    /// By file, the record of each that has a visible one.
    records: Vec<Option<AnyIdx>>,
    /// Files that have one, in the order of their paths.
    sorted: Vec<FileId>,
    assets: BTreeSet<String>,
    /// What is known of the pictures among those that are shown; none for one that is damaged.
    pictures: BTreeMap<String, Option<Arc<Picture>>>,
    /// See [`sizes`](Self::sizes).
    sizes: String,
    /// Addresses, by the file they stand in, that lead to what an edition as of a day leaves out.
    left_out: BTreeSet<(FileId, String)>,
}

/// What an address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A place on the same page.
    Fragment(String),
    /// A record's page, and a place on it.
    Record(AnyIdx, Option<String>),
    /// A file of `content/` that is published with the page: its path from the site's root.
    Asset(String),
    /// A path in the finished site, from its root, with a place on it.
    Path(String, Option<String>),
    /// Nothing.
    Nowhere,
}

/// Where files of `content/` that pages show are published.
pub const FILES_FOLDER: &str = "files/";

impl Addresses {
    /// Addresses in `site`: `paths` are those of all files by [`FileId`], `assets` those that are no records.
    pub fn new(site: &Site, paths: Vec<Arc<str>>, assets: BTreeSet<String>) -> Self {
        let mut addresses = Self {
            records: vec![None; paths.len()],
            sorted: Vec::new(),
            paths,
            assets,
            pictures: BTreeMap::new(),
            sizes: String::new(),
            left_out: BTreeSet::new(),
        };
        site.briefs.iter().enumerate().for_each(|(at, one)| addresses.add(one.file, RecordKind::Brief, at));
        site.actors.iter().enumerate().for_each(|(at, one)| addresses.add(one.file, RecordKind::Actor, at));
        site.events.iter().enumerate().for_each(|(at, one)| addresses.add(one.file, RecordKind::Event, at));
        site.sources.iter().enumerate().for_each(|(at, one)| addresses.add(one.file, RecordKind::Source, at));
        site.places.iter().enumerate().for_each(|(at, one)| addresses.add(one.file, RecordKind::Place, at));
        site.pages.iter().enumerate().for_each(|(at, one)| addresses.add(one.file, RecordKind::Page, at));
        let has_record = |(at, record): (usize, &Option<AnyIdx>)| record.map(|_| file_at(at));
        let mut sorted: Vec<FileId> = addresses.records.iter().enumerate().filter_map(has_record).collect();
        sorted.sort_by(|a, b| addresses.path_of(*a).cmp(addresses.path_of(*b)));
        addresses.sorted = sorted;
        addresses
    }

    /// A file leads to the record it is, not to those that stand inline in it.
    fn add(&mut self, file: FileId, kind: RecordKind, at: usize) {
        let Some(path) = self.paths.get(file.0 as usize) else { return };
        let folder = path.strip_prefix("content/").and_then(|path| path.split('/').next());
        if folder == Some(kind.plural()) {
            self.records[file.0 as usize].get_or_insert(AnyIdx::new(kind, at));
        }
    }

    /// Takes in what is known of pictures, by their paths, and how wide the theme shows them.
    pub fn show(&mut self, pictures: BTreeMap<String, Option<Arc<Picture>>>, sizes: &str) {
        self.pictures = pictures;
        sizes.clone_into(&mut self.sizes);
    }

    /// The picture at this path from the site's root; none where there is none, or it is damaged.
    pub fn picture(&self, path: &str) -> Option<&Arc<Picture>> {
        self.pictures.get(path)?.as_ref()
    }

    /// Every picture that is shown or linked to, by its path; none for one that is damaged.
    pub fn pictures(&self) -> &BTreeMap<String, Option<Arc<Picture>>> {
        &self.pictures
    }

    /// How wide pictures are shown, as `sizes` of HTML has it.
    pub fn sizes(&self) -> &str {
        &self.sizes
    }

    /// Makes links with these addresses, each written in its file, words without a link.
    pub fn leave_out(&mut self, addresses: BTreeSet<(FileId, String)>) {
        self.left_out = addresses;
    }

    /// True for an address in `file` that leads to what is left out.
    pub fn is_left_out(&self, file: FileId, slot: &SlotKind) -> bool {
        match slot {
            SlotKind::Address(address) if !self.left_out.is_empty() => {
                self.left_out.contains(&(file, address.clone()))
            }
            _ => false,
        }
    }

    /// The record of the file at `path`.
    fn record_at(&self, path: &str) -> Option<AnyIdx> {
        let at = self.sorted.binary_search_by(|file| self.path_of(*file).cmp(path)).ok()?;
        self.records[self.sorted[at].0 as usize]
    }

    /// The path of a file from the site's root.
    pub fn path_of(&self, file: FileId) -> &str {
        self.paths.get(file.0 as usize).map_or("", |path| &**path)
    }

    /// True where no address can lead to a file that is no record.
    pub fn has_no_assets(&self) -> bool {
        self.assets.is_empty()
    }

    /// What `address`, written in `file`, leads to.
    pub fn destination(&self, file: FileId, address: &str) -> Destination {
        let (rest, fragment) = match address.split_once('#') {
            Some((rest, fragment)) => {
                (rest, Some(decode(fragment).into_owned()).filter(|fragment| !fragment.is_empty()))
            }
            None => (address, None),
        };
        let rest = rest.split('?').next().unwrap_or_default();
        if rest.is_empty() {
            return fragment.map_or(Destination::Nowhere, Destination::Fragment);
        }
        let path = decode(rest);
        let path = path.as_ref();
        if let Some(path) = path.strip_prefix('/') {
            return self.below_root(path, fragment);
        }
        let folder = self.path_of(file).rsplit_once('/').map_or("", |(folder, _)| folder);
        let Some(path) = join(folder, path) else { return Destination::Nowhere };
        if let Some(index) = self.record_at(&path) {
            return Destination::Record(index, fragment);
        }
        if self.assets.contains(&path) { Destination::Asset(path) } else { Destination::Nowhere }
    }

    /// The page of the record's file that `address` leads to, whether this edition holds it or not.
    pub fn page_behind(&self, file: FileId, address: &str) -> Option<String> {
        let path = decode(address.split(['#', '?']).next().unwrap_or_default());
        if let Some(page) = path.strip_prefix('/') {
            let page = format!("{}/", page.trim_end_matches('/'));
            return self.paths.iter().any(|path| page_of(path).as_ref() == Some(&page)).then_some(page);
        }
        let folder = self.path_of(file).rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = join(folder, &path).filter(|path| self.paths.iter().any(|known| **known == **path))?;
        page_of(&path)
    }

    fn below_root(&self, path: &str, fragment: Option<String>) -> Destination {
        match join("", path) {
            Some(clean) if !self.assets.is_empty() && self.assets.contains(&format!("content/{clean}")) => {
                Destination::Asset(format!("content/{clean}"))
            }
            Some(clean) => {
                let folder = path.ends_with('/') || path.is_empty();
                Destination::Path(
                    if folder && !clean.is_empty() { format!("{clean}/") } else { clean },
                    fragment,
                )
            }
            None => Destination::Nowhere,
        }
    }

    /// The href that `address`, written in `file`, becomes; none where it leads nowhere that can be told.
    pub fn href(&self, names: Names<'_>, file: FileId, address: &str) -> Option<String> {
        let (site, hrefs) = (names.site, names.hrefs);
        let with = |href: String, fragment: Option<String>| match fragment {
            Some(fragment) => format!("{href}#{}", encode(&fragment)),
            None => href,
        };
        match self.destination(file, address) {
            Destination::Fragment(fragment) => Some(format!("#{}", encode(&fragment))),
            Destination::Record(index, fragment) => {
                let path = record_path(index.kind(), site.id(index));
                Some(with(hrefs.to(&path), fragment))
            }
            Destination::Asset(path) => Some(hrefs.to(&encode(&asset_path(&path)))),
            Destination::Path(path, fragment) => Some(with(hrefs.to(&encode(&path)), fragment)),
            Destination::Nowhere => None,
        }
    }
}

fn file_at(at: usize) -> FileId {
    FileId(u32::try_from(at).expect("a site has fewer than 2^32 files"))
}

/// Where a file of `content/` is published.
pub fn asset_path(path: &str) -> String {
    format!("{FILES_FOLDER}{}", path.strip_prefix("content/").unwrap_or(path))
}

/// The page that a file of `content/` makes where it is a record's.
fn page_of(path: &str) -> Option<String> {
    let (folder, rest) = path.strip_prefix("content/")?.split_once('/')?;
    let name = rest.rsplit('/').next().unwrap_or(rest);
    let id = name.strip_suffix(".md").or_else(|| name.strip_suffix(".markdown"))?;
    Some(record_path(RecordKind::from_plural(folder)?, id))
}

/// `path` from `folder`, its dots followed; none where it leads out of the site.
fn join(folder: &str, path: &str) -> Option<String> {
    // The usual address has nothing to follow and nothing to clean.
    let plain = |part: &str| !matches!(part, "" | "." | "..");
    let whole = path.strip_suffix('/').unwrap_or(path);
    if folder.is_empty() && whole.split('/').all(plain) {
        return Some(whole.to_owned());
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&decoded).into_owned())
}

/// Percent-encodes what may not stand in a path (RFC 3986, section 3.3), slashes left as they are.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, join};

    #[test]
    fn dots_are_followed_and_never_lead_out() {
        assert_eq!(join("content/briefs", "../actors/nis.md").as_deref(), Some("content/actors/nis.md"));
        assert_eq!(join("content/briefs", "./map.png").as_deref(), Some("content/briefs/map.png"));
        assert_eq!(join("content", "../../etc/passwd"), None);
    }

    #[test]
    fn names_survive_coding() {
        let name = "지도 1%.png";
        assert_eq!(decode(&encode(name)), name);
        assert_eq!(encode("a b#c"), "a%20b%23c");
        assert_eq!(decode("100%"), "100%");
    }
}
