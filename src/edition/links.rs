//! Addresses within the site, as authors wrote them: do they lead anywhere?

use super::plan::Output;
use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::images::is_picture;
use crate::model::{Body, OutputPath, RESERVED_ID_PREFIXES, RESERVED_IDS, RecordKind, Slot, SlotKind};
use crate::pages::Shop;
use crate::pages::address::{Addresses, Destination};
use crate::resolve::{AnyIdx, Site};
use crate::text::{FileId, Span};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// One address as written.
pub(super) struct Written<'a> {
    record: AnyIdx,
    pub file: FileId,
    pub span: Span,
    pub address: &'a str,
    /// Whether it is that of a picture, by its name or because it is shown.
    image: bool,
    /// Whether it is shown, not linked to.
    shown: bool,
}

/// Every address in a visible record.
pub(super) fn each<'a>(site: &'a Site, visit: &mut dyn FnMut(Written<'a>)) {
    let mut body = |record: AnyIdx, file: FileId, body: &'a Body| {
        for Slot { kind, span, .. } in slots(body) {
            if let Some((address, shown)) = address_in(kind) {
                let image = shown || is_image(address);
                visit(Written { record, file, span: *span, address, image, shown });
            }
        }
    };
    let of = AnyIdx::new;
    site.briefs.iter().enumerate().for_each(|(at, one)| body(of(RecordKind::Brief, at), one.file, &one.body));
    site.actors.iter().enumerate().for_each(|(at, one)| body(of(RecordKind::Actor, at), one.file, &one.body));
    site.events.iter().enumerate().for_each(|(at, one)| body(of(RecordKind::Event, at), one.file, &one.body));
    site.sources
        .iter()
        .enumerate()
        .for_each(|(at, one)| body(of(RecordKind::Source, at), one.file, &one.body));
    site.places.iter().enumerate().for_each(|(at, one)| body(of(RecordKind::Place, at), one.file, &one.body));
    site.pages.iter().enumerate().for_each(|(at, one)| body(of(RecordKind::Page, at), one.file, &one.body));
    for (at, brief) in site.briefs.iter().enumerate() {
        if let Some(image) = &brief.data.image {
            let record = of(RecordKind::Brief, at);
            visit(Written {
                record,
                file: brief.file,
                span: image.file.span,
                address: &image.file.text,
                image: true,
                shown: true,
            });
        }
    }
}

/// The address in a slot, and whether what it leads to is shown.
fn address_in(kind: &SlotKind) -> Option<(&str, bool)> {
    match kind {
        SlotKind::Address(address) => Some((address, false)),
        SlotKind::Picture(address) => Some((address, true)),
        _ => None,
    }
}

/// Files of `content/` that a text written in `file` shows (true) or links to.
pub(super) fn assets_in(addresses: &Addresses, file: FileId, body: &Body) -> BTreeSet<(String, bool)> {
    let asset = |slot: &Slot| {
        let (address, shown) = address_in(&slot.kind)?;
        match addresses.destination(file, address) {
            Destination::Asset(path) => Some((path, shown)),
            _ => None,
        }
    };
    slots(body).filter_map(asset).collect()
}

/// Those of footnotes too.
fn slots(body: &Body) -> impl Iterator<Item = &Slot> {
    body.flow.slots.iter().chain(body.notes.iter().flat_map(|note| note.flow.slots.iter()))
}

fn is_image(address: &str) -> bool {
    is_picture(address.split(['?', '#']).next().unwrap_or_default())
}

/// Files of `content/` that visible records show (true) or link to: no other is published.
pub(super) fn published_assets(shop: &Shop<'_>, addresses: &Addresses) -> BTreeMap<String, bool> {
    let mut published = BTreeMap::new();
    if addresses.has_no_assets() {
        return published;
    }
    each(shop.site, &mut |written| {
        if let Destination::Asset(path) = addresses.destination(written.file, written.address) {
            *published.entry(path).or_default() |= written.shown;
        }
    });
    published
}

