//! How they want to work together: in words that all of them agree to.

use super::room_actions::RoomActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, Chip, ChipKind, Field, IconName, Section, Status, TextArea};
use domain::pairs::{AgreementCard, RoomPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The words, who agreed, and the form.
#[component]
pub(super) fn Agreement(page: RoomPage, actions: RoomActions) -> impl IntoView {
    let pair = page.id.to_string();
    let AgreementCard { text, seen, written, agreed, open, may_agree } = page.agreement;
    let is_written = seen.is_some();
    let shown = is_written.then(|| {
        let agreed = agreed
            .into_iter()
            .map(|person| view! { <Chip kind=Status::Success icon=IconName::Check>{person.name}</Chip>" " });
        let open = open
            .into_iter()
            .map(|person| view! { <Chip kind=ChipKind::Plain>{format!("{}: not yet", person.name)}</Chip>" " });
        view! {
            <blockquote class="pair-text" dir="auto">{text}</blockquote>
            <p class="chip-row">{agreed.collect_view()}{open.collect_view()}<span class="quiet">{written}</span></p>
        }
    });
    let yes = may_agree.then(|| {
        let (pair, seen) = (pair.clone(), seen.map(|at| at.0.to_string()).unwrap_or_default());
        view! {
            <ActionForm action=actions.agree>
                <input type="hidden" name="pair" value=pair />
                <input type="hidden" name="seen" value=seen />
                <Button kind=ButtonKind::Soft icon=IconName::Check submit=true pending=actions.agree.pending()>"I agree"</Button>
            </ActionForm>
        }
    });
    let form = page.moves.plan.then(|| view! { <WriteForm pair is_written actions /> });
    view! {
        <Section id="agreement" title="How we work together">
            {shown}
            {yes}
            {form}
        </Section>
    }
}

/// Open where nobody has written anything, folded where they agreed.
#[component]
fn WriteForm(pair: String, is_written: bool, actions: RoomActions) -> impl IntoView {
    let error = move || field_error(actions.agreement.value().get(), "text");
    let shared = actions.agreement_text;
    let summary = if is_written { "Change the words" } else { "Write it down" };
    view! {
        <details class="unfold" open=move || !is_written || error().is_some()>
            <summary class="link">{summary}</summary>
            <ActionForm action=actions.agreement attr:class="form">
                <input type="hidden" name="pair" value=pair />
                <input type="hidden" name="seen" value=move || shared.seen.get() />
                <Field
                    id="agreement-text"
                    label="In your words"
                    hint="How often, how long, who asks for the meetings, what stays between you."
                    audience="Only those in the pair read it. When it changes, the others are asked again."
                    error
                >
                    <TextArea name="agreement" bind=shared.text rows=5 required=true />
                </Field>
                <Button submit=true pending=actions.agreement.pending()>"Keep these words"</Button>
            </ActionForm>
        </details>
    }
}
