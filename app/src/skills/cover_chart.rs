//! How cover stood over the last months: a line of steps, the target above it.

use crate::ui::{Cell, ColumnHead, Figure, RowHead, Table, TableRow};
use domain::skills::{CoverHistory, CoverPoint};
use leptos::prelude::*;

const LEFT: u32 = 28;
const TOP: u32 = 38;
const BOTTOM: u32 = 170;

/// The chart with its sentence and its table. Drawn twice, so that its words stay legible on a phone.
#[component]
pub(super) fn CoverChart(history: CoverHistory, #[prop(into)] title: String) -> impl IntoView {
    let (wide, narrow) = (history.clone(), history.clone());
    let (points, target) = (history.points, history.target);
    let table = move || view! { <Numbers points target /> };
    view! {
        <Figure id="cover-take" title takeaway=history.takeaway table>
            <Steps history=wide width=660 class="chart from-tablet" />
            <Steps history=narrow width=358 class="chart phone-only" />
        </Figure>
    }
}

#[component]
fn Numbers(points: Vec<CoverPoint>, target: u32) -> impl IntoView {
    let row = |point: CoverPoint| {
        view! {
            <TableRow>
                <RowHead>{point.label}</RowHead>
                <Cell label="People" numeric=true>{point.have}</Cell>
                <Cell label="Target" numeric=true>{target}</Cell>
            </TableRow>
        }
    };
    let rows = points.into_iter().map(row).collect_view();
    let head = || {
        view! {
            <ColumnHead label="On" />
            <ColumnHead label="People" numeric=true />
            <ColumnHead label="Target" numeric=true />
        }
    };
    view! {
        <Table label="Cover over time" head>
            {rows}
        </Table>
    }
}

#[component]
fn Steps(history: CoverHistory, width: u32, class: &'static str) -> impl IntoView {
    let most = history.points.iter().map(|point| point.have).max().unwrap_or(0).max(history.target).max(1);
    let right = width - 40;
    let y = move |have: u32| BOTTOM - (BOTTOM - TOP) * have / most;
    let count = u32::try_from(history.points.len()).unwrap_or(1).saturating_sub(1).max(1);
    let x = move |place: u32| LEFT + (right - LEFT) * place / count;
    let places = || history.points.iter().zip(0_u32..);
    let line: String = places()
        .map(|(point, place)| match place {
            0 => format!("M{} {}", x(0), y(point.have)),
            _ => format!("H{}V{}", x(place), y(point.have)),
        })
        .collect();
    let labels = places()
        .map(|(point, place)| view! { <text x=x(place) y="196" text-anchor="middle">{point.label.clone()}</text> })
        .collect_view();
    let step = most.div_ceil(4).max(1);
    let line_at = |line: u32| {
        let (have, at) = (line * step, y(line * step));
        view! { <line class="chart-grid" x1=LEFT x2=right y1=at y2=at></line><text x="8" y=at + 4>{have}</text> }
    };
    let grid = (0..=most / step).map(line_at).collect_view();
    let last = history.points.last().map_or(0, |point| point.have);
    let target = format!("M{LEFT} {at}H{right}", at = y(history.target));
    let above = y(history.target).saturating_sub(8);
    view! {
        <svg class=class viewBox=format!("0 0 {width} 206") role="img" aria-labelledby="cover-take">
            {grid}
            <path class="chart-target" d=target></path>
            <text class="chart-strong" x=LEFT y=above>
                "Target: "
                {history.target}
            </text>
            <path class="chart-line" d=line></path>
            <circle class="chart-dot" cx=right cy=y(last) r="5"></circle>
            {labels}
        </svg>
    }
}
