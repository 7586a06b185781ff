//! Server functions of requests to confirm a skill. Each refuses whoever is not in the request.

use crate::AppError;
use crate::wire::Json;
use domain::confirmation::ConfirmForm;
use domain::id::{ConfirmationId, PersonId, SkillId};
use leptos::prelude::*;

/// The requests of whoever asks, and what they are not asked about any more.
#[server(endpoint = "confirmations", output = Json)]
pub async fn confirmations() -> Result<domain::confirmation::ConfirmationsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.confirmations_page(&here.actor()).await)
}

/// One of their requests.
#[server(endpoint = "confirmation", output = Json)]
pub async fn confirmation(confirmation: String) -> Result<domain::confirmation::ConfirmationPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ConfirmationId::parse(&confirmation))?;
    here.answer(here.store.confirmation_page(&here.actor(), &id))
}

/// What the form offers; it names `colleague` and `skill` when one came for them.
#[server(endpoint = "confirm_choices", output = Json)]
pub async fn confirm_choices(
    colleague: Option<String>,
    skill: Option<String>,
) -> Result<domain::confirmation::ConfirmChoices, AppError> {
    let here = crate::here::Here::now()?;
    let colleague = colleague.and_then(|colleague| PersonId::parse(&colleague).ok());
    let skill = skill.and_then(|skill| SkillId::parse(&skill).ok());
    here.answer(here.store.confirm_choices(&here.actor(), colleague.as_ref(), skill.as_ref()))
}

/// Asks, then leads to the request.
#[server(endpoint = "ask_confirmation", output = Json)]
pub async fn ask_confirmation(form: ConfirmForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(here.store.ask_confirmation_by_form(&here.actor(), &form).await)?;
    here.go(&format!("/confirmations/{id}"));
    Ok(())
}

/// Says at which level one sees whoever asked.
#[server(endpoint = "give_word", output = Json)]
pub async fn give_word(
    confirmation: ConfirmationId,
    level: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let answer = here.parsed(domain::confirmation::Answer::give(&level, &note))?;
    here.answer(here.store.answer_confirmation(&here.actor(), &confirmation, &answer).await)
}

/// Says that it is not for one to say, for one of the reasons offered or in one's own words.
#[server(endpoint = "decline_word", output = Json)]
pub async fn decline_word(
    confirmation: ConfirmationId,
    #[server(default)] reason: String,
    #[server(default)] own: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let answer = here.parsed(domain::confirmation::Answer::decline(&reason, &own))?;
    here.answer(here.store.answer_confirmation(&here.actor(), &confirmation, &answer).await)
}

/// Takes a request back.
#[server(endpoint = "withdraw_confirmation", output = Json)]
pub async fn withdraw_confirmation(confirmation: ConfirmationId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.withdraw_confirmation(&here.actor(), &confirmation).await)
}

/// Lets oneself be asked again about a colleague and a skill.
#[server(endpoint = "ask_me_again", output = Json)]
pub async fn ask_me_again(subject: PersonId, skill: SkillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let cell = domain::question::Cell { subject, skill };
    here.answer(here.store.reopen_question(&here.actor(), &cell).await)
}
