//! The stage of a drill: who stands back, who steps in, when, and the one thing to do.

use super::drill_actions::DrillActions;
use super::report_form::ReportForm;
use crate::ui::{Button, ButtonKind, ButtonSize, Chip, ChipKind, Icon, IconName, PersonLine};
use domain::colleague::Colleague;
use domain::drills::DrillPage;
use domain::id::DrillId;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Where it stands, with the verb.
#[component]
pub(super) fn DrillStage(page: DrillPage, actions: DrillActions) -> impl IntoView {
    let (drill, days) = (page.id.clone(), page.days.clone());
    let accept = page.moves.accept.then(|| {
        let (on, until) = (page.on.clone(), page.until.clone());
        view! { <AcceptForm drill=drill.clone() on until days=days.clone() actions /> }
    });
    let report = page.side.filter(|_| page.moves.report).map(|side| {
        let other = if side == domain::drill::Side::Holder { &page.backup } else { &page.holder };
        let (drill, other) = (drill.clone(), other.first_name.clone());
        let has_told = page.reports.iter().any(|report| report.is_own);
        view! { <ReportForm drill other side has_told actions /> }
    });
    let minutes = page.minutes.0;
    view! {
        <section class="stage" aria-labelledby="standing">
            <p class="chip-row">
                <Chip kind=page.status.tone>{page.status.label}</Chip>
                " "
                <Chip kind=ChipKind::Plain>{page.skill.name}</Chip>
                " "
                <span class="quiet">{minutes}" minutes"</span>
            </p>
            <h2 class="stage-standing" id="standing">{page.status.text}</h2>
            <dl class="drill-pair">
                <Part title="Stands back" person=page.holder />
                <Part title="Does it from the notes" person=page.backup />
            </dl>
            <p class="stage-when">
                <Icon name=IconName::Calendar />
                <span>{days}</span>
            </p>
            {accept}
            {report}
        </section>
    }
}

#[component]
fn Part(title: &'static str, person: Colleague) -> impl IntoView {
    let (href, sub) = (format!("/people/{}", person.id), person.work());
    view! {
        <div>
            <dt class="field-label">{title}</dt>
            <dd><PersonLine name=person.name seed=person.id.to_string() sub href /></dd>
        </div>
    }
}

#[component]
fn AcceptForm(drill: DrillId, on: String, until: String, days: String, actions: DrillActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.accept>
            <input type="hidden" name="drill" value=drill.to_string() />
            <input type="hidden" name="on" value=on />
            <input type="hidden" name="until" value=until />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.accept.pending()>
                {format!("Say yes to {days}")}
            </Button>
        </ActionForm>
    }
}
