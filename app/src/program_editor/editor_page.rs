//! `/admin/programs/{id}`: the form on one side, on the other what it will do to people.
//!
//! The form is drawn once. What comes from the server afterwards changes what is shown, field by field, and leaves alone
//! what somebody is typing in.

use super::api::{KeepDraft, program_editor};
use super::editing::Editing;
use super::editor_actions::EditorActions;
use super::form_field::FormField;
use super::keep::Keeper;
use super::kept::Kept;
use super::phase_form::PhaseForms;
use super::presence::{AlsoHere, stay_present};
use super::rail::Rail;
use super::settle::SettleForms;
use super::stage_list::StageList;
use crate::program_head::{At, Head};
use crate::ui::{Button, Loaded, Note, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::program_editor::{EditorPage, FormSection, Opened};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};
use wasm_bindgen::JsCast;

/// The editor of a program.
#[component]
pub fn ProgramEditorPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let search = use_location().search;
    let actions = EditorActions::new();
    let page = load(id, move |id| program_editor(id, search.get_untracked()));
    view! {
        <Title text="Edit a program · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This program did not load" let:page>
                {match page {
                    Opened::Editor(page) => view! { <Editor page=*page actions /> }.into_any(),
                    Opened::Kept(kept) => view! { <Kept kept actions /> }.into_any(),
                }}
            </Loaded>
        </main>
    }
}

#[component]
fn Editor(page: EditorPage, actions: EditorActions) -> impl IntoView {
    let editing = Editing::new(page);
    let keeper = Keeper::new(editing);
    let (live, search) = (use_live(Topic::Programs), use_location().search);
    let news = move || (live.get(), actions.versions(), editing.round.get(), search.get());
    Effect::watch(news, move |(.., query), _, _| keeper.look_again(query.clone()), false);
    stay_present(keeper);
    let head = Signal::derive(move || editing.page.with(|page| page.head.clone()));
    let refused = move || actions.refused().map(|why| view! { <Note status=Status::Danger>{why}</Note> });
    let changes = move || editing.page.with(|page| page.review.title.clone());
    let is_any = move || editing.page.with(|page| page.review.count > 0 || !page.review.troubles.is_empty());
    view! {
        <div class="split" data-rail="wide">
            <div>
                <Head head at=At::Settings beside=move || view! { <AlsoHere keeper /> } />
                <div role="alert">{refused}</div>
                <Form keeper />
                <SettleForms page=editing.page actions />
                <PhaseForms keeper actions />
            </div>
            <Rail keeper actions />
        </div>
        {move || is_any().then(|| view! { <a class="publish-bar" href="#publish">{changes}</a> })}
    }
}

/// The fields. Without JavaScript the button keeps them and the page comes back with the review.
#[component]
fn Form(keeper: Keeper) -> impl IntoView {
    let editing = keeper.editing;
    let page = editing.page.get_untracked();
    let program = page.head.id.to_string();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let button = event.submitter().and_then(|button| button.get_attribute("value")).unwrap_or_default();
        keeper.send(button);
    };
    let base = move || editing.page.with(|page| page.base.to_string());
    let before = page.before.into_iter().map(|section| view! { <SectionOf section keeper /> }).collect_view();
    let after = page.after.into_iter().map(|section| view! { <SectionOf section keeper /> }).collect_view();
    view! {
        <form
            class="form editor"
            id="program-form"
            method="post"
            action=KeepDraft::PATH
            aria-label="Program settings"
            on:submit=submit
            on:focusin=move |event| editing.focus(path_of(event.target()))
            on:focusout=move |_| editing.focus(None)
        >
            <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">"Check the changes"</button>
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="form[base]" value=base />
            {before}
            <fieldset class="form">
                <legend class="form-legend">"Guidelines"</legend>
                <FormField path="guidelines".to_owned() keeper />
            </fieldset>
            <fieldset class="form" id="section-stages">
                <legend class="form-legend">"Stages"</legend>
                <StageList keeper />
            </fieldset>
            {after}
            <div><Button submit=true>"Check the changes"</Button></div>
        </form>
    }
}

#[component]
fn SectionOf(section: FormSection, keeper: Keeper) -> impl IntoView {
    let fields = section.fields.into_iter().map(|field| view! { <FormField path=field.path keeper /> }).collect_view();
    view! {
        <fieldset class="form" id=section.id>
            <legend class="form-legend">{section.title}</legend>
            <div class="field-grid">{fields}</div>
        </fieldset>
    }
}

/// The field that an element stands in.
fn path_of(target: Option<leptos::web_sys::EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<leptos::web_sys::Element>().ok()?;
    element.closest("[data-path]").ok().flatten()?.get_attribute("data-path")
}
