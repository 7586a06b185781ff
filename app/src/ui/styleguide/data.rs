//! Sentence, picture, table.

use leptos::prelude::*;

use super::super::{Cell, ColumnHead, Figure, RowHead, Table, TableRow};
use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn Data() -> impl IntoView {
    view! {
        <Guide id="data" title="Figure" note="A sentence first, the picture second, the same numbers as a table third.">
            <Specimen name="Figure" wide=true>
                <Figure
                    id="guide-cover"
                    title="People who can teach Infusion pumps, September to January"
                    takeaway="Cover fell from two to one in October; two planned steps bring it to three by 31 January."
                    table=Numbers
                    csv="/styleguide"
                >
                    <Chart />
                </Figure>
            </Specimen>
        </Guide>
    }
}

#[component]
fn Chart() -> impl IntoView {
    view! {
        <svg class="chart" viewBox="0 0 660 206" role="img" aria-labelledby="guide-cover">
            <line class="chart-grid" x1="28" x2="556" y1="170" y2="170"></line>
            <line class="chart-grid" x1="28" x2="556" y1="82" y2="82"></line>
            <path class="chart-target" d="M28 38H556"></path>
            <text class="chart-strong" x="28" y="26">
                "Target: 3 people"
            </text>
            <path class="chart-line" d="M28 82H180V126H288"></path>
            <path class="chart-line" data-future="" d="M288 126H382V82H556V38"></path>
            <circle class="chart-dot" cx="288" cy="126" r="5"></circle>
            <circle class="chart-dot" data-future="" cx="556" cy="38" r="5"></circle>
            <text class="chart-strong" x="288" y="150" text-anchor="middle">
                "Today: 1"
            </text>
            <text x="28" y="196" text-anchor="middle">
                "7 Sep"
            </text>
            <text x="556" y="196" text-anchor="middle">
                "31 Jan"
            </text>
        </svg>
    }
}

#[component]
fn Numbers() -> impl IntoView {
    let head = || {
        view! {
            <ColumnHead label="Day" />
            <ColumnHead label="People" numeric=true />
        }
    };
    let rows = [("7 September", 2), ("19 October", 1), ("14 December, planned", 2), ("31 January, planned", 3)]
        .map(|(day, people)| {
            view! {
                <TableRow>
                    <RowHead>{day}</RowHead>
                    <Cell label="People" numeric=true>
                        {people}
                    </Cell>
                </TableRow>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <Table label="People who can teach Infusion pumps" head>
            {rows}
        </Table>
    }
}
