//! What a host says of a date: filled in with what is known, so that one tap is enough.

use super::close_actions::CloseActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, InputKind, Note, Status, TextArea, TextInput};
use domain::attendance::{CloseChoice, CloseChoices, Heading};
use domain::tag::SkillTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The form.
#[component]
pub(super) fn CloseForm(
    head: Heading,
    choices: CloseChoices,
    /// Nobody has said anything yet: the button is the page’s primary one.
    is_first: bool,
    actions: CloseActions,
) -> impl IntoView {
    fill(&head, &choices, actions);
    let kind = if is_first { ButtonKind::Primary } else { ButtonKind::Plain };
    let minutes_error = move || field_error(actions.close.value().get(), "minutes");
    let note_error = move || field_error(actions.close.value().get(), "note");
    let thanks_error = move || field_error(actions.close.value().get(), "thanks");
    view! {
        <ActionForm action=actions.close attr:class="door-form">
            <input type="hidden" name="form[session]" value=head.session.to_string() />
            <input type="hidden" name="form[on]" value=head.on />
            <Late late=choices.late />
            <People people=choices.people actions />
            <Field id="minutes" label="How many minutes did it take?" error=minutes_error>
                <TextInput name="form[minutes]" kind=InputKind::Number bind=actions.minutes attr:min="1" attr:max="720" />
            </Field>
            <Skills skills=choices.skills actions />
            <Field
                id="note"
                label="What is worth keeping?"
                hint="Three sentences for those who could not come; Markdown works. It goes to the library."
                optional=true
                error=note_error
            >
                <TextArea name="form[note]" bind=actions.note rows=4 />
            </Field>
            <Field id="thanks" label="Thanks to those who came" optional=true error=thanks_error>
                <TextArea name="form[thanks]" bind=actions.thanks rows=2 />
            </Field>
            <div>
                <Button kind size=ButtonSize::Large submit=true pending=actions.close.pending()>"So it was"</Button>
            </div>
        </ActionForm>
    }
}

fn fill(head: &Heading, choices: &CloseChoices, actions: CloseActions) {
    actions.fill_once(head, || {
        actions.minutes.set(choices.minutes.0.to_string());
        let there = choices.people.iter().filter(|choice| choice.is_there);
        actions.people.set(there.map(|choice| choice.person.id.to_string()).collect());
        let skills = choices.skills.iter().filter(|(_, is_on)| *is_on);
        actions.skills.set(skills.map(|(skill, _)| skill.id.to_string()).collect());
        actions.note.set(choices.note.clone());
        actions.thanks.set(choices.thanks.clone());
    });
}

#[component]
fn Late(late: Vec<domain::tag::PersonTag>) -> impl IntoView {
    let names: Vec<&str> = late.iter().map(|tag| tag.first_name()).collect();
    let words = format!("Came in since you said so: {}. Tick them and say it again.", names.join(", "));
    (!late.is_empty()).then(|| view! { <Note status=Status::Warning>{words}</Note> })
}

#[component]
fn People(people: Vec<CloseChoice>, actions: CloseActions) -> impl IntoView {
    let error = move || field_error(actions.close.value().get(), "people");
    let nobody = people.is_empty().then(|| view! { <p class="quiet">"Nobody had said that they come."</p> });
    let lines = people
        .into_iter()
        .map(|choice| {
            let id = choice.person.id.to_string();
            let known = choice.known;
            view! {
                <li>
                    <Box name="form[people][]" value=id list=actions.people>
                        <bdi>{choice.person.name}</bdi>" "<span class="quiet">{known}</span>
                    </Box>
                </li>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend class="field-label">"Who was there?"</legend>
            {nobody}
            <ul class="door-boxes" role="list">{lines}</ul>
            <p class="field-error" role="alert">{error}</p>
        </fieldset>
    }
}

#[component]
fn Skills(skills: Vec<(SkillTag, bool)>, actions: CloseActions) -> impl IntoView {
    let boxes = skills
        .into_iter()
        .map(|(skill, _)| {
            view! { <li><Box name="form[skills][]" value=skill.id.to_string() list=actions.skills>{skill.name}</Box></li> }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend class="field-label">"What did they practise?"</legend>
            <ul class="door-boxes" role="list">{boxes}</ul>
        </fieldset>
    }
}

/// A box whose tick is in `list`.
#[component]
fn Box(name: &'static str, value: String, list: RwSignal<Vec<String>>, children: Children) -> impl IntoView {
    let own = value.clone();
    let ticked = list.with_untracked(|list| list.contains(&value));
    let bind = RwSignal::new(ticked);
    Effect::new(move |_| {
        let is_on = bind.get();
        list.update(|list| {
            list.retain(|one| *one != own);
            list.extend(is_on.then(|| own.clone()));
        });
    });
    view! { <crate::ui::Checkbox name value bind>{children()}</crate::ui::Checkbox> }
}
