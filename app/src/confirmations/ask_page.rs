//! `/new/confirmation`: ask one colleague to confirm one skill.

use super::api::confirm_choices;
use super::ask_form::{AskForm, ConfirmDraft};
use crate::ui::{Loaded, PageHead};
use crate::wire::load;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// Whom, which skill, which level, and what one did.
#[component]
pub fn ConfirmAskPage() -> impl IntoView {
    let query = use_query_map();
    let draft = ConfirmDraft::new();
    let asked_for = move || (query.read().get("to"), query.read().get("skill"));
    let choices = load(asked_for, |(to, skill)| confirm_choices(to, skill));
    view! {
        <Title text="Ask to confirm · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead
                title="Ask somebody to confirm a skill"
                lead=Signal::stored("Choose a colleague who has seen you do it.".to_owned())
            />
            <Loaded from=choices part=true failure="The form did not load" let:choices>
                <AskForm choices draft />
            </Loaded>
        </main>
    }
}
