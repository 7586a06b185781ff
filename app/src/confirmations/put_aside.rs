//! What the reader is not asked about any more, each with the way back.

use super::api::AskMeAgain;
use crate::ui::{Button, ButtonKind, ButtonSize, Section, When};
use domain::confirmation::PutAside;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Nothing for nothing.
#[component]
pub(super) fn PutAsideList(rows: Vec<PutAside>, again: ServerAction<AskMeAgain>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let rows = rows.into_iter().map(|row| view! { <Row row again /> }).collect_view();
        view! {
            <Section id="aside" title="You are not asked about" note="Only you see this.">
                <ul class="rows">{rows}</ul>
            </Section>
        }
    })
}

#[component]
fn Row(row: PutAside, again: ServerAction<AskMeAgain>) -> impl IntoView {
    let reason = if row.reason.is_empty() { "Skipped".to_owned() } else { row.reason };
    let label = format!("Ask me about {} in {} again", row.subject.name, row.skill.name);
    view! {
        <li>
            <div class="rows-main">
                <p class="rows-title"><bdi>{row.subject.name}</bdi>" · "{row.skill.name}</p>
                <p class="rows-sub"><span dir="auto">{reason}</span>" · "<When datetime=row.since.iso text=row.since.text /></p>
            </div>
            <ActionForm action=again>
                <input type="hidden" name="subject" value=row.subject.id.to_string() />
                <input type="hidden" name="skill" value=row.skill.id.to_string() />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=again.pending() attr:aria-label=label>
                    "Ask me again"
                </Button>
            </ActionForm>
        </li>
    }
}
