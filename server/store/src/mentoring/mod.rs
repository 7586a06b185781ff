//! Looking for a mentor: wishes, a request that always comes to an answer, and places that never take more than they hold.
//!
//! A learner's row guards that they have one mentor, a mentor's row guards their places: whoever brings two together writes
//! both, so of two who do it at one moment one runs again and sees what the other did.

mod answer;
mod fits;
mod look;
mod pages;
mod pairing;
mod places;
mod rows;
mod seek;
#[cfg(test)]
mod tests;

pub(crate) use look::put_off;
use pairing::pair_up;
pub(crate) use pairing::{pair_up_all, seek_again};
