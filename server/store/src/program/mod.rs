//! Programs: made, edited by several admins at once, let out step by step, joined and gone through.
//!
//! `program:<id>` is the head and the guard of every save: whoever saves reads it for update and writes it, so that of
//! two processes one meets the other's version and merges. `guard:["program", id]` is written by whoever comes, goes or
//! enters a stage, and by every save, so that no promise is checked against people who were about to move. What people
//! have of a program is a pure function of versions, so no save writes a row for each of them.

mod access;
mod admit;
mod by_hour;
mod create;
mod draft;
mod presence;
mod publish;
mod roll_back;
mod roll_out;
mod rows;
mod save;
mod schedule;
mod seats;
mod take_over;
mod take_part;
#[cfg(test)]
mod tests;
mod turn;

pub(crate) use access::organises;
pub(crate) use rows::{ProgramRow, VersionRow, edited, joined, write_draft};
pub(crate) use take_part::takes_part;
