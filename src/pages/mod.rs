//! HTML pages: each a view made from the site, and the name of the template that prints it.
//!
//! Takes a [`Shop`] (site, settings, addresses, shared rows); gives [`Page`]s that a theme can render. A page is
//! a pure function of its view, so its fingerprint is the hash of that. Knows nothing of disk, network or of the
//! rooms beside it (feeds, search, exports).

mod actor;
pub mod address;
pub mod assessments;
pub mod body;
mod brief;
mod calibration;
mod chart;
mod cite;
mod claim_row;
pub mod claims;
mod content;
pub mod corrections;
mod dates;
mod drawings;
pub mod estimates;
mod event;
mod evidence;
mod figure;
pub mod frame;
mod home;
pub mod hrefs;
pub mod ledger;
mod link;
pub mod list;
pub mod map;
pub mod network;
mod notices;
mod page;
mod parts;
pub mod picture;
mod place;
pub mod questions;
mod row;
mod rows;
pub mod sections;
mod shared;
mod shop;
mod since;
mod source;
mod tag;
mod term;
pub mod timeline;
pub mod view;
pub mod words;

pub use content::{not_found, redirect};
pub use home::page as home;
pub use page::Page;
pub use row::{Row, fingerprint};
pub use rows::{Rows, reliability};
pub use shop::{Names, Shop, capital};
pub use tag::page as tag;

use crate::resolve::AnyIdx;
use address::Addresses;

/// Makes the page of any record.
pub fn record(shop: &Shop<'_>, addresses: &Addresses, index: AnyIdx) -> Page {
    match index {
        AnyIdx::Brief(index) => brief::page(shop, addresses, index),
        AnyIdx::Actor(index) => actor::page(shop, addresses, index),
        AnyIdx::Event(index) => event::page(shop, addresses, index),
        AnyIdx::Source(index) => source::page(shop, addresses, index),
        AnyIdx::Place(index) => place::page(shop, addresses, index),
        AnyIdx::Page(index) => content::page(shop, addresses, index),
    }
}
