//! Kith as processes: stopped and started again, killed, and two of them on one database.
#![expect(clippy::unwrap_used, clippy::panic, reason = "clippy knows tests, but not the functions that set them up")]

mod restart;
mod sign_out;
mod support;
mod two;
