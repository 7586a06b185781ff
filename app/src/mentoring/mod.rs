//! Mentoring: find a mentor and ask, answer whoever asks, and say how many one takes. (A pair's own room is in `pairs`.)

mod answer_page;
pub mod api;
mod fit;
mod hub_page;
mod learner_actions;
mod match_page;
mod mentor_actions;
mod places;
mod request;
mod suggestions;
mod wishes;

pub use answer_page::MentorAnswerPage;
pub use hub_page::MentoringPage;
pub use match_page::MatchPage;
