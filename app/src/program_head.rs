//! What stands above all pages of a program's admin side, whichever noun they are of.

use crate::ui::{ButtonKind, Chip, ChipKind, LinkButton, PageTitle, Status, Tab, Tabs};
use domain::program::{Phase, ProgramKind};
use domain::program_editor::EditorHead;
use leptos::prelude::*;

/// Which of the pages it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    Settings,
    People,
    Match,
    Pairs,
    History,
}

/// Title, facts and tabs; `beside` stands among the facts.
#[component]
pub(crate) fn Head(
    head: Signal<EditorHead>,
    at: At,
    #[prop(optional, into)] beside: Option<ViewFnOnce>,
) -> impl IntoView {
    let facts =
        move || head.with(|head| head.facts.iter().map(|fact| view! { <li>{fact.clone()}</li> }).collect_view());
    let phase = move || head.with(|head| view! { <PhaseChip phase=head.phase /> });
    let member = head.with_untracked(|head| format!("/programs/{}", head.id));
    let tabs = Signal::derive(move || head.with(|head| tabs(head, at)));
    view! {
        <header class="page-head" data-tight="">
            <div class="page-heading">
                <PageTitle>{move || head.with(|head| head.title.clone())}</PageTitle>
                <ul class="facts">
                    <li>{phase}</li>
                    {facts}
                    {beside.map(|beside| view! { <li>{beside.run()}</li> })}
                </ul>
            </div>
            <div class="page-actions">
                <LinkButton href=member kind=ButtonKind::Quiet>"See it as members do"</LinkButton>
            </div>
        </header>
        <Tabs label="This program" tabs />
    }
}

fn tabs(head: &EditorHead, at: At) -> Vec<Tab> {
    let root = format!("/admin/programs/{}", head.id);
    let settings = head.may_edit.then(|| Tab::new("Settings", root.clone(), at == At::Settings));
    let people = Tab::new("People", format!("{root}/people"), at == At::People).with_count(head.people);
    let matching = (head.kind == ProgramKind::Mentorship).then(|| {
        let matching = Tab::new("Matching", format!("{root}/match"), at == At::Match);
        [matching, Tab::new("Pairs", format!("{root}/pairs"), at == At::Pairs)]
    });
    let history = Tab::new("History", format!("{root}/history"), at == At::History).with_count(head.n);
    settings.into_iter().chain([people]).chain(matching.into_iter().flatten()).chain([history]).collect()
}

/// Where a program's life stands.
#[component]
pub(crate) fn PhaseChip(phase: Phase) -> impl IntoView {
    let kind: ChipKind = match phase {
        Phase::Running => Status::Success.into(),
        Phase::Open => Status::Info.into(),
        Phase::Paused => Status::Warning.into(),
        Phase::Draft | Phase::Closed => ChipKind::Plain,
    };
    view! { <Chip kind>{phase.title()}</Chip> }
}
