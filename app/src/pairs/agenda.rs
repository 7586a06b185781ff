//! What to talk about when they meet: what was not ticked stands there the next time.

use super::room_actions::RoomActions;
use super::ticked::{LineVerbs, TickBox};
use crate::error::field_error;
use crate::ui::{Button, Field, IconName, OneOfMany, Section, TextInput, pending_for};
use domain::id::PairId;
use domain::pairs::{AgendaLine, RoomPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What is open, what was talked about, and the form for more.
#[component]
pub(super) fn Agenda(page: RoomPage, actions: RoomActions) -> impl IntoView {
    let (pair, may_plan) = (page.id.clone(), page.moves.plan);
    let (over, open): (Vec<AgendaLine>, Vec<AgendaLine>) = page.agenda.into_iter().partition(|line| line.is_done);
    let note = match &page.next {
        Some(next) => format!("For {}. What you do not come to stands here the next time.", next.starts.text),
        None => "What you do not come to stands here the next time.".to_owned(),
    };
    let none = open
        .is_empty()
        .then(|| view! { <p class="quiet">"Nothing on it yet. Write one question that is on your mind."</p> });
    let lines = |lines: Vec<AgendaLine>| {
        lines.into_iter().map(|line| view! { <Item pair=pair.clone() line may_plan actions /> }).collect_view()
    };
    let over = (!over.is_empty()).then(|| {
        view! {
            <details class="unfold">
                <summary class="link">"What you have talked about"</summary>
                <ul class="pair-lines">{lines(over)}</ul>
            </details>
        }
    });
    let open = lines(open);
    let add = may_plan.then(|| view! { <AddForm pair=pair.clone() actions /> });
    view! {
        <Section id="agenda" title="Agenda" note>
            {none}
            <ul class="pair-lines">{open}</ul>
            {add}
            {over}
        </Section>
    }
}

#[component]
fn Item(pair: PairId, line: AgendaLine, may_plan: bool, actions: RoomActions) -> impl IntoView {
    let key = format!("n{}", line.n);
    let about = [format!("from {}", line.by), line.carried].into_iter().filter(|part| !part.is_empty());
    let about = about.collect::<Vec<_>>().join(" · ");
    let is_done = line.is_done;
    let text = line.text.clone();
    let verbs = may_plan.then(|| {
        let own = key.clone();
        let pending = pending_for(actions.move_item, move |input| input.item == own);
        let field = ("item", key.clone());
        let tick = if is_done { ("untick", "Still open") } else { ("tick", "Talked about") };
        view! {
            <ActionForm action=actions.move_item attr:class="pair-verbs">
                <LineVerbs pair field text tick pending />
            </ActionForm>
        }
    });
    view! {
        <li data-done=is_done.then_some("")>
            <TickBox is_done />
            <span class="rows-main"><span dir="auto">{line.text}</span>" "<span class="rows-sub">{about}</span></span>
            <OneOfMany field="item" value=key>{verbs}</OneOfMany>
        </li>
    }
}

#[component]
fn AddForm(pair: PairId, actions: RoomActions) -> impl IntoView {
    let error = move || field_error(actions.add_item.value().get(), "text");
    view! {
        <ActionForm action=actions.add_item attr:class="form">
            <input type="hidden" name="pair" value=pair.to_string() />
            <Field id="item" label="Something to talk about" error>
                <TextInput name="topic" bind=actions.item_text required=true attr:maxlength="160" />
            </Field>
            <Button submit=true icon=IconName::Plus pending=actions.add_item.pending()>"Put it on the agenda"</Button>
        </ActionForm>
    }
}
