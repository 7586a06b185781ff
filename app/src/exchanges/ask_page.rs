//! `/people/{id}/ask`: ask one colleague to teach one thing.

use super::api::ask;
use super::ask_form::{AskDraft, AskForm};
use super::why_you_two::WhyYouTwo;
use crate::ui::{EmptyState, LinkButton, Loaded, Note, PageHead, PersonLine, Section, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::exchanges::{AskPage as Page, SkillChoice};
use domain::id::{PersonId, SkillId};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What to ask for, why the two fit, when, and the message.
#[component]
pub fn AskPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let who = move || params.read().get("id").unwrap_or_default();
    let skill = move || query.read().get("skill");
    let draft = AskDraft::new();
    let live = use_live(Topic::Exchanges);
    let page = load(move || (who(), skill(), live.get()), |(who, skill, _)| ask(who, skill));
    view! {
        <Title text="Ask · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This page did not load" let:page>
                <Content page draft />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, draft: AskDraft) -> impl IntoView {
    let title = format!("Ask {} to teach you", page.person.first_name);
    let open = page.open.clone().map(|id| {
        let href = format!("/exchanges/{id}");
        view! { <Note status=Status::Info>"You have asked already, and that request is still open. "<a class="link" href=href>"See it"</a></Note> }
    });
    let note = page.note.clone().map(|text| view! { <Note>{text}</Note> });
    let form = if page.chosen.is_none() {
        let href = format!("/people/{}", page.person.id);
        let back = move || view! { <LinkButton href=href.clone()>"See their page"</LinkButton> };
        view! { <EmptyState title="Nothing to ask for yet" action=back>"Nobody has said what they could teach you."</EmptyState> }.into_any()
    } else if page.open.is_some() {
        ().into_any()
    } else {
        view! { <AskForm page=page.clone() draft /> }.into_any()
    };
    view! {
        <PageHead title />
        <div class="split" data-rail="wide">
            <div class="exchange-ask">
                <Skills person=page.person.id.clone() choices=page.choices.clone() chosen=page.chosen.clone() />
                {open}
                {note}
                {form}
            </div>
            <aside class="exchange-why" aria-label="Why you two"><Why page /></aside>
        </div>
    }
}

/// What they could teach, as links: the choice is in the address.
#[component]
fn Skills(person: PersonId, choices: Vec<SkillChoice>, chosen: Option<SkillId>) -> impl IntoView {
    let links = choices
        .into_iter()
        .map(|choice| {
            let here = (Some(&choice.skill.id) == chosen.as_ref()).then_some("true");
            let href = format!("/people/{person}/ask?skill={}", choice.skill.id);
            view! {
                <li>
                    <a class="slot" href=href aria-current=here>
                        {choice.skill.name}
                        <small>{choice.note}</small>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <Section id="what" title="What?"><ul class="slots exchange-skills">{links}</ul></Section> }
}

#[component]
fn Why(page: Page) -> impl IntoView {
    let person = page.person;
    let (href, sub) = (format!("/people/{}", person.id), person.work());
    let why = page.why.map(|why| view! { <WhyYouTwo why /> });
    view! {
        <PersonLine name=person.name seed=person.id.to_string() sub href />
        {why}
    }
}
