//! What a page says of a picture beside its address: its size, so that nothing moves when it comes, and its copies, of
//! which browsers take the one that fits.

use super::address::{Addresses, Destination, asset_path, encode};
use super::body::escape_into;
use super::hrefs::Hrefs;
use super::shop::Names;
use crate::images::Picture;
use crate::text::FileId;
use std::fmt::Write;

/// What is said.
pub struct Shown {
    /// Address of the original.
    pub src: String,
    /// Its width and height; none where they are not known.
    pub size: Option<(u32, u32)>,
    /// Its copies and itself, as `srcset` of HTML has them; none where it has no copies.
    pub srcset: Option<String>,
    /// How wide it is shown, as `sizes` of HTML has it; none where it has no copies.
    pub sizes: Option<String>,
    /// Address of the largest copy, else of the original.
    pub preview: String,
}

impl Shown {
    /// The picture at `path`, from the site's root.
    pub fn new(hrefs: &Hrefs, addresses: &Addresses, path: &str) -> Self {
        let to = |path: &str| hrefs.to(&encode(path));
        let src = to(&asset_path(path));
        let Some(picture) = addresses.picture(path) else {
            return Self { preview: src.clone(), src, size: None, srcset: None, sizes: None };
        };
        let mut srcset = String::new();
        let mut preview = None;
        for width in picture.copies() {
            let copy = to(&copy_path(path, picture, width));
            let _ = write!(srcset, "{copy} {width}w, ");
            preview = Some(copy);
        }
        let _ = write!(srcset, "{src} {}w", picture.width);
        let has_copies = preview.is_some();
        Self {
            size: Some((picture.width, picture.height)),
            srcset: has_copies.then_some(srcset),
            sizes: has_copies.then(|| addresses.sizes().to_owned()),
            preview: preview.unwrap_or_else(|| src.clone()),
            src,
        }
    }
}

/// Where a copy of the picture at `path` is published: beside it, with its whole name, so that no two pictures have one copy.
pub fn copy_path(path: &str, picture: &Picture, width: u32) -> String {
    format!("{}.{width}w{}", asset_path(path), picture.ending())
}

/// Writes the attributes of an image of the site in a text: `fallback` where its address leads nowhere.
pub(super) fn source(
    names: Names<'_>,
    addresses: &Addresses,
    (file, address): (FileId, &str),
    fallback: &str,
    html: &mut String,
) {
    let mut attribute = |name: &str, value: &str| {
        let _ = write!(html, "{name}=\"");
        escape_into(value, html);
        html.push('"');
    };
    if let Destination::Asset(path) = addresses.destination(file, address) {
        let Shown { src, size, srcset, sizes, .. } = Shown::new(names.hrefs, addresses, &path);
        attribute("src", &src);
        if let Some((width, height)) = size {
            attribute(" width", &width.to_string());
            attribute(" height", &height.to_string());
        }
        if let Some((srcset, sizes)) = srcset.zip(sizes) {
            attribute(" srcset", &srcset);
            attribute(" sizes", &sizes);
        }
        return;
    }
    match addresses.href(names, file, address) {
        Some(href) => attribute("src", &href),
        None => html.push_str(fallback),
    }
}
