//! What each kind of page shows.

mod actor;
mod brief;
mod child;
mod event;
mod feeds;
mod lists;
pub mod long;
mod offices;
mod pictures;
mod place;
mod plain;
mod rows;
mod snapshots;
mod source;
