//! The stage of a pair: who is in it, where it stands, when they meet next, and the one thing to do.

use super::room_actions::RoomActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Chip, ChipKind, Icon, IconName, LinkButton, PersonLine, Way};
use domain::id::PairId;
use domain::pairs::{MeetingCard, PairPerson, RoomPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Where it stands, with the verb.
#[component]
pub(super) fn RoomStage(page: RoomPage, actions: RoomActions) -> impl IntoView {
    let people = page.people.into_iter().map(|person| view! { <Part person /> }).collect_view();
    let next = page.next.map(|next| view! { <Next next /> });
    let verb = if page.moves.go_on {
        view! { <GoOn pair=page.id actions /> }.into_any()
    } else if page.moves.plan {
        let kind = if next.is_some() { ButtonKind::Plain } else { ButtonKind::Primary };
        let href = page.book;
        view! { <p><LinkButton href kind size=ButtonSize::Large icon=IconName::Calendar>"Book next session"</LinkButton></p> }
            .into_any()
    } else {
        ().into_any()
    };
    view! {
        <section class="stage" aria-labelledby="standing">
            <p class="chip-row">
                <Chip kind=page.status.tone>{page.status.label}</Chip>
                " "
                <span class="quiet">{page.since}</span>
            </p>
            <h2 class="stage-standing" id="standing">{page.status.text}</h2>
            <dl class="pair-people">{people}</dl>
            {next}
            {verb}
        </section>
    }
}

#[component]
fn Part(person: PairPerson) -> impl IntoView {
    let href = format!("/people/{}", person.person.id);
    let sub = person.person.work();
    let learns = person.learns.map(|skill| {
        let href = format!("/skills/{}", skill.id);
        view! { <p><Chip kind=ChipKind::Way(Way::Learn) href>{skill.name}</Chip></p> }
    });
    let role = if person.is_you { format!("{} · you", person.role) } else { person.role };
    let name = person.person.name;
    view! {
        <div>
            <dt class="field-label">{role}</dt>
            <dd>
                <PersonLine name seed=person.person.id.to_string() sub href />
                {learns}
            </dd>
        </div>
    }
}

#[component]
fn Next(next: MeetingCard) -> impl IntoView {
    let about = [next.length, next.place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <p class="stage-when">
            <Icon name=IconName::Calendar />
            <span><a class="link" href=next.href><time datetime=next.starts.iso>{next.starts.text}</time></a>" · "{about}</span>
        </p>
    }
}

#[component]
fn GoOn(pair: PairId, actions: RoomActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.go_on>
            <input type="hidden" name="pair" value=pair.to_string() />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.go_on.pending()>"Go on"</Button>
        </ActionForm>
    }
}
