//! Save a seat, maybe, not; take the seat that is held; bring a guest.

use super::session_actions::SessionActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Choice, Field, IconName, Select};
use domain::sessions::SessionPage;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The date that a form is about.
#[component]
fn About(page: SessionPage) -> impl IntoView {
    view! {
        <input type="hidden" name="session" value=page.id.to_string() />
        <input type="hidden" name="on" value=page.on />
    }
}

/// "Save my seat", or a place in line when it is full.
#[component]
pub(super) fn MainVerb(page: SessionPage, actions: SessionActions) -> impl IntoView {
    let words = match (page.seats.left, page.seats.is_full) {
        (None, _) => "I come",
        (Some(_), false) => "Save my seat",
        (Some(_), true) => "Get in line",
    };
    let left = page.seats.left.filter(|left| *left > 0).map(|left| {
        view! { <span class="phone-only">", "{left}" left"</span> }
    });
    view! {
        <div class="action-bar">
            <ActionForm action=actions.answer attr:class="seat-verb">
                <About page />
                <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Ticket submit=true name="says" value="going" pending=actions.answer.pending()>
                    <span>{words}{left}</span>
                </Button>
            </ActionForm>
        </div>
    }
}

/// "Take the seat", while one is held.
#[component]
pub(super) fn ClaimForm(page: SessionPage, actions: SessionActions) -> impl IntoView {
    view! {
        <div class="action-bar">
            <ActionForm action=actions.claim attr:class="seat-verb">
                <About page />
                <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Ticket submit=true pending=actions.claim.pending()>
                    "Take the seat"
                </Button>
            </ActionForm>
        </div>
    }
}

/// "Maybe" and "I can’t come", as far as they have not been said.
#[component]
pub(super) fn AnswerVerbs(page: SessionPage, actions: SessionActions) -> impl IntoView {
    let (pending, mine) = (actions.answer.pending(), page.mine.clone());
    let verb = move |says: &'static str, words: &'static str| {
        view! {
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true name="says" value=says pending=pending>
                {words}
            </Button>
        }
    };
    let maybe = (!mine.is_maybe && page.moves.answer).then(|| verb("maybe", "Maybe"));
    let not = (!mine.is_not).then(|| verb("not", if mine.is_going { "Give my seat back" } else { "I can’t come" }));
    view! {
        <ActionForm action=actions.answer attr:class="buttons">
            <About page />
            {maybe}
            {not}
        </ActionForm>
    }
}

/// How many guests one brings; that takes seats too.
#[component]
pub(super) fn GuestsForm(page: SessionPage, actions: SessionActions) -> impl IntoView {
    let choice = |number: u8| {
        let words = match number {
            0 => "nobody".to_owned(),
            1 => "one guest".to_owned(),
            n => format!("{n} guests"),
        };
        Choice::new(number.to_string(), words)
    };
    let choices: Vec<Choice> = (0..=page.moves.guests).map(choice).collect();
    let value = page.mine.guests.to_string();
    let verb = if page.mine.is_going { "Save" } else { "Come with them" };
    view! {
        <details class="unfold">
            <summary class="link">"Bring a guest"</summary>
            <ActionForm action=actions.answer attr:class="seat-guests">
                <About page />
                <input type="hidden" name="says" value="going" />
                <Field id="guests" label="Whom do you bring?" hint="Each guest takes a seat.">
                    <Select name="guests" choices value />
                </Field>
                <Button size=ButtonSize::Small submit=true pending=actions.answer.pending()>{verb}</Button>
            </ActionForm>
        </details>
    }
}
