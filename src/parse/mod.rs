//! One file to one record.

pub mod markdown;
