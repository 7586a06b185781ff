//! How well and how soon one wants to know a skill.

use super::my_skills_page::OwnActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Choice, Field, Icon, IconName, Select, Way};
use domain::evidence::Level;
use domain::skills::OwnSkill;
use domain::want::Priority;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A chip that opens a small form; nothing when there is nothing more to want.
#[component]
pub(super) fn OwnWant(own: OwnSkill, actions: OwnActions) -> impl IntoView {
    let level = own.level.unwrap_or_default();
    let words = match own.want {
        Some((target, priority)) => format!("You want “{}”, {}", target.title(), priority.title().to_lowercase()),
        None => "Want to learn more".to_owned(),
    };
    if level == Level::CAN_TEACH && own.want.is_none() {
        return ().into_any();
    }
    let kind = own.want.map(|_| Way::Learn.slug());
    let drop = own.want.is_some().then(|| view! { <Drop id=own.skill.id.to_string() actions /> });
    let form = (level < Level::CAN_TEACH).then(|| view! { <WantForm own actions /> });
    view! {
        <details class="wish">
            <summary class="chip" data-kind=kind>
                <Icon name=IconName::Receive />
                {words}
            </summary>
            {form}
            {drop}
        </details>
    }
    .into_any()
}

#[component]
fn WantForm(own: OwnSkill, actions: OwnActions) -> impl IntoView {
    let id = own.skill.id.to_string();
    let level = own.level.unwrap_or_default();
    let higher = Level::ALL.into_iter().filter(|goal| *goal > level);
    let higher = higher.map(|goal| Choice::new(goal.number().to_string(), goal.title())).collect();
    let next = level.number() + 1;
    let target = own.want.map_or(next.max(3), |(target, _)| target.number().max(next)).to_string();
    let priority = own.want.map(|(_, priority)| priority).unwrap_or_default().title();
    let priorities = Priority::ALL.map(|choice| Choice::new(choice.title(), choice.title())).to_vec();
    view! {
        <ActionForm action=actions.wishes.want attr:class="wish-form">
            <input type="hidden" name="form[skill]" value=id.clone() />
            <Field id=format!("target-{id}") label="How well?">
                <Select name="form[target]" choices=higher value=target />
            </Field>
            <Field id=format!("soon-{id}") label="How soon?">
                <Select name="form[priority]" choices=priorities value=priority />
            </Field>
            <Button size=ButtonSize::Small submit=true pending=actions.wishes.want.pending()>
                "Save"
            </Button>
        </ActionForm>
    }
}

#[component]
fn Drop(id: String, actions: OwnActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.wishes.drop>
            <input type="hidden" name="skill" value=id />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.wishes.drop.pending()>
                "No longer want it"
            </Button>
        </ActionForm>
    }
}
