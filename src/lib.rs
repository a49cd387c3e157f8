#![doc = include_str!("architecture.md")]

pub mod config;
pub mod diagnostics;
pub mod model;
pub mod parse;
pub mod resolve;
pub mod text;
pub mod yaml;
