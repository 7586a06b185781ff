//! Skills that hang on one person together. The skills are the subject; a name stands only where the reader may see it.

use crate::ui::{AvatarSize, Chip, EmptyState, LinkButton, PersonLine, Section};
use domain::coverage::Concentration;
use leptos::prelude::*;

/// One row for each group of skills, the weightiest first.
#[component]
pub(super) fn Concentrations(list: Vec<Concentration>) -> impl IntoView {
    let inside = if list.is_empty() {
        let board = || view! { <LinkButton href="/continuity">"See what is below target"</LinkButton> };
        let words = "No two skills here hang on the same person alone.";
        view! { <EmptyState title="Nothing hangs together" action=board>{words}</EmptyState> }.into_any()
    } else {
        let rows = list.into_iter().map(|group| view! { <Group group /> }).collect_view();
        view! { <ul class="rows board-groups">{rows}</ul> }.into_any()
    };
    let note = "Two skills or more that the same person alone covers. One absence takes them all; teaching one of them \
                already helps.";
    view! {
        <Section id="together" title="What hangs on one person" note>
            {inside}
        </Section>
    }
}

#[component]
fn Group(group: Concentration) -> impl IntoView {
    let chip = |skill: domain::tag::SkillTag| {
        let href = format!("/skills/{}", skill.id);
        view! { <Chip href>{skill.name}</Chip> }
    };
    let skills = group.skills.into_iter().map(chip).collect_view();
    let person = group.person.map(|person| {
        let (name, seed) = (person.name, person.id.to_string());
        let href = format!("/people/{seed}");
        view! { <PersonLine name seed href size=AvatarSize::Small /> }
    });
    let ask = group.what_if.map(|href| view! { <a class="link" href=href>"What falls"</a> });
    view! {
        <li>
            <div class="rows-main">
                <p class="rows-title">{group.words}</p>
                <div class="chips">{skills}</div>
            </div>
            <div class="board-who">{person} {ask}</div>
        </li>
    }
}
