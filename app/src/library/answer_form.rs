//! Writing an answer, or putting one in other words.

use super::question_actions::QuestionActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, Choice, Field, IconName, Select, TextArea};
use domain::id::ThreadId;
use domain::library::NoteTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The box for an answer.
#[component]
pub(super) fn AnswerForm(id: ThreadId, notes: Vec<NoteTag>, is_asker: bool, actions: QuestionActions) -> impl IntoView {
    let label = if is_asker { "You found out? Answer it yourself" } else { "Your answer" };
    view! {
        <ActionForm action=actions.answer attr:class="form answer-form">
            <input type="hidden" name="question" value=id.to_string() />
            <AnswerFields number=String::new() bind=actions.text note=String::new() notes label actions />
            <div class="buttons">
                <Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=actions.answer.pending()>"Answer"</Button>
            </div>
        </ActionForm>
    }
}

/// The words, and the note that they rest on.
#[component]
pub(super) fn AnswerFields(
    /// The answer that is changed; empty for a new one.
    number: String,
    #[prop(optional)] value: String,
    #[prop(optional)] bind: Option<RwSignal<String>>,
    note: String,
    notes: Vec<NoteTag>,
    #[prop(default = "Your answer in other words")] label: &'static str,
    actions: QuestionActions,
) -> impl IntoView {
    let error = move || field_error(actions.answer.value().get(), "text");
    let id = if number.is_empty() { "answer".to_owned() } else { format!("answer-text-{number}") };
    let note_id = if number.is_empty() { "rests-on".to_owned() } else { format!("rests-on-{number}") };
    let choices = std::iter::once(Choice::new("", "No note"))
        .chain(notes.iter().map(|note| Choice::new(note.id.to_string(), note.title.clone())))
        .collect();
    let rests = (!notes.is_empty()).then(|| {
        view! {
            <Field id=note_id label="Does it rest on a note?" hint="Then the note shows that it was of use." optional=true>
                <Select name="form[note]" choices value=note />
            </Field>
        }
    });
    view! {
        <input type="hidden" name="form[number]" value=number />
        <Field id label audience="Everybody here can read it." error>
            {match bind {
                Some(bind) => view! { <TextArea name="form[text]" bind rows=4 required=true /> }.into_any(),
                None => view! { <TextArea name="form[text]" value rows=4 required=true /> }.into_any(),
            }}
        </Field>
        {rests}
    }
}
