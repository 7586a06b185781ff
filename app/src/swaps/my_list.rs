//! The reader's own offers and wants: whether they still hold, in one tap, and why no ring came of a want.

use super::board_actions::BoardActions;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Chip, EmptyState, IconName, LaneArrow, LinkButton, OneOfMany, Section, Status, Way,
    pending_for,
};
use domain::swap::Lapse;
use domain::swaps::{MineLine, MyThing};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The list.
#[component]
pub(super) fn MyList(lines: Vec<MineLine>, actions: BoardActions) -> impl IntoView {
    let change = || view! { <a class="link" href="/me/skills">"Change what I offer and want"</a> };
    let inside = if lines.is_empty() {
        let add = || view! { <LinkButton kind=ButtonKind::Primary href="/me/skills">"Say what you offer and want"</LinkButton> };
        view! {
            <EmptyState title="Nothing to swap with yet" action=add>
                "One offer and one want are enough to be in a ring. An offer alone can begin a chain: you teach, and ask for nothing."
            </EmptyState>
        }
        .into_any()
    } else {
        let only = lines.iter().all(|line| line.thing == MyThing::Offer).then(|| {
            view! { <p class="section-note">"You want nothing just now: you may be asked to begin a chain, and the hour stands to your credit."</p> }
        });
        let rows = lines.into_iter().map(|line| view! { <Mine line actions /> }).collect_view();
        view! { <ul class="rows">{rows}</ul>{only} }.into_any()
    };
    view! { <Section id="mine" title="Yours" aside=change>{inside}</Section> }
}

#[component]
fn Mine(line: MineLine, actions: BoardActions) -> impl IntoView {
    let way = if line.thing == MyThing::Offer { Way::Teach } else { Way::Learn };
    let text = line.note;
    let note = chip(line.lapse).map(|kind| view! { <Chip kind icon=IconName::Clock>{text}</Chip> });
    let why = (!line.why.is_empty()).then(|| view! { <p class="rows-sub">{line.why.clone()}</p> });
    let id = line.skill.id.to_string();
    let still = (line.lapse != Lapse::Holds)
        .then(|| view! { <StillTrue id=id skill=line.skill.name.clone() thing=line.thing actions /> });
    view! {
        <li>
            <LaneArrow way />
            <div class="rows-main">
                <p class="rows-title"><a class="person-name" href=format!("/skills/{}", line.skill.id)>{line.skill.name}</a></p>
                <p class="rows-sub" dir="auto">{line.how}</p>
                {why}
            </div>
            {note}
            {still}
        </li>
    }
}

const fn chip(lapse: Lapse) -> Option<Status> {
    match lapse {
        Lapse::Holds => None,
        Lapse::Soon { .. } => Some(Status::Warning),
        Lapse::Lapsed { .. } => Some(Status::Danger),
    }
}

/// One tap.
#[component]
fn StillTrue(id: String, skill: String, thing: MyThing, actions: BoardActions) -> impl IntoView {
    let button = |pending: Signal<bool>| {
        view! {
            <Button kind=ButtonKind::Soft size=ButtonSize::Small icon=IconName::Check submit=true pending>
                "Still true"<span class="visually-hidden">": "{skill}</span>
            </Button>
        }
    };
    let (offered, wanted) = (id.clone(), id.clone());
    let value = id.clone();
    let form = match thing {
        MyThing::Offer => view! {
            <ActionForm action=actions.offer>
                <input type="hidden" name="skill" value=value />
                {button(pending_for(actions.offer, move |input| input.skill.as_str() == offered))}
            </ActionForm>
        }
        .into_any(),
        MyThing::Want => view! {
            <ActionForm action=actions.want>
                <input type="hidden" name="skill" value=value />
                {button(pending_for(actions.want, move |input| input.skill.as_str() == wanted))}
            </ActionForm>
        }
        .into_any(),
    };
    view! { <OneOfMany field="skill" value=id>{form}</OneOfMany> }
}
