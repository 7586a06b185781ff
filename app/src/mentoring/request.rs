//! The request: what is sent to the first wish, and what stands there while it waits.

use super::learner_actions::LearnerActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Chip, Field, IconName, PersonLine, Section, TextArea, Way};
use domain::mentorings::{MatchPage, RequestCard};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The words and the button.
#[component]
pub(super) fn AskForm(page: MatchPage, actions: LearnerActions) -> impl IntoView {
    let name = page.wishes.iter().find(|wish| wish.is_open).map(|wish| wish.mentor.first_name.clone());
    let name = name.unwrap_or_else(|| "your first wish".to_owned());
    let audience = "Whoever you ask reads this; after a no or silence, so does your next wish.";
    let error = move || field_error(actions.ask.value().get(), "words");
    view! {
        <ActionForm action=actions.ask attr:class="form">
            <input type="hidden" name="program" value=page.program.id.to_string() />
            <Field id="words" label="Your request" audience error>
                <TextArea name="words" bind=actions.words rows=4 />
            </Field>
            <div>
                <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Send submit=true pending=actions.ask.pending()>
                    {format!("Ask {name}")}
                </Button>
            </div>
        </ActionForm>
    }
}

/// Who is asked, until when, and the way to take it back.
#[component]
pub(super) fn Waiting(page: MatchPage, request: RequestCard, actions: LearnerActions) -> impl IntoView {
    let href = format!("/people/{}", request.mentor.id);
    let words = (!request.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{request.words.clone()}</q> });
    let back = page.moves.take_back.then(|| {
        view! {
            <ActionForm action=actions.take_back>
                <input type="hidden" name="program" value=page.program.id.to_string() />
                <Button kind=ButtonKind::Quiet submit=true pending=actions.take_back.pending()>"Take the request back"</Button>
            </ActionForm>
        }
    });
    view! {
        <Section id="asked" title="You have asked">
            <div class="mentor-asked">
                <PersonLine name=request.mentor.name.clone() seed=request.mentor.id.to_string() sub=request.mentor.work() href />
                <Chip kind=Way::Learn>{request.skill.name}</Chip>
                <p>{request.status}</p>
                {words}
                {back}
            </div>
        </Section>
    }
}
