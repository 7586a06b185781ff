//! One of one's own skills: level at once, want and offer behind a word.

use super::my_skills_page::{OwnActions, stops};
use super::own_offer::OwnOffer;
use super::own_want::OwnWant;
use crate::ui::{Button, ButtonSize, RadioGroup, RadioLook};
use domain::skills::OwnSkill;
use leptos::form::ActionForm;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlFormElement};
use wasm_bindgen::JsCast;

/// Names the skill that a row showed last.
const SHOWS: &str = "data-shows";

/// One line.
#[component]
pub(super) fn OwnSkillRow(own: OwnSkill, actions: OwnActions) -> impl IntoView {
    let id = own.skill.id.to_string();
    let href = format!("/skills/{id}");
    let value = own.said.or(own.level).map(|level| level.number().to_string()).unwrap_or_default();
    let legend = format!("How well do you know {}?", own.skill.name);
    let rests_on = if own.rests_on.is_empty() { "No level yet".to_owned() } else { own.rests_on.clone() };
    let how = own.level.map(|_| view! { " "<a class="link" href=own.how.clone()>"Why?"<span class="visually-hidden">" The level in "{own.skill.name.clone()}</span></a> });
    let ask = format!("/new/confirmation?skill={id}");
    let asked_of = own.skill.name.clone();
    let save = format!("Save {}", own.skill.name);
    let name = own.skill.name.clone();
    let sent = move |_| actions.row.set_value(Some(name.clone()));
    let row = NodeRef::<html::Li>::new();
    forget_the_last(row, id.clone());
    view! {
        <li class="own-skill" node_ref=row>
            <div>
                <a class="rows-title" href=href>
                    {own.skill.name.clone()}
                </a>
                <p class="rows-sub">
                    {rests_on}
                    {how}
                    " "
                    <a class="link" href=ask>"Ask to confirm"<span class="visually-hidden">" "{asked_of}</span></a>
                </p>
            </div>
            <ActionForm action=actions.level attr:class="own-skill-level" on:submit=sent>
                <input type="hidden" name="skill" value=id />
                <RadioGroup name="level" legend legend_hidden=true choices=Signal::stored(stops()) value look=RadioLook::Slots />
                <Button size=ButtonSize::Small submit=true pending=actions.level.pending() attr:aria-label=save>
                    "Save"
                </Button>
            </ActionForm>
            <div class="own-skill-wishes">
                <OwnWant own=own.clone() actions />
                <OwnOffer own actions />
            </div>
        </li>
    }
}

/// Rows are drawn anew in place. One that has come to show another skill, because one was added before it, forgets what
/// was begun in it for the last.
fn forget_the_last(row: NodeRef<html::Li>, skill: String) {
    Effect::new(move |_| {
        let Some(row) = row.get() else { return };
        let before = row.get_attribute(SHOWS);
        drop(row.set_attribute(SHOWS, &skill));
        if before.is_none_or(|before| before == skill) {
            return;
        }
        for begun in inside(&row, "form, details[open]") {
            match begun.dyn_ref::<HtmlFormElement>() {
                Some(form) => form.reset(),
                None => drop(begun.remove_attribute("open")),
            }
        }
    });
}

fn inside(row: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = row.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok()).collect()
}
