//! The answer to somebody who applies, on the page of a program's people.

use super::api::AnswerApplicant;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, IconName, TextInput};
use domain::id::ProgramId;
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Accept or decline, with a word where there is something to say.
#[component]
pub(super) fn AnswerForm(
    program: ProgramId,
    person: PersonTag,
    answer: ServerAction<AnswerApplicant>,
) -> impl IntoView {
    let (program, sent, first_name) = (program.to_string(), person.id.to_string(), person.first_name());
    let (field, of, hint) = (format!("words-{sent}"), format!(" {first_name}"), format!("{first_name} reads it."));
    let (id, input) = (person.id.clone(), answer.input());
    let pending = Signal::derive(move || input.with(|input| input.as_ref().is_some_and(|input| input.person == id)));
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
                <Field id=field label="A word with it" optional=true audience=hint>
                    <TextInput name="words" attr:maxlength="2000" />
                </Field>
            </details>
        </ActionForm>
    }
}
