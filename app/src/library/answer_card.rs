//! One answer, with what can be done about it.

use super::answer_form::AnswerFields;
use super::question_actions::QuestionActions;
use crate::prose::Prose;
use crate::ui::{Button, ButtonKind, ButtonSize, Chip, IconName, PersonLine, Status, When};
use domain::id::ThreadId;
use domain::library::{AnswerCard, NoteTag};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The answer; one that was taken back is its mark.
#[component]
pub(super) fn AnswerItem(
    answer: AnswerCard,
    id: ThreadId,
    notes: Vec<NoteTag>,
    actions: QuestionActions,
) -> impl IntoView {
    let anchor = format!("answer-{}", answer.number);
    if let Some(mark) = answer.removed {
        return view! { <li class="talk-mark" id=anchor><span>{mark}</span></li> }.into_any();
    }
    let href = format!("/people/{}", answer.by.id);
    let knows = (!answer.knows.is_empty()).then(|| format!(", {}", answer.knows));
    let sub = format!("{}{}", answer.by.work(), knows.unwrap_or_default());
    let accepted =
        answer.is_accepted.then(|| view! { <Chip kind=Status::Success icon=IconName::Check>"This solved it"</Chip> });
    let edited = answer.is_edited.then_some(" · changed");
    let note = answer.note.clone().map(|note| {
        let href = format!("/library/{}", note.id);
        view! { <p class="section-note">"From the note "<a class="link" href=href dir="auto">{note.title}</a></p> }
    });
    let (at, is_accepted) = (answer.at.clone(), answer.is_accepted);
    view! {
        <li class="answer" id=anchor data-accepted=is_accepted.then_some("")>
            <div class="answer-head">
                <PersonLine name=answer.by.name.clone() seed=answer.by.id.to_string() href sub />
                <span class="quiet"><When datetime=at.iso text=at.text />{edited}</span>
                {accepted}
            </div>
            <Prose nodes=answer.body.clone() />
            {note}
            <Verbs answer id notes actions />
        </li>
    }
    .into_any()
}

#[component]
fn Verbs(answer: AnswerCard, id: ThreadId, notes: Vec<NoteTag>, actions: QuestionActions) -> impl IntoView {
    let number = answer.number.to_string();
    let accept = answer.may_accept.then(|| view! { <Accept id=id.clone() number=number.clone() actions /> });
    let remove = answer.may_remove.then(|| view! { <TakeBack id=id.clone() number=number.clone() actions /> });
    let edit = answer.may_edit.then(|| view! { <Change answer=answer.clone() id=id.clone() notes actions /> });
    view! { <div class="talk-verbs">{accept}{edit}{remove}</div> }
}

#[component]
fn Accept(id: ThreadId, number: String, actions: QuestionActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.accept>
            <input type="hidden" name="question" value=id.to_string() />
            <input type="hidden" name="number" value=number />
            <Button size=ButtonSize::Small icon=IconName::Check submit=true pending=actions.accept.pending()>
                "This solved it"
            </Button>
        </ActionForm>
    }
}

#[component]
fn Change(answer: AnswerCard, id: ThreadId, notes: Vec<NoteTag>, actions: QuestionActions) -> impl IntoView {
    let (number, value) = (answer.number.to_string(), answer.text);
    let note = answer.note.map(|note| note.id.to_string()).unwrap_or_default();
    view! {
        <details class="unfold">
            <summary class="link">"Change"</summary>
            <ActionForm action=actions.answer attr:class="form">
                <input type="hidden" name="question" value=id.to_string() />
                <AnswerFields number value note notes actions />
                <Button size=ButtonSize::Small submit=true pending=actions.answer.pending()>"Save"</Button>
            </ActionForm>
        </details>
    }
}

#[component]
fn TakeBack(id: ThreadId, number: String, actions: QuestionActions) -> impl IntoView {
    view! {
        <details class="unfold">
            <summary class="link">"Take back"</summary>
            <ActionForm action=actions.remove attr:class="form">
                <input type="hidden" name="question" value=id.to_string() />
                <input type="hidden" name="number" value=number />
                <p class="section-note">"Its words go for good; a mark stays."</p>
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending=actions.remove.pending()>
                    "Take the answer back"
                </Button>
            </ActionForm>
        </details>
    }
}
