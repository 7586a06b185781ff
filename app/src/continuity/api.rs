//! Server functions of continuity. The board is fit for everybody who is signed in: the subject is the skill. What if
//! is answered about those alone whom the reader may ask about.

use crate::AppError;
use crate::wire::Json;
use leptos::prelude::*;

/// The board that an address asks for.
#[server(endpoint = "continuity", output = Json)]
pub async fn continuity(query: String) -> Result<domain::coverage::ContinuityPage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::coverage::ContinuityQuery::parse(&query);
    here.answer(here.store.continuity_page(&here.actor(), &query).await)
}

/// What falls without those whom an address names.
#[server(endpoint = "what_if", output = Json)]
pub async fn what_if(query: String) -> Result<domain::coverage::WhatIfPage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::coverage::WhatIfQuery::parse(&query);
    here.answer(here.store.what_if_page(&here.actor(), &query))
}

/// The table of targets that an address asks for, with a preview of what it would change.
#[server(endpoint = "targets", output = Json)]
pub async fn targets(query: String) -> Result<domain::coverage::TargetsPage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::coverage::TargetsQuery::parse(&query);
    here.answer(here.store.targets_page(&here.actor(), &query).await)
}

/// Changes what an address would change, as its preview promised, and leads back to the table.
#[server(endpoint = "change_targets", output = Json)]
pub async fn change_targets(query: String, changes: u32, falls: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::coverage::TargetsQuery::parse(&query);
    here.answer(here.store.change_targets(&here.actor(), &query, (changes, falls)).await)?;
    here.go(&query.filter_alone().link());
    Ok(())
}

/// Puts the last change of many skills back, which was made at `at`.
#[server(endpoint = "undo_targets", output = Json)]
pub async fn undo_targets(at: i64) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.undo_targets(&here.actor(), domain::time::Timestamp(at)).await)
}
