//! What was answered, with the way back to each question.

use crate::ui::{Chip, ChipKind, Section, Way};
use domain::onboarding::ThreePeoplePage;
use domain::tag::SkillTag;
use leptos::prelude::*;

/// The three answers.
#[component]
pub(super) fn Answers(page: ThreePeoplePage) -> impl IntoView {
    let when = format!("{}, {}", page.availability.title(), page.zone);
    view! {
        <Section id="teach" title="You could teach" aside=|| change(1)><Skills skills=page.teach way=Way::Teach none="Nothing yet." /></Section>
        <Section id="learn" title="You want to learn" aside=|| change(2)><Skills skills=page.learn way=Way::Learn none="Nothing yet." /></Section>
        <Section id="when" title="It suits you" aside=|| change(3)><Chip kind=ChipKind::Plain>{when}</Chip></Section>
    }
}

fn change(question: u8) -> impl IntoView {
    let what = match question {
        1 => "what you teach",
        2 => "what you learn",
        _ => "when it suits you",
    };
    view! {
        <a class="link" href=format!("/start/{question}")>
            "Change"
            <span class="visually-hidden">" "{what}</span>
        </a>
    }
}

#[component]
fn Skills(skills: Vec<SkillTag>, way: Way, none: &'static str) -> impl IntoView {
    if skills.is_empty() {
        return view! { <p class="quiet">{none}</p> }.into_any();
    }
    let chips = skills.into_iter().map(|skill| view! { <Chip kind=way>{skill.name}</Chip> }).collect_view();
    view! { <p class="chips">{chips}</p> }.into_any()
}
