//! The ledger of hours: who taught, who learned, and the proof that it evens out.
//!
//! Double entry. A *transfer* moves minutes between accounts by legs that sum to zero; a *posting* is one leg as it stands
//! on its account, with the balance after it and a hash over the posting before, so that none can be changed, dropped or
//! slipped in without being found. Nothing is ever deleted or overwritten: a mistake is set right by a *reversal*, once,
//! which posts every leg the other way round.
//!
//! Hours are zero-sum between people: whoever teaches an hour gains it, and those who learn share it out among themselves,
//! or the *commons* stands in for them. Going below the soft limit is told; going below the hard limit is refused. The
//! commons has no limit. What a reversal would take below a hard limit, the commons bears instead.
//!
//! A transfer is named by a key, made by whoever asks for it or from what it is for. The same key with the same legs is
//! done already; the same key with other legs is refused. So a request may arrive as often as it likes.
//!
//! [`post`] decides from the accounts that a transfer touches alone, as they stand, and gives the postings to write: the
//! store reads those accounts and writes both in one transaction, and two transfers that touch one account never see the
//! same balance. [`Book`] is the same in memory. [`prove`] recomputes every figure from the postings.

mod account;
mod amount;
mod book;
mod post;
mod proof;
mod transfer;

pub use account::{Account, Guard, HoursLimits};
pub use amount::{Minutes, TooMany};
pub use book::{Book, Line};
pub use post::{Done, Posting, Refusal, post, reversal};
pub use proof::{Falsity, Proof, prove};
pub use transfer::{Leg, MOST_LEGS, Reason, Shares, Transfer, TransferKey};

#[cfg(test)]
mod tests;
