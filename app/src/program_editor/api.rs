//! Server functions of the program editor. Program admins edit; a program's organisers see its people and history.

use crate::AppError;
use crate::wire::Json;
use domain::id::{PersonId, ProgramId, ScheduleId};
use domain::program::forms::{NewProgram, PublishForm, Published, RollBackForm, SettleForm};
use domain::program::{DraftForm, Path, Phase, Presence};
use domain::program_editor::PresentFace;
use leptos::prelude::*;

/// The editor of a program, with what publishing as the address chooses would do; the draft of whoever was an admin.
#[server(endpoint = "program_editor", output = Json)]
pub async fn program_editor(program: String, query: String) -> Result<domain::program_editor::Opened, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    here.answer(here.store.open_editor(&here.actor(), &id, &query).await)
}

/// Keeps what the form says as a draft, after the small button that was pressed; `fresh` is the id of what that adds, so
/// that the same press sent again adds it once.
#[server(endpoint = "keep_draft", output = Json)]
pub async fn keep_draft(
    program: ProgramId,
    form: DraftForm,
    #[server(default)] button: String,
    #[server(default)] fresh: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let pressed = domain::program_editor::Pressed { button, fresh };
    here.answer(here.store.keep_arranged(&here.actor(), &program, form, &pressed).await)
}

/// Some people to name in a program, by what was typed of a name.
#[server(endpoint = "people_to_name", output = Json)]
pub async fn people_to_name(typed: String) -> Result<Vec<domain::tag::PersonTag>, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.people_to_name(&here.actor(), &typed))
}

/// Decides between two values of one field.
#[server(endpoint = "settle_change", output = Json)]
pub async fn settle_change(program: ProgramId, form: SettleForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.settle(&here.actor(), &program, &form).await)
}

/// Takes one change of a draft back.
#[server(endpoint = "drop_change", output = Json)]
pub async fn drop_change(program: ProgramId, path: Path) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.drop_change(&here.actor(), &program, &path).await)
}

/// Throws a draft away.
#[server(endpoint = "discard_draft", output = Json)]
pub async fn discard_draft(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.discard_draft(&here.actor(), &program).await)
}

/// Takes over what another admin has changed and not published.
#[server(endpoint = "take_over_draft", output = Json)]
pub async fn take_over_draft(program: ProgramId, owner: PersonId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.take_over_draft(&here.actor(), &program, &owner).await)
}

/// Drops what somebody had changed who has left.
#[server(endpoint = "drop_draft_of", output = Json)]
pub async fn drop_draft_of(program: ProgramId, owner: PersonId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.drop_draft_of(&here.actor(), &program, &owner).await)
}

/// Makes a draft live, or puts it off to a day.
#[server(endpoint = "publish_draft", output = Json)]
pub async fn publish_draft(program: ProgramId, form: PublishForm) -> Result<Published, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.publish(&here.actor(), &program, &form).await)
}

/// Brings the settings of an earlier version back, then leads to the history.
#[server(endpoint = "roll_back", output = Json)]
pub async fn roll_back(program: ProgramId, form: RollBackForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.roll_back(&here.actor(), &program, &form).await)?;
    here.go(&format!("/admin/programs/{program}/history"));
    Ok(())
}

/// Brings back as a draft what of an earlier version breaks no promise, then leads to the editor.
#[server(endpoint = "draft_of_rest", output = Json)]
pub async fn draft_of_rest(program: ProgramId, n: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.draft_of_rest(&here.actor(), &program, n).await)?;
    here.go(&format!("/admin/programs/{program}"));
    Ok(())
}

/// Lets a version out to a larger share, in percent, or to these teams.
#[server(endpoint = "widen_roll_out", output = Json)]
pub async fn widen_roll_out(
    program: ProgramId,
    n: u32,
    #[server(default)] share: Option<u16>,
    #[server(default)] teams: std::collections::BTreeSet<domain::id::TeamId>,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let reach = here.parsed(domain::program::Reach::wider(share, teams))?;
    here.answer(here.store.widen_roll_out(&here.actor(), &program, n, &reach).await)
}

/// Lets a version out to nobody more.
#[server(endpoint = "stop_roll_out", output = Json)]
pub async fn stop_roll_out(program: ProgramId, n: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.stop_roll_out(&here.actor(), &program, n).await)
}

/// Calls a change off that waits for its day.
#[server(endpoint = "cancel_schedule", output = Json)]
pub async fn cancel_schedule(schedule: ScheduleId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.cancel_schedule(&here.actor(), &schedule).await)
}

/// Opens, starts, pauses or closes a program.
#[server(endpoint = "move_program", output = Json)]
pub async fn move_program(program: ProgramId, to: Phase) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_program(&here.actor(), &program, to).await)
}

/// Says that the editor is open in this tab, and asks who else has it open.
#[server(endpoint = "be_present", output = Json)]
pub async fn be_present(program: ProgramId, presence: Presence) -> Result<Vec<PresentFace>, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.who_is_here(&here.actor(), &program, &presence).await)
}

/// All programs.
#[server(endpoint = "admin_programs", output = Json)]
pub async fn admin_programs() -> Result<domain::program_editor::AdminProgramsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.admin_programs_page(&here.actor()).await)
}

/// The page on which a program is made.
#[server(endpoint = "program_kinds", output = Json)]
pub async fn program_kinds(query: String) -> Result<domain::program_editor::NewProgramPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.new_program_page(&here.actor(), &query))
}

/// Makes a program, then leads to its editor.
#[server(endpoint = "create_program", output = Json)]
pub async fn create_program(form: NewProgram) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(here.store.create_program(&here.actor(), &form).await)?;
    here.go(&format!("/admin/programs/{id}"));
    Ok(())
}

/// The people of a program.
#[server(endpoint = "program_people", output = Json)]
pub async fn program_people(program: String, query: String) -> Result<domain::program_editor::PeoplePage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    let query = domain::program_editor::PeopleQuery::parse(&query);
    here.answer(here.store.program_people_page(&here.actor(), &id, &query))
}

/// The history of a program.
#[server(endpoint = "program_history", output = Json)]
pub async fn program_history(program: String, query: String) -> Result<domain::program_editor::HistoryPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    let query = domain::program_editor::HistoryQuery::parse(&query);
    here.answer(here.store.history_page(&here.actor(), &id, query).await)
}

/// One version of a program.
#[server(endpoint = "program_version", output = Json)]
pub async fn program_version(program: String, n: u32) -> Result<domain::program_editor::VersionPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    here.answer(here.store.version_page(&here.actor(), &id, n))
}

/// What admins did.
#[server(endpoint = "admin_audit", output = Json)]
pub async fn admin_audit(query: String) -> Result<domain::program_editor::AuditPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.audit_page(&here.actor(), domain::program_editor::AuditView::parse(&query)).await)
}
