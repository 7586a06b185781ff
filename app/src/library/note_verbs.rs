//! What somebody may do with a note: say that it holds, take it over, hand it over, mark it.

use super::note_actions::NoteActions;
use crate::error::field_error;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, ComboOption, Combobox, Field, IconName, Section, Select, TextInput,
};
use domain::id::NoteId;
use domain::library::NotePage;
use domain::note::Months;
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The one button below the text: it still holds, or it is yours.
#[component]
pub(super) fn Verify(page: NotePage, actions: NoteActions) -> impl IntoView {
    let (id, n, is_due) = (page.id.to_string(), page.n, page.status.label == "to verify");
    let to_take = id.clone();
    let kind = if is_due { ButtonKind::Primary } else { ButtonKind::Plain };
    let words = if is_due { "It still holds" } else { "It still holds today" };
    let verify = page.moves.verify.then(|| {
        view! {
            <ActionForm action=actions.verify>
                <input type="hidden" name="note" value=id />
                <input type="hidden" name="n" value=n.to_string() />
                <Button kind icon=IconName::Seal submit=true pending=actions.verify.pending()>{words}</Button>
            </ActionForm>
        }
    });
    let take = page.moves.take_over.then(|| {
        view! {
            <ActionForm action=actions.take_over>
                <input type="hidden" name="note" value=to_take />
                <Button kind=ButtonKind::Primary icon=IconName::Handover submit=true pending=actions.take_over.pending()>
                    "I answer for it from now on"
                </Button>
            </ActionForm>
        }
    });
    let has_any = verify.is_some() || take.is_some();
    has_any.then(|| view! { <div class="buttons section">{verify}{take}</div> })
}

/// What is decided seldom: who looks at it again, whose it is, that it holds no more.
#[component]
pub(super) fn Decide(page: NotePage, actions: NoteActions) -> impl IntoView {
    if !page.moves.keep {
        return ().into_any();
    }
    let hand = page.moves.hand_over.then(|| {
        view! { <HandOver id=page.id.clone() people=page.people.clone() actions /> }
    });
    let is_over = !page.obsolete.is_empty();
    let mark = if is_over {
        view! { <MakeCurrent id=page.id.clone() actions /> }.into_any()
    } else {
        view! { <MakeObsolete id=page.id.clone() actions /> }.into_any()
    };
    view! {
        <Section id="decide" title="What becomes of it">
            <details class="unfold">
                <summary class="link">"Who looks at it again, and when"</summary>
                <Keep page actions />
            </details>
            {hand}
            {mark}
        </Section>
    }
    .into_any()
}

#[component]
fn Keep(page: NotePage, actions: NoteActions) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.keep.value().get(), name));
    let selected = RwSignal::new(page.named_verifier.iter().map(option).collect::<Vec<_>>());
    let people: Vec<ComboOption> = page.people.iter().map(option).collect();
    view! {
        <ActionForm action=actions.keep attr:class="form">
            <input type="hidden" name="note" value=page.id.to_string() />
            <Field id="verifier" label="Who looks at it again?" hint="Nobody: its owner does." optional=true error=error("verifier")>
                <Combobox id="verifier" name="verifier" options=people selected placeholder="Name" />
            </Field>
            <Field id="every" label="How often?" error=error("every")>
                <Select name="every" choices=intervals(page.every) value=page.every.count().to_string() />
            </Field>
            <Button size=ButtonSize::Small submit=true pending=actions.keep.pending()>"Save"</Button>
        </ActionForm>
    }
}

#[component]
fn HandOver(id: NoteId, people: Vec<PersonTag>, actions: NoteActions) -> impl IntoView {
    let error = move || field_error(actions.hand_over.value().get(), "to");
    let people: Vec<ComboOption> = people.iter().map(option).collect();
    view! {
        <details class="unfold">
            <summary class="link">"Hand it over"</summary>
            <ActionForm action=actions.hand_over attr:class="form">
                <input type="hidden" name="note" value=id.to_string() />
                <Field id="to" label="Who answers for it from now on?" hint="They are told." error>
                    <Combobox id="to" name="to" options=people placeholder="Name" />
                </Field>
                <Button size=ButtonSize::Small submit=true pending=actions.hand_over.pending()>"Hand it over"</Button>
            </ActionForm>
        </details>
    }
}

#[component]
fn MakeObsolete(id: NoteId, actions: NoteActions) -> impl IntoView {
    let error = move || field_error(actions.make_obsolete.value().get(), "why");
    view! {
        <details class="unfold">
            <summary class="link">"It holds no more"</summary>
            <ActionForm action=actions.make_obsolete attr:class="form">
                <input type="hidden" name="note" value=id.to_string() />
                <Field id="why" label="Why, and what stands in its place?" hint="It stays to be read, with this above it." error>
                    <TextInput name="why" bind=actions.why required=true />
                </Field>
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending=actions.make_obsolete.pending()>
                    "Mark as obsolete"
                </Button>
            </ActionForm>
        </details>
    }
}

#[component]
fn MakeCurrent(id: NoteId, actions: NoteActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.make_current>
            <input type="hidden" name="note" value=id.to_string() />
            <Button size=ButtonSize::Small submit=true pending=actions.make_current.pending()>"It holds after all"</Button>
        </ActionForm>
    }
}

/// Somebody to choose.
pub(super) fn option(person: &PersonTag) -> ComboOption {
    ComboOption::new(person.id.to_string(), &person.name).with_face(person.id.to_string())
}

/// The usual intervals, and the one that a note has.
pub(super) fn intervals(own: Months) -> Vec<Choice> {
    let mut offered: Vec<Months> = Months::OFFERED.into_iter().chain([own]).collect();
    offered.sort_unstable();
    offered.dedup();
    offered.into_iter().map(|months| Choice::new(months.count().to_string(), months.in_words())).collect()
}
