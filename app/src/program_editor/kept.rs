//! What somebody reads who was a program admin when they wrote: their draft, to copy or to throw away.

use super::editor_actions::EditorActions;
use crate::ui::{Button, ButtonKind, Diff, DiffItem, DiffLine, Note, PageTitle, Status};
use domain::program_editor::KeptDraft;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The draft, until it is thrown away.
#[component]
pub(super) fn Kept(kept: KeptDraft, actions: EditorActions) -> impl IntoView {
    let is_gone = move || matches!(actions.discard.value().get(), Some(Ok(())));
    let lines = kept
        .lines
        .into_iter()
        .map(|line| {
            let line = DiffLine { label: line.label, after: line.text, ..DiffLine::default() };
            view! { <DiffItem line /> }
        })
        .collect_view();
    let program = kept.program.to_string();
    view! {
        <PageTitle>{format!("Your draft of {}", kept.title)}</PageTitle>
        <Show
            when=move || !is_gone()
            fallback=|| view! { <Note status=Status::Success>"Your changes are thrown away."</Note> }
        >
            <Note status=Status::Warning>
                "You are not a program admin any more, so this cannot be published. It is kept: copy what you need. An \
                organisation admin can make you one again."
            </Note>
        </Show>
        <Diff>{lines}</Diff>
        <ActionForm action=actions.discard>
            <input type="hidden" name="program" value=program />
            <Button kind=ButtonKind::Danger submit=true>"Throw it away"</Button>
        </ActionForm>
    }
}
