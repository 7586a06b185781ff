//! A cover plan with one step: who can do what in the care team, the plan drawn up by Inês, and starting it.

use crate::care::{acting, care, level};
use domain::actor::Actor;
use domain::cover_plans::{CoverPlanPage, DrawForm, PlanView, StepKey};
use domain::exchange::Exchange;
use store::Store;

/// Leïla can teach wound care; Amara does it alone, Jonas with help. Two people should teach it.
async fn with_levels() -> Store {
    let (store, _) = care().await;
    for (who, of, number) in [
        ("priya-raman", "leila-haddou", 4),
        ("amara-okafor", "leila-haddou", 4),
        ("leila-haddou", "amara-okafor", 3),
        ("priya-raman", "amara-okafor", 3),
        ("priya-raman", "jonas-weidner", 2),
    ] {
        store.set_level(&acting(who), &level(of, number)).await.unwrap();
    }
    store
}

pub async fn page(store: &Store) -> CoverPlanPage {
    store.cover_plan_page(&acting("ines-carvalho"), &DrawForm::default()).await.unwrap()
}

pub async fn plan(store: &Store) -> PlanView {
    page(store).await.plan.unwrap()
}

/// The plan, of which nothing is started.
pub async fn drawn() -> (Store, PlanView) {
    let store = with_levels().await;
    store.draw_plan(&acting("ines-carvalho"), &DrawForm::default()).await.unwrap();
    let plan = plan(&store).await;
    (store, plan)
}

pub fn keys(plan: &PlanView) -> Vec<StepKey> {
    plan.steps.iter().map(|step| step.key.clone()).collect()
}

pub async fn start(store: &Store, plan: &PlanView) {
    store.start_steps(&acting("ines-carvalho"), &plan.id, &keys(plan)).await.unwrap();
}

pub fn requests(store: &Store) -> Vec<Exchange> {
    store.read(&Actor::Console, |org| Ok(org.exchanges().cloned().collect())).unwrap()
}
