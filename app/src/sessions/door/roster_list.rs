//! The list at the door, a line a person, with a tick for each.

use super::door_actions::DoorActions;
use crate::ui::{Button, ButtonKind, Chip, IconName, OneOfMany, PersonLine, Status};
use domain::attendance::{Heading, RosterLine};
use domain::session::Door;
use leptos::form::ActionForm;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Everybody who may be expected.
#[component]
pub(super) fn RosterList(
    head: Heading,
    lines: Vec<RosterLine>,
    /// True while the list can be changed.
    is_open: bool,
    actions: DoorActions,
) -> impl IntoView {
    let names: BTreeMap<String, String> =
        lines.iter().map(|line| (line.person.id.to_string(), line.person.name.clone())).collect();
    let names = StoredValue::new(names);
    let name = move |person: &str| names.with_value(|names| names.get(person).cloned());
    actions.keep_what_the_host_ticks(&head, move |person| name(person).unwrap_or_else(|| "Somebody".to_owned()));
    let lines = lines
        .into_iter()
        .map(|line| {
            let person = line.person.id.to_string();
            let head = head.clone();
            view! {
                <li class="door-line">
                    <Who line=line.clone() />
                    <OneOfMany field="person" value=person><Tick head line is_open actions /></OneOfMany>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="door-list" role="list">{lines}</ul> }
}

#[component]
fn Who(line: RosterLine) -> impl IntoView {
    let guests = match line.guests {
        0 => String::new(),
        1 => ", with 1 guest".to_owned(),
        guests => format!(", with {guests} guests"),
    };
    let sub = match (&line.came, line.said.is_empty()) {
        (Some(came), _) => format!("{} {}{guests}", how(came.door), came.at),
        (None, false) => format!("{}{guests}", line.said),
        (None, true) => line.person.work(),
    };
    view! { <PersonLine name=line.person.name seed=line.person.id.to_string() sub /> }
}

const fn how(door: Door) -> &'static str {
    match door {
        Door::Code => "came with the code at",
        Door::Host => "ticked off at",
        Door::WalkUp => "walked up at",
    }
}

#[component]
fn Tick(head: Heading, line: RosterLine, is_open: bool, actions: DoorActions) -> impl IntoView {
    let is_here = line.came.is_some();
    if !is_open {
        return is_here.then(|| view! { <Chip kind=Status::Success icon=IconName::Check>"here"</Chip> }).into_any();
    }
    let person = line.person.id.to_string();
    let waits = {
        let head = head.clone();
        let words = |is_here: bool| if is_here { "here, not sent yet" } else { "not here, not sent yet" };
        move || {
            actions.ticked(&head, &person).map(|is_here| view! { <Chip kind=Status::Warning>{words(is_here)}</Chip> })
        }
    };
    let name = line.person.first_name;
    let fields = view! {
        <input type="hidden" name="form[session]" value=head.session.to_string() />
        <input type="hidden" name="form[on]" value=head.on />
        <input type="hidden" name="form[person]" value=line.person.id.to_string() />
    };
    if is_here {
        view! {
            {waits}
            <ActionForm action=actions.take_back>
                {fields}
                <Button kind=ButtonKind::Quiet submit=true attr:aria-label=format!("{name} is not here")>"Not here"</Button>
            </ActionForm>
        }
        .into_any()
    } else {
        view! {
            {waits}
            <ActionForm action=actions.tick>
                {fields}
                <Button submit=true icon=IconName::Check attr:aria-label=format!("{name} is here")>"Here"</Button>
            </ActionForm>
        }
        .into_any()
    }
}
