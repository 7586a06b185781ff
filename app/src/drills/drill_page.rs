//! `/drills/{id}`

use super::answer_forms::{DayForm, DeclineForm, WithdrawForm};
use super::api::drill;
use super::drill_actions::DrillActions;
use super::drill_stage::DrillStage;
use super::report_cards::ReportCards;
use crate::ui::{IconName, Loaded, Note, PageHead, Section, Status, Timeline, TimelineItem, When};
use crate::use_live;
use crate::wire::load;
use domain::drills::{DrillHistoryLine, DrillPage as Page};
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One drill, for those it concerns.
#[component]
pub fn DrillPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let actions = DrillActions::new();
    let live = use_live(Topic::Exchanges);
    let page = load(move || (id(), live.get(), actions.versions()), |(id, ..)| drill(id));
    view! {
        <Title text="Drill · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This drill did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: DrillActions) -> impl IntoView {
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let (history, reports, gaps) = (page.history.clone(), page.reports.clone(), page.gaps.clone());
    let lines = history.into_iter().rev().map(|line| view! { <Line line /> }).collect_view();
    actions.write_for(&page.id);
    view! {
        <PageHead title=page.title.clone() />
        <div role="status">{failed}</div>
        <DrillStage page=page.clone() actions />
        <div class="split section">
            <div>
                <ReportCards reports gaps />
                <OtherMoves page=page.clone() actions />
                <Section id="happened" title="What happened" note="You two, whoever proposed it, your managers and program admins see this.">
                    <Timeline>{lines}</Timeline>
                </Section>
            </div>
            <aside aria-label="The task"><Task page /></aside>
        </div>
    }
}

/// What is to be done, and from what.
#[component]
fn Task(page: Page) -> impl IntoView {
    let notes = if page.notes_are_link {
        let href = page.notes.clone();
        view! { <p><a class="link drill-text" href=href rel="noopener">{page.notes}</a></p> }.into_any()
    } else {
        view! { <p class="drill-text" dir="auto">{page.notes}</p> }.into_any()
    };
    let counts =
        format!("Passed, it speaks for “{}” in {}; not passed, against it.", page.level.title(), page.skill.name);
    view! {
        <Section id="task" title="The task">
            <p class="drill-text" dir="auto">{page.task}</p>
        </Section>
        <Section id="notes" title="The notes">{notes}</Section>
        <p class="section-note">{counts}" "<a class="link" href=format!("/skills/{}", page.skill.id)>"See the skill"</a></p>
    }
}

/// Everything that can be done beside the one thing on the stage.
#[component]
fn OtherMoves(page: Page, actions: DrillActions) -> impl IntoView {
    let drill = page.id.clone();
    let day = page.moves.propose.then(|| {
        let (drill, earliest) = (drill.clone(), page.earliest.clone());
        view! { <Section id="another-day" title="Propose another day"><DayForm drill earliest actions /></Section> }
    });
    let withdraw = page.moves.withdraw.then(|| view! { <WithdrawForm drill=drill.clone() actions /> });
    let decline = (page.moves.decline && !page.moves.withdraw).then(|| {
        view! {
            <details class="unfold unfold-apart">
                <summary class="link">"I can’t"</summary>
                <DeclineForm drill=drill.clone() actions />
            </details>
        }
    });
    view! {
        {day}
        {withdraw}
        {decline}
    }
}

#[component]
fn Line(line: DrillHistoryLine) -> impl IntoView {
    let (iso, text) = (line.at.iso, line.at.text);
    let when = move || view! { <When datetime=iso text /> };
    let icon = if line.by_time { IconName::Clock } else { IconName::Handover };
    let words = (!line.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.words}</q> });
    view! {
        <TimelineItem icon meta=when>
            {line.text}
            {words}
        </TimelineItem>
    }
}
