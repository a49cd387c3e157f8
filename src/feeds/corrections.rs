//! The feed of corrections: what has been changed in any brief.

use super::atom::{Out, document, link, moment, text};
use crate::model::{Change, RecordKind, Vocabulary};
use crate::pages::hrefs::record_path;
use crate::pages::{Shop, address, corrections};
use crate::resolve::{AnyIdx, BriefIdx};
use std::collections::HashMap;
use std::io;

/// Entries in the feed, at most.
const MOST: usize = 50;

/// Writes the feed.
pub fn corrections(shop: &Shop<'_>) -> Vec<u8> {
    let changes: Vec<(BriefIdx, &Change)> = corrections::all(shop).take(MOST).collect();
    let title = format!("Corrections – {}", shop.config.title);
    let newest = changes.iter().map(|(_, change)| moment(&change.on)).max();
    let mut of_one_day: HashMap<(BriefIdx, &str), usize> = HashMap::new();
    document(shop, &title, corrections::FOLDER, corrections::FEED, newest, |out| {
        changes.iter().try_for_each(|(brief, change)| {
            let number = of_one_day.entry((*brief, change.on.written.as_str())).or_default();
            *number += 1;
            entry(out, shop, *brief, change, *number)
        })
    })
}

/// An entry. Its id is made of the brief, the day and its place among that day's changes, so that it stays the same
/// when changes of other days are added before or after it.
fn entry(out: &mut Out, shop: &Shop<'_>, brief: BriefIdx, change: &Change, number: usize) -> io::Result<()> {
    let title = shop.names().text(AnyIdx::Brief(brief)).text;
    let url = shop.hrefs.absolute(&record_path(RecordKind::Brief, &shop.site.briefs[brief.at()].id));
    let id = format!("{url}#change-{}-{number}", address::encode(&change.on.written));
    out.create_element("entry").write_inner_content(|out| {
        text(out, "title", &format!("{}: {title}", change.kind.label()))?;
        text(out, "id", &id)?;
        link(out, "alternate", &format!("{url}#changes"), "text/html")?;
        text(out, "updated", &moment(&change.on).to_string())?;
        out.create_element("category").with_attribute(("term", change.kind.key())).write_empty()?;
        text(out, "summary", &change.note)
    })?;
    Ok(())
}
