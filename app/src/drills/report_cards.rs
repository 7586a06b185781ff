//! What was said about how it went, and what the notes lacked.

use crate::ui::{Section, When};
use domain::drills::ReportCard;
use leptos::prelude::*;

/// Both reports side by side, or one's own, and the gaps.
#[component]
pub(super) fn ReportCards(reports: Vec<ReportCard>, gaps: Vec<String>) -> impl IntoView {
    let cards = (!reports.is_empty()).then(|| {
        let cards = reports.into_iter().map(|report| view! { <Card report /> }).collect_view();
        view! { <Section id="reports" title="How it went"><ul class="drill-reports">{cards}</ul></Section> }
    });
    let gaps = (!gaps.is_empty()).then(|| {
        let lines = gaps.into_iter().map(|gap| view! { <li dir="auto">{gap}</li> }).collect_view();
        view! {
            <Section id="gaps" title="What the notes lacked" note="It stands on the page of the skill too, without a name.">
                <ul class="drill-gaps">{lines}</ul>
            </Section>
        }
    });
    view! {
        {cards}
        {gaps}
    }
}

#[component]
fn Card(report: ReportCard) -> impl IntoView {
    let by = if report.is_own { "You".to_owned() } else { report.by.name };
    let words = (!report.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{report.words}</q> });
    view! {
        <li>
            <p class="field-label"><bdi>{by}</bdi></p>
            <p class="drill-verdict">{report.verdict}</p>
            {words}
            <p class="quiet"><When datetime=report.at.iso text=report.at.text /></p>
        </li>
    }
}
