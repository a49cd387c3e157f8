//! Atom feeds (RFC 4287).

use crate::model::Date;
use crate::model::RecordKind;
use crate::pages::hrefs::record_path;
use crate::pages::{Shop, words};
use crate::resolve::{AnyIdx, BriefIdx};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// Entries in a feed, at most.
const MOST: usize = 30;

/// What a feed is of.
#[derive(Debug)]
pub struct Feed<'a> {
    /// Its title.
    pub title: String,
    /// The path of the page it follows.
    pub page: String,
    /// Its own path.
    pub path: String,
    /// Briefs, newest first.
    pub briefs: &'a [BriefIdx],
}

/// Writes a feed.
pub fn atom(shop: &Shop<'_>, feed: &Feed<'_>) -> Vec<u8> {
    let briefs: Vec<BriefIdx> = feed.briefs.iter().copied().take(MOST).collect();
    let newest = briefs.iter().map(|brief| updated(shop, *brief)).max();
    document(shop, &feed.title, &feed.page, &feed.path, newest, |out| {
        briefs.iter().try_for_each(|brief| entry(out, shop, *brief))
    })
}

pub(super) type Out = Writer<Vec<u8>>;

/// A feed of what `entries` writes; `newest` is when the last of them changed.
pub(super) fn document(
    shop: &Shop<'_>,
    title: &str,
    page: &str,
    path: &str,
    newest: Option<Timestamp>,
    entries: impl FnOnce(&mut Out) -> io::Result<()>,
) -> Vec<u8> {
    let mut out = Writer::new_with_indent(Vec::with_capacity(8 * 1024), b' ', 1);
    let write = |out: &mut Out| -> io::Result<()> {
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let lang = shop.config.language.as_str();
        let root = out.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
        root.with_attribute(("xml:lang", lang)).write_inner_content(|out| {
            text(out, "title", title)?;
            text(out, "id", &shop.hrefs.absolute(page))?;
            link(out, "alternate", &shop.hrefs.absolute(page), "text/html")?;
            link(out, "self", &shop.hrefs.absolute(path), "application/atom+xml")?;
            text(out, "updated", &newest.unwrap_or(Timestamp::UNIX_EPOCH).to_string())?;
            person(out, &shop.config.title)?;
            if let Some(license) = &shop.config.license {
                text(out, "rights", license)?;
            }
            entries(out)
        })?;
        Ok(())
    };
    write(&mut out).expect("writing to memory does not fail");
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}

fn entry(out: &mut Out, shop: &Shop<'_>, index: BriefIdx) -> io::Result<()> {
    let brief = &shop.site.briefs[index.at()];
    let url = shop.hrefs.absolute(&record_path(RecordKind::Brief, &brief.id));
    let title = shop.names().text(AnyIdx::Brief(index)).text;
    out.create_element("entry").write_inner_content(|out| {
        text(out, "title", &title)?;
        text(out, "id", &url)?;
        link(out, "alternate", &url, "text/html")?;
        text(out, "published", &moment(&brief.data.date).to_string())?;
        text(out, "updated", &updated(shop, index).to_string())?;
        for author in &brief.data.authors {
            person(out, &author.name)?;
        }
        for tag in &brief.common.tags {
            out.create_element("category").with_attribute(("term", tag.text.as_str())).write_empty()?;
        }
        if let Some(summary) = &brief.data.summary {
            text(out, "summary", &words::text(summary, None, &shop.config.language).text)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The last day on which the brief was published or changed.
fn updated(shop: &Shop<'_>, index: BriefIdx) -> Timestamp {
    let brief = &shop.site.briefs[index.at()].data;
    let changes = brief.changes.iter().map(|change| moment(&change.on));
    changes.chain(std::iter::once(moment(&brief.date))).max().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A date as the moment feeds want: its own, else the beginning of its first day in UTC.
pub(super) fn moment(date: &Date) -> Timestamp {
    let midnight =
        || date.first_day().and_then(|day| day.to_zoned(TimeZone::UTC).ok()).map(|day| day.timestamp());
    date.moment().or_else(midnight).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub(super) fn text(out: &mut Out, name: &str, words: &str) -> io::Result<()> {
    out.create_element(name).write_text_content(BytesText::new(words))?;
    Ok(())
}

pub(super) fn link(out: &mut Out, rel: &str, href: &str, kind: &str) -> io::Result<()> {
    out.create_element("link")
        .with_attributes([("rel", rel), ("type", kind), ("href", href)])
        .write_empty()?;
    Ok(())
}

fn person(out: &mut Out, name: &str) -> io::Result<()> {
    out.create_element("author").write_inner_content(|out| text(out, "name", name))?;
    Ok(())
}
