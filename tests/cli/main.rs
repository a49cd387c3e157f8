//! The program as it is typed: the whole of what it prints, its exit code, and what it leaves on disk.

#![allow(clippy::disallowed_methods, reason = "tests make and read the folders that the program runs in")]

mod against;
mod as_of;
mod build;
mod check;
mod destination;
mod environment;
mod init;
mod kept;
mod new;
mod site;
mod usage;
