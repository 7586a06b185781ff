//! `/continuity/plan`

use super::api::{RedrawPlan, cover_plan};
use super::assumed::AssumedFacts;
use super::choices::Choices;
use super::draw_form::{DrawForm, Progress};
use super::gaps::Gaps;
use super::pair_form::PairForm;
use super::plan_actions::PlanActions;
use super::step_table::StepTable;
use super::targets::Targets;
use crate::ui::{Button, ButtonKind, ButtonSize, EmptyState, LinkButton, Loaded, Note, PageHead, Section, Status};
use crate::use_live;
use crate::wire::load;
use domain::cover_plans::{CoverPlanPage as Page, DrawForm as Asked, PlanView};
use domain::event::Topic;
use domain::id::PlanId;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// The planner.
#[component]
pub fn CoverPlanPage() -> impl IntoView {
    let query = use_query_map();
    let asked = move || {
        let of = |name: &str| query.read().get(name).unwrap_or_default();
        Asked { skills: of("skills"), area: of("area"), ..Asked::default() }
    };
    let actions = PlanActions::new();
    let live = (use_live(Topic::Skills), use_live(Topic::People));
    let page = load(move || (asked(), live.0.get(), live.1.get(), actions.versions()), |(asked, ..)| cover_plan(asked));
    let refused = move || actions.refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    view! {
        <Title text="Cover plan · Kith" />
        <main class="page" id="main" tabindex="-1">
            <div role="status">{refused}</div>
            <Progress actions />
            <Loaded from=page failure="The plan did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: PlanActions) -> impl IntoView {
    let back = || view! { <LinkButton href="/continuity">"What breaks first"</LinkButton> };
    let form = page.may_change.then(|| view! { <DrawForm page=page.clone() actions /> });
    let (may_change, targets) = (page.may_change, page.targets.clone());
    let pair = page.plan.as_ref().filter(|_| may_change).map(|plan| {
        let (id, people) = (plan.id.clone(), page.people.clone());
        let skills = page.targets.iter().map(|line| line.skill.clone()).collect();
        view! { <PairForm plan=id people skills actions /> }.into_any()
    });
    let plan = page.plan.clone().map(|plan| view! { <Plan plan may_change actions pair /> });
    let is_first = plan.is_none();
    view! {
        <PageHead title="Cover plan" lead=page.lead.clone() actions=back />
        {plan}
        {(!is_first).then(|| view! { <Targets targets=targets.clone() may_change /> })}
        {form.map(|form| {
            let title = if is_first { "Draw up a plan" } else { "Plan for other skills" };
            view! { <Section id="draw" title>{form}</Section> }
        })}
        {is_first.then(|| view! { <Targets targets may_change /> })}
        {(is_first && !may_change).then(|| view! { <NoPlan /> })}
        {(!may_change).then(|| view! { <AssumedFacts assumptions=page.assumptions /> })}
    }
}

#[component]
fn NoPlan() -> impl IntoView {
    view! { <EmptyState title="No plan yet">"A program admin draws one up here; you will see who teaches whom."</EmptyState> }
}

#[component]
fn Plan(plan: PlanView, may_change: bool, actions: PlanActions, pair: Option<AnyView>) -> impl IntoView {
    let fallen = (plan.fallen > 0).then(|| {
        let (id, words) = (plan.id.clone(), plan.fell.clone());
        view! { <FallenThrough plan=id words may_change actions /> }
    });
    let gaps = plan.gaps.clone();
    let (id, choices) = (plan.id.clone(), plan.choices.clone());
    let anew = may_change.then(|| view! { <DrawnAnew plan=plan.id.clone() actions /> });
    let choices = may_change.then(|| view! { <Choices plan=id choices actions /> });
    let (note, drawn) = (plan.proof.clone(), plan.drawn.clone());
    let table = (!plan.steps.is_empty()).then(|| view! { <StepTable plan may_change actions /> });
    view! {
        <Section id="plan" title="The least work that fixes it" note>
            {fallen}
            {table}
            {choices}
            {pair}
            <div class="plan-drawn">
                <p class="quiet">{drawn}</p>
                {anew}
            </div>
        </Section>
        <Gaps gaps />
    }
}

/// Draws the plan up anew with what is known now; what was decided and started stays.
#[component]
fn DrawnAnew(plan: PlanId, actions: PlanActions) -> impl IntoView {
    let redraw: ServerAction<RedrawPlan> = actions.redraw;
    view! {
        <ActionForm action=redraw>
            <input type="hidden" name="plan" value=plan.to_string() />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=redraw.pending()>"Draw up anew"</Button>
        </ActionForm>
    }
}

/// Some steps were declined or lapsed: one press plans around them.
#[component]
fn FallenThrough(plan: PlanId, words: String, may_change: bool, actions: PlanActions) -> impl IntoView {
    let redraw: ServerAction<RedrawPlan> = actions.redraw;
    let form = may_change.then(|| {
        view! {
            <ActionForm action=redraw>
                <input type="hidden" name="plan" value=plan.to_string() />
                <Button submit=true pending=redraw.pending()>"Plan around them"</Button>
            </ActionForm>
        }
    });
    view! { <Note status=Status::Warning>{words}" "{form}</Note> }
}
