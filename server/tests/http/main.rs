//! The server over HTTP: each file here is named for the addresses or the promise it asks about. `support` is the only
//! way in which these tests touch the system: a whole server in this process.
#![expect(clippy::panic, clippy::unwrap_used, reason = "clippy knows tests, but not the functions that set them up")]

mod api;
mod calendar;
mod calendar_mail;
mod confirmations;
mod continuity;
mod drills;
mod exchanges;
mod files;
mod health;
mod hours;
mod library;
mod live;
mod made;
mod mail;
mod matching;
mod mentoring;
mod no_js;
mod pages;
mod pairs;
mod planning;
mod program_drafts;
mod program_editor;
mod programs;
mod search;
mod security;
mod session_door;
mod sessions;
mod sign_in;
mod smtp;
mod support;
mod swaps;
