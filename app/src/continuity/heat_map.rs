//! Where it is thin: teams against skills. A real table.

use crate::ui::HeatCell;
use domain::coverage::{ContinuityQuery, Heat, HeatColumn, HeatRow, MapPart, Stretch};
use domain::skill::Criticality;
use leptos::prelude::*;

/// The map with its sentence; nothing while there is nothing to show.
#[component]
pub(super) fn HeatMap(heat: Heat, query: ContinuityQuery) -> impl IntoView {
    if heat.rows.is_empty() || heat.columns.is_empty() {
        return ().into_any();
    }
    let takeaway = heat.takeaway.clone();
    let (people, skills, teams) = (heat.people, heat.skills, heat.teams);
    let part = query.map;
    let at = move |map: MapPart| ContinuityQuery { map, ..query.clone() }.link();
    let skills_at = {
        let at = at.clone();
        move |skills| at(MapPart { skills, ..part })
    };
    let teams_at = move |teams| at(MapPart { teams, ..part });
    view! {
        <section class="section" aria-labelledby="heat-title">
            <figure class="figure" aria-labelledby="heat-title">
                <div class="figure-head section-head">
                    <h2 class="section-title" id="heat-title">
                        "Where we are thin"
                    </h2>
                    <Key />
                </div>
                <p class="figure-takeaway">{takeaway}</p>
                <Grid heat />
                <div class="figure-tools">
                    <Steps noun="Skills" stretch=skills link=skills_at />
                    <Steps noun="Teams" stretch=teams link=teams_at />
                    <span>"Counted from evidence. "{people}" people in the teams shown."</span>
                </div>
            </figure>
        </section>
    }
    .into_any()
}

/// "Skills 1 to 10 of 174", with the ways to those before and after.
#[component]
fn Steps(noun: &'static str, stretch: Stretch, link: impl Fn(u32) -> String) -> impl IntoView {
    let Stretch { number, first, last, all } = stretch;
    let small = noun.to_lowercase();
    let step = |words: &str, to: Option<u32>| {
        let (href, words) = (link(to?), format!("{words} {small}"));
        Some(view! { <a class="link" href=href>{words}</a> " " })
    };
    let (before, after) = (number.checked_sub(1), stretch.has_more().then_some(number + 1));
    view! {
        <span>
            {format!("{noun} {first} to {last} of {all}. ")}
            {step("Earlier", before)}
            {step("More", after)}
        </span>
    }
}

#[component]
fn Grid(heat: Heat) -> impl IntoView {
    let head = heat.columns.into_iter().map(|column| view! { <Column column /> }).collect_view();
    let body = heat.rows.into_iter().map(|row| view! { <Row row /> }).collect_view();
    let all = heat.total.iter().fold((0, 0), |(have, need), cell| (have + cell.have, need + cell.need));
    let foot = heat.total.into_iter().map(|cell| view! { <Sum have=cell.have need=cell.need /> }).collect_view();
    view! {
        <div class="table-scroll" role="region" aria-label="Coverage by team and skill" tabindex="0">
            <table class="coverage">
                <caption class="visually-hidden">"People who cover a skill, over people who work with it, by team"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Team, people"</th>
                        {head}
                        <th scope="col">"All shown"</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">"All shown"</th>
                        {foot}
                        <Sum have=all.0 need=all.1 />
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// A cell of what is added up.
#[component]
fn Sum(have: u32, need: u32) -> impl IntoView {
    view! { <td class="coverage-sum">{have}<small>"/"{need}</small></td> }
}

#[component]
fn Key() -> impl IntoView {
    view! {
        <ul class="key" aria-label="How to read a cell">
            <li>
                <span class="cells-example">
                    <HeatCell have=1 need=3 example=true />
                    <HeatCell have=2 need=3 example=true />
                    <HeatCell have=4 need=5 example=true />
                </span>
                "cover it, of those who work with it"
            </li>
            <li>
                <HeatCell have=0 need=2 example=true />
                "needed, nobody"
            </li>
            <li>
                <HeatCell have=0 need=0 example=true />
                "not needed"
            </li>
        </ul>
    }
}

#[component]
fn Column(column: HeatColumn) -> impl IntoView {
    let is_critical = column.criticality == Criticality::Critical;
    let critical = is_critical.then(|| view! { <span class="coverage-critical">"critical"</span> });
    let href = format!("/skills/{}", column.skill.id);
    view! {
        <th scope="col">
            {critical}
            <a href=href>{column.skill.name}</a>
        </th>
    }
}

#[component]
fn Row(row: HeatRow) -> impl IntoView {
    let cell = |cell: domain::coverage::HeatCell| view! { <td><HeatCell have=cell.have need=cell.need /></td> };
    let total = row.total;
    let cells = row.cells.into_iter().map(cell).collect_view();
    let href = format!("/teams/{}", row.team.id);
    view! {
        <tr>
            <th scope="row">
                <a href=href>{row.team.name}</a>
                " "
                <span class="coverage-size">{row.people}</span>
            </th>
            {cells}
            <Sum have=total.have need=total.need />
        </tr>
    }
}
