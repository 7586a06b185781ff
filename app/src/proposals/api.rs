//! Server functions of sessions that were proposed. Each answers as if there were none to everybody but whoever it was
//! proposed to.

use crate::AppError;
use crate::wire::Json;
use domain::id::SkillId;
use domain::time::Timestamp;
use leptos::prelude::*;

/// The session that was proposed on a skill to whoever asks.
#[server(endpoint = "host_proposal", output = Json)]
pub async fn host_proposal(skill: String) -> Result<domain::host_proposals::HostProposalPage, AppError> {
    let here = crate::here::Here::now()?;
    let skill = here.parsed(SkillId::parse(&skill))?;
    here.answer(here.store.host_proposal_page(&here.actor(), &skill))
}

/// Opens it to those who asked, then leads to it.
#[server(endpoint = "open_proposal", output = Json)]
pub async fn open_proposal(skill: SkillId, seen: Timestamp) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(here.store.open_proposal(&here.actor(), &skill, seen).await)?;
    here.go(&format!("/sessions/{id}"));
    Ok(())
}

/// Says no to it.
#[server(endpoint = "decline_proposal", output = Json)]
pub async fn decline_proposal(skill: SkillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.decline_proposal(&here.actor(), &skill).await)
}
