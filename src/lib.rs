#![doc = include_str!("architecture.md")]

pub mod cli;
pub mod config;
pub mod diagnostics;
pub mod discover;
pub mod edition;
pub mod feeds;
pub mod figures;
pub mod model;
pub mod pages;
pub mod parse;
pub mod pipeline;
pub mod resolve;
pub mod text;
pub mod theme;
pub mod write;
pub mod yaml;
