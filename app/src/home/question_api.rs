//! Server functions of the question on the first page.

use crate::AppError;
use crate::wire::Json;
use domain::id::{PersonId, SkillId};
use leptos::prelude::*;

/// Says at which level one sees a colleague.
#[server(endpoint = "answer_question", output = Json)]
pub async fn answer_question(subject: PersonId, skill: SkillId, level: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let level = here.parsed(domain::evidence::Level::parse(&level))?;
    here.answer(here.store.answer_question(&here.actor(), &domain::question::Cell { subject, skill }, level).await)
}

/// Never to be asked this again.
#[server(endpoint = "skip_question", output = Json)]
pub async fn skip_question(subject: PersonId, skill: SkillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.skip_question(&here.actor(), &domain::question::Cell { subject, skill }).await)
}

/// Takes back what one answered.
#[server(endpoint = "take_back_answer", output = Json)]
pub async fn take_back_answer(subject: PersonId, skill: SkillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.reopen_question(&here.actor(), &domain::question::Cell { subject, skill }).await)
}

/// Never to be asked anything of the kind.
#[server(endpoint = "stop_questions", output = Json)]
pub async fn stop_questions() -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.want_questions(&here.actor(), false).await)
}
