//! One of one's own skills: level at once, want and offer behind a word.

use super::my_skills_page::{OwnActions, stops};
use super::own_offer::OwnOffer;
use super::own_want::OwnWant;
use crate::ui::{Button, ButtonSize, RadioGroup, RadioLook};
use domain::skills::OwnSkill;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One line.
#[component]
pub(super) fn OwnSkillRow(own: OwnSkill, actions: OwnActions) -> impl IntoView {
    let id = own.skill.id.to_string();
    let href = format!("/skills/{id}");
    let value = own.level.map(|level| level.number().to_string()).unwrap_or_default();
    let legend = format!("How well do you know {}?", own.skill.name);
    let rests_on = if own.rests_on.is_empty() { "No level yet".to_owned() } else { own.rests_on.clone() };
    let save = format!("Save {}", own.skill.name);
    view! {
        <li class="own-skill">
            <div>
                <a class="rows-title" href=href>
                    {own.skill.name.clone()}
                </a>
                <p class="rows-sub">{rests_on}</p>
            </div>
            <ActionForm action=actions.level attr:class="own-skill-level">
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
