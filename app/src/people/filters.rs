//! The filters of the directory: what is on reads as a sentence from left to right; the rest is behind one word.
//! A plain form that goes to an address, so it works before anything else does.

use super::filter_choices::{Choose, choices, interests, levels, orders, sizes};
use crate::ui::{Button, ButtonKind, ButtonSize, Field, FilterChip, Icon, IconName, set_back};
use domain::people::PeopleQuery;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;

/// Search, the filters that are on, and a panel with all of them.
#[component]
pub(super) fn Filters(page: domain::people::PeoplePage) -> impl IntoView {
    let navigate = use_navigate();
    let go = move |event: SubmitEvent| {
        if let Some(query) = sent(&event) {
            event.prevent_default();
            close_panel(&event);
            navigate(&PeopleQuery::parse(&query).link(), Default::default());
        }
    };
    let chips = page
        .filters
        .iter()
        .map(|filter| view! { <FilterChip label=filter.label.clone() href=filter.without.clone() on=true /> })
        .collect_view();
    let text = page.query.text.clone();
    let node = NodeRef::<html::Form>::new();
    show_address(node, page.query.to_string());
    view! {
        <form
            class="filters section"
            data-tight=""
            role="search"
            aria-label="Filter people"
            action="/people"
            node_ref=node
            on:submit=go
        >
            <div class="search">
                <label class="visually-hidden" for="q">
                    "Name, skill or team"
                </label>
                <Icon name=IconName::Search />
                <input class="field-input" id="q" name="q" type="search" value=text placeholder="Name, skill or team" />
            </div>
            {chips}
            <Panel page />
        </form>
    }
}

/// What was typed or chosen gives way to the address when the address changes, by a chip, a link or the browser's
/// way back; news of the same address leaves it alone.
fn show_address(node: NodeRef<html::Form>, query: String) {
    const SHOWN: &str = "data-shows";
    Effect::new(move |_| {
        let Some(form) = node.get() else {
            return;
        };
        let before = form.get_attribute(SHOWN);
        if before.is_some_and(|before| before != query) {
            set_back(&form);
        }
        // Without the mark the controls keep what they hold, as they do without scripts.
        let _ = form.set_attribute(SHOWN, &query);
    });
}

/// What was asked for is to be seen: the panel lies over it.
fn close_panel(event: &SubmitEvent) {
    let form = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(panel) = form.and_then(|form| form.query_selector("details").ok().flatten()) {
        // A panel that stays open is no reason to stop.
        let _ = panel.remove_attribute("open");
    }
}

/// What a form would send, as a query.
fn sent(event: &SubmitEvent) -> Option<String> {
    let form: web_sys::HtmlFormElement = event.target()?.dyn_into().ok()?;
    let fields = web_sys::FormData::new_with_form(&form).ok()?;
    let query = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    Some(String::from(query.to_string()))
}

/// Every filter, behind one word.
#[component]
fn Panel(page: domain::people::PeoplePage) -> impl IntoView {
    let query = page.query;
    let skill = query.skill.as_ref().map(|skill| {
        page.skills.iter().find(|tag| tag.id == *skill).map_or_else(|| skill.to_string(), |tag| tag.name.clone())
    });
    let known = page.skills.iter().map(|tag| view! { <option value=tag.name.clone()></option> }).collect_view();
    let view = query.view.as_ref().map(ToString::to_string);
    let facets = page.facets;
    view! {
        <details class="filter-more">
            <summary class="chip">
                <Icon name=IconName::Plus />
                "Filter"
            </summary>
            <div class="filter-panel">
                <Field id="filter-skill" label="Skill">
                    <input class="field-input" id="filter-skill" name="skill" list="known-skills" autocomplete="off" value=skill />
                </Field>
                <datalist id="known-skills">{known}</datalist>
                <Choose name="level" label="At least" choices=levels() value=query.level.map(|l| l.number().to_string()) />
                <Choose name="for" label="Who" choices=interests() value=query.interest.map(|i| i.word().to_owned()) />
                <Choose name="team" label="Team" choices=choices(facets.teams) value=query.team.map(|t| t.to_string()) />
                <Choose name="language" label="Speaks" choices=choices(facets.languages) value=query.language.map(|l| l.to_string()) />
                <Choose name="zone" label="Time zone" choices=choices(facets.zones) value=query.zone.map(|z| z.as_str().to_owned()) />
                <Choose name="sort" label="Order" choices=orders(query.sort) value=Some(query.sort.word()) />
                <Choose name="size" label="On a page" choices=sizes(query.size) value=Some(query.size.to_string()) />
                {view.map(|view| view! { <input type="hidden" name="view" value=view /> })}
                <Button kind=ButtonKind::Soft size=ButtonSize::Small submit=true>
                    "Show"
                </Button>
            </div>
        </details>
    }
}
