//! What Kith knows about people, skills and teaching: types, rules and engines.
//!
//! No I/O, no clock, no randomness, no async: `now` and every random choice are parameters. The same types travel to
//! the browser, stand in the database and fill the pages, so there is one of each.
#![warn(missing_docs)]

pub mod actor;
pub mod attendance;
pub mod calendar;
pub mod chosen;
pub mod clocks;
pub mod colleague;
pub mod comment;
pub mod confirmation;
pub mod cover_plan;
pub mod cover_plans;
pub mod coverage;
pub mod drill;
pub mod drills;
pub mod event;
pub mod evidence;
pub mod exchange;
pub mod exchanges;
pub mod feed;
#[cfg(test)]
mod fernhill;
pub mod free_time;
pub mod graph;
pub mod home;
pub mod host_proposals;
pub mod hours;
pub mod id;
pub mod import;
pub mod job;
pub mod ledger;
pub mod library;
pub mod mail;
pub mod markdown;
pub mod matching;
pub mod members;
pub mod next_step;
pub mod note;
pub mod notices;
pub mod notifications;
pub mod onboarding;
pub mod org;
pub mod people;
pub mod person;
pub mod program;
pub mod program_editor;
pub mod programs;
pub mod query_string;
pub mod question;
pub mod reader;
pub mod receipt;
pub mod rejection;
pub mod reminder;
pub mod rings;
pub mod search;
pub mod session;
pub mod sessions;
pub mod skill;
pub mod skills;
pub mod slots;
pub mod suggest;
pub mod tag;
pub mod team;
pub mod teams;
pub mod text;
pub mod thanks;
pub mod thread;
pub mod time;
pub mod viewer;
pub mod views;
pub mod wall;
pub mod want;
pub mod wording;
pub mod zones;
