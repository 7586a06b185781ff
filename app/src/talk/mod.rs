//! What is said below things. Any page shows its comments with [`Comments`]; the list comes with the page, so it is as
//! current as that. What was reported waits on a page of its own, for program admins.

mod actions;
pub mod api;
mod comment;
mod comments;
mod reports_page;

pub use actions::TalkActions;
pub use comments::Comments;
pub use reports_page::ReportsPage;
