//! Which of several times would suit; settling it.

use super::session_actions::SessionActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Chip, Choice, RadioGroup, RadioLook, Status};
use domain::session::Fits;
use domain::sessions::{ChoiceLine, SessionPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The times with what everybody says of them, and the reader’s own votes.
#[component]
pub(super) fn Poll(page: SessionPage, actions: SessionActions) -> impl IntoView {
    let Some(poll) = page.poll.clone() else { return ().into_any() };
    let session = page.id.to_string();
    let settle = page.moves.settle;
    let counts = poll.choices.iter().cloned().map(|choice| {
        let session = settle.then(|| session.clone());
        view! { <Count choice session actions /> }
    });
    let counts = counts.collect_view();
    let voting = page.moves.vote.then(|| {
        view! { <VoteForm session=session.clone() choices=poll.choices.clone() actions /> }
    });
    view! {
        <section class="seat-card" aria-labelledby="seats-title">
            <div>
                <h2 class="seats-count" id="seats-title">"Which time suits?"</h2>
                <p class="quiet">{poll.until}" "{poll.voters}</p>
            </div>
            <ol class="poll-counts">{counts}</ol>
            {voting}
        </section>
    }
    .into_any()
}

/// A time with what everybody says of it; for hosts with the button that settles it.
#[component]
fn Count(choice: ChoiceLine, session: Option<String>, actions: SessionActions) -> impl IntoView {
    let best = choice.is_best.then(|| view! { <Chip kind=Status::Success>"suits most"</Chip> });
    let beside = (!choice.beside.is_empty()).then(|| view! { <span class="table-sub">{choice.beside.clone()}</span> });
    let counts = format!("{} yes · {} if needed · {} no", choice.yes, choice.if_needed, choice.no);
    let settle = session.map(|session| {
        let what = choice.text.clone();
        view! {
            <ActionForm action=actions.host.settle>
                <input type="hidden" name="session" value=session />
                <input type="hidden" name="choice" value=choice.at.0.to_string() />
                <Button size=ButtonSize::Small submit=true pending=actions.host.settle.pending()>
                    "Settle it"
                    <span class="visually-hidden">": "{what}</span>
                </Button>
            </ActionForm>
        }
    });
    view! {
        <li>
            <div>
                <p class="poll-time"><time datetime=choice.starts.iso>{choice.text}</time>" "{best}</p>
                {beside}
                <p class="table-sub">{counts}</p>
                <p class="table-sub">{choice.who}</p>
            </div>
            {settle}
        </li>
    }
}

#[component]
fn VoteForm(session: String, choices: Vec<ChoiceLine>, actions: SessionActions) -> impl IntoView {
    let groups = choices.into_iter().map(|choice| {
        let name = format!("votes[t{}]", choice.at.0);
        let answers =
            vec![Choice::new("yes", "suits me"), Choice::new("if-needed", "if needed"), Choice::new("no", "no")];
        let value = choice.mine.map(slug).unwrap_or_default();
        view! { <RadioGroup name legend=choice.text choices=Signal::stored(answers) value look=RadioLook::Slots /> }
    });
    view! {
        <ActionForm action=actions.vote attr:class="form">
            <input type="hidden" name="session" value=session />
            {groups.collect_view()}
            <div class="action-bar">
                <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.vote.pending()>"Save my votes"</Button>
            </div>
        </ActionForm>
    }
}

const fn slug(fits: Fits) -> &'static str {
    match fits {
        Fits::Yes => "yes",
        Fits::IfNeeded => "if-needed",
        Fits::No => "no",
    }
}
