//! The first word on a colleague's skill of which nothing is known yet.

use super::api::skills_to_say;
use super::person_page::LevelActions;
use crate::ui::{
    Button, ButtonSize, Choice, ComboOption, Combobox, Field, Finder, Icon, IconName, OneOfMany, RadioGroup, RadioLook,
    TextInput,
};
use domain::evidence::{Level, Source, said_to};
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
    let legend = format!("How do you see {}?", person.first_name());
    let choices: Vec<Choice> = Level::ALL.map(|level| Choice::new(level.number().to_string(), level.title())).to_vec();
    let of = person.id.to_string();
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
                    <RadioGroup name="level" legend choices=Signal::stored(choices) look=RadioLook::Slots />
                    <Field id="other-note" label="Why?" optional=true audience=said_to(source)>
                        <TextInput name="note" placeholder="I would send my own patients" attr:maxlength="2000" />
                    </Field>
                    <Button size=ButtonSize::Small submit=true pending=actions.set.pending()>
                        "Say so"
                    </Button>
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
