//! Server functions of one's own settings.

use crate::AppError;
use crate::wire::Json;
use leptos::prelude::*;

/// Whether one is asked questions on the first page.
#[server(endpoint = "asked_questions", output = Json)]
pub async fn asked_questions() -> Result<bool, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.is_asked_questions(&here.actor()).await)
}

/// Is asked such questions from now on, or is not.
#[server(endpoint = "want_questions", output = Json)]
pub async fn want_questions(wanted: bool) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.want_questions(&here.actor(), wanted).await)
}
