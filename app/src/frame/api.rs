//! The server function of the frame: where a page is.

use crate::AppError;
use crate::wire::Json;
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
    let actor = here.actor();
    here.answer(here.store.read(&actor, |org| Ok(crate::here::trail(org, &actor, &path))))
}
