//! Sessions: an hour together, in a calendar; seats with a line, questions before, materials, what came of it. (Who is
//! signed in is in `session`.)

mod answer_forms;
pub mod api;
mod calendar_keys;
mod calendar_list;
mod calendar_page;
mod calendar_table;
mod date_forms;
mod dates;
pub mod door;
mod facts;
mod form_draft;
mod form_page;
mod form_people;
mod form_seats;
mod form_when;
mod guest_list;
mod help;
pub mod host_api;
mod host_tools;
mod materials;
mod name_box;
mod poll;
mod preview;
mod questions;
mod seat_card;
mod seats_picture;
mod session_actions;
mod session_page;
mod survey;

pub use calendar_page::SessionsPage;
pub use door::{ClosePage, DoorPage, SheetPage};
pub use form_page::SessionFormPage;
pub use session_page::SessionPage;