/// Reports addresses that lead nowhere: R011, and R012 for pictures; R006 where they lead to a withheld record.
///
/// In an edition `as_of` a day a page that is not there may be one that came later: such addresses are given instead,
/// with the files they stand in.
pub(super) fn check(
    shop: &Shop<'_>,
    addresses: &Addresses,
    outputs: &[Output],
    (strict, as_of): (bool, bool),
) -> Reported<BTreeSet<(FileId, String)>> {
    let mut all = Vec::new();
    each(shop.site, &mut |written| all.push(written));
    let judged = all.par_iter().filter_map(|written| {
        let destination = addresses.destination(written.file, written.address);
        let why = trouble(shop, written, &destination, outputs)?;
        let page = addresses.page_behind(written.file, written.address);
        let withheld = page.is_some_and(|page| !has_output(outputs, &page));
        if as_of && !written.image && (withheld || matches!(destination, Destination::Path(..))) {
            return Some(Verdict::LeftOut((written.file, written.address.to_owned())));
        }
        let dead = if withheld { to_withheld(written) } else { dead(written, &why).as_error_if(strict) };
        Some(Verdict::Dead(dead))
    });
    let mut diagnostics = Vec::new();
    let mut left_out = BTreeSet::new();
    for verdict in judged.collect::<Vec<_>>() {
        match verdict {
            Verdict::LeftOut(address) => {
                left_out.insert(address);
            }
            Verdict::Dead(dead) => diagnostics.push(dead),
        }
    }
    Reported { value: left_out, diagnostics }
}

/// What is wrong with an address.
enum Verdict {
    /// It may lead to what came later.
    LeftOut((FileId, String)),
    /// It leads nowhere, or where readers may not go.
    Dead(Diagnostic),
}

fn dead(written: &Written<'_>, why: &str) -> Diagnostic {
    let (code, help) = if written.image {
        (Code::R012, "put the file beside this one, or mend its name")
    } else {
        (Code::R011, "write a path relative to this file, one from the site's root (`/briefs/`), or `[[id]]`")
    };
    Diagnostic::new(code, written.span, format!("`{}` leads nowhere: {why}", written.address)).help(help)
}

fn to_withheld(written: &Written<'_>) -> Diagnostic {
    let message = format!("`{}` leads to a record that readers may not see", written.address);
    Diagnostic::new(Code::R006, written.span, message)
        .help("take the link out, or give this record the same marking")
}

fn trouble(
    shop: &Shop<'_>,
    written: &Written<'_>,
    destination: &Destination,
    outputs: &[Output],
) -> Option<String> {
    let fragment_of = |record: AnyIdx, fragment: &str| {
        (!has_fragment(shop.site.body(record), fragment))
            .then(|| format!("the page has no heading `#{fragment}`"))
    };
    match destination {
        Destination::Nowhere => Some("there is no such file".to_owned()),
        Destination::Asset(_) => None,
        Destination::Fragment(fragment) => fragment_of(written.record, fragment),
        Destination::Record(record, fragment) => {
            fragment.as_ref().and_then(|fragment| fragment_of(*record, fragment))
        }
        Destination::Path(path, _) => {
            (!has_output(outputs, path)).then(|| "the site has no such page".to_owned())
        }
    }
}

fn has_fragment(body: &Body, fragment: &str) -> bool {
    let own = body.headings.iter().any(|heading| heading.id == fragment);
    own || RESERVED_IDS.contains(&fragment)
        || RESERVED_ID_PREFIXES.iter().any(|prefix| fragment.starts_with(prefix))
}

/// True where there is an output at this path of the site.
pub(super) fn has_output(outputs: &[Output], path: &str) -> bool {
    let folder = path.is_empty() || path.ends_with('/');
    let file = if folder { OutputPath::directory(path) } else { OutputPath::new(path) };
    file.is_some_and(|file| outputs.binary_search_by(|output| output.path.cmp(&file)).is_ok())
}
