//! Always a real table. On narrow screens each row becomes a block with the column's name before each value;
//! the roles are written out because drawing a table as blocks takes them away.

use leptos::prelude::*;

use super::{Icon, IconName, IconSize, MaybeText};

/// A table that scrolls sideways inside its own frame and can be scrolled with the keyboard.
#[component]
pub fn Table(
    /// What the table shows, read aloud.
    #[prop(into)]
    label: String,
    /// Stays a table on narrow screens and scrolls: for grids of numbers.
    #[prop(optional)]
    keep_shape: bool,
    /// Another class for one screen's own columns.
    #[prop(optional, into)]
    class: MaybeText,
    /// The column headers.
    #[prop(into)]
    head: ViewFnOnce,
    /// `TableRow`s.
    children: Children,
) -> impl IntoView {
    let class = class.0;
    let class = class.map_or("table".to_owned(), |class| format!("table {class}"));
    let frame = label.clone();
    view! {
        <div class="table-scroll" role="region" aria-label=frame tabindex="0">
            <table
                class=class
                role="table"
                aria-label=label
                data-narrow=(!keep_shape).then_some("rows")
            >
                <thead role="rowgroup">
                    <tr role="row">{head.run()}</tr>
                </thead>
                <tbody role="rowgroup">{children()}</tbody>
            </table>
        </div>
    }
}

/// One row: a `RowHead` and `Cell`s.
#[component]
pub fn TableRow(
    /// The cells.
    children: Children,
) -> impl IntoView {
    view! { <tr role="row">{children()}</tr> }
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// Least first.
    Up,
    /// Most first.
    Down,
}

impl Sorted {
    const fn slug(self) -> &'static str {
        match self {
            Self::Up => "ascending",
            Self::Down => "descending",
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Self::Up => IconName::Up,
            Self::Down => IconName::Down,
        }
    }
}

/// The head of a column. With `sort` it is a link that sorts by it.
#[component]
pub fn ColumnHead(
    /// Its name.
    #[prop(into)]
    label: String,
    /// Holds numbers, aligned at the end.
    #[prop(optional)]
    numeric: bool,
    /// Keeps the name for screen readers only: a column of buttons.
    #[prop(optional)]
    hidden: bool,
    /// The address that sorts by this column.
    #[prop(optional, into)]
    sort: MaybeText,
    /// How it is sorted now.
    #[prop(optional_no_strip, into)]
    sorted: Option<Sorted>,
) -> impl IntoView {
    let sort = sort.0;
    let words = match sort {
        Some(href) => view! { <SortLink label href sorted /> }.into_any(),
        None if hidden => view! { <span class="visually-hidden">{label}</span> }.into_any(),
        None => label.into_any(),
    };
    view! {
        <th
            scope="col"
            role="columnheader"
            data-numeric=numeric.then_some("")
            aria-sort=sorted.map(Sorted::slug)
        >
            {words}
        </th>
    }
}

#[component]
fn SortLink(label: String, href: String, sorted: Option<Sorted>) -> impl IntoView {
    let icon = sorted.map_or(IconName::Sort, Sorted::icon);
    view! {
        <a class="table-sort" href=href>
            {label}
            <Icon name=icon size=IconSize::Small />
        </a>
    }
}

/// The cell that names the row.
#[component]
pub fn RowHead(
    /// What the row is about.
    children: Children,
) -> impl IntoView {
    view! {
        <th scope="row" role="rowheader">
            {children()}
        </th>
    }
}

/// One value. `label` repeats the column's name on narrow screens.
#[component]
pub fn Cell(
    /// The column's name; leave it out for a cell of buttons.
    #[prop(optional, into)]
    label: MaybeText,
    /// A number, aligned at the end.
    #[prop(optional)]
    numeric: bool,
    /// As narrow as its content.
    #[prop(optional)]
    tight: bool,
    /// Moves to the row's corner on narrow screens: the row's own button.
    #[prop(optional)]
    corner: bool,
    /// The value.
    children: Children,
) -> impl IntoView {
    let label = label.0;
    view! {
        <td
            role="cell"
            data-label=label
            data-numeric=numeric.then_some("")
            data-tight=tight.then_some("")
            data-corner=corner.then_some("")
        >
            {children()}
        </td>
    }
}
