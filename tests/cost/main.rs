//! What building a site costs, counted in instructions, and the site that it is counted with.

#![allow(clippy::disallowed_methods, reason = "tests make the folders of sites")]

#[path = "../../benches/corpus/mod.rs"]
mod corpus;
mod sites;
