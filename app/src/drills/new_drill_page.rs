//! `/drills/new`

use super::api::new_drill;
use super::plan_form::{PlanDraft, PlanForm};
use crate::ui::{Button, ButtonKind, Choice, EmptyState, Field, LinkButton, Loaded, Note, PageHead, Select, Status};
use crate::wire::load;
use domain::drills::NewDrillPage as Page;
use domain::tag::SkillTag;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// Which skill, then who stands back, who steps in, what and when.
#[component]
pub fn NewDrillPage() -> impl IntoView {
    let search = use_location().search;
    let draft = PlanDraft::new();
    let page = load(move || search.get(), new_drill);
    view! {
        <Title text="Plan a drill · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This page did not load" let:page>
                <Content page draft />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, draft: PlanDraft) -> impl IntoView {
    let title =
        page.skill.as_ref().map_or("Plan a drill".to_owned(), |skill| format!("Plan a drill of {}", skill.name));
    let lead = "Somebody does it from the notes while whoever usually does it stands back. You find out what holds before it has to.";
    let open = page.open.clone().map(|id| {
        let href = format!("/drills/{id}");
        view! { <Note status=Status::Info>"A drill of this is open already. "<a class="link" href=href>"See it"</a></Note> }
    });
    let inside = match page.skill.clone() {
        None => view! { <ChooseSkill skills=page.skills /> }.into_any(),
        Some(skill) if page.holders.is_empty() => view! { <Nobody skill /> }.into_any(),
        Some(skill) => view! { <PlanForm page skill draft /> }.into_any(),
    };
    view! {
        <PageHead title lead />
        <div class="form-page">
            {open}
            {inside}
        </div>
    }
}

/// A plain form that leads to this page with the skill in its address.
#[component]
fn ChooseSkill(skills: Vec<SkillTag>) -> impl IntoView {
    if skills.is_empty() {
        let mine = || view! { <LinkButton href="/me/skills">"Edit my skills"</LinkButton> };
        return view! { <EmptyState title="Nothing to try yet" action=mine>"Say what you know or want to know first."</EmptyState> }
            .into_any();
    }
    let choices = skills.into_iter().map(|skill| Choice::new(skill.id.to_string(), skill.name)).collect();
    view! {
        <form class="form" action="/drills/new">
            <Field id="skill" label="Of what?" hint="What hangs on the fewest heads stands first.">
                <Select name="skill" choices />
            </Field>
            <Button kind=ButtonKind::Primary submit=true>"Go on"</Button>
        </form>
    }
    .into_any()
}

#[component]
fn Nobody(skill: SkillTag) -> impl IntoView {
    let href = format!("/skills/{}", skill.id);
    let back = move || view! { <LinkButton href=href.clone()>"See who is on the way"</LinkButton> };
    let title = format!("Nobody does {} alone yet", skill.name);
    view! { <EmptyState title action=back>"A drill needs somebody who stands back from it."</EmptyState> }
}
