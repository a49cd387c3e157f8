//! Sitemaps (sitemaps.org, protocol 0.9).

use crate::pages::Shop;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// Addresses in one sitemap, at most: the protocol's own limit.
pub const LARGEST: usize = 50_000;

/// A sitemap of pages by their paths.
pub fn sitemap<'a>(shop: &Shop<'_>, paths: impl Iterator<Item = &'a str>) -> Vec<u8> {
    document("urlset", "url", paths.map(|path| shop.hrefs.absolute(path)))
}

/// An index of `count` sitemaps, `sitemap-1.xml` and so on.
pub fn sitemap_index(shop: &Shop<'_>, count: usize) -> Vec<u8> {
    document(
        "sitemapindex",
        "sitemap",
        (1..=count).map(|number| shop.hrefs.absolute(&format!("sitemap-{number}.xml"))),
    )
}

fn document(root: &str, item: &str, mut urls: impl Iterator<Item = String>) -> Vec<u8> {
    let mut out = Writer::new_with_indent(Vec::with_capacity(64 * 1024), b' ', 1);
    let mut write = || -> io::Result<()> {
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let namespace = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
        out.create_element(root).with_attribute(namespace).write_inner_content(|out| {
            urls.try_for_each(|url| {
                out.create_element(item).write_inner_content(|out| {
                    out.create_element("loc").write_text_content(BytesText::new(&url))?;
                    Ok(())
                })?;
                Ok(())
            })
        })?;
        Ok(())
    };
    write().expect("writing to memory does not fail");
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}
