//! The stage of a request: the two, what passes between them, when, and the one thing to do.

use super::confirm_form::ConfirmForm;
use super::exchange_actions::ExchangeActions;
use super::way::way;
use crate::ui::{Answer, Button, ButtonKind, ButtonSize, Chip, Icon, IconName, LinkButton, PeopleRing, RingMember};
use domain::exchange::Side;
use domain::exchanges::{ExchangePage, Tone};
use domain::time::Timestamp;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Where it stands, with the verb.
#[component]
pub(super) fn ExchangeStage(page: ExchangePage, actions: ExchangeActions) -> impl IntoView {
    let label = page.status.label.clone();
    let minutes = page.minutes.0;
    let time = page.both_times.clone().map(|both| {
        view! {
            <p class="stage-when">
                <Icon name=IconName::Calendar />
                <span>{both}</span>
            </p>
        }
    });
    let (exchange, name) = (page.id.clone(), page.other.first_name.clone());
    let accept = page.moves.accept.then(|| {
        let (seen, starts) = (page.starts_at, page.starts.clone().map(|face| face.text));
        view! { <AcceptForm exchange=page.id.clone() seen starts actions /> }
    });
    let is_ahead = page.status.tone == Tone::Agreed;
    let meeting = page.meeting.clone().map(|href| view! { <Meeting href is_ahead /> });
    let confirm = page.moves.confirm.then(|| view! { <ConfirmForm exchange name side=page.side actions /> });
    let again = (page.status.tone == Tone::Over && page.side == Side::Learner).then(|| {
        let href = format!("/people/{}/ask?skill={}", page.other.id, page.skill.id);
        view! { <p><a class="link" href=href>"Ask again"</a></p> }
    });
    let picture = view! { <Picture page=page.clone() /> };
    view! {
        <section class="stage exchange-stage" aria-labelledby="standing">
            <div class="exchange-stage-body">
                <p class="chip-row">
                    <Chip kind=page.status.tone>{label}</Chip>
                    " "
                    <Chip kind=way(page.side)>{page.skill.name.clone()}</Chip>
                    " "
                    <span class="quiet">{minutes}" minutes"</span>
                </p>
                <h2 class="stage-standing" id="standing">{page.status.text.clone()}</h2>
                {time}
                {accept}
                {confirm}
                {meeting}
                {again}
            </div>
            <div class="next-step-picture">{picture}</div>
        </section>
    }
}

/// The way to the hour that it is since both agreed; while that is to come there is nothing else to do.
#[component]
fn Meeting(href: String, is_ahead: bool) -> impl IntoView {
    let (kind, size) = match is_ahead {
        true => (ButtonKind::Primary, ButtonSize::Large),
        false => (ButtonKind::Quiet, ButtonSize::default()),
    };
    let hint = is_ahead.then(|| view! { <p class="quiet">"Say there where you meet, or move it."</p> });
    view! {
        <div class="exchange-verbs"><LinkButton href kind size icon=IconName::Calendar>"Open the meeting"</LinkButton></div>
        {hint}
    }
}

#[component]
fn AcceptForm(
    exchange: domain::id::ExchangeId,
    seen: Option<Timestamp>,
    starts: Option<String>,
    actions: ExchangeActions,
) -> impl IntoView {
    let verb = starts.map_or("Say yes".to_owned(), |starts| format!("Say yes to {}", within_sentence(&starts)));
    view! {
        <ActionForm action=actions.accept attr:class="exchange-verbs">
            <input type="hidden" name="exchange" value=exchange.to_string() />
            <input type="hidden" name="starts_at" value=seen.map(|seen| seen.0.to_string()) />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.accept.pending()>
                {verb}
            </Button>
        </ActionForm>
    }
}

#[component]
fn Picture(page: ExchangePage) -> impl IntoView {
    let teach = page.side == Side::Teacher;
    let answer = |yes| if yes { Answer::Yes } else { Answer::Waiting };
    let (you_yes, other_yes) = match page.status.tone {
        Tone::Yours => (false, true),
        Tone::Theirs => (true, false),
        Tone::Agreed | Tone::Done => (true, true),
        Tone::Over => (false, false),
    };
    let gives = |teaches: bool| if teaches { page.skill.name.clone() } else { "thanks".to_owned() };
    let member = |name: &str, seed: &str, gives, answer, is_you| RingMember {
        name: name.to_owned(),
        seed: seed.to_owned(),
        gives,
        answer,
        is_you,
    };
    let members = vec![
        member(&page.other.name, page.other.id.as_str(), gives(!teach), answer(other_yes), false),
        member(&page.you.name, page.you.id.as_str(), gives(teach), answer(you_yes), true),
    ];
    let yes = u8::from(you_yes) + u8::from(other_yes);
    view! { <PeopleRing id="two" label=page.title members middle=(format!("{yes} of 2"), "said yes".to_owned()) /> }
}

/// "tomorrow 12:30" inside a sentence; days of the week keep their capital.
fn within_sentence(text: &str) -> String {
    ["Today", "Tomorrow"]
        .into_iter()
        .find(|day| text.starts_with(day))
        .map_or_else(|| text.to_owned(), |day| text.replacen(day, &day.to_lowercase(), 1))
}
