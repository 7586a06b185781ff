//! Server functions of continuity. What they return is fit for everybody who is signed in: the subject is the skill.

use crate::AppError;
use crate::wire::Json;
use leptos::prelude::*;

/// The page that an address asks for.
#[server(endpoint = "continuity", output = Json)]
pub async fn continuity(query: String) -> Result<domain::coverage::ContinuityPage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::coverage::ContinuityQuery::parse(&query);
    here.answer(here.store.continuity_page(&here.actor(), &query))
}
