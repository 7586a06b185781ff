//! Who said what, for hosts: give a seat, take somebody out, answer for somebody.

use super::name_box::NameBox;
use super::session_actions::HostActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Choice, Field, OneOfMany, PersonLine, RadioGroup, RadioLook, Section};
use domain::sessions::AnswerLine;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Everybody who answered, and the form with which one answers for somebody.
#[component]
pub(super) fn GuestList(session: String, on: String, answers: Vec<AnswerLine>, actions: HostActions) -> impl IntoView {
    let none = answers.is_empty().then(|| view! { <p class="quiet">"Nobody has answered yet."</p> });
    let lines = answers.into_iter().map({
        let (session, on) = (session.clone(), on.clone());
        move |line| view! { <Line line session=session.clone() on=on.clone() actions /> }
    });
    let lines = lines.collect_view();
    view! {
        <Section id="guests-title" title="Who comes" note="Only those who look after it see this list.">
            {none}
            <ul class="rows">{lines}</ul>
            <AnswerFor session on actions />
        </Section>
    }
}

#[component]
fn Line(line: AnswerLine, session: String, on: String, actions: HostActions) -> impl IntoView {
    let id = line.person.id.to_string();
    let parts = [line.has, line.guests, line.by];
    let sub = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let href = format!("/people/{id}");
    let name = line.person.name.clone();
    let give = line.may_get_seat.then(|| {
        let (session, on, person, name) = (session.clone(), on.clone(), id.clone(), name.clone());
        view! {
            <ActionForm action=actions.give_seat>
                <input type="hidden" name="session" value=session />
                <input type="hidden" name="on" value=on />
                <input type="hidden" name="person" value=person />
                <Button size=ButtonSize::Small submit=true pending=actions.give_seat.pending()>
                    "Give a seat"
                    <span class="visually-hidden">" to "{name}</span>
                </Button>
            </ActionForm>
        }
    });
    let out = line.may_be_taken_out.then(|| {
        let (person, name) = (id.clone(), name.clone());
        view! {
            <ActionForm action=actions.answer_for>
                <input type="hidden" name="session" value=session />
                <input type="hidden" name="on" value=on />
                <input type="hidden" name="person" value=person />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true name="says" value="not" pending=actions.answer_for.pending()>
                    "Doesn’t come"
                    <span class="visually-hidden">": "{name}</span>
                </Button>
            </ActionForm>
        }
    });
    view! {
        <li>
            <PersonLine name seed=id sub href />
            <span class="guest-verbs">{give}{out}</span>
        </li>
    }
}

/// Answers for somebody who said it at the coffee machine.
#[component]
fn AnswerFor(session: String, on: String, actions: HostActions) -> impl IntoView {
    let error = Signal::derive(move || field_error(actions.answer_for.value().get(), "person"));
    let choices =
        vec![Choice::new("going", "comes"), Choice::new("maybe", "maybe"), Choice::new("not", "does not come")];
    let is_open = move || error.get().is_some();
    view! {
        <details class="unfold unfold-apart" open=is_open>
            <summary class="link">"Answer for somebody"</summary>
            <OneOfMany field="person" value="">
                <ActionForm action=actions.answer_for attr:class="form">
                    <input type="hidden" name="session" value=session />
                    <input type="hidden" name="on" value=on />
                    <Field id="answer-person" label="Who?" error>
                        <NameBox id="answer-person" name="person" selected=actions.person />
                    </Field>
                    <RadioGroup name="says" legend="What did they say?" choices=Signal::stored(choices) value="going" look=RadioLook::Slots />
                    <div><Button size=ButtonSize::Small submit=true pending=actions.answer_for.pending()>"Answer for them"</Button></div>
                </ActionForm>
            </OneOfMany>
        </details>
    }
}
