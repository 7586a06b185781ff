//! Programs for those who take part: the catalogue, and one program with what to do next in it.

mod about;
pub mod api;
mod changes;
mod coming;
mod door_forms;
mod heard;
mod invite_form;
mod my_stage;
mod people;
mod program_actions;
mod program_card;
mod program_page;
mod programs_page;
mod rhythm;
mod role_forms;
mod stage_list;
mod tones;

pub use program_page::ProgramPage;
pub use programs_page::ProgramsPage;
