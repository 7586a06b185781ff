//! The first page: the one next step, today, people to learn from, and what the team is glad of.

mod agenda;
pub mod api;
mod home_page;
mod next_step_card;
mod pulse;
pub mod question_api;
mod question_card;
mod teachers;
mod waiting;

pub use home_page::HomePage;
