//! The form with which one asks.

use super::api::AskConfirmation;
use crate::ui::{
    Button, ButtonKind, Choice, ComboOption, Combobox, Field, IconName, Note, RadioGroup, RadioLook, Status, TextArea,
    toast_when_done,
};
use domain::confirmation::ConfirmChoices;
use domain::evidence::Level;
use domain::id::{PersonId, SkillId};
use domain::tag::{PersonTag, SkillTag};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What is being written; it outlives what changes the page around it.
#[derive(Clone, Copy)]
pub(super) struct ConfirmDraft {
    pub action: ServerAction<AskConfirmation>,
    colleague: RwSignal<Vec<ComboOption>>,
    skill: RwSignal<Vec<ComboOption>>,
    level: RwSignal<String>,
    words: RwSignal<String>,
    /// Whom and what one came for, so that it is filled in once.
    came_for: StoredValue<Option<(Option<PersonId>, Option<SkillId>)>>,
}

impl ConfirmDraft {
    pub fn new() -> Self {
        let action = ServerAction::new();
        toast_when_done(action, "Sent. You are told when they answer.");
        Self {
            action,
            colleague: RwSignal::new(Vec::new()),
            skill: RwSignal::new(Vec::new()),
            level: RwSignal::new(String::new()),
            words: RwSignal::new(String::new()),
            came_for: StoredValue::new(None),
        }
    }

    /// Fills in what one came for, once.
    fn begin(self, choices: &ConfirmChoices) {
        let came_for = (
            choices.colleague.as_ref().map(|colleague| colleague.id.clone()),
            choices.skill.as_ref().map(|skill| skill.id.clone()),
        );
        if self.came_for.with_value(|before| before.as_ref() == Some(&came_for)) {
            return;
        }
        self.colleague.set(choices.colleague.iter().map(person).collect());
        self.skill.set(choices.skill.iter().map(skill).collect());
        let level = if choices.level == Level::NONE { Level::ALONE } else { choices.level };
        self.level.set(level.number().to_string());
        self.came_for.set_value(Some(came_for));
    }
}

fn person(tag: &PersonTag) -> ComboOption {
    ComboOption::new(tag.id.to_string(), &tag.name).with_face(tag.id.to_string())
}

fn skill(tag: &SkillTag) -> ComboOption {
    ComboOption::new(tag.id.to_string(), &tag.name)
}

/// The form.
#[component]
pub(super) fn AskForm(choices: ConfirmChoices, draft: ConfirmDraft) -> impl IntoView {
    draft.begin(&choices);
    let near = choices.near.iter().map(|tag| person(tag).in_group("You work with"));
    let others = choices.others.iter().map(|tag| person(tag).in_group("Everybody else"));
    let people = near.chain(others).collect::<Vec<_>>();
    let skills = choices.skills.iter().map(skill).collect::<Vec<_>>();
    let levels: Vec<Choice> = Level::ALL
        .into_iter()
        .filter(|level| *level != Level::NONE)
        .map(|level| Choice::new(level.number().to_string(), level.title()).with_note(level.behaviour()))
        .collect();
    let error = move || draft.action.value().get().and_then(Result::err);
    let field = move |name: &'static str| error().and_then(|error| error.field(name));
    let failed = move || error()?.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let unleveled = move || field("level").map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    view! {
        <ActionForm action=draft.action attr:class="form confirm-ask">
            <div role="status">{failed}{unleveled}</div>
            <Field id="skill" label="Which skill?" error=move || field("skill")>
                <Combobox id="skill" name="form[skill]" options=skills selected=draft.skill placeholder="Skill" />
            </Field>
            <Field id="colleague" label="Who has seen you do it?" error=move || field("colleague")>
                <Combobox id="colleague" name="form[colleague]" options=people selected=draft.colleague placeholder="Name" />
            </Field>
            <RadioGroup
                name="form[level]"
                legend="At which level do you see yourself?"
                choices=Signal::stored(levels)
                look=RadioLook::Lines
                bind=draft.level
            />
            <Field
                id="words"
                label="What did you do?"
                hint="One sentence that reminds them: when, where, with whom."
                audience="Only the two of you read this."
                error=move || field("words")
            >
                <TextArea name="form[words]" bind=draft.words rows=3 required=true placeholder="On Tuesday I dressed the burns while you were there." />
            </Field>
            <div>
                <Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=draft.action.pending()>"Ask"</Button>
            </div>
        </ActionForm>
    }
}
