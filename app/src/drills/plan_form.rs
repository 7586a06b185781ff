//! Who stands back, who steps in, what, from which notes, when.

use super::api::ProposeDrill;
use crate::error::field_error;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, Field, IconName, InputKind, Note, Select, Status, TextArea, TextInput,
    toast_when_done,
};
use domain::drills::{NewDrillPage, PersonChoice};
use domain::id::PersonId;
use domain::tag::SkillTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What is being written.
#[derive(Clone, Copy)]
pub(super) struct PlanDraft {
    pub action: ServerAction<ProposeDrill>,
    pub task: RwSignal<String>,
    pub notes: RwSignal<String>,
}

impl PlanDraft {
    pub fn new() -> Self {
        let action = ServerAction::new();
        toast_when_done(action, "Proposed. You are told when they answer.");
        Self { action, task: RwSignal::new(String::new()), notes: RwSignal::new(String::new()) }
    }
}

/// The form.
#[component]
pub(super) fn PlanForm(page: NewDrillPage, skill: SkillTag, draft: PlanDraft) -> impl IntoView {
    let value = move || draft.action.value().get();
    let other = move || value().and_then(Result::err).and_then(|error| error.beside_fields());
    let failed = move || other().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let error = move |name| Signal::derive(move || field_error(value(), name));
    let audience = "You two, whoever proposes it, your managers and program admins read this.";
    let counts = format!(
        "When both say it was done alone, it speaks for “{}” in {}; when not, against it.",
        page.level.title(),
        skill.name
    );
    view! {
        <ActionForm action=draft.action attr:class="form">
            <input type="hidden" name="form[skill]" value=skill.id.to_string() />
            <div role="status">{failed}</div>
            <Field id="holder" label="Who stands back?" error=error("holder")>
                <Select name="form[holder]" choices=people(page.holders) value=chosen(page.holder) required=true />
            </Field>
            <Field id="backup" label="Who does it from the notes?" hint="Those who want it and are nearest stand first." error=error("backup")>
                <Select name="form[backup]" choices=people(page.backups) value=chosen(page.backup) required=true />
            </Field>
            <Field id="task" label="What is to be done?" audience error=error("task")>
                <TextArea name="form[task]" bind=draft.task rows=3 required=true placeholder="The Tuesday round on ward 3, from the first pump to the last." />
            </Field>
            <Field id="notes" label="Where are the notes?" hint="An address, a folder, or the notes themselves." error=error("notes")>
                <TextArea name="form[notes]" bind=draft.notes rows=2 required=true />
            </Field>
            <Times on=page.on earliest=page.earliest minutes=page.minutes.0.to_string() error=Callback::new(move |name| field_error(value(), name)) />
            <p class="section-note">{counts}</p>
            <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Send submit=true pending=draft.action.pending()>
                "Propose it"
            </Button>
        </ActionForm>
    }
}

#[component]
fn Times(
    on: String,
    earliest: String,
    minutes: String,
    error: Callback<&'static str, Option<String>>,
) -> impl IntoView {
    let error = move |name| Signal::derive(move || error.run(name));
    let first = earliest.clone();
    view! {
        <div class="drill-dates">
            <Field id="on" label="On" hint="Both are here then." error=error("on")>
                <TextInput name="form[on]" kind=InputKind::Date value=on required=true attr:min=first />
            </Field>
            <Field id="until" label="Until" hint="Only when it takes longer." optional=true error=error("until")>
                <TextInput name="form[until]" kind=InputKind::Date attr:min=earliest />
            </Field>
            <Field id="minutes" label="Minutes it takes" hint="Roughly." error=error("minutes")>
                <TextInput name="form[minutes]" kind=InputKind::Number value=minutes required=true attr:min="5" attr:max="600" />
            </Field>
        </div>
    }
}

fn people(choices: Vec<PersonChoice>) -> Vec<Choice> {
    let choice = |choice: PersonChoice| {
        Choice::new(choice.person.id.to_string(), format!("{} ({})", choice.person.name, choice.note))
    };
    choices.into_iter().map(choice).collect()
}

fn chosen(person: Option<PersonId>) -> String {
    person.map(|person| person.to_string()).unwrap_or_default()
}
