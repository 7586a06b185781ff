//! Server functions of mentoring. Each refuses those who are not in the program as what they act.

use crate::AppError;
use crate::wire::Json;
use domain::id::{PersonId, ProgramId};
use leptos::prelude::*;

/// The mentoring of whoever asks.
#[server(endpoint = "mentoring", output = Json)]
pub async fn mentoring() -> Result<domain::mentorings::HubPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.mentoring_page(&here.actor()))
}

/// Whom they could ask in a program.
#[server(endpoint = "mentor_match", output = Json)]
pub async fn mentor_match(program: String) -> Result<domain::mentorings::MatchPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    here.answer(here.store.match_page(&here.actor(), &id))
}

/// A request to whoever asks for it, who mentors.
#[server(endpoint = "mentor_request", output = Json)]
pub async fn mentor_request(program: String, learner: String) -> Result<domain::mentorings::AnswerPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    let learner = here.parsed(PersonId::parse(&learner))?;
    here.answer(here.store.mentor_answer_page(&here.actor(), &id, &learner))
}

/// Wishes for these mentors, the dearest first, as “mentor/skill” each.
#[server(endpoint = "rank_mentors", output = Json)]
pub async fn rank_mentors(program: ProgramId, #[server(default)] wishes: Vec<String>) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.rank_by_form(&here.actor(), &program, &wishes).await)
}

/// Asks the first wish who has a place.
#[server(endpoint = "ask_mentor", output = Json)]
pub async fn ask_mentor(program: ProgramId, #[server(default)] words: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let words = here.parsed(domain::text::Prose::parse("words", &words))?;
    here.answer(here.store.ask_mentor(&here.actor(), &program, &words).await)
}

/// Takes the request back.
#[server(endpoint = "take_back_mentor_request", output = Json)]
pub async fn take_back_mentor_request(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.take_back_mentor_request(&here.actor(), &program).await)
}

/// Looks for no mentor any more.
#[server(endpoint = "stop_seeking", output = Json)]
pub async fn stop_seeking(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.stop_seeking(&here.actor(), &program).await)
}

/// Becomes somebody's mentor, then leads to the pair.
#[server(endpoint = "accept_learner", output = Json)]
pub async fn accept_learner(program: ProgramId, learner: PersonId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let pair = here.answer(here.store.accept_learner(&here.actor(), &program, &learner).await)?;
    here.go(&format!("/pairs/{pair}"));
    Ok(())
}

/// Says no, with a reason or without.
#[server(endpoint = "decline_learner", output = Json)]
pub async fn decline_learner(
    program: ProgramId,
    learner: PersonId,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let reason = here.parsed(domain::text::Prose::parse("reason", &reason))?;
    here.answer(here.store.decline_learner(&here.actor(), &program, &learner, &reason).await)
}

/// Takes nobody new for now.
#[server(endpoint = "pause_mentoring", output = Json)]
pub async fn pause_mentoring(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.pause_mentoring(&here.actor(), &program).await)
}

/// Takes learners again.
#[server(endpoint = "resume_mentoring", output = Json)]
pub async fn resume_mentoring(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.resume_mentoring(&here.actor(), &program).await)
}

/// Takes so many learners at once.
#[server(endpoint = "set_mentor_places", output = Json)]
pub async fn set_mentor_places(program: ProgramId, places: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.set_mentor_places(&here.actor(), &program, places).await)
}
