//! `/questions/{id}`

use super::answer_card::AnswerItem;
use super::answer_form::AnswerForm;
use super::question_actions::QuestionActions;
use super::questions_api::question;
use crate::error::field_error;
use crate::prose::Prose;
use crate::talk::{Comments, TalkActions};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Chip, Field, IconName, Loaded, Note, OneOfMany, PageHead, PersonLine, Section,
    Status, TextInput,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::library::QuestionPage as Page;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One question: what is asked, the answers, and what one can do.
#[component]
pub fn QuestionPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let (actions, talk) = (QuestionActions::new(), TalkActions::new());
    let live = (use_live(Topic::Library), use_live(Topic::Talk));
    let changes = move || (live.0.get(), live.1.get(), actions.versions(), talk.versions());
    let page = load(move || (id(), changes()), |(id, _)| question(id));
    view! {
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This question did not load" let:page>
                <Content page actions talk />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: QuestionActions, talk: TalkActions) -> impl IntoView {
    actions.write_for(&page.id);
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let (skill, href) = (page.skill.name.clone(), format!("/skills/{}", page.skill.id));
    let closed = (!page.closed.is_empty()).then(|| {
        view! { <p class="section-note">"Closed: "<q dir="auto">{page.closed.clone()}</q></p> }
    });
    let (tone, label, standing) = (page.status.tone, page.status.label.clone(), page.status.text.clone());
    view! {
        <Title text=format!("{} · Kith", page.title) />
        <PageHead title=page.title.clone() />
        <ul class="facts">
            <li><Chip kind=tone>{label}</Chip></li>
            <li><Chip href>{skill}</Chip></li>
            <li>{standing}</li>
        </ul>
        <div role="status">{failed}</div>
        <div class="split section">
            <div>
                <Prose nodes=page.details.clone() />
                {closed}
                <Answers page=page.clone() actions />
                <Comments list=page.comments.clone() actions=talk />
            </div>
            <aside aria-label="About this question"><About page actions /></aside>
        </div>
    }
}

#[component]
fn Answers(page: Page, actions: QuestionActions) -> impl IntoView {
    let id = page.id.clone();
    let count = page.answers.iter().filter(|answer| answer.removed.is_none()).count();
    let title = match count {
        0 => "No answer yet".to_owned(),
        1 => "One answer".to_owned(),
        n => format!("{n} answers"),
    };
    let notes = page.notes.clone();
    let item = |answer: domain::library::AnswerCard| {
        let (number, id, notes) = (answer.number.to_string(), id.clone(), notes.clone());
        view! { <OneOfMany field="number" value=number><AnswerItem answer id notes actions /></OneOfMany> }
    };
    let items = page.answers.into_iter().map(item).collect_view();
    let answer = page.moves.answer.then(|| {
        let (id, notes) = (page.id.clone(), page.notes.clone());
        view! { <OneOfMany field="number" value=""><AnswerForm id notes is_asker=page.is_own actions /></OneOfMany> }
    });
    view! {
        <Section id="answers" title>
            <ol class="answers">{items}</ol>
            {answer}
        </Section>
    }
}

/// Who asks, whom it was put to, who else wants to know, and what becomes of it.
#[component]
fn About(page: Page, actions: QuestionActions) -> impl IntoView {
    let href = format!("/people/{}", page.by.id);
    let sub = format!("{}, asked {}", page.by.work(), page.at.text);
    let put_to = (!page.put_to.is_empty()).then(|| view! { <p class="section-note">{page.put_to.clone()}</p> });
    let wanted = (!page.wanted.is_empty()).then(|| view! { <p class="section-note">{page.wanted.clone()}</p> });
    let id = page.id.to_string();
    let want = page.moves.want.then(|| view! { <Want id=id.clone() wants_too=page.wants_too actions /> });
    let pass = page.moves.pass_on.then(|| view! { <PassOn id=id.clone() actions /> });
    let close = page.moves.close.then(|| view! { <Close id=id.clone() actions /> });
    let reopen = page.moves.reopen.then(|| view! { <Reopen id=id.clone() actions /> });
    view! {
        <Section id="asked" title="Who asks">
            <p><PersonLine name=page.by.name seed=page.by.id.to_string() href sub /></p>
            {put_to}
            {wanted}
            {want}
            {pass}
            {close}
            {reopen}
        </Section>
    }
}

#[component]
fn PassOn(id: String, actions: QuestionActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.pass_on>
            <input type="hidden" name="question" value=id />
            <Button submit=true pending=actions.pass_on.pending()>"Pass it on"</Button>
        </ActionForm>
    }
}

#[component]
fn Reopen(id: String, actions: QuestionActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.reopen>
            <input type="hidden" name="question" value=id />
            <Button size=ButtonSize::Small submit=true pending=actions.reopen.pending()>"It is open after all"</Button>
        </ActionForm>
    }
}

#[component]
fn Want(id: String, wants_too: bool, actions: QuestionActions) -> impl IntoView {
    let words = if wants_too { "I need no answer any more" } else { "I’d like this answered too" };
    view! {
        <ActionForm action=actions.want>
            <input type="hidden" name="question" value=id />
            <input type="hidden" name="wanted" value=(!wants_too).to_string() />
            <Button icon=IconName::Upvote submit=true pending=actions.want.pending()>{words}</Button>
        </ActionForm>
    }
}

#[component]
fn Close(id: String, actions: QuestionActions) -> impl IntoView {
    let error = move || field_error(actions.close.value().get(), "why");
    view! {
        <details class="unfold">
            <summary class="link">"Ask no more"</summary>
            <ActionForm action=actions.close attr:class="form">
                <input type="hidden" name="question" value=id />
                <Field id="close-why" label="Why?" optional=true error>
                    <TextInput name="why" bind=actions.why />
                </Field>
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending=actions.close.pending()>"Close it"</Button>
            </ActionForm>
        </details>
    }
}
