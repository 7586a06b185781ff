//! Server functions of a matching. Program admins and the program's organisers match; a learner reads why.

use crate::AppError;
use crate::wire::Json;
use domain::id::ProgramId;
use domain::match_rounds::{KeepForm, PairForm, WeighForm};
use leptos::prelude::*;

/// The matching of a program, with what the address asks for.
#[server(endpoint = "match_console", output = Json)]
pub async fn match_console(program: String, query: String) -> Result<domain::match_rounds::MatchPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    let query = domain::match_rounds::MatchQuery::parse(&query);
    here.answer(here.store.match_console(&here.actor(), &id, &query).await)
}

/// Why the asker has the mentor they have in a program, or none yet.
#[server(endpoint = "why_matched", output = Json)]
pub async fn why_matched(program: String) -> Result<domain::match_rounds::MyMatchPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ProgramId::parse(&program))?;
    here.answer(here.store.my_match_page(&here.actor(), &id).await)
}

/// Pins a pair, rules one out, or leaves one open again.
#[server(endpoint = "decide_pair", output = Json)]
pub async fn decide_pair(program: ProgramId, form: PairForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.decide_pair(&here.actor(), &program, &form).await)
}

/// Weighs what a fit is made of.
#[server(endpoint = "weigh_fits", output = Json)]
pub async fn weigh_fits(program: ProgramId, #[server(default)] form: WeighForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.weigh_fits(&here.actor(), &program, &form).await)
}

/// Keeps the pairing on the page under a name.
#[server(endpoint = "keep_pairing", output = Json)]
pub async fn keep_pairing(program: ProgramId, form: KeepForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.keep_pairing(&here.actor(), &program, &form).await)
}

/// Keeps a pairing no more.
#[server(endpoint = "drop_pairing", output = Json)]
pub async fn drop_pairing(program: ProgramId, number: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.drop_pairing(&here.actor(), &program, number).await)
}

/// Pins, rules out and weighs what had led to a kept pairing.
#[server(endpoint = "take_up_pairing", output = Json)]
pub async fn take_up_pairing(program: ProgramId, number: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.take_up_pairing(&here.actor(), &program, number).await)
}

/// Brings everybody together whom the pairing that was seen pairs.
#[server(endpoint = "publish_round", output = Json)]
pub async fn publish_round(program: ProgramId, seen: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.publish_round(&here.actor(), &program, &seen).await)
}

/// Takes back what was published in a round.
#[server(endpoint = "undo_round", output = Json)]
pub async fn undo_round(program: ProgramId, round: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.undo_round(&here.actor(), &program, round).await)
}
