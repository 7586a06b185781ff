//! The message and the time that go to a colleague.

use super::api::AskColleague;
use super::time_choice::{TimeChoice, TimeNames};
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, IconName, Note, Status, TextArea, toast_when_done};
use domain::exchanges::AskPage as Page;
use domain::id::PersonId;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// No time's value, so that the first time offered is chosen until somebody chooses.
const NOT_CHOSEN: &str = "-";

/// What is being written; it outlives news that changes the page around it.
#[derive(Clone, Copy)]
pub(super) struct AskDraft {
    pub action: ServerAction<AskColleague>,
    pub message: RwSignal<String>,
    pub slot: RwSignal<String>,
    pub own: RwSignal<String>,
    /// The message that was suggested last, to tell it from one that somebody wrote.
    pub suggested: StoredValue<String>,
    /// Whom it is for.
    pub teacher: StoredValue<Option<PersonId>>,
}

impl AskDraft {
    pub fn new() -> Self {
        let action = ServerAction::new();
        toast_when_done(action, "Sent. You are told when they answer.");
        Self {
            action,
            message: RwSignal::new(String::new()),
            slot: RwSignal::new(NOT_CHOSEN.to_owned()),
            own: RwSignal::new(String::new()),
            suggested: StoredValue::new(String::new()),
            teacher: StoredValue::new(None),
        }
    }

    /// Puts the suggested message there unless somebody has changed the last one; what was written to somebody else is
    /// never kept.
    fn suggest(self, teacher: &PersonId, message: &str) {
        if self.teacher.with_value(|before| before.as_ref().is_some_and(|before| before != teacher)) {
            self.message.set(self.suggested.get_value());
            self.own.set(String::new());
            self.action.clear();
        }
        self.teacher.set_value(Some(teacher.clone()));
        let untouched = self.message.with_untracked(|text| self.suggested.with_value(|last| text == last));
        if untouched {
            self.message.set(message.to_owned());
        }
        self.suggested.set_value(message.to_owned());
    }
}

/// The form.
#[component]
pub(super) fn AskForm(page: Page, draft: AskDraft) -> impl IntoView {
    draft.suggest(&page.person.id, &page.message);
    let value = move || draft.action.value().get();
    let other = move || value().and_then(Result::err).and_then(|error| error.beside_fields());
    let failed = move || other().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let names = TimeNames { slot: "form[slot]", own: "form[own]" };
    let name = page.person.first_name.clone();
    let skill = page.chosen.map(|skill| skill.to_string()).unwrap_or_default();
    view! {
        <ActionForm action=draft.action attr:class="exchange-form">
            <input type="hidden" name="form[teacher]" value=page.person.id.to_string() />
            <input type="hidden" name="form[skill]" value=skill />
            <div role="status">{failed}</div>
            <Field id="message" label="Your message" audience=format!("Only {name} reads this.") error=move || field_error(value(), "message")>
                <TextArea name="form[message]" bind=draft.message rows=4 />
            </Field>
            <TimeChoice
                legend=format!("When? {} minutes", page.minutes.0)
                names
                slots=page.slots
                clocks=(page.zone, page.their_clock)
                open="You choose"
                chosen=draft.slot
                own=draft.own
                error=Signal::derive(move || field_error(value(), "starts_at"))
            />
            <div class="exchange-verbs">
                <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Send submit=true pending=draft.action.pending()>
                    {format!("Send to {name}")}
                </Button>
            </div>
        </ActionForm>
    }
}
