//! Pairs: a mentor and whoever learns from them, with a room of their own; and how the pairs of a program are.

mod agenda;
mod agreement;
pub mod api;
mod close_forms;
mod fit_form;
mod goals;
mod health_page;
mod health_rows;
mod milestones;
mod note;
mod pairs_page;
mod plan_api;
mod rail;
mod room_actions;
mod room_page;
mod room_stage;
mod shared_text;
mod ticked;

pub use health_page::PairHealthPage;
pub use pairs_page::PairsPage;
pub use room_page::PairRoomPage;
