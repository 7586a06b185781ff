//! Server functions of the planner. Managers read; program admins draw up, change and start.

use crate::AppError;
use crate::wire::Json;
use domain::cover_plans::{ChoiceForm, DrawForm, Drawing, PairForm, StepKey, Stop};
use domain::id::PlanId;
use leptos::prelude::*;

/// The plan with its page; before there is one, the page for what the address asks.
#[server(endpoint = "cover_plan", output = Json)]
pub async fn cover_plan(form: DrawForm) -> Result<domain::cover_plans::CoverPlanPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.cover_plan_page(&here.actor(), &form).await)
}

/// Draws up a plan for these skills: the one that there is anew, or another in its place.
#[server(endpoint = "draw_plan", output = Json)]
pub async fn draw_plan(form: DrawForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.draw_plan(&here.actor(), &form).await)
}

/// Draws the plan up anew around what fell through.
#[server(endpoint = "redraw_plan", output = Json)]
pub async fn redraw_plan(plan: PlanId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.redraw_plan(&here.actor(), &plan).await)
}

/// Keeps a step, rules it out, or leaves it open again; the plan is drawn up anew.
#[server(endpoint = "choose_step", output = Json)]
pub async fn choose_step(plan: PlanId, form: ChoiceForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.choose_step(&here.actor(), &plan, &form).await)
}

/// Keeps a pair of the asker's own choice; the plan is drawn up anew around it.
#[server(endpoint = "keep_pair", output = Json)]
pub async fn keep_pair(plan: PlanId, form: PairForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.keep_pair(&here.actor(), &plan, &form).await)
}

/// Makes requests of the chosen steps.
#[server(endpoint = "start_steps", output = Json)]
pub async fn start_steps(plan: PlanId, #[server(default)] steps: Vec<StepKey>) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.start_steps(&here.actor(), &plan, &steps).await)
}

/// How far the asker's drawing has come; nothing while none is on.
#[server(endpoint = "plan_progress", output = Json)]
pub async fn plan_progress() -> Result<Option<Drawing>, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.drawing(&here.actor()))
}

/// Stops it, and takes the best plan so far or leaves everything as it was.
#[server(endpoint = "stop_drawing", output = Json)]
pub async fn stop_drawing(#[server(default)] how: Stop) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.stop_drawing(&here.actor(), how))
}
