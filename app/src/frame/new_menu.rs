//! What one can start from anywhere.

use crate::ui::{IconName, Menu, MenuItem};
use leptos::prelude::*;

/// Id of the menu, for the buttons that open it.
pub const NEW_MENU: &str = "new-menu";

/// Offer, ask, thank.
#[component]
pub fn NewMenu() -> impl IntoView {
    view! {
        <Menu id=NEW_MENU label="New">
            <MenuItem icon=IconName::Teach href="/me/skills">"Offer to teach"</MenuItem>
            <MenuItem icon=IconName::Receive href="/start/2">"Ask to learn"</MenuItem>
            <MenuItem icon=IconName::Thanks href="/thanks">"Thank someone"</MenuItem>
        </Menu>
    }
}
