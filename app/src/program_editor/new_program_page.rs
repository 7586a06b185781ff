//! `/new/program`: what kind, what to start from, what it is called.

use super::api::{CreateProgram, program_kinds};
use crate::ui::{
    Button, ButtonKind, Card, CardWidth, Cards, Choice, Field, Loaded, Note, PageHead, RadioGroup, Status, TextInput,
};
use crate::wire::load;
use domain::program_editor::{KindChoice, NewProgramPage as Page};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// A new program.
#[component]
pub fn NewProgramPage() -> impl IntoView {
    let search = use_location().search;
    let page = load(move || search.get(), program_kinds);
    let create = ServerAction::<CreateProgram>::new();
    view! {
        <Title text="New program · Kith" />
        <main class="page" data-width="reading" id="main" tabindex="-1">
            <Loaded from=page failure="This page did not load" let:page>
                <Content page create />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, create: ServerAction<CreateProgram>) -> impl IntoView {
    match page.chosen.clone() {
        Some(kind) => view! { <Begin kind page create /> }.into_any(),
        None => view! { <Kinds kinds=page.kinds /> }.into_any(),
    }
}

#[component]
fn Kinds(kinds: Vec<KindChoice>) -> impl IntoView {
    let cards = kinds
        .into_iter()
        .map(|kind| {
            let href = format!("/new/program?kind={}", kind.key);
            view! { <Card title=kind.title href=href><p>{kind.purpose}</p></Card> }
        })
        .collect_view();
    view! {
        <PageHead title="New program" lead="What shall colleagues do together? You can change everything later but the kind." />
        <Cards width=CardWidth::Wide>{cards}</Cards>
    }
}

#[component]
fn Begin(kind: KindChoice, page: Page, create: ServerAction<CreateProgram>) -> impl IntoView {
    let first = page.templates.first().map(|one| one.key.clone()).unwrap_or_default();
    let choices: Vec<Choice> =
        page.templates.into_iter().map(|one| Choice::new(one.key, one.title).with_note(one.about)).collect();
    let error = Signal::derive(move || create.value().get()?.err()?.field("title"));
    let refused = move || {
        let why = create.value().get()?.err()?.beside_fields()?;
        Some(view! { <Note status=Status::Danger>{why}</Note> })
    };
    view! {
        <PageHead title=format!("New program: {}", kind.title) lead=kind.purpose />
        <div role="alert">{refused}</div>
        <ActionForm action=create attr:class="form">
            <input type="hidden" name="form[kind]" value=kind.key />
            <RadioGroup name="form[template]" legend="Start from" choices value=first />
            <Field id="title" label="Name" hint="What people will call it, such as “Pairs for Care”." error>
                <TextInput name="form[title]" required=true attr:maxlength="120" />
            </Field>
            <p class="quiet">"Only program admins see it until you open it."</p>
            <div class="buttons">
                <Button kind=ButtonKind::Primary submit=true pending=create.pending()>"Make it"</Button>
                <a class="button" data-kind="quiet" href="/new/program">"Another kind"</a>
            </div>
        </ActionForm>
    }
}
