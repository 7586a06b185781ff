//! How risk went over the last weeks: one line, and the same numbers as a table.

use crate::ui::{Cell, ColumnHead, Figure, RowHead, Table, TableRow};
use domain::coverage::{RiskPoint, RiskTrend};
use leptos::prelude::*;

const LEFT: u32 = 32;
const TOP: u32 = 16;
const BOTTOM: u32 = 140;

/// The chart with its sentence and its table. Drawn twice, so that its words stay legible on a phone.
#[component]
pub(super) fn TrendChart(trend: RiskTrend) -> impl IntoView {
    let (wide, narrow, points) = (trend.points.clone(), trend.points.clone(), trend.points);
    let table = move || view! { <Numbers points /> };
    let title = "Risk: people missing, each weighed by how critical the skill is, against the targets of today";
    view! {
        <section class="section" aria-labelledby="trend-title">
            <div class="section-head">
                <h2 class="section-title" id="trend-title">
                    "How it went"
                </h2>
            </div>
            <Figure id="trend-take" title takeaway=trend.takeaway table>
                <Line points=wide width=1120 class="chart from-tablet" />
                <Line points=narrow width=358 class="chart phone-only" />
            </Figure>
        </section>
    }
}

#[component]
fn Numbers(points: Vec<RiskPoint>) -> impl IntoView {
    let row = |point: RiskPoint| {
        view! {
            <TableRow>
                <RowHead>{point.label}</RowHead>
                <Cell label="Risk" numeric=true>{point.risk}</Cell>
                <Cell label="People missing" numeric=true>{point.missing}</Cell>
            </TableRow>
        }
    };
    let rows = points.into_iter().map(row).collect_view();
    let head = || {
        view! {
            <ColumnHead label="On" />
            <ColumnHead label="Risk" numeric=true />
            <ColumnHead label="People missing" numeric=true />
        }
    };
    view! {
        <Table label="Risk over time" head>
            {rows}
        </Table>
    }
}

#[component]
fn Line(points: Vec<RiskPoint>, width: u32, class: &'static str) -> impl IntoView {
    let most = points.iter().map(|point| point.risk).max().unwrap_or(0).max(1);
    let right = width - 32;
    let y = move |risk: u32| BOTTOM - (BOTTOM - TOP) * risk / most;
    let count = u32::try_from(points.len()).unwrap_or(1).saturating_sub(1).max(1);
    let x = move |place: u32| LEFT + (right - LEFT) * place / count;
    let line: String = points
        .iter()
        .zip(0_u32..)
        .map(|(point, place)| format!("{}{} {}", if place == 0 { 'M' } else { 'L' }, x(place), y(point.risk)))
        .collect();
    // On a phone every third day is named, and today.
    let apart = if width < 600 { 3 } else { 1 };
    let is_named = move |place: u32| (count - place).is_multiple_of(apart);
    let labels = points.iter().zip(0_u32..).filter(|(_, place)| is_named(*place));
    let labels = labels
        .map(|(point, place)| view! { <text x=x(place) y="164" text-anchor="middle">{point.label.clone()}</text> })
        .collect_view();
    let line_at = |risk: u32| {
        let at = y(risk);
        view! { <line class="chart-grid" x1=LEFT x2=right y1=at y2=at></line><text x="4" y=at + 4>{risk}</text> }
    };
    let mut lines = vec![0, most / 2, most];
    lines.dedup();
    let grid = lines.into_iter().map(line_at).collect_view();
    let last = points.last().map_or(0, |point| point.risk);
    view! {
        <svg class=class viewBox=format!("0 0 {width} 172") role="img" aria-labelledby="trend-take">
            {grid}
            <path class="chart-line" d=line></path>
            <circle class="chart-dot" cx=right cy=y(last) r="5"></circle>
            {labels}
        </svg>
    }
}
