//! Where one stands between the most that one may owe and what one has to spend.

use crate::ui::{Cell, ColumnHead, Figure, RowHead, Table, TableRow};
use domain::hours::{HoursScale, signed};
use domain::ledger::Minutes;
use leptos::prelude::*;

const LEFT: i32 = 24;
/// The line on which it stands.
const LINE: i32 = 44;

/// The picture with its sentence and its table. Drawn twice, so that its words stay legible on a phone.
#[component]
pub(super) fn Scale(scale: HoursScale, lead: String, limit: String) -> impl IntoView {
    let table = move || view! { <Numbers scale /> };
    view! {
        <Figure id="balance" title="What you hold, and how far it may go" takeaway=lead table>
            <Picture scale width=680 class="chart from-tablet" />
            <Picture scale width=358 class="chart phone-only" />
        </Figure>
        <p class="section-note">{limit}</p>
    }
}

fn minutes(count: i32) -> String {
    Minutes::new(count.into()).map_or_else(|_| String::new(), signed)
}

/// The marks: where, what is written below.
fn marks(scale: HoursScale) -> [(i32, &'static str); 3] {
    [(scale.hard, "no giving below"), (scale.soft, "your turn to teach"), (0, "even")]
}

#[component]
fn Numbers(scale: HoursScale) -> impl IntoView {
    let row = |(label, count): (&'static str, i32)| {
        view! {
            <TableRow>
                <RowHead>{label}</RowHead>
                <Cell label="Hours" numeric=true>{minutes(count)}</Cell>
            </TableRow>
        }
    };
    let head = || view! { <ColumnHead label="What" /><ColumnHead label="Hours" numeric=true /> };
    let rows = [("You hold", scale.balance)].into_iter().chain(marks(scale).map(|(count, label)| (label, count)));
    view! { <Table label="What you hold, and how far it may go" head>{rows.map(row).collect_view()}</Table> }
}

#[component]
fn Picture(scale: HoursScale, width: i32, class: &'static str) -> impl IntoView {
    let all = i64::from((scale.most - scale.hard).max(1));
    let right = width - LEFT;
    let x = move |count: i32| {
        let part = i64::from(right - LEFT) * i64::from(count - scale.hard) / all;
        LEFT + i32::try_from(part).unwrap_or_default()
    };
    let mark = |(place, (count, label)): (i32, (i32, &'static str))| {
        let (at, side) = (x(count), if count == scale.hard { "start" } else { "middle" });
        // Two rows of words, so that neighbours do not meet.
        let below = LINE + 26 + 16 * (place % 2);
        view! {
            <line class="chart-grid" x1=at x2=at y1=LINE - 8 y2=below - 12></line>
            <text x=at y=below text-anchor=side>{format!("{} {label}", minutes(count))}</text>
        }
    };
    let marks = (0..).zip(marks(scale)).map(mark).collect_view();
    let (from, to) = (x(0).min(x(scale.balance)), x(0).max(x(scale.balance)));
    let way = if scale.balance < 0 { "learn" } else { "teach" };
    let anchor = if x(scale.balance) < LEFT + 40 {
        "start"
    } else if x(scale.balance) > right - 40 {
        "end"
    } else {
        "middle"
    };
    view! {
        <svg class=class viewBox=format!("0 0 {width} 92") role="img" aria-labelledby="balance">
            <line class="chart-grid" x1=LEFT x2=right y1=LINE y2=LINE></line>
            {marks}
            <rect class="hours-bar" data-way=way x=from y=LINE - 6 width=(to - from).max(1) height="12" rx="3"></rect>
            <circle class="chart-dot" cx=x(scale.balance) cy=LINE r="6"></circle>
            <text class="chart-strong" x=x(scale.balance) y=LINE - 16 text-anchor=anchor>{minutes(scale.balance)}</text>
        </svg>
    }
}
