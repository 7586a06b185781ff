//! A skill, one of five stops, save.

use super::my_skills_page::{OwnActions, stops};
use crate::ui::{
    Button, ButtonKind, ComboOption, Combobox, Field, OneOfMany, RadioGroup, RadioLook, Section, when_done,
};
use domain::tag::SkillTag;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The form, and chips of what colleagues know.
#[component]
pub(super) fn AddSkill(others: Vec<SkillTag>, suggested: Vec<SkillTag>, actions: OwnActions) -> impl IntoView {
    let asked = use_query_map().read_untracked().get("skill").unwrap_or_default();
    let first: Vec<ComboOption> = others.iter().filter(|skill| skill.id.as_str() == asked).map(option).collect();
    let options: Vec<ComboOption> = others.iter().map(option).collect();
    let selected = RwSignal::new(first);
    // The rows below save by the same action; what is being chosen here stays while they do.
    let is_sent = StoredValue::new(false);
    let saved = move |()| {
        if is_sent.try_update_value(std::mem::take).unwrap_or_default() {
            selected.set(Vec::new());
        }
    };
    when_done(actions.level, Callback::new(saved));
    let failed = move || actions.level.value().get().and_then(Result::err);
    let error = Signal::derive(move || failed().and_then(|error| error.field("skill")));
    view! {
        <Section id="add" title="Add a skill">
            <OneOfMany field="skill" value="">
                <ActionForm action=actions.level attr:class="add-skill" on:submit=move |_| is_sent.set_value(true)>
                    <Field id="skill" label="Skill" error>
                        <Combobox id="skill" name="skill" options=Signal::stored(options) selected placeholder="Wound care" />
                    </Field>
                    <RadioGroup name="level" legend="How well?" choices=Signal::stored(stops()) value="3" look=RadioLook::Slots />
                    <Button kind=ButtonKind::Primary submit=true pending=actions.level.pending()>
                        "Save"
                    </Button>
                </ActionForm>
            </OneOfMany>
            <Suggested skills=suggested selected />
        </Section>
    }
}

/// Chips that fill the field; without JavaScript they lead to the page with the field filled.
#[component]
fn Suggested(skills: Vec<SkillTag>, selected: RwSignal<Vec<ComboOption>>) -> impl IntoView {
    if skills.is_empty() {
        return ().into_any();
    }
    let chip = |skill: SkillTag| {
        let href = format!("/me/skills?skill={}", skill.id);
        let chosen = option(&skill);
        let choose = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            selected.set(vec![chosen.clone()]);
        };
        view! { <a class="chip" href=href on:click=choose>{skill.name}</a> }
    };
    let chips = skills.into_iter().map(chip).collect_view();
    view! {
        <p class="section-note">"People like you know:"</p>
        <div class="chips">{chips}</div>
    }
    .into_any()
}

fn option(skill: &SkillTag) -> ComboOption {
    ComboOption::new(skill.id.to_string(), skill.name.clone())
}
