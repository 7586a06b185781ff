//! Mentors who fit, each with the reasons and a button that puts them among the wishes.

use super::fit::FitDetails;
use super::learner_actions::LearnerActions;
use super::wishes::Order;
use crate::ui::{
    Avatar, AvatarSize, ButtonKind, Card, CardWidth, Cards, Chip, EmptyState, IconName, LinkButton, Section, Way,
};
use domain::id::ProgramId;
use domain::mentorings::{MatchPage, Suggested};
use leptos::prelude::*;

/// Who fits, or why nobody does.
#[component]
pub(super) fn Suggestions(page: MatchPage, actions: LearnerActions) -> impl IntoView {
    if page.suggestions.is_empty() {
        let verb = || view! { <LinkButton href="/me/skills">"Say what you want to learn"</LinkButton> };
        let nobody = (!page.nobody.is_empty() && page.wishes.is_empty()).then(|| {
            view! { <EmptyState title="No good match yet" action=verb>{page.nobody}</EmptyState> }
        });
        return nobody.into_any();
    }
    let program = page.program.id;
    let is_first = page.wishes.is_empty();
    let cards = page
        .suggestions
        .into_iter()
        .enumerate()
        .map(|(place, suggested)| {
            let kind = if is_first && place == 0 { ButtonKind::Primary } else { ButtonKind::Plain };
            view! { <Suggestion suggested program=program.clone() kind actions /> }
        })
        .collect_view();
    let title = if is_first { "Who fits" } else { "Who fits too" };
    let best = "The best fit first. Nobody is ranked by how good they are.";
    let note = if is_first {
        format!("{best} Rank up to {}; your first wish is asked first.", page.most)
    } else {
        best.to_owned()
    };
    view! {
        <Section id="who-fits" title note>
            <Cards width=CardWidth::Wide>{cards}</Cards>
        </Section>
    }
    .into_any()
}

#[component]
fn Suggestion(suggested: Suggested, program: ProgramId, kind: ButtonKind, actions: LearnerActions) -> impl IntoView {
    let Suggested { mentor, skill, back, why, places, wishes, first } = suggested;
    let (name, seed) = (mentor.name.clone(), mentor.id.to_string());
    let picture = move || view! { <Avatar name seed size=AvatarSize::Large /> };
    let href = format!("/people/{}", mentor.id);
    let back = back.map(|skill| view! { " "<Chip kind=Way::Teach>{skill.name}</Chip> });
    let who = mentor.name.clone();
    let foot = move || {
        let about = who.clone();
        let last = (!wishes.is_empty()).then(|| {
            view! { <Order program=program.clone() wishes verb="Add to my wishes" about icon=IconName::Plus kind actions /> }
        });
        let is_full = last.is_none();
        let verb = if is_full { "Put first, instead of the last" } else { "Put first" };
        let first = (is_full || first.len() > 1).then(|| {
            view! { <Order program=program.clone() wishes=first verb about=who icon=IconName::Up kind=ButtonKind::Quiet actions /> }
        });
        view! {
            {last}
            {first}
        }
    };
    view! {
        <Card title=mentor.name.clone() sub=mentor.work() href picture foot>
            <p class="chip-row">
                <Chip kind=Way::Learn>{skill.name}</Chip>
                {back}
            </p>
            <FitDetails why />
            <p class="card-sub">{domain::wording::sentence(&places)}</p>
        </Card>
    }
}
