//! The reader's own word on a colleague's level.

use super::level_fields::LevelFields;
use super::not_mine::NotMine;
use super::person_page::LevelActions;
use domain::evidence::{Level, Source};
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Five stops and a reason; who reads it stands above the box.
#[component]
pub(super) fn SayLevel(
    person: PersonTag,
    skill: String,
    level: Level,
    source: Source,
    actions: LevelActions,
) -> impl IntoView {
    let (of, in_what, note) = (person.id.to_string(), skill.clone(), format!("note-{skill}"));
    let first_name = person.first_name().to_owned();
    view! {
        <ActionForm action=actions.set attr:class="say-level">
            <input type="hidden" name="person" value=of />
            <input type="hidden" name="skill" value=in_what />
            <LevelFields first_name note source level actions />
        </ActionForm>
        <NotMine person skill actions />
    }
}
