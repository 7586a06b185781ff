//! The ledger of hours: what a closed date moves, what colleagues give each other, what an admin takes back, and the proof.
//!
//! The row of an account is the guard of its postings: whoever writes one has read it in the same transaction, so two
//! transfers that touch one account never see the same balance. In one process they take turns, since the commons is in
//! many of them; between processes the database decides, and who was overtaken tries again.

mod give;
mod pages;
mod rows;
mod verify;

pub use verify::LedgerCheck;

pub(crate) use rows::Ledger;

#[cfg(test)]
mod tests;
