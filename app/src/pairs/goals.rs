//! What each in the pair is after: goals in both directions, and three to begin with.

use super::room_actions::RoomActions;
use super::ticked::{LineVerbs, TickBox};
use crate::error::field_error;
use crate::ui::{Button, ButtonSize, Choice, Field, IconName, OneOfMany, Section, Select, TextInput, pending_for};
use domain::id::PairId;
use domain::pairs::{GoalGroup, GoalLine, RoomPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The goals of each, and the form for another.
#[component]
pub(super) fn Goals(page: RoomPage, actions: RoomActions) -> impl IntoView {
    let (pair, may_plan) = (page.id.clone(), page.moves.plan);
    let whose: Vec<Choice> =
        page.goals.iter().map(|group| Choice::new(group.whose.id.to_string(), group.whose.name.clone())).collect();
    let groups =
        page.goals.into_iter().map(|group| view! { <Group pair=pair.clone() group may_plan actions /> }).collect_view();
    let add = may_plan.then(|| view! { <AddForm pair=pair.clone() whose actions /> });
    view! {
        <Section id="goals" title="Goals" note="A small goal that you reach is worth more than a large one that you talk about.">
            {groups}
            {add}
        </Section>
    }
}

#[component]
fn Group(pair: PairId, group: GoalGroup, may_plan: bool, actions: RoomActions) -> impl IntoView {
    let heading = match group.skill {
        Some(skill) => format!("{} in {}", group.title, skill.name),
        None => group.title,
    };
    let none = (group.goals.is_empty() && group.templates.is_empty())
        .then(|| view! { <p class="quiet">"Nothing written yet."</p> });
    let whose = group.whose.id.to_string();
    let lines =
        group.goals.into_iter().map(|goal| view! { <Goal pair=pair.clone() goal may_plan actions /> }).collect_view();
    let templates = group
        .templates
        .into_iter()
        .map(|text| view! { <Template pair=pair.clone() whose=whose.clone() text actions /> })
        .collect_view();
    view! {
        <div class="pair-part">
            <h3 class="pair-part-title">{heading}</h3>
            {none}
            <ul class="pair-lines">{lines}{templates}</ul>
        </div>
    }
}

#[component]
fn Goal(pair: PairId, goal: GoalLine, may_plan: bool, actions: RoomActions) -> impl IntoView {
    let is_done = goal.done.is_some();
    let key = format!("n{}", goal.n);
    let reached =
        goal.done.map(|at| view! { <span class="quiet">"reached "<time datetime=at.iso>{at.text}</time></span> });
    let text = goal.text.clone();
    let verbs = may_plan.then(|| {
        let own = key.clone();
        let pending = pending_for(actions.move_goal, move |input| input.goal == own);
        let field = ("goal", key.clone());
        let tick = if is_done { ("reopen", "Not reached") } else { ("reach", "Reached") };
        view! {
            <ActionForm action=actions.move_goal attr:class="pair-verbs">
                <LineVerbs pair field text tick pending />
            </ActionForm>
        }
    });
    view! {
        <li data-done=is_done.then_some("")>
            <TickBox is_done />
            <span class="rows-main" dir="auto">{goal.text}</span>
            {reached}
            <OneOfMany field="goal" value=key>{verbs}</OneOfMany>
        </li>
    }
}

/// A goal that can be taken as it is.
#[component]
fn Template(pair: PairId, whose: String, text: String, actions: RoomActions) -> impl IntoView {
    let own = text.clone();
    let pending = pending_for(actions.add_goal, move |input| input.aim == own);
    let words = format!(" {text}");
    view! {
        <li>
            <span class="rows-main">{text.clone()}</span>
            <ActionForm action=actions.add_goal attr:class="pair-verbs">
                <input type="hidden" name="pair" value=pair.to_string() />
                <input type="hidden" name="whose" value=whose />
                <input type="hidden" name="aim" value=text />
                <Button size=ButtonSize::Small icon=IconName::Plus submit=true pending>
                    "Take it"
                    <span class="visually-hidden">{words}</span>
                </Button>
            </ActionForm>
        </li>
    }
}

#[component]
fn AddForm(pair: PairId, whose: Vec<Choice>, actions: RoomActions) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.add_goal.value().get(), name));
    let first = whose.first().map(|choice| choice.value.clone()).unwrap_or_default();
    view! {
        <ActionForm action=actions.add_goal attr:class="form">
            <input type="hidden" name="pair" value=pair.to_string() />
            <div class="pair-add">
                <Field id="goal" label="Another goal" error=error("text")>
                    <TextInput name="aim" bind=actions.goal_text required=true attr:maxlength="160" />
                </Field>
                <Field id="whose" label="Whose" error=error("whose")>
                    <Select name="whose" choices=whose value=first />
                </Field>
            </div>
            <Button submit=true icon=IconName::Plus pending=actions.add_goal.pending()>"Add the goal"</Button>
        </ActionForm>
    }
}
