//! Drills: a colleague does a task from the notes while whoever usually does it stands back; both say how it went.

mod answer_forms;
pub mod api;
mod drill_actions;
mod drill_page;
mod drill_stage;
mod drills_page;
mod new_drill_page;
mod plan_form;
mod report_cards;
mod report_form;

pub use drill_page::DrillPage;
pub use drills_page::DrillsPage;
pub use new_drill_page::NewDrillPage;
