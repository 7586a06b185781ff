//! Server functions of teams. What they return is fit for everybody who is signed in.

use crate::AppError;
use crate::wire::Json;
use leptos::prelude::*;

/// The tree of teams.
#[server(endpoint = "teams", output = Json)]
pub async fn teams() -> Result<domain::teams::TeamsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.teams_page(&here.actor()))
}

/// The page of one team.
#[server(endpoint = "team", output = Json)]
pub async fn team(id: String) -> Result<domain::teams::TeamPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(domain::id::TeamId::parse(&id).map_err(Into::into))?;
    here.answer(here.store.team_page(&here.actor(), &id))
}

/// The form of a team; of a new one when `id` is empty.
#[server(endpoint = "team_form", output = Json)]
pub async fn team_form(id: String) -> Result<domain::teams::TeamForm, AppError> {
    let here = crate::here::Here::now()?;
    let id = if id.is_empty() { None } else { Some(here.answer(domain::id::TeamId::parse(&id).map_err(Into::into))?) };
    here.answer(here.store.team_form(&here.actor(), id.as_ref()))
}

/// Adds or changes a team, and leads to its page.
#[server(endpoint = "save_team", output = Json)]
pub async fn save_team(form: domain::teams::TeamText) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let draft = here.answer(form.parsed().map_err(Into::into))?;
    let id = here.answer(here.store.save_team(&here.actor(), &draft).await)?;
    here.go(&format!("/teams/{id}"));
    Ok(())
}
