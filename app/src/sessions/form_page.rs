//! `/sessions/new` and `/sessions/{id}/edit`

use super::form_draft::FormDraft;
use super::form_people::{HostsField, InvitedField, SkillsField};
use super::form_seats::SeatsFields;
use super::form_when::WhenFields;
use super::help::Help;
use super::host_api::session_draft;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Checkbox, Choice, Field, IconName, InputKind, LinkButton, Loaded, Note, PageHead,
    Select, Status, TextArea, TextInput,
};
use crate::wire::load;
use domain::sessions::{FormPage, SessionForm};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// The form of a session; of a new one without an id in the address.
#[component]
pub fn SessionFormPage() -> impl IntoView {
    let (params, search) = (use_params_map(), use_location().search);
    let id = move || params.read().get("id").unwrap_or_default();
    let draft = FormDraft::new();
    let page = load(move || (id(), search.get()), |(id, query)| session_draft(id, query));
    view! {
        <Title text="Plan a session · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This form did not load" let:page>
                <Content page draft />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: FormPage, draft: FormDraft) -> impl IntoView {
    draft.begin(&page);
    let failed = move || draft.action.value().get().and_then(Result::err).and_then(|error| error.beside_fields());
    let failed = move || failed().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let form = page.form.clone();
    let verb = if form.session.is_empty() { "Plan it" } else { "Save" };
    let lead = if page.is_split {
        "Dates before this one stay as they are. Those who said that they come are asked again."
    } else {
        "One hour together, well run. Everything can be changed later; those who come are told."
    };
    view! {
        <PageHead title=page.title.clone() lead=Signal::stored(lead.to_owned()) />
        <ActionForm action=draft.action attr:class="form form-page session-form">
            <div role="status">{failed}</div>
            <input type="hidden" name="form[session]" value=form.session.clone() />
            <input type="hidden" name="form[base]" value=form.base.clone() />
            <input type="hidden" name="form[from]" value=form.from.clone() />
            <What page=page.clone() draft />
            <WhenFields page=page.clone() draft />
            <Where form=form.clone() draft />
            <SeatsFields form=form.clone() draft />
            <InvitedField page=page.clone() draft />
            <Program page=page.clone() />
            <Overlaps draft />
            <div class="buttons">
                <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Calendar submit=true pending=draft.action.pending()>
                    {verb}
                </Button>
                <LinkButton kind=ButtonKind::Quiet size=ButtonSize::Large href=page.back>"Cancel"</LinkButton>
            </div>
        </ActionForm>
        <Help />
    }
}

/// What kind of hour, what it is called, what is taught, what it is good for, who holds it.
#[component]
fn What(page: FormPage, draft: FormDraft) -> impl IntoView {
    let form = page.form.clone();
    let kinds = page.kinds.iter().map(|(value, label)| Choice::new(value, label)).collect();
    view! {
        <Field id="kind" label="What kind of hour?" error=draft.error("kind")>
            <Select name="form[kind]" choices=kinds value=form.kind />
        </Field>
        <Field id="title" label="What is it called?" error=draft.error("title")>
            <TextInput name="form[title]" value=form.title required=true placeholder="Allergens in plain words" />
        </Field>
        <SkillsField page=page.clone() draft />
        <Field id="about" label="What is it about?" hint="Two or three sentences. Lists and links work as in Markdown." optional=true error=draft.error("about")>
            <TextArea name="form[about]" value=form.about rows=3 />
        </Field>
        <Field id="outcomes" label="What can people do afterwards?" hint="One thing a line." optional=true error=draft.error("outcomes")>
            <TextArea name="form[outcomes]" value=form.outcomes rows=3 placeholder="find the 14 allergens of any dish" />
        </Field>
        <HostsField page draft />
    }
}

#[component]
fn Where(form: SessionForm, draft: FormDraft) -> impl IntoView {
    view! {
        <Field id="room" label="Where?" hint="As people call the room." optional=true error=draft.error("room")>
            <TextInput name="form[room]" value=form.room placeholder="Kitchen, long table" />
        </Field>
        <Field id="link" label="Video link" hint="Any address: Jitsi, Meet, Teams and Zoom are known by name." optional=true error=draft.error("link")>
            <TextInput name="form[link]" kind=InputKind::Url value=form.link placeholder="https://" />
        </Field>
    }
}

#[component]
fn Program(page: FormPage) -> impl IntoView {
    (!page.programs.is_empty()).then(|| {
        let none = std::iter::once(Choice::new("", "none"));
        let choices = none.chain(page.programs.iter().map(|(id, title)| Choice::new(id, title))).collect();
        view! {
            <Field id="program" label="Does it belong to a program?" optional=true>
                <Select name="form[program]" choices value=page.form.program />
            </Field>
        }
    })
}

/// A host has something else at that time: said once, and whoever knows it goes on.
#[component]
fn Overlaps(draft: FormDraft) -> impl IntoView {
    let error = draft.error("despite_overlaps");
    move || {
        error.get().map(|text| {
            view! {
                <Note status=Status::Warning>{text}</Note>
                <Checkbox name="form[despite_overlaps]" bind=draft.despite>"I know. Plan it all the same"</Checkbox>
            }
        })
    }
}
