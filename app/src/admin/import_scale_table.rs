//! The values of a level column and the level that each becomes.

use crate::ui::{Cell, Choice, ColumnHead, Field, RowHead, Select, Table, TableRow};
use domain::evidence::Level;
use domain::import::page::{DraftScale, DraftValue, digits};
use domain::import::scale::Reading;
use leptos::prelude::*;

/// How the levels of the file at `place` are read.
#[component]
pub fn ScaleTable(
    /// Its place among the files.
    place: u16,
    /// Its values.
    scale: DraftScale,
) -> impl IntoView {
    let sentence = match scale.reading {
        Reading::Own => "Levels from 0 to 4, as they are here.".to_owned(),
        Reading::Range { low, high } => format!("Read as a scale from {low} to {high}, spread over 0 to 4."),
        Reading::Words => "Words. Choose a level for those that are not known.".to_owned(),
        Reading::NotAScale => "This column holds too many different values to be a level. Choose another.".to_owned(),
    };
    let rows = scale
        .values
        .into_iter()
        .enumerate()
        .map(|(number, value)| view! { <ScaleRow place number value /> })
        .collect_view();
    let head = || {
        view! {
            <ColumnHead label="The file says" />
            <ColumnHead label="Rows" numeric=true />
            <ColumnHead label="Becomes" />
        }
    };
    view! {
        <div class="import-scale">
            <h3 class="import-scale-title">"Levels"</h3>
            <p class="section-note">{sentence}</p>
            <Table label="Levels" head>{rows}</Table>
        </div>
    }
}

#[component]
fn ScaleRow(place: u16, number: usize, value: DraftValue) -> impl IntoView {
    let mut choices = vec![Choice::new("", "Leave these rows out")];
    let level =
        |level: Level| Choice::new(level.number().to_string(), format!("{} – {}", level.number(), level.title()));
    choices.extend(Level::ALL.map(level));
    let chosen = value.level.map(|level| level.number().to_string()).unwrap_or_default();
    let label = format!("“{}” becomes", value.value);
    let said = value.value.clone();
    view! {
        <TableRow>
            <RowHead>
                <bdi>{value.value}</bdi>
                <input type="hidden" name=format!("edits[{place}][values][{number}]") value=said />
            </RowHead>
            <Cell label="Rows" numeric=true>{digits(value.rows)}</Cell>
            <Cell label="Becomes">
                <Field id=format!("level-{place}-{number}") label label_hidden=true>
                    <Select name=format!("edits[{place}][levels][{number}]") choices value=chosen />
                </Field>
            </Cell>
        </TableRow>
    }
}
