//! What one can start from anywhere.

use crate::session::Visitor;
use crate::ui::{IconName, Menu, MenuItem};
use domain::actor::Role;
use leptos::prelude::*;

/// Id of the menu, for the buttons that open it.
pub const NEW_MENU: &str = "new-menu";

/// Offer, ask, thank, plan a session; start a program, for those who may.
#[component]
pub fn NewMenu(visitor: Visitor) -> impl IntoView {
    let program = visitor.is_at_least(Role::ProgramAdmin).then(|| {
        view! { <MenuItem icon=IconName::Plan href="/new/program">"Start a program"</MenuItem> }
    });
    view! {
        <Menu id=NEW_MENU label="New">
            <MenuItem icon=IconName::Teach href="/me/skills">"Offer to teach"</MenuItem>
            <MenuItem icon=IconName::Receive href="/start/2">"Ask to learn"</MenuItem>
            <MenuItem icon=IconName::Message href="/new/question">"Ask a question"</MenuItem>
            <MenuItem icon=IconName::Note href="/new/note">"Write a note"</MenuItem>
            <MenuItem icon=IconName::Thanks href="/thanks">"Thank someone"</MenuItem>
            <MenuItem icon=IconName::Calendar href="/sessions/new">"Plan a session"</MenuItem>
            {program}
        </Menu>
    }
}
