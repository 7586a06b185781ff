//! Rounds that were published, and taking the newest back.

use super::match_actions::MatchActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Section};
use domain::id::ProgramId;
use domain::match_rounds::RoundRow;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One line a round, the newest first; nothing before the first.
#[component]
pub(super) fn RoundList(rounds: Vec<RoundRow>, program: ProgramId, actions: MatchActions) -> impl IntoView {
    if rounds.is_empty() {
        return ().into_any();
    }
    let line = |row| view! { <Line row program=program.clone() actions /> };
    let lines = rounds.into_iter().map(line).collect_view();
    view! {
        <Section id="rounds" title="Published rounds">
            <ul class="pairing-kept">{lines}</ul>
        </Section>
    }
    .into_any()
}

#[component]
fn Line(row: RoundRow, program: ProgramId, actions: MatchActions) -> impl IntoView {
    let undo = row.undo.map(|words| {
        view! {
            <p class="quiet">{words}</p>
            <ActionForm action=actions.undo>
                <input type="hidden" name="program" value=program.to_string() />
                <input type="hidden" name="round" value=row.n.to_string() />
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending=actions.undo.pending()>
                    "Take round "{row.n}" back"
                </Button>
            </ActionForm>
        }
    });
    view! {
        <li>
            <p class="rows-title">"Round "{row.n}</p>
            <p class="rows-sub">{row.text}</p>
            {undo}
        </li>
    }
}
