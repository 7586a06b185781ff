//! What happened. Every change writes one event; feeds, live pages, notifications and audit read only these.
//!
//! Names, texts and levels are not in events: a reader that may see more asks for it by id.

#[cfg(test)]
mod tests;

mod audience;
mod entry;
mod frame;
mod happening;
mod moves;
mod reach;
mod within;

pub use audience::Audience;
pub use entry::{Event, Seq, SessionMark};
pub use frame::{Frame, Topic};
pub use happening::Happening;
pub use moves::{
    MovedComment, MovedDrill, MovedNote, MovedPair, MovedRound, MovedSeeking, MovedThread, ProposedHost, RoundStep,
};
pub use within::{Awaited, DraftMoved, LetOut, Moved};
