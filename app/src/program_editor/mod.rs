//! Programs for those who look after them: editing live with what it does to people, history, people, and the audit.
//!
//! How members see a program is `programs`.

pub mod api;
mod audit_page;
mod choosing;
mod controls;
mod editing;
mod editor_actions;
mod editor_page;
mod form_field;
mod history_page;
mod items;
mod keep;
mod kept;
mod more_teams;
mod new_program_page;
mod others;
mod people_field;
mod people_page;
mod phase_form;
mod presence;
mod programs_page;
mod publish_form;
mod rail;
mod settle;
mod stage_list;
mod under_way;
mod version_page;

pub use audit_page::AuditPage;
pub use editor_page::ProgramEditorPage;
pub use history_page::ProgramHistoryPage;
pub use new_program_page::NewProgramPage;
pub use people_page::ProgramPeoplePage;
pub use programs_page::AdminProgramsPage;
pub use version_page::ProgramVersionPage;
