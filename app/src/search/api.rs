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
