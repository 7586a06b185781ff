//! Swaps: rings looked for, answered, ended, mended; and the board around them.
//!
//! A guard for each program is touched by whatever changes a ring of it. So of two rings that need one place, whichever
//! is confirmed by all first counts and the other is overtaken, in the same transaction. When a ring counts, its lessons
//! are requests between two from then on, written with it. What is worked out takes its time and is worked out before the
//! transaction, which writes it only when nothing has moved meanwhile.

mod answer;
mod course;
mod look;
mod mend;
mod pages;
mod renew;
mod rows;
mod tend;

pub use answer::YesSaid;
pub(crate) use tend::put_off;
