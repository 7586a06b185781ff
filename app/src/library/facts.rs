//! Beside a note: who answers for it, who looks at it again, where it was of use.

use super::lines::ThreadLines;
use crate::ui::{IconName, PersonLine, Section, Timeline, TimelineItem, When};
use domain::colleague::Colleague;
use domain::library::{NotePage, UseLine};
use leptos::prelude::*;

/// All of it.
#[component]
pub(super) fn Facts(page: NotePage) -> impl IntoView {
    let owner_note = if page.needs_owner { "Works here no more." } else { "" };
    let verifier = page.verifier.clone().filter(|verifier| verifier.id != page.owner.id);
    let every = format!("Looked at again {}.", page.every.in_words());
    let session = page.session.clone().map(|(href, title)| {
        view! { <p class="section-note">"It came of the session "<a class="link" href=href dir="auto">{title}</a>"."</p> }
    });
    let verifier = verifier.map(|person| view! { <Person person label="Looks at it again" /> });
    let uses = (!page.uses.is_empty()).then(|| {
        let lines = page.uses.iter().cloned().map(|used| view! { <Used used /> }).collect_view();
        view! { <Section id="used" title="Where it was of use"><Timeline>{lines}</Timeline></Section> }
    });
    let skill = page.skills.first().map(|skill| skill.id.to_string()).unwrap_or_default();
    let ask = format!("/new/question?skill={skill}");
    let questions = (!page.questions.is_empty()).then(|| view! { <ThreadLines questions=page.questions.clone() /> });
    view! {
        <Section id="who" title="Who answers for it">
            <Person person=page.owner label=owner_note />
            {verifier}
            <p class="section-note">{every}</p>
            <p class="section-note">{page.story}</p>
            {session}
        </Section>
        {uses}
        <Section id="questions" title="Questions about the same">
            {questions}
            <p><a class="link link-alone" href=ask>"Ask what it does not say"</a></p>
        </Section>
    }
}

#[component]
fn Person(person: Colleague, label: &'static str) -> impl IntoView {
    let href = format!("/people/{}", person.id);
    let sub = if label.is_empty() { person.work() } else { label.to_owned() };
    view! { <p><PersonLine name=person.name seed=person.id.to_string() href sub /></p> }
}

#[component]
fn Used(used: UseLine) -> impl IntoView {
    let (iso, text) = (used.at.iso, used.at.text);
    let meta = move || view! { <When datetime=iso text /> };
    let words = match used.href {
        Some(href) => view! { <a class="link" href=href dir="auto">{used.text}</a> }.into_any(),
        None => used.text.into_any(),
    };
    view! { <TimelineItem icon=IconName::Check meta>{words}</TimelineItem> }
}
