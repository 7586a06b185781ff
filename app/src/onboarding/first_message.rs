//! The first message: written already, to change or to send.

use super::api::SendFirstMessage;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, Field, IconName, Note, RadioGroup, RadioLook, Status, TextArea,
    toast_when_done,
};
use domain::slots::Slot;
use domain::suggest::Suggestion;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What is being written; it outlives news that changes the page around it.
#[derive(Clone, Copy)]
pub(super) struct MessageDraft {
    action: ServerAction<SendFirstMessage>,
    message: RwSignal<String>,
    slot: RwSignal<Option<String>>,
}

impl MessageDraft {
    pub fn new() -> Self {
        let action = ServerAction::new();
        toast_when_done(action, "Sent. You are told when they answer.");
        Self { action, message: RwSignal::new(String::new()), slot: RwSignal::new(None) }
    }
}

/// The message to the first of the three.
#[component]
pub(super) fn FirstMessage(found: Suggestion, slots: Vec<Slot>, draft: MessageDraft) -> impl IntoView {
    if draft.message.with_untracked(String::is_empty) {
        draft.message.set(found.message);
    }
    let error = move || draft.action.value().get().and_then(Result::err);
    let failed = move || error()?.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let mut choices: Vec<Choice> =
        slots.into_iter().map(|slot| Choice::new(slot.at.0.to_string(), slot.text).with_note(slot.theirs)).collect();
    choices.push(Choice::new("", "You choose").with_note("agree on it later"));
    let chosen = choices.first().map(|choice| choice.value.clone()).unwrap_or_default();
    let slot = RwSignal::new(draft.slot.get_untracked().unwrap_or(chosen));
    Effect::new(move |_| draft.slot.set(Some(slot.get())));
    let name = found.person.first_name;
    view! {
        <ActionForm action=draft.action attr:class="match-message">
            <input type="hidden" name="form[teacher]" value=found.person.id.to_string() />
            <input type="hidden" name="form[skill]" value=found.skill.id.to_string() />
            <input type="hidden" name="form[own]" value="" />
            <div role="status">{failed}</div>
            <Field id="message" label="Your message" audience=format!("Only {name} reads this.") error=move || error().and_then(|error| error.field("message"))>
                <TextArea name="form[message]" bind=draft.message rows=3 />
            </Field>
            <RadioGroup name="form[slot]" legend="When?" choices look=RadioLook::Slots bind=slot />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Send submit=true pending=draft.action.pending()>
                {format!("Send to {name}")}
            </Button>
        </ActionForm>
    }
}
