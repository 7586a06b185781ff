//! The plan as people will live it: who learns what from whom, how long, by when, and what it does for the cover.

use super::plan_actions::PlanActions;
use crate::ui::{
    AvatarSize, Button, ButtonKind, ButtonSize, Cell, Chip, ChipKind, ColumnHead, Icon, IconName, IconSize, PersonLine,
    RowHead, Status, Table, TableRow,
};
use domain::cover_plans::{PlanView, Standing, StepLine, Verdict};
use domain::id::PlanId;
use domain::tag::{PersonTag, SkillTag};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Id of the form that starts steps; the check boxes in the rows belong to it.
const START: &str = "start-steps";

/// The steps with the bar that starts them.
#[component]
pub(super) fn StepTable(plan: PlanView, may_change: bool, actions: PlanActions) -> impl IntoView {
    let head = move || {
        view! {
            {may_change.then(|| view! { <ColumnHead label="Start" hidden=true /> })}
            <ColumnHead label="Learner" />
            <ColumnHead label="Learns from" />
            <ColumnHead label="Skill" />
            <ColumnHead label="Hours" numeric=true />
            <ColumnHead label="By" />
            <ColumnHead label="Cover" />
            <ColumnHead label="Stands" />
            {may_change.then(|| view! { <ColumnHead label="Decide" hidden=true /> })}
        }
    };
    let id = plan.id.clone();
    let rows = plan.steps.clone().into_iter().map(|line| view! { <Row plan=id.clone() line may_change actions /> });
    let rows = rows.collect_view();
    view! {
        {(may_change && plan.to_start > 0).then(|| view! { <StartBar plan=plan.clone() actions /> })}
        <Table label="Steps of the plan" class="plan-table" head>{rows}</Table>
        <p class="plan-sum"><b>{plan.hours}" hours in all."</b>" "{plan.reached}"."</p>
    }
}

/// How many can be started, what that takes, and the button.
#[component]
fn StartBar(plan: PlanView, actions: PlanActions) -> impl IntoView {
    let steps = plan.to_start;
    let words = if steps == 1 { "One step can start".to_owned() } else { format!("{steps} steps can start") };
    view! {
        <ActionForm action=actions.start attr:id=START attr:class="bulk-bar">
            <input type="hidden" name="plan" value=plan.id.to_string() />
            <span class="bulk-count">{words}</span>
            <span>{plan.load}"."</span>
            <Button kind=ButtonKind::Primary submit=true pending=actions.start.pending()>"Start the chosen steps"</Button>
        </ActionForm>
    }
}

#[component]
fn Row(plan: PlanId, line: StepLine, may_change: bool, actions: PlanActions) -> impl IntoView {
    let what = format!("{} learns {} from {}", line.learner.name, line.skill.name, line.teacher.name);
    let can_start = line.standing == Standing::Proposed;
    let check = may_change.then(|| view! { <Pick key=line.key.0.clone() what=what.clone() can_start actions /> });
    let missing = line.lacks_word.then(|| view! { <Missing learner=line.learner.clone() skill=line.skill.clone() /> });
    let href = format!("/skills/{}", line.skill.id);
    let cover = match line.first_for {
        Some(next) => view! { <span class="table-sub">"Comes before "{next.name}</span> }.into_any(),
        None => view! { <CoverStep before=line.before after=line.after target=line.target /> }.into_any(),
    };
    let decide = may_change.then(|| {
        let open = can_start || line.standing == Standing::Stalled || line.standing.has_fallen_through();
        let inside = open.then(|| view! { <Decide plan key=line.key.0.clone() what verdict=line.verdict actions /> });
        view! { <Cell tight=true>{inside}</Cell> }
    });
    view! {
        <TableRow>
            {check}
            <RowHead>
                <Who person=line.learner />
                <span class="table-sub">{line.why}</span>
            </RowHead>
            <Cell label="Learns from"><Who person=line.teacher /></Cell>
            <Cell label="Skill"><a href=href>{line.skill.name}</a></Cell>
            <Cell label="Hours" numeric=true>
                {line.learning}
                <span class="table-sub">{line.teaching}" to teach"</span>
            </Cell>
            <Cell label="By">{line.by}</Cell>
            <Cell label="Cover">{cover}</Cell>
            <Cell label="Stands">
                <Chip kind=chip(&line.standing)>{line.words}</Chip>
                {missing}
            </Cell>
            {decide}
        </TableRow>
    }
}

