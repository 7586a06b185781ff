//! What can be done with an import that has started: undo it, go on with it, import more.

use super::import_api::{ContinueImport, UndoImport};
use crate::ui::{Button, ButtonKind, IconName, LinkButton, Note, Status};
use domain::id::ImportId;
use domain::import::page::Stage;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What can be done now.
#[component]
pub fn Ways(
    /// The import.
    import: ImportId,
    /// Where it stands.
    stage: Stage,
) -> impl IntoView {
    match stage {
        Stage::Done => view! {
            <div class="import-actions">
                <LinkButton href="/people" kind=ButtonKind::Primary>"See your people"</LinkButton>
                <UndoForm import />
            </div>
        }
        .into_any(),
        Stage::Stopped(_) => view! {
            <div class="import-actions">
                <ContinueForm import=import.clone() />
                <UndoForm import />
            </div>
        }
        .into_any(),
        Stage::Undone => view! {
            <div class="import-actions">
                <LinkButton href="/admin/import" kind=ButtonKind::Primary>"Import other files"</LinkButton>
            </div>
        }
        .into_any(),
        Stage::Draft | Stage::Running(_) | Stage::Undoing(_) => ().into_any(),
    }
}

#[component]
fn UndoForm(import: ImportId) -> impl IntoView {
    let undo = ServerAction::<UndoImport>::new();
    let error = move || undo.value().get().and_then(Result::err).map(|error| error.to_string());
    view! {
        <ActionForm action=undo>
            <input type="hidden" name="import" value=import.to_string() />
            <Button kind=ButtonKind::Danger icon=IconName::Undo submit=true pending=undo.pending()>"Undo this import"</Button>
            {move || error().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
        </ActionForm>
    }
}

#[component]
fn ContinueForm(import: ImportId) -> impl IntoView {
    let go_on = ServerAction::<ContinueImport>::new();
    view! {
        <ActionForm action=go_on>
            <input type="hidden" name="import" value=import.to_string() />
            <Button kind=ButtonKind::Primary submit=true pending=go_on.pending()>"Go on"</Button>
        </ActionForm>
    }
}
