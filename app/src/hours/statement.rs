//! The entries of a statement, the newest first.

use crate::ui::{Cell, Chip, ColumnHead, Pagination, RowHead, Table, TableRow, Way, When};
use domain::hours::HoursLine;
use leptos::prelude::*;

/// The table and the way to older ones.
#[component]
pub(super) fn Entries(lines: Vec<HoursLine>, older: Option<u64>, is_later_page: bool) -> impl IntoView {
    let head = || {
        view! {
            <ColumnHead label="What" />
            <ColumnHead label="With" />
            <ColumnHead label="When" />
            <ColumnHead label="Hours" numeric=true />
            <ColumnHead label="Then" numeric=true />
        }
    };
    let rows = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    let next = older.map(|before| format!("/hours?before={before}"));
    let previous = is_later_page.then(|| "/hours".to_owned());
    let summary = if is_later_page { "Older entries" } else { "The newest entries" };
    view! {
        <Table label="What moved" head>{rows}</Table>
        <Pagination summary=summary previous=Signal::stored(previous) next=Signal::stored(next) />
    }
}

#[component]
fn Line(line: HoursLine) -> impl IntoView {
    let what = match line.href.is_empty() {
        true => view! { <span>{line.what}</span> }.into_any(),
        false => view! { <a class="link" href=line.href>{line.what}</a> }.into_any(),
    };
    let words = (!line.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.words}</q> });
    let gone = line.is_reversed.then(|| view! { <span class="chip">"taken back"</span> });
    let way = if line.is_gain { Way::Teach } else { Way::Learn };
    view! {
        <TableRow>
            <RowHead>{what}" "{gone}{words}</RowHead>
            <Cell label="With"><bdi>{line.with}</bdi></Cell>
            <Cell label="When" tight=true><When datetime=line.at.iso text=line.at.text /></Cell>
            <Cell label="Hours" numeric=true tight=true><Chip kind=way>{line.minutes}</Chip></Cell>
            <Cell label="Then" numeric=true tight=true>{line.balance}</Cell>
        </TableRow>
    }
}
