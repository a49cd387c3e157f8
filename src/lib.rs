#![doc = include_str!("architecture.md")]

pub mod diagnostics;
pub mod model;
pub mod parse;
pub mod text;
pub mod yaml;
