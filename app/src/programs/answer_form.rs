//! The answer to somebody who applies: one tap, with a word where there is something to say.

use super::program_actions::ProgramActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, IconName, TextInput};
use domain::id::{PersonId, ProgramId};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Accept or decline.
#[component]
pub(super) fn AnswerApplication(
    program: ProgramId,
    person: PersonId,
    first_name: String,
    actions: ProgramActions,
) -> impl IntoView {
    let (program, sent, field) = (program.to_string(), person.to_string(), format!("words-{person}"));
    let input = actions.answer.input();
    let pending =
        Signal::derive(move || input.with(|input| input.as_ref().is_some_and(|input| input.person == person)));
    let error = move || field_error(actions.answer.value().get(), "words");
    let (of, hint) = (format!(" {first_name}"), format!("{first_name} reads it."));
    let whose = [(); 3].map(|()| view! { <span class="visually-hidden">{of.clone()}</span> });
    let [accept, decline, word] = whose;
    view! {
        <ActionForm action=actions.answer attr:class="program-person">
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
