//! Server functions of hours. A statement is its person's alone; the proof is everybody's, signed in or not.

use crate::AppError;
use crate::wire::Json;
use domain::hours::{GiveHoursForm, HoursPage, SetRightForm};
use domain::ledger::TransferKey;
use leptos::prelude::*;

/// The statement of whoever asks, from before a place in it on.
#[server(endpoint = "hours", output = Json)]
pub async fn hours(before: Option<u64>) -> Result<HoursPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.hours_page(&here.actor(), before).await)
}

/// Gives hours to a colleague, or to everybody.
#[server(endpoint = "give_hours", output = Json)]
pub async fn give_hours(form: GiveHoursForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.give_hours_by_form(&here.actor(), &form).await)?;
    here.go("/hours");
    Ok(())
}

/// The proof that all hours even out. Whoever asks may read it: it tells of nobody.
#[server(endpoint = "hours_proof", output = Json)]
pub async fn hours_proof() -> Result<domain::hours::HoursProof, AppError> {
    let here = crate::here::Here::now()?;
    Ok(here.store.hours_proof())
}

/// Everybody’s entries, for organisation admins.
#[server(endpoint = "hours_book", output = Json)]
pub async fn hours_book(query: String) -> Result<domain::hours::HoursBook, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::hours::HoursBookQuery::parse(&query);
    here.answer(here.store.hours_book(&here.actor(), query).await)
}

/// Takes an entry back.
#[server(endpoint = "reverse_hours", output = Json)]
pub async fn reverse_hours(entry: TransferKey, #[server(default)] words: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let words = here.parsed(domain::text::Prose::parse("words", &words))?;
    here.answer(here.store.reverse_hours(&here.actor(), &entry, &words).await)
}

/// Says how long an hour really took.
#[server(endpoint = "set_hours_right", output = Json)]
pub async fn set_hours_right(form: SetRightForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.set_hours_right_by_form(&here.actor(), &form).await)
}
