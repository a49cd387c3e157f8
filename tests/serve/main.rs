//! The live preview: the program is started, files are edited, and what a browser would be told is looked at.

#![cfg(feature = "serve")]
#![allow(clippy::disallowed_methods, reason = "tests make and edit the folders that are served")]

mod addresses;
mod edits;
mod http;
mod preview;
mod start;
mod tabs;
mod trouble;
