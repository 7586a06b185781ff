//! The reader's part: what they give and get, when they could meet, a word to the others, yes or no.

use super::ring_actions::RingActions;
use super::time_choice::TimeChoice;
use crate::error::field_error;
use crate::ui::{
    Avatar, Button, ButtonKind, ButtonSize, Field, LaneArrow, Note, Section, Status, TextArea, TextInput, Way,
};
use domain::id::RingId;
use domain::swaps::{RingPage, YourPart, YourSide};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// All of it.
#[component]
pub(super) fn YourPartForm(page: RingPage, yours: YourPart, actions: RingActions) -> impl IntoView {
    let (teach, learn) = (yours.teach.clone(), yours.learn.clone());
    let said = (yours.has_said_yes && yours.may_decline).then(|| {
        view! { <Note status=Status::Success>"You have said yes. You can still change what you said, or say no, until all have."</Note> }
    });
    let confirm = yours.may_confirm.then(|| {
        view! { <ConfirmForm ring=page.id.clone() yours=yours.clone() actions /> }
    });
    let decline = yours.may_decline.then(|| view! { <DeclineForm ring=page.id.clone() actions /> });
    view! {
        <div class="swap-form">
            <Section id="your-part" title="Your part">
                <ul class="rows swap-deal">
                    {teach.map(|side| view! { <Side side way=Way::Teach /> })}
                    {learn.map(|side| view! { <Side side way=Way::Learn /> })}
                </ul>
            </Section>
            {said}
            {confirm}
            {decline}
            <p class="field-hint">{yours.hours}</p>
        </div>
    }
}

/// What goes to somebody, or comes from them.
#[component]
fn Side(side: YourSide, way: Way) -> impl IntoView {
    view! {
        <li>
            <LaneArrow way />
            <div class="rows-main">
                <p class="rows-title" dir="auto">{side.title}</p>
                <p class="rows-sub" dir="auto">{side.how}</p>
            </div>
            <Avatar name=side.person.name seed=side.person.id.to_string() />
        </li>
    }
}

#[component]
fn ConfirmForm(ring: RingId, yours: YourPart, actions: RingActions) -> impl IntoView {
    let error = Signal::derive(move || field_error(actions.confirm.value().get(), "words"));
    let teacher = yours.learn.as_ref().map(|side| side.person.first_name.clone());
    let (audience, verb) =
        (yours.audience.clone(), if yours.has_said_yes { "Save what I said" } else { "Confirm my part" });
    let times = teacher.map(|teacher| view! { <TimeChoice yours=yours.clone() teacher actions /> });
    view! {
        <ActionForm action=actions.confirm attr:class="form">
            <input type="hidden" name="form[ring]" value=ring.to_string() />
            {times}
            <Field id="words" label="A word to the others" optional=true audience error>
                <TextInput name="form[words]" bind=actions.words attr:maxlength="300" />
            </Field>
            <div class="action-bar">
                <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.confirm.pending()>
                    {verb}
                </Button>
            </div>
        </ActionForm>
    }
}

#[component]
fn DeclineForm(ring: RingId, actions: RingActions) -> impl IntoView {
    let error = Signal::derive(move || field_error(actions.decline.value().get(), "reason"));
    view! {
        <details class="unfold" open=move || error.get().is_some()>
            <summary class="link">"I can’t this time"</summary>
            <ActionForm action=actions.decline attr:class="form">
                <input type="hidden" name="ring" value=ring.to_string() />
                <Field id="reason" label="Why not?" optional=true hint="The others read it." error>
                    <TextArea name="reason" bind=actions.reason rows=2 />
                </Field>
                <Button kind=ButtonKind::Danger submit=true pending=actions.decline.pending()>"Say no"</Button>
            </ActionForm>
        </details>
    }
}
