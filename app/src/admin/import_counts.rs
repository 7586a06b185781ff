//! What the rows of files come to: a sentence, and a table with a row for each file.

use crate::ui::{Cell, ColumnHead, RowHead, Table, TableRow};
use domain::id::ImportId;
use domain::import::page::{FileOutcome, digits};
use domain::import::plan::Counts;
use leptos::prelude::*;

/// "41 new · 12 changed · 3 known already · 2 left out", without what there is none of.
pub fn counts_in_words(counts: Counts) -> String {
    let parts = [
        (counts.create, "new"),
        (counts.update, "changed"),
        (counts.same, "known already"),
        (counts.reject, "left out"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{} {word}", digits(count)))
        .collect();
    if said.is_empty() { "No rows".to_owned() } else { said.join(" · ") }
}

/// One row for each file; rows that stay out can be downloaded.
#[component]
pub fn CountsTable(
    /// The import.
    import: ImportId,
    /// What the rows of each file come to.
    files: Vec<FileOutcome>,
) -> impl IntoView {
    let rows = files.into_iter().map(|file| view! { <CountsRow import=import.clone() file /> }).collect_view();
    let head = || {
        view! {
            <ColumnHead label="File" />
            <ColumnHead label="New" numeric=true />
            <ColumnHead label="Changed" numeric=true />
            <ColumnHead label="Known already" numeric=true />
            <ColumnHead label="Left out" numeric=true />
            <ColumnHead label="Rows left out" hidden=true />
        }
    };
    view! { <Table label="Rows by file" head>{rows}</Table> }
}

#[component]
fn CountsRow(import: ImportId, file: FileOutcome) -> impl IntoView {
    let counts = file.counts;
    let download = (counts.reject > 0).then(|| {
        let href = format!("/admin/import/{import}/rejected/{}", file.place);
        view! {
            <a class="link" href=href download="" rel="external">
                "Download these rows"
                <span class="visually-hidden">" of "{file.file.clone()}</span>
            </a>
        }
    });
    view! {
        <TableRow>
            <RowHead>
                {file.file.clone()}
                <span class="table-sub">{file.kind.title()}</span>
            </RowHead>
            <Cell label="New" numeric=true>{digits(counts.create)}</Cell>
            <Cell label="Changed" numeric=true>{digits(counts.update)}</Cell>
            <Cell label="Known already" numeric=true>{digits(counts.same)}</Cell>
            <Cell label="Left out" numeric=true>{digits(counts.reject)}</Cell>
            <Cell tight=true>{download}</Cell>
        </TableRow>
    }
}
