//! What the store does, asked through its operations in a database in memory. One program for all of it, so that the
//! database is linked once.
#![expect(clippy::panic, clippy::unwrap_used, reason = "clippy knows tests, but not the functions that set them up")]

mod account;
mod care;
mod comment;
mod confirmation;
mod continuity;
mod copy;
mod cover_plan;
mod cover_plan_meanwhile;
mod demo;
mod digest;
mod drill;
mod evidence;
mod exchange;
mod feed;
mod fernhill;
mod first_admin;
mod home;
mod hours;
mod import;
mod job;
mod ledger;
mod library;
mod log;
mod mail;
mod onboarding;
mod pairs;
mod people;
mod planning;
mod program;
mod program_admission;
mod program_drafts;
mod program_people;
mod question;
mod session_dates;
mod session_program;
mod sessions;
mod skills;
mod staging;
mod teams;
mod ward;
