//! The seats, and what one says about coming.

use super::answer_forms::{AnswerVerbs, ClaimForm, GuestsForm, MainVerb};
use super::seats_picture::SeatsPicture;
use super::session_actions::SessionActions;
use crate::ui::{ButtonKind, ButtonSize, Chip, Face, Icon, IconName, LinkButton, PresenceStack, Seen};
use domain::sessions::{MyPart, SeatsCard, SessionPage};
use leptos::prelude::*;

/// How many seats there are, who has them, and the one thing to do about it.
#[component]
pub(super) fn SeatCard(page: SessionPage, actions: SessionActions, seen: Seen) -> impl IntoView {
    let of = format!("{}/{}", page.id, page.on);
    let seats = page.seats.clone();
    let mark = seen.mark(format!("{of}/seats"), format!("{}{}", seats.title, seats.note));
    let label = format!("{}. {}", seats.title, seats.note);
    let deadline = page.mine.deadline.clone();
    let hint = hint(&page);
    view! {
        <section class="seat-card" aria-labelledby="seats-title">
            <SeatsPicture seats=seats.picture.clone() host=seats.host.clone() label />
            <div data-changed=mark>
                <h2 class="seats-count" id="seats-title">{seats.title.clone()}</h2>
                <p class="quiet">{seats.note.clone()}</p>
            </div>
            <Mine mine=page.mine.clone() of seen />
            <Verbs page=page.clone() actions />
            {(!deadline.is_empty()).then(|| view! { <p class="field-hint">{deadline}</p> })}
            {(!hint.is_empty()).then(|| view! { <p class="field-hint">{hint}</p> })}
            <Going seats />
            <Beside page />
        </section>
    }
}

/// How the line works, as long as seats are counted and answers are taken.
fn hint(page: &SessionPage) -> &'static str {
    match (page.moves.answer, page.seats.left, page.seats.is_full) {
        (true, Some(_), false) => "When it is full you get a place in line that you can see.",
        (true, Some(_), true) => {
            "Seats go by the order of answers. When one opens, it is held for the first in line for a while, then for the next."
        }
        (_, _, _) => "",
    }
}

/// What the reader has of it.
#[component]
fn Mine(mine: MyPart, of: String, seen: Seen) -> impl IntoView {
    let mark = seen.mark(format!("{of}/mine"), mine.words.clone());
    (!mine.words.is_empty()).then(|| {
        view! { <p class="seats-mine" role="status" data-changed=mark><Chip kind=mine.tone>{mine.words}</Chip></p> }
    })
}

/// The one verb, and what else can be said.
#[component]
fn Verbs(page: SessionPage, actions: SessionActions) -> impl IntoView {
    let moves = page.moves.clone();
    let main = if moves.claim {
        view! { <ClaimForm page=page.clone() actions /> }.into_any()
    } else if moves.answer && !page.mine.is_going {
        view! { <MainVerb page=page.clone() actions /> }.into_any()
    } else {
        ().into_any()
    };
    let others = (moves.answer || moves.give_up).then(|| view! { <AnswerVerbs page=page.clone() actions /> });
    let guests = (moves.answer && moves.guests > 0).then(|| view! { <GuestsForm page=page.clone() actions /> });
    view! {
        {main}
        {others}
        {guests}
    }
}

/// Who comes, as faces and from how many teams.
#[component]
fn Going(seats: SeatsCard) -> impl IntoView {
    (!seats.going.is_empty()).then(|| {
        let faces: Vec<Face> = seats.going.into_iter().map(|tag| Face::new(tag.name, tag.id.to_string())).collect();
        let people = Signal::stored(faces);
        view! {
            <p class="person-line">
                <PresenceStack people label="Going" label_hidden=true />
                <span class="quiet">{seats.teams}</span>
            </p>
        }
    })
}

/// The calendar file, the door, and for hosts what is left to say.
#[component]
fn Beside(page: SessionPage) -> impl IntoView {
    let date = format!("/sessions/{}/{}", page.id, page.on);
    let file = format!("/sessions/{}/calendar.ics", page.id);
    let door = page.moves.door.then(|| {
        let href = format!("{date}/door");
        view! { <LinkButton href kind=ButtonKind::Quiet size=ButtonSize::Small icon=IconName::Qr>"At the door"</LinkButton> }
    });
    let close = page.moves.close.then(|| {
        let href = format!("{date}/close");
        view! { <LinkButton href size=ButtonSize::Small icon=IconName::Check>"Say what came of it"</LinkButton> }
    });
    view! {
        <div class="buttons">
            {close}
            {door}
            <a class="button" data-kind="quiet" data-size="small" href=file rel="external" download="">
                <Icon name=IconName::Calendar />
                "Calendar file"
            </a>
        </div>
    }
}
