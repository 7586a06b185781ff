//! The answer to somebody who applies: one tap, with a word where there is something to say.

use super::api::AnswerApplication;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, IconName, TextInput, pending_for};
use domain::id::{PersonId, ProgramId};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Accept or decline.
#[component]
pub fn AnswerForm(
    /// To which program.
    program: ProgramId,
    /// Who applies.
    person: PersonId,
    /// Their first name.
    first_name: String,
    /// What is done, and what came of it.
    answer: ServerAction<AnswerApplication>,
) -> impl IntoView {
    let (program, sent, field) = (program.to_string(), person.to_string(), format!("words-{person}"));
    let pending = pending_for(answer, move |input| input.person == person);
    let error = move || field_error(answer.value().get(), "words");
    let (of, hint) = (format!(" {first_name}"), format!("{first_name} reads it."));
    let whose = [(); 3].map(|()| view! { <span class="visually-hidden">{of.clone()}</span> });
    let [accept, decline, word] = whose;
    view! {
        <ActionForm action=answer attr:class="program-person">
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="person" value=sent />
            <Button size=ButtonSize::Small icon=IconName::Check submit=true name="answer" value="accept" pending>
                "Accept"{accept}
            </Button>
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true name="answer" value="decline" pending>
                "Decline"{decline}
            </Button>
            <details class="program-leave">
                <summary class="link">"Add a word"{word}</summary>
                <Field id=field label="A word with it" optional=true audience=hint error>
                    <TextInput name="words" attr:maxlength="2000" />
                </Field>
            </details>
        </ActionForm>
    }
}
