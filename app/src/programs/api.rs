//! Server functions of programs for those who take part, and for their organisers.

use crate::AppError;
use crate::wire::Json;
use domain::id::{ItemId, PersonId, ProgramId};
use leptos::prelude::*;

/// The catalogue, narrowed to what an address says.
#[server(endpoint = "programs", output = Json)]
pub async fn programs(query: String) -> Result<domain::programs::CataloguePage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::programs::CatalogueQuery::parse(&query);
    here.answer(here.store.programs_page(&here.actor(), query))
}

/// One program, as whoever asks has it.
#[server(endpoint = "program", output = Json)]
pub async fn program(program: String) -> Result<domain::programs::ProgramPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    here.answer(here.store.program_page(&here.actor(), &id))
}

/// Some of those whom one can invite, by what was typed of a name.
#[server(endpoint = "people_to_invite", output = Json)]
pub async fn people_to_invite(program: ProgramId, typed: String) -> Result<Vec<domain::tag::PersonTag>, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.people_to_invite(&here.actor(), &program, &typed))
}

/// Joins, as a role or as most do; in the queue where all seats are taken, and by asking where somebody has to accept.
#[server(endpoint = "join_program", output = Json)]
pub async fn join_program(program: ProgramId, #[server(default)] role: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.join_program(&here.actor(), &program, &role).await.map(drop))
}

/// Leaves a program or its queue.
#[server(endpoint = "leave_program", output = Json)]
pub async fn leave_program(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.leave_program(&here.actor(), &program).await)
}

/// Says no to an invitation.
#[server(endpoint = "decline_invitation", output = Json)]
pub async fn decline_invitation(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.decline_invitation(&here.actor(), &program).await)
}

/// Ticks a step of one's own.
#[server(endpoint = "finish_step", output = Json)]
pub async fn finish_step(program: ProgramId, step: ItemId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.finish_step(&here.actor(), &program, &step).await)
}

/// Is through with a stage that has no steps.
#[server(endpoint = "finish_stage", output = Json)]
pub async fn finish_stage(program: ProgramId, stage: ItemId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.finish_stage(&here.actor(), &program, &stage).await)
}

/// Asks somebody to join: by id, or by name where the form has no script.
#[server(endpoint = "invite_to_program", output = Json)]
pub async fn invite_to_program(
    program: ProgramId,
    #[server(default)] person: String,
    #[server(default)] person_text: String,
    #[server(default)] role: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let typed = domain::programs::Invitee { person, person_text, role };
    here.answer(here.store.invite_by_form(&here.actor(), &program, &typed).await)
}

/// Takes another role in a program.
#[server(endpoint = "take_role", output = Json)]
pub async fn take_role(program: ProgramId, role: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.take_role(&here.actor(), &program, &role).await)
}

/// Gives somebody a role in a program.
#[server(endpoint = "give_role", output = Json)]
pub async fn give_role(program: ProgramId, person: PersonId, role: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.give_role(&here.actor(), &program, &person, &role).await)
}

/// Takes somebody out of a program, its queue, or the list of those who are asked.
#[server(endpoint = "remove_participant", output = Json)]
pub async fn remove_participant(program: ProgramId, person: PersonId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.remove_participant(&here.actor(), &program, &person).await)
}

/// Ticks a step for somebody.
#[server(endpoint = "finish_step_for", output = Json)]
pub async fn finish_step_for(program: ProgramId, person: PersonId, step: ItemId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.finish_step_for(&here.actor(), &program, &person, &step).await)
}

/// Nothing is due until it goes on.
#[server(endpoint = "pause_program", output = Json)]
pub async fn pause_program(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_program(&here.actor(), &program, domain::program::Phase::Paused).await)
}

/// It goes on.
#[server(endpoint = "continue_program", output = Json)]
pub async fn continue_program(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_program(&here.actor(), &program, domain::program::Phase::Running).await)
}
