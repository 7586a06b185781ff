//! The level, how sure it is, and the chance of each of the five.

use super::in_hundred;
use crate::ui::{Cell, Certainty, ColumnHead, LaneScale, RowHead, Section, SkillLane, Table, TableRow};

use domain::evidence::Level;
use domain::evidence::pages::LevelPage;
use domain::wording::sentence;
use leptos::prelude::*;

/// The section that answers how sure.
#[component]
pub(super) fn Chances(page: LevelPage) -> impl IntoView {
    let title = match page.level {
        Some(level) => format!("{}, {}", sentence(level.title()), sure(page.certainty)),
        None => "No level yet".to_owned(),
    };
    let lane = page.level.map(|level| {
        let (level, certainty) = (level.number(), Certainty::of(page.certainty));
        view! {
            <div class="evidence-lane">
                <SkillLane level certainty />
                <LaneScale />
            </div>
        }
    });
    let target = page.target;
    let rows = Level::ALL
        .into_iter()
        .zip(page.chances)
        .map(|(level, chance)| view! { <Chance level chance is_wanted={level >= target} /> })
        .collect_view();
    let head = || {
        view! {
            <ColumnHead label="Level" />
            <ColumnHead label="Chance" />
        }
    };
    view! {
        <Section id="chances" title=title>
            {lane}
            <p class="figure-takeaway">{page.takeaway}</p>
            <p>{page.cover}</p>
            <Table label="The chance of each level" class="evidence-chances" head>
                {rows}
            </Table>
        </Section>
    }
}

const fn sure(certainty: u8) -> &'static str {
    match certainty {
        0 => "hardly known",
        1 => "not sure yet",
        2 => "fairly sure",
        _ => "sure",
    }
}

/// One level. The bar says the same as the number beside it.
#[component]
fn Chance(level: Level, chance: u16, is_wanted: bool) -> impl IntoView {
    let width = chance.to_string();
    view! {
        <TableRow>
            <RowHead>
                {sentence(level.title())}
                <span class="table-sub">{level.behaviour()}</span>
            </RowHead>
            <Cell label="Chance">
                <span class="evidence-chance">
                    <svg class="strip" viewBox="0 0 10000 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="strip-base" width="10000" height="10"></rect>
                        <rect class="strip-value" data-wanted=is_wanted.then_some("") width=width height="10"></rect>
                    </svg>
                    <data value=chance.to_string()>{in_hundred(chance)}</data>
                </span>
            </Cell>
        </TableRow>
    }
}
