//! The server function of searching. What it returns is fit for everybody who is signed in.

use crate::AppError;
use crate::wire::Json;
use domain::search::JumpGroup;
use leptos::prelude::*;

/// What `text` leads to: people, skills, teams, what can be started, and pages.
#[server(endpoint = "jump", output = Json)]
pub async fn jump(text: String) -> Result<Vec<JumpGroup>, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.jump(&here.actor(), &text))
}

/// The same, also by what texts say, with where the words stand.
#[server(endpoint = "found", output = Json)]
pub async fn found(text: String) -> Result<domain::search::Found, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.found(&here.actor(), &text))
}
