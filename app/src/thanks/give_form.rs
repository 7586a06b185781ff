//! Thank somebody: whom, for what, in which words.

use super::api::GiveThanks;
use crate::ui::{Button, ButtonKind, ComboOption, Combobox, Field, IconName, Note, Status, TextArea};
use domain::wall::ThanksWall;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What is being written; it outlives news that changes the page around it.
#[derive(Clone, Copy)]
pub(super) struct ThanksDraft {
    pub action: ServerAction<GiveThanks>,
    to: RwSignal<Vec<ComboOption>>,
    skill: RwSignal<Vec<ComboOption>>,
    words: RwSignal<String>,
}

impl ThanksDraft {
    pub fn new() -> Self {
        let (to, skill) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        Self { action: ServerAction::new(), to, skill, words: RwSignal::new(String::new()) }
    }

    /// An empty form again, once a thank-you is given.
    pub fn clear(self) {
        self.to.update(Vec::clear);
        self.skill.update(Vec::clear);
        self.words.set(String::new());
    }
}

/// The form.
#[component]
pub(super) fn GiveForm(wall: ThanksWall, draft: ThanksDraft) -> impl IntoView {
    let person =
        |tag: &domain::tag::PersonTag| ComboOption::new(tag.id.to_string(), &tag.name).with_face(tag.id.to_string());
    let skill = |tag: &domain::tag::SkillTag| ComboOption::new(tag.id.to_string(), &tag.name);
    if let Some(to) = wall.to.as_ref().filter(|_| draft.to.with_untracked(Vec::is_empty)) {
        draft.to.set(vec![person(to)]);
    }
    if let Some(tag) = wall.skill.as_ref().filter(|_| draft.skill.with_untracked(Vec::is_empty)) {
        draft.skill.set(vec![skill(tag)]);
    }
    let people = wall.people.iter().map(person).collect::<Vec<_>>();
    let skills = wall.skills.iter().map(skill).collect::<Vec<_>>();
    let error = move || draft.action.value().get().and_then(Result::err);
    let field = move |name: &'static str| error().and_then(|error| error.field(name));
    let failed = move || error()?.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    view! {
        <ActionForm action=draft.action attr:class="give">
            <div role="status">{failed}</div>
            <Field id="to" label="Whom?" error=move || field("to")>
                <Combobox id="to" name="form[to]" options=people selected=draft.to placeholder="Name" />
            </Field>
            <Field id="skill" label="For what?" error=move || field("skill")>
                <Combobox id="skill" name="form[skill]" options=skills selected=draft.skill placeholder="Skill" />
            </Field>
            <Field id="words" label="What was it good for?" audience="Everybody here can read it." error=move || field("words")>
                <TextArea name="form[words]" bind=draft.words rows=3 required=true />
            </Field>
            <div class="give-foot">
                <Button kind=ButtonKind::Primary icon=IconName::Thanks submit=true pending=draft.action.pending()>"Say thank you"</Button>
            </div>
        </ActionForm>
    }
}
