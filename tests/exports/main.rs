//! The ledger and its files, corrections, assessments and citations: each output parsed, never searched.

#![allow(clippy::disallowed_methods, reason = "tests make the folders of their sites")]

mod data;
mod files;
mod judging;
mod ledger;
mod lookups;
mod site;
