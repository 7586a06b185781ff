//! The table of targets: tick skills, say what they should aim at, preview it. One form, sent to the address.

use crate::ui::{
    Button, ButtonKind, Cell, Checkbox, Choice, ColumnHead, EmptyState, Field, InputKind, LinkButton, Note, RiskBars,
    RowHead, Select, Status, Table, TableRow, TextInput,
};
use domain::coverage::{AimForm, AimRow, TargetsPage, TargetsQuery};
use domain::evidence::Level;
use domain::skill::Criticality;
use leptos::prelude::*;

/// What to aim at, and the skills to tick.
#[component]
pub(super) fn TargetTable(page: TargetsPage) -> impl IntoView {
    if page.rows.is_empty() {
        let all = || view! { <LinkButton href="/continuity/targets">"See all skills"</LinkButton> };
        let words = "Take a filter away to see more.";
        return view! { <EmptyState title="No skill is like that" action=all>{words}</EmptyState> }.into_any();
    }
    let (query, problem) = (page.query.clone(), page.problem.clone());
    let rows = page.rows;
    // A row that shows something else is another row: a tick never passes to the skill that takes its place.
    let rows =
        view! { <For each=move || rows.clone() key=|row| format!("{row:?}") children=|row| view! { <Row row /> } /> };
    let head = || {
        view! {
            <ColumnHead label="Choose" hidden=true />
            <ColumnHead label="Skill" />
            <ColumnHead label="Criticality" />
            <ColumnHead label="Aims at" />
            <ColumnHead label="By" />
            <ColumnHead label="Cover" />
        }
    };
    view! {
        <form class="targets" action="/continuity/targets" aria-label="Change targets">
            <Filter query=query.clone() />
            <input type="hidden" name="preview" value="1" />
            <Aims set=query.set problem />
            <Checkbox name="all" value="1" checked=query.all>
                "All that are shown"
            </Checkbox>
            <Table label="Skills and what is aimed at" class="targets-table" head>
                {rows}
            </Table>
        </form>
    }
    .into_any()
}

/// The filter goes along.
#[component]
fn Filter(query: TargetsQuery) -> impl IntoView {
    let area = query.area.map(|area| view! { <input type="hidden" name="area" value=area.to_string() /> });
    let criticality = query.criticality.map(Criticality::key);
    let criticality = criticality.map(|key| view! { <input type="hidden" name="criticality" value=key /> });
    let below = query.below.then(|| view! { <input type="hidden" name="below" value="1" /> });
    view! { {area} {criticality} {below} }
}

/// What the ticked skills should aim at; what is left alone stays.
#[component]
fn Aims(set: AimForm, problem: Option<(String, String)>) -> impl IntoView {
    let error = |name: &'static str| {
        let text = problem.as_ref().filter(|(field, _)| field == name).map(|(_, text)| text.clone());
        Signal::stored(text)
    };
    let beside = problem.clone().filter(|(field, _)| field == "skill" || field == "set");
    let beside = beside.map(|(_, text)| view! { <Note status=Status::Danger>{text}</Note> });
    let as_is = || std::iter::once(Choice::new("", "As it is"));
    let criticalities = Criticality::ALL.map(|choice| Choice::new(choice.key(), choice.title()));
    let levels = Level::ALL.into_iter().filter(|level| *level > Level::NONE);
    let levels = levels.map(|level| Choice::new(level.number().to_string(), level.title()));
    let (criticalities, levels) = (as_is().chain(criticalities).collect(), as_is().chain(levels).collect());
    view! {
        <div role="status">{beside}</div>
        <fieldset class="targets-set">
            <legend class="field-label">"Change the ticked skills to"</legend>
            <Field id="set-criticality" label="Criticality" error=error("set_criticality")>
                <Select name="set_criticality" choices=criticalities value=set.criticality />
            </Field>
            <Field id="set-people" label="People" error=error("set_people")>
                <TextInput name="set_people" kind=InputKind::Number value=set.people placeholder="as it is" attr:min="0" attr:max="99" />
            </Field>
            <Field id="set-level" label="Level" error=error("set_level")>
                <Select name="set_level" choices=levels value=set.level />
            </Field>
            <Field id="set-by" label="By" error=error("set_by")>
                <TextInput name="set_by" kind=InputKind::Date value=set.by />
            </Field>
            <Checkbox name="set_no_date" value="1" checked=set.no_date>
                "No date"
            </Checkbox>
            <Button kind=ButtonKind::Soft submit=true>
                "Preview"
            </Button>
        </fieldset>
    }
}

#[component]
fn Row(row: AimRow) -> impl IntoView {
    let href = format!("/skills/{}", row.skill.id);
    let words = format!("Choose {}", row.skill.name);
    let aims = format!("{} at “{}”", row.target.people, row.target.level.title());
    let cover = format!("{} of {}", row.cover.have, row.cover.target);
    let risk = row.risk.map(|risk| view! { <RiskBars band=risk.band() words=cover.clone() /> }.into_any());
    let cover = risk.unwrap_or_else(|| cover.into_any());
    view! {
        <TableRow>
            <Cell tight=true corner=true>
                <Checkbox name="skill" value=row.skill.id.to_string() checked=row.chosen>
                    <span class="visually-hidden">{words}</span>
                </Checkbox>
            </Cell>
            <RowHead>
                <a class="person-name" href=href>
                    {row.skill.name}
                </a>
                <span class="table-sub">{row.area.name}</span>
            </RowHead>
            <Cell label="Criticality">{row.criticality.title()}</Cell>
            <Cell label="Aims at">{aims}</Cell>
            <Cell label="By">{row.by.unwrap_or_else(|| "–".to_owned())}</Cell>
            <Cell label="Cover">{cover}</Cell>
        </TableRow>
    }
}
