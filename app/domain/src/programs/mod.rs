//! Programs on the page for those who may take part: the catalogue, and one program as its reader has it.
//!
//! Who may join, what is done and what a change does to somebody is asked of `program`, never decided here. What admins
//! do to a program has pages of its own, elsewhere.

mod calendar;
mod catalogue;
mod changed;
mod door;
mod fields;
mod mine;
mod page;
mod people;
mod query;
mod roles;
mod sight;
mod stages;
mod standing;
mod terms;
#[cfg(test)]
mod tests;
mod words;

pub use calendar::{Meeting, MeetingDay, Rhythm, Week};
pub use catalogue::{CataloguePage, KindChoice, ProgramCard, catalogue_page};
pub use changed::ChangeLine;
pub use door::{DoorCard, Seats};
pub use fields::FieldLine;
pub use mine::{Beside, Mine, NextThing};
pub use page::{ProgramMoves, ProgramPage, program_page};
pub use people::{Answer, Invitee, PeopleGroup, ProgramPerson, TickFor, people_to_invite};
pub use query::CatalogueQuery;
pub use roles::{RoleChoice, RoleLine};
pub use stages::{KeptStep, Progress, StageLine, StepLine};
pub use standing::MyStanding;

pub(crate) use calendar::coming;
pub(crate) use changed::{changes_for, due_of_step, worded};
pub(crate) use mine::{open_step, reminders_of};
pub(crate) use roles::title as role_title;
pub(crate) use sight::{Sight, led_programs, my_programs, programs_left, to_admit};
pub(crate) use words::{date, due as due_words};
