//! The answer to a request: agree in one press, say another level, or say that it is not for one to say.

use super::confirm_actions::ConfirmActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Choice, Field, RadioGroup, RadioLook, TextArea, TextInput};
use domain::confirmation::{ConfirmationPage, DIFFERENT_WORK, NOT_SEEN};
use domain::evidence::{Level, Source, said_to};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The three ways to answer, the shortest first.
#[component]
pub(super) fn AnswerForm(page: ConfirmationPage, as_whom: Source, actions: ConfirmActions) -> impl IntoView {
    let id = page.id.to_string();
    let agree = format!("Yes, “{}”", page.level.title());
    view! {
        <ActionForm action=actions.give attr:class="confirm-verbs">
            <input type="hidden" name="confirmation" value=id />
            <input type="hidden" name="level" value=page.level.number().to_string() />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.give.pending()>{agree}</Button>
            <p class="quiet">{said_to(as_whom)}</p>
        </ActionForm>
        <details class="unfold">
            <summary class="link">"Another level, or a word with it"</summary>
            <OtherLevel page=page.clone() as_whom actions />
        </details>
        <details class="unfold">
            <summary class="link">"Not for me to say"</summary>
            <NotMine page actions />
        </details>
    }
}

#[component]
fn OtherLevel(page: ConfirmationPage, as_whom: Source, actions: ConfirmActions) -> impl IntoView {
    let choices: Vec<Choice> = Level::ALL
        .into_iter()
        .zip(page.levels)
        .map(|(level, text)| Choice::new(level.number().to_string(), level.title()).with_note(text))
        .collect();
    let legend = format!("How do you see {}?", page.other.first_name);
    let value = page.level.number().to_string();
    let error = move || field_error(actions.give.value().get(), "note");
    view! {
        <ActionForm action=actions.give attr:class="confirm-form">
            <input type="hidden" name="confirmation" value=page.id.to_string() />
            <RadioGroup name="level" legend choices=Signal::stored(choices) value look=RadioLook::Lines />
            <Field id="note" label="Why?" optional=true audience=said_to(as_whom) error>
                <TextInput name="note" bind=actions.note placeholder="I would send my own patients" attr:maxlength="2000" />
            </Field>
            <div><Button submit=true pending=actions.give.pending()>"Say so"</Button></div>
        </ActionForm>
    }
}

#[component]
fn NotMine(page: ConfirmationPage, actions: ConfirmActions) -> impl IntoView {
    let audience = format!("Only {} reads this. It counts neither for nor against them.", page.other.first_name);
    let error = move || field_error(actions.decline.value().get(), "reason");
    let offered = [NOT_SEEN, DIFFERENT_WORK]
        .map(|reason| {
            view! { <Button submit=true name="reason" value=reason pending=actions.decline.pending()>{reason}</Button> }
        })
        .collect_view();
    view! {
        <ActionForm action=actions.decline attr:class="confirm-form">
            <input type="hidden" name="confirmation" value=page.id.to_string() />
            <div class="button-row">{offered}</div>
            <Field id="own" label="Or in your own words" audience error>
                <TextArea name="own" bind=actions.own rows=2 />
            </Field>
            <div><Button submit=true pending=actions.decline.pending()>"Send these words"</Button></div>
        </ActionForm>
    }
}
