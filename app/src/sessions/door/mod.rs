//! The door of a session and what comes after: the code and the list, the field for the code, a sheet of paper, and the
//! closing, which a host proposes and somebody who was there confirms.

pub mod api;
mod close_actions;
mod close_form;
mod close_page;
mod code_card;
mod countersign_form;
mod door_actions;
mod door_page;
mod guest_side;
mod host_side;
mod proposal_view;
mod roster_list;
mod sheet_page;
mod walk_up_form;

pub use close_page::ClosePage;
pub use door_page::DoorPage;
pub use sheet_page::SheetPage;