fn chip(standing: &Standing) -> ChipKind {
    match standing {
        Standing::Proposed => ChipKind::Plain,
        Standing::LearnerAsked | Standing::Asked => Status::Info.into(),
        Standing::Agreed | Standing::Met | Standing::Reached => Status::Success.into(),
        Standing::Stalled
        | Standing::LearnerDeclined
        | Standing::TeacherDeclined
        | Standing::Lapsed
        | Standing::Leaves
        | Standing::Void => Status::Warning.into(),
    }
}

/// The tick of a step. What was unticked is remembered by step, since rows move when the plan is drawn up anew.
#[component]
fn Pick(key: String, what: String, can_start: bool, actions: PlanActions) -> impl IntoView {
    let check = can_start.then(|| {
        let (seen, ticked) = (key.clone(), key.clone());
        let is_on = move || !actions.unticked.with(|unticked| unticked.contains(&seen));
        let tick = move |event| actions.tick(&ticked, event_target_checked(&event));
        view! {
            <label class="check">
                <input type="checkbox" name="steps[]" value=key form=START checked=true prop:checked=is_on on:change=tick />
                <span class="visually-hidden">"Start: "{what}</span>
            </label>
        }
    });
    view! { <Cell tight=true corner=true>{check}</Cell> }
}

/// They have met for as long as it takes, and nobody has said yet that the learner can do it.
#[component]
fn Missing(learner: PersonTag, skill: SkillTag) -> impl IntoView {
    let word = format!("/people/{}/skills/{}", learner.id, skill.id);
    let drill = format!("/drills/new?skill={}", skill.id);
    let what = format!(" for {} in {}", learner.name, skill.name);
    view! {
        <span class="table-sub">
            "Still needs "
            <a class="link" href=word>"a word"<span class="visually-hidden">{what.clone()}</span></a>
            " or "
            <a class="link" href=drill>"a drill"<span class="visually-hidden">{what}</span></a>
        </span>
    }
}

#[component]
fn Who(person: PersonTag) -> impl IntoView {
    let (seed, href) = (person.id.to_string(), format!("/people/{}", person.id));
    view! { <PersonLine name=person.name seed href size=AvatarSize::Small /> }
}

/// "1 → 2 of 3" with a dot for each place.
#[component]
fn CoverStep(before: u32, after: u32, target: u32) -> impl IntoView {
    let pips = (0..target.min(8))
        .map(|place| {
            let (on, new) = (place < before, place >= before && place < after);
            view! { <i data-on=on.then_some("") data-new=new.then_some("")></i> }
        })
        .collect_view();
    view! {
        <span class="cover-step">
            {before}
            <Icon name=IconName::Forward size=IconSize::Small />
            <b>{after}</b>
            {format!("of {target}")}
            <span class="cover-pips" aria-hidden="true">{pips}</span>
        </span>
    }
}

/// Keep it whatever else changes, or rule it out.
#[component]
fn Decide(plan: PlanId, key: String, what: String, verdict: Option<Verdict>, actions: PlanActions) -> impl IntoView {
    let keep = verdict != Some(Verdict::Keep);
    let other = what.clone();
    let (value, words) = if keep { ("keep", "Keep") } else { ("open", "Kept") };
    view! {
        <ActionForm action=actions.choose attr:class="plan-decide">
            <input type="hidden" name="plan" value=plan.to_string() />
            <input type="hidden" name="form[step]" value=key />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true attr:name="form[verdict]" attr:value=value>
                {words}<span class="visually-hidden">": "{what}</span>
            </Button>
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true attr:name="form[verdict]" attr:value="never">
                "Not this"<span class="visually-hidden">": "{other}</span>
            </Button>
        </ActionForm>
    }
}
