//! Pairs on the page: one’s own, the room of one, and how the pairs of a program are.
//!
//! What may be done is asked of `pair` itself, never decided here. Why a pair ended early stands nowhere beside it, and
//! what somebody said to whether they fit is shown to them alone.

mod agenda;
mod goals;
mod health;
mod health_lists;
mod history;
mod list;
mod meetings;
mod milestones;
mod room;
#[cfg(test)]
mod tests;
mod words;

pub use agenda::AgendaLine;
pub use goals::{AgreementCard, GoalGroup, GoalLine};
pub use health::{HealthCount, HealthPage, health_page};
pub use health_lists::{FeedbackLine, HealthLine, WaitingLine};
pub use history::HistoryLine;
pub use list::{PairLine, PairsPage, line, pairs_page};
pub use meetings::{MeetingCard, MeetingStands, moment};
pub use milestones::Milestones;
pub use room::{PairPerson, RoomMoves, RoomPage, SaidWords, room_page};

pub(crate) use words::without_reader;
