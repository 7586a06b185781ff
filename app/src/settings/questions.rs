//! Whether one is asked about colleagues on the first page.

use super::api::{WantQuestions, asked_questions};
use crate::ui::{Button, Loaded, Note, Section, Status, toast_when_done};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What it is, how it stands, and the button that turns it over.
#[component]
pub(super) fn Questions() -> impl IntoView {
    let action = ServerAction::<WantQuestions>::new();
    toast_when_done(action, "Saved.");
    let live = use_live(Topic::Exchanges);
    let asked = load(move || (live.get(), action.version().get()), |_| asked_questions());
    let failed = move || {
        let error = action.value().get()?.err()?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    view! {
        <Section
            id="questions"
            title="Questions about colleagues"
            note="Two a week at most, on your home page: how well somebody you work with knows something that matters."
        >
            <div role="status">{failed}</div>
            <Loaded from=asked part=true failure="The setting did not load" let:asked>
                <ActionForm action attr:class="settings-questions">
                    <input type="hidden" name="wanted" value=(!asked).to_string() />
                    <p>{if asked { "You are asked." } else { "You are not asked." }}</p>
                    <Button submit=true pending=action.pending()>
                        {if asked { "Never ask me such questions" } else { "Ask me again" }}
                    </Button>
                </ActionForm>
                <p><a class="link link-alone" href="/confirmations">"What you are not asked about any more"</a></p>
            </Loaded>
        </Section>
    }
}
