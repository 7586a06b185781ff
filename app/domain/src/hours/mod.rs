//! Hours taught and learned: what each account holds and is told, what a closed date moves, and the pages that show it.
//! Whether something may move, and the proof that it evens out, is `ledger`.
//!
//! An hour that took place counts, whoever owes what: where a learner may not owe more, the commons pays the rest of it.
//! What somebody gives away is refused instead.

mod account;
mod book_page;
mod close;
mod entry;
mod form;
mod limits;
mod page;
mod proof_page;
mod refused;
#[cfg(test)]
mod tests;
mod words;

pub use account::{HoursAccount, HoursNews, HoursTold, accounts_after};
pub use book_page::{BookLeg, BookLine, HoursBook, HoursBookQuery, hours_book};
pub use close::{ClosedHour, of_meeting, taught, within_limits};
pub use entry::{Entry, Occasion, corrected};
pub use form::{GiveHours, GiveHoursForm, SetRight, SetRightForm, TO_ALL};
pub use limits::limits;
pub use page::{HoursLine, HoursPage, HoursScale, Moved, Statement, hours_page};
pub use proof_page::{HoursProof, hours_proof, ledger_head};
pub use refused::{fault_words, refused};
pub use words::{length, signed};
