//! Calendar files: what other calendars read of hours together.
//!
//! `event` describes an entry, `file` writes entries as RFC 5545 has them, `describe` says how sessions and agreed
//! meetings stand in one. `mail` makes the parts that mails carry, `routes` answers at secret links and downloads. Which
//! hours a feed shows is decided in `domain::feed`.

mod describe;
pub mod event;
mod file;
mod line;
pub mod mail;
mod routes;
mod words;
mod zone;

pub use describe::{Describing, exchange_uid, session_uid};
pub use file::{File, Method};
pub(crate) use routes::{files, router};
