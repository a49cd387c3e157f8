//! The shape of the house: floors, files, words, documents and the examples in them.
//!
//! Each check lists every place that breaks its rule, as `path:line: what`, and is named as the fact it shows.

#![allow(clippy::disallowed_methods, reason = "these tests read the project's own files")]

mod codes;
mod examples;
mod files;
mod floors;
mod links;
mod reference;
mod theme;
mod tree;
mod views;
mod words;

#[path = "../support/mod.rs"]
mod support;
