//! Server functions of swaps. Each refuses whomever the ring does not concern.

use crate::AppError;
use crate::wire::Json;
use domain::id::{CourseId, ProgramId, RingId, SkillId};
use domain::swaps::{CourseForm, YesForm};
use leptos::prelude::*;

/// The board that an address names, with the rings of whoever asks.
#[server(endpoint = "swaps", output = Json)]
pub async fn swaps(query: String) -> Result<domain::swaps::SwapsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.swaps_page(&here.actor(), &domain::swaps::SwapsQuery::parse(&query)))
}

/// One ring.
#[server(endpoint = "swap", output = Json)]
pub async fn swap(ring: String) -> Result<domain::swaps::RingPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(RingId::parse(&ring))?;
    here.answer(here.store.ring_page(&here.actor(), &id))
}

/// Says yes to one's part in a ring.
#[server(endpoint = "confirm_swap", output = Json)]
pub async fn confirm_swap(form: YesForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.confirm_swap_by_form(&here.actor(), &form).await)
}

/// Says no to one's part in a ring.
#[server(endpoint = "decline_swap", output = Json)]
pub async fn decline_swap(ring: RingId, #[server(default)] reason: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let reason = here.parsed(domain::text::Prose::parse("reason", &reason))?;
    here.answer(here.store.decline_swap(&here.actor(), &ring, &reason).await)
}

/// Has rings looked for now.
#[server(endpoint = "look_for_swaps", output = Json)]
pub async fn look_for_swaps(program: ProgramId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.look_for_swaps(&here.actor(), &program).await.map(drop))
}

/// Proposes a course that nobody teaches yet.
#[server(endpoint = "propose_course", output = Json)]
pub async fn propose_course(form: CourseForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.propose_course(&here.actor(), &form).await.map(drop))
}

/// Would come to a course, would not, holds it, or takes it back.
#[server(endpoint = "move_course", output = Json)]
pub async fn move_course(course: CourseId, step: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let step = here.parsed(domain::swap::CourseStep::parse(&step))?;
    here.answer(here.store.move_course(&here.actor(), &course, step).await)
}

/// What one offers still holds.
#[server(endpoint = "renew_offer", output = Json)]
pub async fn renew_offer(skill: SkillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.renew_offer(&here.actor(), &skill).await)
}

/// What one wants to learn still holds.
#[server(endpoint = "renew_want", output = Json)]
pub async fn renew_want(skill: SkillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.renew_want(&here.actor(), &skill).await)
}
