//! Earlier imports: who, when, what came in, and the way to undo each.

use super::import_counts::counts_in_words;
use crate::ui::{Cell, Chip, ChipKind, ColumnHead, EmptyState, RowHead, Status, Table, TableRow, When};
use domain::import::page::{ImportHistory, ImportRow, Stage};
use leptos::prelude::*;

/// All imports, newest first.
#[component]
pub fn ImportHistoryTable(history: ImportHistory) -> impl IntoView {
    if history.imports.is_empty() {
        return view! {
            <EmptyState title="Nothing imported yet" example="For example: people.csv with a name, an e-mail address and a team in each row.">
                "Upload your first file above. You see what would happen before anything does."
            </EmptyState>
        }
        .into_any();
    }
    let rows = history.imports.into_iter().map(|import| view! { <HistoryRow import /> }).collect_view();
    let head = || {
        view! {
            <ColumnHead label="Files" />
            <ColumnHead label="When" />
            <ColumnHead label="By" />
            <ColumnHead label="What came in" />
            <ColumnHead label="State" />
        }
    };
    view! { <Table label="Earlier imports" head>{rows}</Table> }.into_any()
}

#[component]
fn HistoryRow(import: ImportRow) -> impl IntoView {
    let href = match import.stage {
        Stage::Draft => format!("/admin/import/{}", import.id),
        Stage::Running(_) | Stage::Stopped(_) | Stage::Done | Stage::Undoing(_) | Stage::Undone => {
            format!("/admin/import/{}/result", import.id)
        }
    };
    let undo = import.undo_until.map(|until| {
        view! { <span class="table-sub">"Undo until " <When datetime=until.iso text=until.text /></span> }
    });
    let counts = import.counts.map_or_else(|| "Nothing yet".to_owned(), counts_in_words);
    view! {
        <TableRow>
            <RowHead>
                <a class="link" href=href>
                    {import.files}
                </a>
            </RowHead>
            <Cell label="When"><When datetime=import.at.iso text=import.at.text /></Cell>
            <Cell label="By">{import.by}</Cell>
            <Cell label="What came in">{counts} {undo}</Cell>
            <Cell label="State" tight=true><StageChip stage=import.stage /></Cell>
        </TableRow>
    }
}

/// Where an import stands, in a word.
#[component]
pub fn StageChip(stage: Stage) -> impl IntoView {
    let (kind, word) = match stage {
        Stage::Draft => (ChipKind::Plain, "Not imported"),
        Stage::Running(_) => (ChipKind::Status(Status::Info), "Importing"),
        Stage::Stopped(_) => (ChipKind::Status(Status::Warning), "Stopped"),
        Stage::Done => (ChipKind::Status(Status::Success), "Imported"),
        Stage::Undoing(_) => (ChipKind::Status(Status::Info), "Being undone"),
        Stage::Undone => (ChipKind::Plain, "Undone"),
    };
    view! { <Chip kind>{word}</Chip> }
}
