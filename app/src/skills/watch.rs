//! Being told when cover of a skill drops below its target.

use super::api::WatchSkill;
use crate::ui::{Button, ButtonKind, ButtonSize, IconName};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Asks to be told, or to be spared.
#[component]
pub(super) fn Watch(id: String, is_told: bool, watching: ServerAction<WatchSkill>) -> impl IntoView {
    let (choice, words) = if is_told {
        ("spare", "Do not tell me when this drops below target")
    } else {
        ("tell", "Tell me when this drops below target")
    };
    view! {
        <ActionForm action=watching>
            <input type="hidden" name="skill" value=id />
            <input type="hidden" name="choice" value=choice />
            <Button
                kind=ButtonKind::Quiet
                size=ButtonSize::Small
                icon=IconName::Bell
                submit=true
                pending=watching.pending()
            >
                {words}
            </Button>
        </ActionForm>
    }
}
