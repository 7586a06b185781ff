//! Server functions of the frame: where a page is, and where to jump.

use crate::AppError;
use crate::wire::Json;
use domain::search::JumpGroup;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One step of the way to a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it is called.
    pub label: String,
    /// Where it is; the page itself has none.
    pub href: Option<String>,
}

/// The way to the page at `path`; none for Home. Names only what whoever asks may see.
#[server(endpoint = "trail", output = Json)]
pub async fn trail(path: String) -> Result<Vec<Step>, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.read(&here.actor(), |org| Ok(crate::here::trail(org, &path))))
}

/// What `text` leads to: people, skills, teams and pages.
#[server(endpoint = "jump", output = Json)]
pub async fn jump(text: String) -> Result<Vec<JumpGroup>, AppError> {
    let here = crate::here::Here::now()?;
    let actor = here.actor();
    here.answer(here.store.read(&actor, |org| domain::search::jump(org, &actor, &text)))
}
