//! What a word on somebody's level says: how well, and why.

use super::person_page::LevelActions;
use crate::ui::{Button, ButtonSize, Choice, Field, RadioGroup, RadioLook, TextInput};
use domain::evidence::{Level, Source, said_to};
use leptos::prelude::*;

/// Five stops, a reason and the button; who reads it stands above the box.
#[component]
pub(super) fn LevelFields(
    /// Of whom, by their first name.
    first_name: String,
    /// The id of the box of the reason.
    note: String,
    /// As what the reader says it.
    source: Source,
    /// Where it stood.
    #[prop(optional, into)]
    level: Option<Level>,
    actions: LevelActions,
) -> impl IntoView {
    let choices: Vec<Choice> = Level::ALL.map(|level| Choice::new(level.number().to_string(), level.title())).to_vec();
    let legend = format!("How do you see {first_name}?");
    let value = level.map_or_else(String::new, |level| level.number().to_string());
    view! {
        <RadioGroup name="level" legend choices=Signal::stored(choices) value look=RadioLook::Slots />
        <Field id=note label="Why?" optional=true audience=said_to(source)>
            <TextInput name="note" placeholder="I would send my own patients" attr:maxlength="2000" />
        </Field>
        <Button size=ButtonSize::Small submit=true pending=actions.set.pending()>
            "Say so"
        </Button>
    }
}
