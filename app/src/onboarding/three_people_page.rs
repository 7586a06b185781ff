//! `/start/people`

use super::answers::Answers;
use super::api::three_people;
use super::first_message::MessageDraft;
use super::people_list::PeopleList;
use crate::ui::{Loaded, PageHead};
use crate::wire::load;
use domain::onboarding::ThreePeoplePage as Page;
use leptos::prelude::*;
use leptos_meta::Title;

/// The answers on paper, the people on the stage.
#[component]
pub fn ThreePeoplePage() -> impl IntoView {
    let draft = MessageDraft::new();
    // Not live: the message below is to the first of them, and nobody takes that place while it is being written.
    let page = load(|| (), |()| three_people());
    view! {
        <Title text="People for you · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your people did not load" let:page>
                <Content page draft />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, draft: MessageDraft) -> impl IntoView {
    view! {
        <div class="start">
            <div class="start-answers">
                <PageHead title="This is what you said" lead=Signal::stored("One message is enough to begin.".to_owned()) />
                <Answers page=page.clone() />
            </div>
            <PeopleList page draft />
        </div>
    }
}
