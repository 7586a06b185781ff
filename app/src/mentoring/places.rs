//! How many learners the reader takes as a mentor, and a break from it.

use super::mentor_actions::MentorActions;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, CardWidth, Cards, IconName, Note, NumberStepper, OneOfMany, PersonLine,
    Section, Status,
};
use domain::mentorings::PlacesCard;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A card for each program in which the reader mentors.
#[component]
pub(super) fn Places(cards: Vec<PlacesCard>, actions: MentorActions) -> impl IntoView {
    (!cards.is_empty()).then(|| {
        let cards = cards.into_iter().map(|card| view! { <PlacesIn card actions /> }).collect_view();
        view! {
            <Section id="places" title="My places as a mentor" note="A mentor can always take fewer than the program lets them.">
                <Cards width=CardWidth::Wide>{cards}</Cards>
            </Section>
        }
    })
}

#[component]
fn PlacesIn(card: PlacesCard, actions: MentorActions) -> impl IntoView {
    let learners = card.learners.iter().map(|learner| {
        let href = format!("/people/{}", learner.id);
        view! { <li><PersonLine name=learner.name.clone() seed=learner.id.to_string() href /></li> }
    });
    let learners = learners.collect_view();
    let id = card.program.id.to_string();
    let inside = if card.paused.is_empty() {
        view! { <Open card=card.clone() actions /> }.into_any()
    } else {
        view! { <Paused card=card.clone() actions /> }.into_any()
    };
    view! {
        <Card title=card.program.title.clone() sub=card.words.clone()>
            <ul class="mentor-learners">{learners}</ul>
            <OneOfMany field="program" value=id>{inside}</OneOfMany>
        </Card>
    }
}

/// Changing how many, and a break.
#[component]
fn Open(card: PlacesCard, actions: MentorActions) -> impl IntoView {
    let id = card.program.id.to_string();
    let bind = actions.places_in(&card.program.id, card.places);
    let number = (card.most > 1).then(|| {
        let id = id.clone();
        view! {
            <ActionForm action=actions.places attr:class="mentor-places">
                <input type="hidden" name="program" value=id />
                <span class="field-label">"Learners at once"</span>
                <NumberStepper name="places" label="Learners at once" bind min=1 max=card.most />
                <Button submit=true size=ButtonSize::Small pending=actions.places.pending()>"Save"</Button>
            </ActionForm>
        }
    });
    view! {
        {number}
        <ActionForm action=actions.pause>
            <input type="hidden" name="program" value=id />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small icon=IconName::Away submit=true pending=actions.pause.pending()>
                "Take nobody new for now"
            </Button>
        </ActionForm>
    }
}

/// One tap to come back.
#[component]
fn Paused(card: PlacesCard, actions: MentorActions) -> impl IntoView {
    view! {
        <Note status=Status::Info>{card.paused}</Note>
        <ActionForm action=actions.resume>
            <input type="hidden" name="program" value=card.program.id.to_string() />
            <Button kind=ButtonKind::Primary submit=true pending=actions.resume.pending()>"Take learners again"</Button>
        </ActionForm>
    }
}
