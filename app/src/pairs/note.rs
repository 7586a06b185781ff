//! What somebody notes for themself.

use super::room_actions::RoomActions;
use crate::error::field_error;
use crate::ui::{Button, Field, Section, TextArea};
use domain::pairs::RoomPage;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One text, for the reader alone.
#[component]
pub(super) fn OwnNote(page: RoomPage, actions: RoomActions) -> impl IntoView {
    let error = move || field_error(actions.note.value().get(), "note");
    let shared = actions.note_text;
    view! {
        <Section id="note" title="My notes">
            <ActionForm action=actions.note attr:class="form">
                <input type="hidden" name="pair" value=page.id.to_string() />
                <input type="hidden" name="seen" value=move || shared.seen.get() />
                <Field
                    id="own-note"
                    label="For yourself"
                    label_hidden=true
                    audience="Only you read this, ever: not the other, not whoever looks after the program, no admin."
                    error
                >
                    <TextArea name="note" bind=shared.text rows=4 />
                </Field>
                <Button submit=true pending=actions.note.pending()>"Keep my notes"</Button>
            </ActionForm>
        </Section>
    }
}
