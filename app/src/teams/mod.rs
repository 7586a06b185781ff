//! The teams as a tree, and the page of each: its people, what they cover, what they want.

mod api;
mod strip;
mod team_form_page;
mod team_page;
mod team_skills;
mod teams_page;

pub use team_form_page::TeamFormPage;
pub use team_page::TeamPage;
pub use teams_page::TeamsPage;
