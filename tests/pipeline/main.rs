//! The stages from a folder to an edition, each fact on a small site of its own.

#![allow(clippy::disallowed_methods, reason = "tests make and read the folders that the program works in")]

#[path = "../support/mod.rs"]
mod support;

mod as_of;
mod codes;
mod kept;
mod libraries;
mod names;
mod names_of_old;
mod pages;
mod properties;
mod rewritten;
mod styles;
mod visibility;
mod workshop;
