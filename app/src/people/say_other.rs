//! The first word on a colleague's skill of which nothing is known yet.

use super::api::skills_to_say;
use super::level_fields::LevelFields;
use super::person_page::LevelActions;
use crate::ui::{ComboOption, Combobox, Field, Finder, Icon, IconName, OneOfMany};
use domain::evidence::Source;
use domain::search::holds;
use domain::tag::{PersonTag, SkillTag};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A skill, five stops and a reason, behind a line.
#[component]
pub(super) fn SayOther(
    person: PersonTag,
    skills: Vec<SkillTag>,
    source: Source,
    actions: LevelActions,
) -> impl IntoView {
    let question = format!("Say how well {} knows another skill", person.first_name());
    let (of, first_name) = (person.id.to_string(), person.first_name().to_owned());
    let error = Signal::derive(move || actions.skill_error());
    // What was begun stays in sight when the page is drawn anew.
    let is_open = error.with_untracked(Option::is_some) || actions.other.with_untracked(|chosen| !chosen.is_empty());
    view! {
        <details class="why-level" open=is_open>
            <summary>
                <Icon name=IconName::Down />
                {question}
            </summary>
            <OneOfMany field="skill" value="">
                <ActionForm action=actions.set attr:class="say-level">
                    <input type="hidden" name="person" value=of />
                    <Field id="other-skill" label="Which skill?" error>
                        <OtherSkill person skills actions />
                    </Field>
                    <LevelFields first_name note="other-note".to_owned() source actions />
                </ActionForm>
            </OneOfMany>
        </details>
    }
}

/// Some skills, and others by what is typed of their names.
#[component]
fn OtherSkill(person: PersonTag, skills: Vec<SkillTag>, actions: LevelActions) -> impl IntoView {
    let finder = Finder::new(move |typed| {
        let person = person.id.clone();
        async move { skills_to_say(person, typed).await.unwrap_or_default() }
    });
    let typed = RwSignal::new(String::new());
    let option = |skill: SkillTag| ComboOption::new(skill.id.to_string(), skill.name);
    let options = Signal::derive(move || {
        let typed = typed.get();
        let offered = || skills.iter().filter(|skill| holds(&skill.name, &typed)).cloned().collect::<Vec<_>>();
        finder.found(&typed).unwrap_or_else(offered).into_iter().map(option).collect::<Vec<_>>()
    });
    let find = Callback::new(move |text: String| {
        typed.set(text.clone());
        finder.type_in(text);
    });
    view! {
        <Combobox id="other-skill" name="skill" options on_query=find selected=actions.other placeholder="Wound care" />
    }
}
