//! Thank somebody: whom, for what, in which words.

use super::api::GiveThanks;
use crate::ui::{
    Button, ButtonKind, ComboOption, Combobox, Field, IconName, Note, Status, TextArea, toast_when_done, when_done,
};
use domain::id::{PersonId, SkillId};
use domain::wall::ThanksChoices;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What is being written; it outlives what changes the page around it.
#[derive(Clone, Copy)]
pub(super) struct ThanksDraft {
    pub action: ServerAction<GiveThanks>,
    to: RwSignal<Vec<ComboOption>>,
    skill: RwSignal<Vec<ComboOption>>,
    words: RwSignal<String>,
    /// Whom and what one came for, so that it is filled in once.
    came_for: StoredValue<(Option<PersonId>, Option<SkillId>)>,
}

impl ThanksDraft {
    pub fn new() -> Self {
        let action = ServerAction::new();
        toast_when_done(action, "Thank you said. It stands on the wall.");
        let (to, skill) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        let (words, came_for) = (RwSignal::new(String::new()), StoredValue::new((None, None)));
        let draft = Self { action, to, skill, words, came_for };
        when_done(action, Callback::new(move |()| draft.clear()));
        draft
    }

    /// Grows whenever a thank-you is given.
    pub fn given(self) -> Memo<usize> {
        let (version, value) = (self.action.version(), self.action.value());
        Memo::new(move |before| match value.get() {
            Some(Ok(())) => version.get(),
            Some(Err(_)) | None => before.copied().unwrap_or(0),
        })
    }

    /// An empty form again, once a thank-you is given.
    fn clear(self) {
        self.to.update(Vec::clear);
        self.skill.update(Vec::clear);
        self.words.set(String::new());
    }
}

/// The form.
#[component]
pub(super) fn GiveForm(choices: ThanksChoices, draft: ThanksDraft) -> impl IntoView {
    let person =
        |tag: &domain::tag::PersonTag| ComboOption::new(tag.id.to_string(), &tag.name).with_face(tag.id.to_string());
    let skill = |tag: &domain::tag::SkillTag| ComboOption::new(tag.id.to_string(), &tag.name);
    let came_for = (choices.to.as_ref().map(|to| to.id.clone()), choices.skill.as_ref().map(|skill| skill.id.clone()));
    if draft.came_for.with_value(|before| *before != came_for) {
        draft.to.set(choices.to.iter().map(person).collect());
        draft.skill.set(choices.skill.iter().map(skill).collect());
        draft.came_for.set_value(came_for);
    }
    let people = choices.people.iter().map(person).collect::<Vec<_>>();
    let skills = choices.skills.iter().map(skill).collect::<Vec<_>>();
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
