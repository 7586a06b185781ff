//! Server functions of evidence. How a level comes about is open to everybody who is signed in, but for how somebody
//! rates, which the store shows to that person and program admins; the rules are for program admins.

use crate::AppError;
use crate::wire::Json;
use leptos::prelude::*;

/// How the level of a person in a skill comes about.
#[server(endpoint = "level_explained", output = Json)]
pub async fn level_explained(person: String, skill: String) -> Result<domain::evidence::pages::LevelPage, AppError> {
    let here = crate::here::Here::now()?;
    let person = here.parsed(domain::id::PersonId::parse(&person))?;
    let skill = here.parsed(domain::id::SkillId::parse(&skill))?;
    here.answer(here.store.level_page(&here.actor(), &person, &skill).await)
}

/// What each kind of evidence counts for, and what the address proposes.
#[server(endpoint = "evidence_rules", output = Json)]
pub async fn evidence_rules(query: String) -> Result<domain::evidence::pages::EvidencePage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.evidence_page(&here.actor(), &query).await)
}

/// Lets evidence count by what `query` proposes, or as is usual when it proposes nothing.
#[server(endpoint = "set_evidence_rules", output = Json)]
pub async fn set_evidence_rules(query: Option<String>) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.set_evidence_rules(&here.actor(), &query.unwrap_or_default()).await)?;
    here.go("/admin/evidence");
    Ok(())
}

/// Works out anew who rates higher or lower than others; true when something changed.
#[server(endpoint = "work_out_leniency", output = Json)]
pub async fn work_out_leniency() -> Result<bool, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.work_out_leniency(&here.actor()).await)
}
