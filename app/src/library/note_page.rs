//! `/library/{id}`

use super::api::note;
use super::facts::Facts;
use super::note_actions::NoteActions;
use super::note_verbs::{Decide, Verify};
use crate::prose::Prose;
use crate::talk::{Comments, TalkActions};
use crate::ui::{Chip, IconName, LinkButton, Loaded, Note, PageHead, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::library::NotePage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One note: what it says, how it stands, what was made of it, what is said below it.
#[component]
pub fn NotePage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let (actions, talk) = (NoteActions::new(), TalkActions::new());
    let live = (use_live(Topic::Library), use_live(Topic::Talk));
    let changes = move || (live.0.get(), live.1.get(), actions.versions(), talk.versions());
    let page = load(move || (id(), changes()), |(id, _)| note(id));
    view! {
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This note did not load" let:page>
                <Content page actions talk />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: NoteActions, talk: TalkActions) -> impl IntoView {
    actions.write_for(&page.id);
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let (id, may_edit) = (page.id.clone(), page.moves.edit);
    let verbs = move || {
        let edit = format!("/library/{id}/edit");
        let edit = may_edit.then(|| view! { <LinkButton href=edit icon=IconName::Edit>"Change it"</LinkButton> });
        let history = format!("/library/{id}/history");
        view! {
            {edit}
            <LinkButton href=history icon=IconName::History>"Earlier texts"</LinkButton>
        }
    };
    let why = page.obsolete.clone();
    let over = (!why.is_empty()).then(|| {
        view! { <Note status=Status::Warning>"This note holds no more: "<span dir="auto">{why}</span></Note> }
    });
    view! {
        <Title text=format!("{} · Kith", page.title) />
        <PageHead title=page.title.clone() actions=verbs />
        <Standing page=page.clone() />
        <div role="status">{failed}</div>
        {over}
        <div class="split section">
            <div>
                <article><Prose nodes=page.body.clone() /></article>
                <Verify page=page.clone() actions />
                <Comments list=page.comments.clone() actions=talk />
            </div>
            <aside aria-label="About this note">
                <Facts page=page.clone() />
                <Decide page actions />
            </aside>
        </div>
    }
}

/// How it stands, and what it is about.
#[component]
fn Standing(page: Page) -> impl IntoView {
    let skill = |skill: domain::tag::SkillTag| {
        let href = format!("/skills/{}", skill.id);
        view! { <li><Chip href>{skill.name}</Chip></li> }
    };
    let skills = page.skills.into_iter().map(skill).collect_view();
    let label = page.status.label;
    view! {
        <ul class="facts">
            <li><Chip kind=page.status.tone>{label}</Chip></li>
            {skills}
            <li>{page.status.text}</li>
        </ul>
    }
}
