//! The reader's own word on a colleague's level.

use super::not_mine::NotMine;
use super::person_page::LevelActions;
use crate::ui::{Button, ButtonSize, Choice, Field, RadioGroup, RadioLook, TextInput};
use domain::evidence::{Level, Source, said_to};
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
    let choices: Vec<Choice> = Level::ALL.map(|level| Choice::new(level.number().to_string(), level.title())).to_vec();
    let legend = format!("How do you see {}?", person.first_name());
    let value = level.number().to_string();
    let note_id = format!("note-{skill}");
    let (of, in_what) = (person.id.to_string(), skill.clone());
    view! {
        <ActionForm action=actions.set attr:class="say-level">
            <input type="hidden" name="person" value=of />
            <input type="hidden" name="skill" value=in_what />
            <RadioGroup name="level" legend choices=Signal::stored(choices) value look=RadioLook::Slots />
            <Field id=note_id label="Why?" optional=true audience=said_to(source)>
                <TextInput name="note" placeholder="I would send my own patients" attr:maxlength="2000" />
            </Field>
            <Button size=ButtonSize::Small submit=true pending=actions.set.pending()>
                "Say so"
            </Button>
        </ActionForm>
        <NotMine person skill actions />
    }
}
