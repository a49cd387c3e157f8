//! What building a site costs, counted in instructions, and the sites that it is counted and timed with.

#![allow(
    clippy::disallowed_methods,
    reason = "tests make the folders of sites, and are told by the environment"
)]

mod budget;
#[path = "../../benches/corpus/mod.rs"]
mod corpus;
mod counting;
mod sites;
