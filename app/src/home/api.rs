//! Server functions of the first page.

use crate::AppError;
use crate::wire::Json;
use domain::attendance::CountersignForm;
use domain::id::{ExchangeId, PersonId, ProgramId, SkillId};
use domain::next_step::{Pause, StepId};
use domain::time::Timestamp;
use leptos::prelude::*;

/// The first page of whoever asks.
#[server(endpoint = "home", output = Json)]
pub async fn home() -> Result<domain::home::HomePage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.home_page(&here.actor()).await)
}

/// Puts a step off: `day`, `week`, or `never` for its whole kind.
#[server(endpoint = "snooze_next_step", output = Json)]
pub async fn snooze_next_step(step: StepId, pause: Pause) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.snooze_next_step(&here.actor(), &step, pause).await)
}

/// Everything that was put off comes up again.
#[server(endpoint = "wake_next_steps", output = Json)]
pub async fn wake_next_steps() -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.wake_next_steps(&here.actor()).await)
}

/// Says that an hour together was as its host says.
#[server(endpoint = "confirm_session_step", output = Json)]
pub async fn confirm_session_step(form: CountersignForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.countersign_by_form(&here.actor(), &form).await)
}

/// Opens the session that was proposed, as the page showed it.
#[server(endpoint = "open_session_step", output = Json)]
pub async fn open_session_step(skill: SkillId, seen: Timestamp) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.open_proposal(&here.actor(), &skill, seen).await.map(drop))
}

/// Becomes somebody's mentor.
#[server(endpoint = "accept_learner_step", output = Json)]
pub async fn accept_learner_step(program: ProgramId, learner: PersonId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.accept_learner(&here.actor(), &program, &learner).await.map(drop))
}

/// Says yes to the time that the page showed.
#[server(endpoint = "accept_next_step", output = Json)]
pub async fn accept_next_step(exchange: ExchangeId, starts_at: Timestamp) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.accept_exchange(&here.actor(), &exchange, starts_at).await)
}
