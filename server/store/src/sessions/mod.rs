//! Hours together: planned, answered, asked about, moved, called off. (Who is signed in is in `session`.)
//!
//! `occurrence:[session, day]` is the guard of everything on one date that must hold across people: it is read for update
//! and written with every move, so two processes never give one seat twice. Every move also reads the session for update,
//! so whoever changes the session, and with it its dates, meets nobody half-way. Rooms have guards of their own.

mod answer;
mod change;
mod close_out;
mod demand;
mod door;
mod leave;
pub(crate) mod of_two;
mod pages;
mod plan;
mod poll;
mod question;
pub(crate) mod rows;
mod series;
#[cfg(test)]
mod tests;
