//! A table that becomes blocks on narrow screens.

use leptos::prelude::*;

use super::super::{
    AvatarSize, Button, ButtonSize, Cell, Checkbox, Chip, ColumnHead, PersonLine, RowHead, Sorted, Table, TableRow, Way,
};
use super::specimen::{Guide, Specimen};

/// Name, team, what they teach, and how often they taught.
const ROWS: [(&str, &str, &str, u32); 4] = [
    ("Amara Okafor", "Care East", "Clinical handover", 14),
    ("Bartholomew Fotheringay-Ashworth", "Finance & Payroll", "Month-end close", 1),
    ("Kwabena Asante", "Care West", "Cold chain", 6),
    ("Zoë Vandermeer", "Night Team", "Wound care", 0),
];

#[component]
pub(super) fn Tables() -> impl IntoView {
    let head = || {
        view! {
            <ColumnHead label="Choose" hidden=true />
            <ColumnHead label="Name" sort="#tables" sorted=Sorted::Up />
            <ColumnHead label="Team" sort="#tables" />
            <ColumnHead label="Can teach" />
            <ColumnHead label="Taught" numeric=true />
            <ColumnHead label="Action" hidden=true />
        }
    };
    let rows = ROWS
        .into_iter()
        .map(|(name, team, skill, taught)| view! { <PersonRow name team skill taught /> })
        .collect_view();
    view! {
        <Guide
            id="tables"
            title="Table"
            note="The sorted column says so; on a phone each row is a block with the column's name before each value."
        >
            <Specimen name="Table, ColumnHead, RowHead, Cell" wide=true>
                <Table label="People" head>
                    {rows}
                </Table>
            </Specimen>
        </Guide>
    }
}

#[component]
fn PersonRow(name: &'static str, team: &'static str, skill: &'static str, taught: u32) -> impl IntoView {
    view! {
        <TableRow>
            <Cell tight=true>
                <Checkbox name="chosen[]" value=name>
                    <span class="visually-hidden">{format!("Choose {name}")}</span>
                </Checkbox>
            </Cell>
            <RowHead>
                <PersonLine name seed=name href="#tables" size=AvatarSize::Small />
            </RowHead>
            <Cell label="Team">{team}</Cell>
            <Cell label="Can teach">
                <Chip kind=Way::Teach>{skill}</Chip>
            </Cell>
            <Cell label="Taught" numeric=true>
                {taught}
            </Cell>
            <Cell tight=true corner=true>
                <Button size=ButtonSize::Small>"Ask"</Button>
            </Cell>
        </TableRow>
    }
}
