//! `/sessions/{id}/{day}/sheet`

use super::api::session_sheet;
use crate::ui::{LinkButton, Loaded, PageHead};
use crate::wire::load;
use domain::attendance::{SheetLine, SheetPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The list at the door on a sheet of paper.
#[component]
pub fn SheetPage() -> impl IntoView {
    let params = use_params_map();
    let named = move |name: &str| params.read().get(name).unwrap_or_default();
    let page = load(move || (named("id"), named("day")), |(id, day)| session_sheet(id, day));
    view! {
        <Title text="List on paper · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This list did not load" let:page>
                <Sheet page />
            </Loaded>
        </main>
    }
}

#[component]
fn Sheet(page: Page) -> impl IntoView {
    let head = page.head;
    let lead = if head.room.is_empty() { head.when.clone() } else { format!("{} · {}", head.when, head.room) };
    let door = head.door();
    let hosts = format!("Held by {}", page.hosts);
    let lines = page.lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    let empty = (0..page.empty).map(|_| view! { <EmptyLine /> }).collect_view();
    view! {
        <PageHead title=head.title lead />
        <p>{hosts}</p>
        <p data-print="no" class="section-note">
            "Print this page; the buttons stay on the screen. "<LinkButton href=door>"Back to the door"</LinkButton>
        </p>
        <table class="door-sheet">
            <caption class="visually-hidden">"Who is expected"</caption>
            <thead>
                <tr>
                    <th scope="col">"Here"</th>
                    <th scope="col">"Name"</th>
                    <th scope="col">"Team"</th>
                    <th scope="col">"Said"</th>
                </tr>
            </thead>
            <tbody>{lines} {empty}</tbody>
        </table>
    }
}

#[component]
fn Line(line: SheetLine) -> impl IntoView {
    let mark = if line.is_there { "✓" } else { "" };
    let spoken = if line.is_there { "here" } else { "not here yet" };
    view! {
        <tr>
            <td>
                <span class="door-box" aria-hidden="true">{mark}</span>
                <span class="visually-hidden">{spoken}</span>
            </td>
            <th scope="row"><bdi>{line.name}</bdi></th>
            <td>{line.team}</td>
            <td>{line.said}</td>
        </tr>
    }
}

/// For somebody who comes without a word.
#[component]
fn EmptyLine() -> impl IntoView {
    view! {
        <tr aria-hidden="true">
            <td><span class="door-box"></span></td>
            <td class="door-blank"></td>
            <td></td>
            <td></td>
        </tr>
    }
}
