//! How a pair takes a break, comes to a close, or stops; and what they say at the close.

use super::room_actions::RoomActions;
use crate::AppError;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, Choice, Field, InputKind, RadioGroup, RadioLook, Section, TextArea, TextInput};
use domain::id::PairId;
use domain::pair::Worth;
use domain::pairs::{RoomPage, SaidWords};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A break, the close, and the way out.
#[component]
pub(super) fn WaysOut(page: RoomPage, actions: RoomActions) -> impl IntoView {
    let pair = page.id.clone();
    let pause = page.moves.pause.then(|| {
        let (pair, earliest) = (pair.clone(), page.earliest.clone());
        view! {
            <details class="unfold" open=move || failed(actions.pause.value().get())>
                <summary class="link">"Take a break"</summary>
                <PauseForm pair earliest actions />
            </details>
        }
    });
    page.moves.plan.then(|| {
        view! {
            <Section id="ways-out" title="A break, or a close">
                {pause}
                <details class="unfold" open=move || failed(actions.finish.value().get())>
                    <summary class="link">"Come to a close"</summary>
                    <FinishForm pair=pair.clone() others=page.others.clone() actions />
                </details>
                <details class="unfold">
                    <summary class="link">"Stop"</summary>
                    <StopForm pair actions />
                </details>
            </Section>
        }
    })
}

/// What was refused stays unfolded, with its reason.
fn failed(value: Option<Result<(), AppError>>) -> bool {
    value.is_some_and(|value| value.is_err())
}

#[component]
fn PauseForm(pair: PairId, earliest: String, actions: RoomActions) -> impl IntoView {
    let error = move || field_error(actions.pause.value().get(), "until");
    view! {
        <ActionForm action=actions.pause attr:class="form">
            <input type="hidden" name="pair" value=pair.to_string() />
            <Field id="until" label="Until" optional=true hint="It goes on by itself on that day. Leave it empty when you do not know." error>
                <TextInput name="until" kind=InputKind::Date bind=actions.until attr:min=earliest />
            </Field>
            <Button submit=true pending=actions.pause.pending()>"Take a break"</Button>
        </ActionForm>
    }
}

#[component]
fn FinishForm(pair: PairId, others: String, actions: RoomActions) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.finish.value().get(), name));
    view! {
        <ActionForm action=actions.finish attr:class="form">
            <input type="hidden" name="pair" value=pair.to_string() />
            <WordsFields others error=error("words") worth_error=error("worth") organisers_error=error("to_organisers") actions />
            <Button kind=ButtonKind::Primary submit=true pending=actions.finish.pending()>"Come to a close"</Button>
        </ActionForm>
    }
}

/// Once they came to a close: how it was for the reader.
#[component]
pub(super) fn FeedbackForm(page: RoomPage, actions: RoomActions) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.feedback.value().get(), name));
    let has_said = page.said.iter().any(|said| said.is_own);
    let title = if has_said { "What you said" } else { "How was it?" };
    let verb = if has_said { "Say it anew" } else { "Say how it was" };
    let form = view! {
        <ActionForm action=actions.feedback attr:class="form">
            <input type="hidden" name="pair" value=page.id.to_string() />
            <WordsFields
                others=page.others.clone()
                error=error("words")
                worth_error=error("worth")
                organisers_error=error("to_organisers")
                actions
            />
            <Button kind=ButtonKind::Primary submit=true pending=actions.feedback.pending()>{verb}</Button>
        </ActionForm>
    };
    view! {
        <Section id="feedback" title>
            <details class="unfold" open=move || !has_said || failed(actions.feedback.value().get())>
                <summary class="link">{verb}</summary>
                {form}
            </details>
        </Section>
    }
}

#[component]
fn WordsFields(
    others: String,
    error: Signal<Option<String>>,
    worth_error: Signal<Option<String>>,
    organisers_error: Signal<Option<String>>,
    actions: RoomActions,
) -> impl IntoView {
    let choices = Worth::ALL.map(|worth| Choice::new(worth.slug(), worth.title())).to_vec();
    let reads = format!("{others} reads this.");
    view! {
        <RadioGroup name="worth" legend="Was it worth your time?" choices=Signal::stored(choices) look=RadioLook::Lines bind=actions.worth error=worth_error />
        <Field id="words" label=format!("To {others}") optional=true audience=reads error>
            <TextArea name="words" bind=actions.words rows=3 />
        </Field>
        <Field
            id="to-organisers"
            label="To whoever looks after the program"
            optional=true
            audience="They read it without your name, once five people have written something."
            error=organisers_error
        >
            <TextArea name="to_organisers" bind=actions.to_organisers rows=3 />
        </Field>
    }
}

#[component]
fn StopForm(pair: PairId, actions: RoomActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.stop attr:class="form">
            <p>"You do not have to say why, and nobody is told who ended it. What you wrote stays here for both of you."</p>
            <input type="hidden" name="pair" value=pair.to_string() />
            <Button kind=ButtonKind::Danger submit=true pending=actions.stop.pending()>"Stop here"</Button>
        </ActionForm>
    }
}

/// What they said to each other at the close.
#[component]
pub(super) fn Said(said: Vec<SaidWords>) -> impl IntoView {
    let said: Vec<SaidWords> = said.into_iter().filter(|said| !said.words.is_empty()).collect();
    (!said.is_empty()).then(|| {
        let lines = said.into_iter().map(|said| {
            view! { <li><span class="rows-main"><strong>{said.by}</strong>" "<q class="quoted" dir="auto">{said.words}</q></span></li> }
        });
        view! {
            <Section id="said" title="What you said to each other"><ul class="rows">{lines.collect_view()}</ul></Section>
        }
    })
}
