//! Server functions of pairs. Each refuses whoever is not in the pair; that one ends early is never said to be
//! anybody’s doing.

use crate::AppError;
use crate::wire::Json;
use domain::id::{ItemId, PairId, ProgramId};
use leptos::prelude::*;

/// The pairs of whoever asks.
#[server(endpoint = "pairs", output = Json)]
pub async fn pairs() -> Result<domain::pairs::PairsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.pairs_page(&here.actor()))
}

/// The room of one.
#[server(endpoint = "pair_room", output = Json)]
pub async fn pair_room(pair: String) -> Result<domain::pairs::RoomPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(PairId::parse(&pair))?;
    here.answer(here.store.pair_room(&here.actor(), &id).await)
}

/// How the pairs of a program are.
#[server(endpoint = "pair_health", output = Json)]
pub async fn pair_health(program: String) -> Result<domain::pairs::HealthPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    here.answer(here.store.pair_health(&here.actor(), &id))
}

/// Takes a break.
#[server(endpoint = "pause_pair", output = Json)]
pub async fn pause_pair(pair: PairId, #[server(default)] until: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let step = here.parsed(domain::pair::Move::pause(&until))?;
    here.answer(here.store.move_pair(&here.actor(), &pair, &step).await)
}

/// Goes on after a break.
#[server(endpoint = "continue_pair", output = Json)]
pub async fn continue_pair(pair: PairId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_pair(&here.actor(), &pair, &domain::pair::Move::GoOn).await)
}

/// Says whether they fit.
#[server(endpoint = "say_fit", output = Json)]
pub async fn say_fit(pair: PairId, #[server(default)] says: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.say_fit(&here.actor(), &pair, &says).await)
}

/// Comes to a close, with a word on how it was.
#[server(endpoint = "finish_pair", output = Json)]
pub async fn finish_pair(
    pair: PairId,
    #[server(default)] worth: String,
    #[server(default)] words: String,
    #[server(default)] to_organisers: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let form = domain::pair::FeedbackForm { worth, words, to_organisers };
    here.answer(here.store.finish_pair(&here.actor(), &pair, &form).await)
}

/// Says how it was, once they came to a close.
#[server(endpoint = "give_pair_feedback", output = Json)]
pub async fn give_pair_feedback(
    pair: PairId,
    #[server(default)] worth: String,
    #[server(default)] words: String,
    #[server(default)] to_organisers: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let form = domain::pair::FeedbackForm { worth, words, to_organisers };
    here.answer(here.store.give_pair_feedback(&here.actor(), &pair, &form).await)
}

/// Stops, without a reason.
#[server(endpoint = "stop_pair", output = Json)]
pub async fn stop_pair(pair: PairId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_pair(&here.actor(), &pair, &domain::pair::Move::Stop).await)
}

/// Ends a pair of a program that one looks after.
#[server(endpoint = "end_pair", output = Json)]
pub async fn end_pair(pair: PairId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.end_pair(&here.actor(), &pair).await)
}

/// Ticks a step of the program in the room.
#[server(endpoint = "finish_milestone", output = Json)]
pub async fn finish_milestone(program: ProgramId, step: ItemId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.finish_step(&here.actor(), &program, &step).await)
}
