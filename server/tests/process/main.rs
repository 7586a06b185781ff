//! Kith as processes: stopped and started again, killed, two of them on one database, and one that solves a file.
#![expect(clippy::unwrap_used, clippy::panic, reason = "clippy knows tests, but not the functions that set them up")]

mod audit;
mod graph;
mod restart;
mod sign_out;
mod solve;
mod support;
mod two;
