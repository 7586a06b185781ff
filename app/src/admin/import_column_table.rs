//! The columns of one file, each with samples and what it means.

use crate::ui::{Cell, Chip, ChipKind, Choice, ColumnHead, Field, RowHead, Select, Status, Table, TableRow};
use domain::import::Kind;
use domain::import::columns::Confidence;
use domain::import::page::DraftColumn;
use leptos::prelude::*;

/// The columns of the file at `place`.
#[component]
pub fn ColumnTable(
    /// Its place among the files.
    place: u16,
    /// What its rows are.
    kind: Kind,
    /// Its columns.
    columns: Vec<DraftColumn>,
) -> impl IntoView {
    let rows = columns
        .into_iter()
        .enumerate()
        .map(|(column, draft)| view! { <ColumnRow place kind column draft /> })
        .collect_view();
    let head = || {
        view! {
            <ColumnHead label="Column" />
            <ColumnHead label="Some of its values" />
            <ColumnHead label="Means" />
            <ColumnHead label="How sure" hidden=true />
        }
    };
    view! { <Table label="Columns" class="import-columns" head>{rows}</Table> }
}

#[component]
fn ColumnRow(place: u16, kind: Kind, column: usize, draft: DraftColumn) -> impl IntoView {
    let mut choices = vec![Choice::new("", "Leave out")];
    choices.extend(kind.fields().iter().map(|field| Choice::new(field.key(), field.title())));
    let (chip, word) = match (draft.field, draft.confidence) {
        (None, _) => (ChipKind::Plain, "Left out"),
        (Some(_), Some(Confidence::Sure)) => (ChipKind::Status(Status::Success), "Recognised"),
        (Some(_), Some(Confidence::Likely)) => (ChipKind::Status(Status::Warning), "A guess"),
        (Some(_), None) => (ChipKind::Plain, "Chosen"),
    };
    let samples = if draft.samples.is_empty() { "All empty".to_owned() } else { draft.samples.join(" · ") };
    let label = format!("{} means", draft.title);
    let name = format!("edits[{place}][columns][{column}]");
    let value = draft.field.map(|field| field.key()).unwrap_or_default();
    view! {
        <TableRow>
            <RowHead>{draft.title}</RowHead>
            <Cell label="Values"><span class="import-samples" dir="auto">{samples}</span></Cell>
            <Cell label="Means">
                <Field id=format!("column-{place}-{column}") label label_hidden=true>
                    <Select name choices value />
                </Field>
            </Cell>
            <Cell tight=true><Chip kind=chip>{word}</Chip></Cell>
        </TableRow>
    }
}
