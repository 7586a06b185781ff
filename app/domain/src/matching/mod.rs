//! Who mentors whom: the best matching of all mentees and mentors at once, proven, explained, and kept the best while
//! people come and go.
//!
//! **What is decided.** Each mentee gets one of their candidates or nobody; a mentor takes as many as they said. Among all
//! such matchings the best is, what comes first mattering more than all that follows:
//!
//! 1. pinned pairs stand, forbidden ones do not;
//! 2. as many mentees as can be have a mentor;
//! 3. those who have waited longest go first;
//! 4. mentors are asked as evenly as can be: a mentee more costs one more with each that the mentor has already;
//! 5. the scores add up to the most;
//! 6. as many pairs of the last published matching as can be stand;
//! 7. among equals, the first mentee by id has the first mentor by id, then the second, and so on.
//!
//! ```text
//! minimise   Σ (1000 − score) of the pairs
//!            + slot · Σ load · (load − 1) / 2 of the mentors
//!            + unserved · Σ (1 + class of the wait) of those who have nobody
//! such that  a mentee has at most one mentor, a mentor at most `capacity` mentees,
//!            where slot is more than all scores together and unserved more than all loads together.
//! ```
//!
//! Sets of mentees that can be served together form a matroid (Edmonds & Fulkerson 1965), so any weights that rise with
//! the wait serve the most and the longest waits first (Edmonds 1971); the weight of a class need not outdo the one below
//! it. A pinned mentee has one candidate and counts as having waited longest of all. With a previous matching each score
//! weighs more than all pairs together, and a pair that is new costs one.
//!
//! **Units.** All figures are whole numbers, so every machine answers with the same bytes, whatever the order of rows.
//! Nothing is limited by time. [`Units`] says what the parts weigh.
//!
//! **How.** A first look serves as many as can be and evens out the loads by chains of exchanges (Berge 1957; Harvey,
//! Ladner, Lovász & Tamir 2006), and tells roughly what a place is worth. An auction with falling steps (Bertsekas &
//! Castañón 1992; Goldberg & Kennedy 1995) comes near the best matching. Shortest paths at exact prices (Edmonds & Karp
//! 1972; Jonker & Volgenant 1987) settle the rest; they alone decide what is answered. At exact prices only pairs on a
//! cycle of exchanges that cost nothing can vary (Tarjan 1972); the choice among equals is made there.
//!
//! **Changes.** [`Standing`] keeps the prices. Somebody who leaves is one search for whoever takes their place, somebody
//! who joins one search for a place, and so on: an answer after a change is the same as one made anew. What a forced pair
//! would cost, and what change would fulfil a wish, are found by making the change and taking it back.
//!
//! **Certificate.** [`Answer`] carries a price for each mentor. [`check`] is separate code that recomputes every figure from
//! the [`Instance`] and the prices alone. Prices that prove the same matching may differ between a matching made anew
//! and one that was changed.
//!
//! Who is a candidate for whom, and how well two people fit, is decided before. Circles and pairs with a goal in each
//! direction are not modelled.

mod answer;
mod check;
mod digest;
mod edit;
mod fault;
mod force;
mod instance;
mod promise;
mod solve;
mod standing;
mod why;

pub use answer::{Answer, Certificate, Objective, Stats, Units, Waited};
pub use check::{Flaw, check};
pub(crate) use digest::digest_of;
pub use edit::Edit;
pub use fault::Fault;
pub use force::{Forced, Moved};
pub use instance::{Candidate, Instance, LONGEST_WAIT, MOST_MENTEES, Mentee, Mentor, Pair, TOP_SCORE};
pub use promise::{ALLOWED, ONE_MORE, Promise, Proposal, UNPINNED, Wish};
pub use solve::pool::Pool;
pub use standing::{Standing, solve};
pub use why::{Because, Passed, Reasons};

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
