//! `/new/question`

use super::lines::ThreadLines;
use super::questions_api::{PutQuestion, new_question};
use crate::error::field_error;
use crate::ui::{
    Button, ButtonKind, ComboOption, Combobox, Field, IconName, Loaded, Note, PageHead, Section, Status, TextArea,
    TextInput, WrittenFor, toast_when_done,
};
use crate::wire::load;
use domain::library::AskQuestionPage as Page;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// What is being asked.
#[derive(Clone, Copy)]
struct Draft {
    put: ServerAction<PutQuestion>,
    skill: RwSignal<Vec<ComboOption>>,
    title: RwSignal<String>,
    details: RwSignal<String>,
    of: WrittenFor,
}

/// About what, what, and what is there already.
#[component]
pub fn AskQuestionPage() -> impl IntoView {
    let search = use_location().search;
    let text = || RwSignal::new(String::new());
    let draft = Draft {
        put: ServerAction::new(),
        skill: RwSignal::new(Vec::new()),
        title: text(),
        details: text(),
        of: WrittenFor::nothing(),
    };
    toast_when_done(draft.put, "Asked. You are told when somebody answers.");
    let page = load(move || search.get(), new_question);
    view! {
        <Title text="Ask a question · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This form did not load" let:page>
                <Content page draft />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, draft: Draft) -> impl IntoView {
    if let Some(skill) = &page.skill
        && (draft.of.turns_to(&skill.id) || draft.skill.with_untracked(Vec::is_empty))
    {
        draft.skill.set(vec![ComboOption::new(skill.id.to_string(), &skill.name)]);
    }
    let there = (!page.notes.is_empty() || !page.questions.is_empty()).then(|| view! { <There page=page.clone() /> });
    let lead = "It goes to one colleague who knows, not to everybody. Whoever else knows may answer too.";
    view! {
        <PageHead title="Ask a question" lead=Signal::stored(lead.to_owned()) />
        <div class="split section">
            <Form page draft />
            <aside aria-label="What is there already">{there}</aside>
        </div>
    }
}

#[component]
fn Form(page: Page, draft: Draft) -> impl IntoView {
    let value = move || draft.put.value().get();
    let error = move |name| Signal::derive(move || field_error(value(), name));
    let other = move || value().and_then(Result::err).and_then(|error| error.beside_fields());
    let failed = move || other().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let skills: Vec<ComboOption> =
        page.skills.iter().map(|skill| ComboOption::new(skill.id.to_string(), &skill.name)).collect();
    let goes_to = (!page.goes_to.is_empty()).then(|| view! { <p class="section-note">{page.goes_to}</p> });
    view! {
        <ActionForm action=draft.put attr:class="form">
            <div role="status">{failed}</div>
            <Field id="skill" label="About what?" error=error("skill")>
                <Combobox id="skill" name="form[skill]" options=skills selected=draft.skill placeholder="Skill" />
            </Field>
            {goes_to}
            <Field id="title" label="Your question in one line" audience="Everybody here can read it." error=error("title")>
                <TextInput name="form[title]" bind=draft.title required=true />
            </Field>
            <Field id="details" label="What else should they know?" hint="What you tried, where it is, what you saw." optional=true error=error("details")>
                <TextArea name="form[details]" bind=draft.details rows=4 />
            </Field>
            <div class="buttons">
                <Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=draft.put.pending()>"Ask it"</Button>
            </div>
        </ActionForm>
    }
}

/// Notes and questions about the same.
#[component]
fn There(page: Page) -> impl IntoView {
    let note = |note: domain::library::NoteTag| {
        let href = format!("/library/{}", note.id);
        view! { <li><a class="link" href=href dir="auto">{note.title}</a></li> }
    };
    let has_notes = !page.notes.is_empty();
    let notes = page.notes.into_iter().map(note).collect_view();
    let notes = has_notes.then(
        || view! { <Section id="notes" title="Is it written down?"><ul class="note-links">{notes}</ul></Section> },
    );
    let questions = (!page.questions.is_empty()).then(|| {
        view! { <Section id="asked" title="Was it asked before?"><ThreadLines questions=page.questions.clone() /></Section> }
    });
    view! {
        {notes}
        {questions}
    }
}
