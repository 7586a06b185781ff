//! The first minute: three questions, each one form, and then three people.

mod answers;
pub mod api;
mod echo;
mod first_message;
mod people_list;
mod preview;
mod question_form;
mod start_page;
mod three_people_page;
mod when_form;

pub use start_page::StartPage;
pub use three_people_page::ThreePeoplePage;
