//! The keyboard's part of the settings.

use super::shortcuts::SHEET;
use super::single_keys::SingleKeys;
use crate::ui::{Button, Section, Switch};
use leptos::prelude::*;

/// The switch for single keys, for the settings. It means nothing without JavaScript, and is not shown then.
#[component]
pub fn KeySwitch() -> impl IntoView {
    let on = SingleKeys::here().0;
    view! {
        <div data-needs="script">
            <Section id="keys" title="Keyboard" note="Kept in this browser. Keys with ⌘ or Ctrl always work.">
                <div class="button-row">
                    <Switch name="keys" bind=on>"Shortcuts of a single key, such as / and c"</Switch>
                    <Button dialog=SHEET>"See all shortcuts"</Button>
                </div>
            </Section>
        </div>
    }
}
