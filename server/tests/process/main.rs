//! Kith as processes: stopped and started again, killed, two of them on one database, one that solves a file and one that proves the ledger.
#![expect(clippy::unwrap_used, clippy::panic, reason = "clippy knows tests, but not the functions that set them up")]

mod audit;
mod graph;
mod ledger;
mod restart;
mod sign_out;
mod solve;
mod support;
mod two;
