//! Not for me to say: why the reader does not put a colleague at a level. Nobody but that colleague hears of it, and
//! only when they asked.

use super::person_page::LevelActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, TextInput};
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A reason and the button, behind a word.
#[component]
pub(super) fn NotMine(person: PersonTag, skill: String, actions: LevelActions) -> impl IntoView {
    let id = format!("not-mine-{skill}");
    let audience = format!("Only {} reads this, and only if they asked you.", person.first_name());
    view! {
        <details class="unfold">
            <summary class="link">"Not for me to say"</summary>
            <ActionForm action=actions.decline attr:class="not-mine-form">
                <input type="hidden" name="subject" value=person.id.to_string() />
                <input type="hidden" name="skill" value=skill />
                <Field id label="Why not?" hint="You are not asked about it again." audience>
                    <TextInput
                        name="reason"
                        value=domain::confirmation::NOT_SEEN
                        attr:maxlength="2000"
                        required=true
                    />
                </Field>
                <div>
                    <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.decline.pending()>
                        "Do not ask me"
                    </Button>
                </div>
            </ActionForm>
        </details>
    }
}
