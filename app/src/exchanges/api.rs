//! Server functions of requests. Each refuses whoever is not in the request.

use crate::AppError;
use crate::wire::Json;
use domain::exchange::Outcome;
use domain::exchanges::AskForm;
use domain::id::ExchangeId;
use domain::time::Timestamp;
use leptos::prelude::*;

/// The requests of whoever asks.
#[server(endpoint = "exchanges", output = Json)]
pub async fn exchanges() -> Result<domain::exchanges::ExchangesPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.exchanges_page(&here.actor()))
}

/// One of their requests.
#[server(endpoint = "exchange", output = Json)]
pub async fn exchange(exchange: String) -> Result<domain::exchanges::ExchangePage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ExchangeId::parse(&exchange))?;
    here.answer(here.store.exchange_page(&here.actor(), &id))
}

/// The page on which they ask `teacher`.
#[server(endpoint = "ask", output = Json)]
pub async fn ask(teacher: String, skill: Option<String>) -> Result<domain::exchanges::AskPage, AppError> {
    let here = crate::here::Here::now()?;
    let teacher = here.parsed(domain::id::PersonId::parse(&teacher))?;
    let skill = skill.and_then(|skill| domain::id::SkillId::parse(&skill).ok());
    here.answer(here.store.ask_page(&here.actor(), &teacher, skill.as_ref()))
}

/// Asks, then leads to the request.
#[server(endpoint = "ask_colleague", output = Json)]
pub async fn ask_colleague(form: AskForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(here.store.ask_by_form(&here.actor(), form).await)?;
    here.go(&format!("/exchanges/{id}"));
    Ok(())
}

/// Says yes to the time that the page showed.
#[server(endpoint = "accept_exchange", output = Json)]
pub async fn accept_exchange(exchange: ExchangeId, starts_at: Timestamp) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.accept_exchange(&here.actor(), &exchange, starts_at).await)
}

/// Proposes one of the times offered, or one of the asker's own.
#[server(endpoint = "propose_time", output = Json)]
pub async fn propose_time(
    exchange: ExchangeId,
    #[server(default)] slot: String,
    #[server(default)] own: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.propose_by_form(&here.actor(), &exchange, &slot, &own).await)
}

/// Says no, with a reason.
#[server(endpoint = "decline_exchange", output = Json)]
pub async fn decline_exchange(exchange: ExchangeId, reason: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let reason = here.parsed(domain::text::Prose::parse("reason", &reason))?;
    let step = domain::exchange::Move::Decline { reason };
    here.answer(here.store.move_exchange(&here.actor(), &exchange, &step).await)
}

/// Takes a request back.
#[server(endpoint = "withdraw_exchange", output = Json)]
pub async fn withdraw_exchange(exchange: ExchangeId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_exchange(&here.actor(), &exchange, &domain::exchange::Move::Withdraw).await)
}

/// Says whether the meeting took place, with thanks or a note.
#[server(endpoint = "confirm_exchange", output = Json)]
pub async fn confirm_exchange(
    exchange: ExchangeId,
    outcome: Outcome,
    #[server(default)] words: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let words = here.parsed(domain::text::Prose::parse("words", &words))?;
    let step = domain::exchange::Move::Confirm { outcome, words };
    here.answer(here.store.move_exchange(&here.actor(), &exchange, &step).await)
}
