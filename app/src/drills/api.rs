//! Server functions of drills. Each refuses whomever the drill does not concern.

use crate::AppError;
use crate::wire::Json;
use domain::drills::DrillForm;
use domain::id::DrillId;
use leptos::prelude::*;

/// The drills of whoever asks, and of their people.
#[server(endpoint = "drills", output = Json)]
pub async fn drills() -> Result<domain::drills::DrillsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.drills_page(&here.actor()))
}

/// One drill.
#[server(endpoint = "drill", output = Json)]
pub async fn drill(drill: String) -> Result<domain::drills::DrillPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(DrillId::parse(&drill))?;
    here.answer(here.store.drill_page(&here.actor(), &id))
}

/// The page on which a drill is planned, for the skill and the people that an address names.
#[server(endpoint = "new_drill", output = Json)]
pub async fn new_drill(query: String) -> Result<domain::drills::NewDrillPage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::drills::NewDrillQuery::parse(&query);
    here.answer(here.store.new_drill_page(&here.actor(), &query))
}

/// Proposes a drill, then leads to it.
#[server(endpoint = "propose_drill", output = Json)]
pub async fn propose_drill(form: DrillForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(here.store.propose_drill_by_form(&here.actor(), &form).await)?;
    here.go(&format!("/drills/{id}"));
    Ok(())
}

/// Says yes to the days that the page showed.
#[server(endpoint = "accept_drill", output = Json)]
pub async fn accept_drill(drill: DrillId, on: String, #[server(default)] until: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let seen = here.parsed(domain::drill::parse_days(&on, &until))?;
    here.answer(here.store.accept_drill(&here.actor(), &drill, seen).await)
}

/// Proposes another day.
#[server(endpoint = "propose_drill_day", output = Json)]
pub async fn propose_drill_day(
    drill: DrillId,
    #[server(default)] on: String,
    #[server(default)] until: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let step = here.parsed(domain::drill::Move::another_day(&on, &until))?;
    here.answer(here.store.move_drill(&here.actor(), &drill, &step).await)
}

/// Says no, or calls it off, with a reason.
#[server(endpoint = "decline_drill", output = Json)]
pub async fn decline_drill(drill: DrillId, #[server(default)] reason: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let reason = here.parsed(domain::text::Prose::parse("reason", &reason))?;
    here.answer(here.store.move_drill(&here.actor(), &drill, &domain::drill::Move::Decline { reason }).await)
}

/// Takes a proposal back.
#[server(endpoint = "withdraw_drill", output = Json)]
pub async fn withdraw_drill(drill: DrillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_drill(&here.actor(), &drill, &domain::drill::Move::Withdraw).await)
}

/// Says how it went, and what the notes lacked.
#[server(endpoint = "report_drill", output = Json)]
pub async fn report_drill(
    drill: DrillId,
    #[server(default)] verdict: String,
    #[server(default)] words: String,
    #[server(default)] lacked: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let step = here.parsed(domain::drill::Move::told(&verdict, &words, &lacked))?;
    here.answer(here.store.move_drill(&here.actor(), &drill, &step).await)
}
