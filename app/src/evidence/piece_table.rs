//! Each piece of evidence with what it did, from what is known of anybody to the level.

use super::{hundredths, in_hundred};
use crate::ui::{Cell, ColumnHead, EmptyState, RowHead, Section, Table, TableRow, When};
use domain::evidence::pages::{LevelLine, LevelPage};
use leptos::prelude::*;

/// The section of pieces.
#[component]
pub(super) fn PieceTable(page: LevelPage) -> impl IntoView {
    if page.lines.is_empty() {
        return view! {
            <Section id="pieces" title="Piece by piece">
                <EmptyState title="Nothing has been said yet">"The first word decides where the level starts."</EmptyState>
            </Section>
        }
        .into_any();
    }
    let note = format!(
        "Everybody starts at {}, what is known of anybody. Each piece moves it, oldest first; the last one ends at {}.",
        hundredths(page.starts_at),
        hundredths(page.ends_at)
    );
    let wanted = format!("Chance of “{}” or above", page.target.title());
    let rows = page.lines.into_iter().map(|line| view! { <Line line wanted=wanted.clone() /> }).collect_view();
    let head = move || {
        view! {
            <ColumnHead label="Piece" />
            <ColumnHead label="Says" />
            <ColumnHead label="Weighs today" numeric=true />
            <ColumnHead label="Level" numeric=true />
            <ColumnHead label=wanted numeric=true />
            <ColumnHead label="Without it" numeric=true />
        }
    };
    view! {
        <Section id="pieces" title="Piece by piece" note>
            <Table label="Each piece of evidence and what it did" head>
                {rows}
            </Table>
        </Section>
    }
    .into_any()
}

#[component]
fn Line(line: LevelLine, wanted: String) -> impl IntoView {
    let note = (!line.note.is_empty()).then(|| view! { <q>{line.note}</q> });
    let silent = line.silent.map(|why| format!(" · {why}"));
    let rater = line.rater.map(
        |words| view! { <span class="table-sub">{words}" (shown to whoever said it and to program admins)"</span> },
    );
    let moved = |(before, after): (u16, u16), words: fn(u16) -> String| format!("{} → {}", words(before), words(after));
    let (level, mean) = line.without;
    let (level_moved, chance_moved) = (moved(line.mean, hundredths), moved(line.reaches, short));
    let without = format!("{} ({})", hundredths(mean), level.title());
    view! {
        <TableRow>
            <RowHead>
                <span class="evidence-piece" data-silent=(!line.counts).then_some("")>
                    {line.what}
                    <span class="table-sub">
                        <When datetime=line.at.iso text=line.at.text />
                        {silent}
                    </span>
                    {note}
                    {rater}
                </span>
            </RowHead>
            <Cell label="Says">{line.says}</Cell>
            <Cell label="Weighs today" numeric=true>{hundredths(line.weight)}</Cell>
            <Cell label="Level" numeric=true>{level_moved}</Cell>
            <Cell label=wanted numeric=true>{chance_moved}</Cell>
            <Cell label="Without it" numeric=true>{without}</Cell>
        </TableRow>
    }
}

/// The column says of what the hundredths are.
fn short(chance: u16) -> String {
    in_hundred(chance).trim_end_matches(" in 100").to_owned()
}
