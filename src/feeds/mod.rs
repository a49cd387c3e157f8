//! Machine-read outputs that follow the site: Atom feeds, sitemaps, `robots.txt`.
//!
//! Takes the site through a [`Shop`]; gives bytes. Knows nothing of pages' views but their addresses.

mod atom;
mod corrections;
mod sitemap;

pub use atom::{Feed, atom};
pub use corrections::corrections;
pub use sitemap::{LARGEST, sitemap, sitemap_index};

use crate::pages::Shop;

/// `robots.txt`: everything may be read, and the sitemap is named.
pub fn robots(shop: &Shop<'_>) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", shop.hrefs.absolute("sitemap.xml")).into_bytes()
}
