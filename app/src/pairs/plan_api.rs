//! Server functions of what the people in a pair write: together, and each for themself. Each text has a name of its own:
//! without JavaScript what was refused comes back by its name, and a private note never in a field that others read.

use crate::AppError;
use crate::wire::Json;
use domain::id::PairId;
use leptos::prelude::*;

/// Adds a goal of one of them.
#[server(endpoint = "add_goal", output = Json)]
pub async fn add_goal(
    pair: PairId,
    #[server(default)] whose: String,
    #[server(default)] aim: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let plan = here.parsed(domain::pair::Plan::new_goal(&whose, &aim))?;
    here.answer(here.store.plan_in_pair(&here.actor(), &pair, plan).await)
}

/// A goal is reached, open again, or taken away.
#[server(endpoint = "move_goal", output = Json)]
pub async fn move_goal(pair: PairId, goal: String, step: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let plan = here.parsed(domain::pair::Plan::of_goal(&goal, &step))?;
    here.answer(here.store.plan_in_pair(&here.actor(), &pair, plan).await)
}

/// Says how they want to work together.
#[server(endpoint = "write_agreement", output = Json)]
pub async fn write_agreement(
    pair: PairId,
    #[server(default)] agreement: String,
    #[server(default)] seen: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let plan = here.parsed(domain::pair::Plan::agreement(&agreement, &seen))?;
    here.answer(here.store.plan_in_pair(&here.actor(), &pair, plan).await)
}

/// Agrees to the words that the page showed.
#[server(endpoint = "agree_in_pair", output = Json)]
pub async fn agree_in_pair(pair: PairId, #[server(default)] seen: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let plan = here.parsed(domain::pair::Plan::agree(&seen))?;
    here.answer(here.store.plan_in_pair(&here.actor(), &pair, plan).await)
}

/// Puts something on the agenda.
#[server(endpoint = "add_agenda_item", output = Json)]
pub async fn add_agenda_item(pair: PairId, #[server(default)] topic: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let plan = here.parsed(domain::pair::Plan::new_item(&topic))?;
    here.answer(here.store.plan_in_pair(&here.actor(), &pair, plan).await)
}

/// Something on the agenda was talked about, was not after all, or is taken away.
#[server(endpoint = "move_agenda_item", output = Json)]
pub async fn move_agenda_item(pair: PairId, item: String, step: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let plan = here.parsed(domain::pair::Plan::of_item(&item, &step))?;
    here.answer(here.store.plan_in_pair(&here.actor(), &pair, plan).await)
}

/// Keeps what one notes for oneself in a pair.
#[server(endpoint = "keep_pair_note", output = Json)]
pub async fn keep_pair_note(
    pair: PairId,
    #[server(default)] note: String,
    #[server(default)] seen: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let note = here.parsed(domain::text::Prose::parse("note", &note))?;
    let seen = domain::pair::parse_moment(&seen);
    here.answer(here.store.keep_pair_note(&here.actor(), &pair, &note, seen).await)
}
