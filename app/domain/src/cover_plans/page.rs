//! The planner's page: targets, the plan as people will live it, what holds it back, and what can be done with it.

use super::view::{ChoiceLine, GapLine, PlanView, StepLine, TargetLine};
use super::words::{self, Sum};
use super::{Assumptions, CoverPlan, Scope, Standing, Step, StepKey, Trio, standing};
use crate::actor::{Actor, Role};
use crate::clocks::{Clocks, Day};
use crate::cover_plan::need;
use crate::coverage::Cover;
use crate::id::SkillId;
use crate::org::Org;
use crate::rejection::Rejection;
use crate::search::fold;
use crate::skill::Skill;
use crate::tag::{AreaTag, PersonTag, SkillTag};
use crate::time::Zone;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverPlanPage {
    /// What it comes to.
    pub lead: String,
    /// True for whoever may draw up, change and start it.
    pub may_change: bool,
    /// The scope of the plan, or of the one that would be drawn up.
    pub scope: Scope,
    /// What the plan assumes about learning, or would.
    pub assumptions: Assumptions,
    /// Areas to choose from, by name.
    pub areas: Vec<AreaTag>,
    /// The skills of that scope below their target, the most critical first.
    pub targets: Vec<TargetLine>,
    /// The plan; `None` before one is drawn up.
    pub plan: Option<PlanView>,
}

/// The page with `plan`. For managers and above; program admins may change it.
pub fn cover_plan_page(
    org: &Org,
    actor: &Actor,
    (plan, scope): (Option<&CoverPlan>, Scope),
    clocks: &Clocks,
) -> Result<CoverPlanPage, Rejection> {
    actor.at_least(Role::Manager)?;
    let scope = plan.map_or(scope, |plan| plan.scope.clone());
    let today = clocks.today(&Zone::utc());
    let mut below: Vec<(&Skill, Cover)> = scope.skills(org).map(|skill| (skill, staying(org, skill, today))).collect();
    below.retain(|(_, cover)| cover.have < cover.target);
    below.sort_by_cached_key(|(skill, cover)| (Reverse(skill.criticality), cover.have, fold(skill.name.as_str())));
    let mut areas: Vec<AreaTag> = org.areas().map(|area| AreaTag::of(org, &area.id)).collect();
    areas.sort_by_cached_key(|area| fold(&area.name));
    let assumptions = plan.map(|plan| plan.assumptions).unwrap_or_default();
    let plan = plan.map(|plan| plan_view(org, plan, clocks));
    Ok(CoverPlanPage {
        lead: plan.as_ref().map_or_else(|| lead(below.len()), |plan| plan.takeaway.clone()),
        may_change: actor.at_least(Role::ProgramAdmin).is_ok(),
        targets: below.into_iter().map(|(skill, cover)| target_line(org, (skill, cover), today)).collect(),
        scope,
        assumptions,
        areas,
        plan,
    })
}

/// How a skill stands when it is due, as things are: whoever leaves before then does not count.
fn staying(org: &Org, skill: &Skill, today: Day) -> Cover {
    let (target, have) = (u32::from(skill.target.people), crate::coverage::cover(org, skill).have);
    let have = need(org, skill, today).map_or(have.max(target), |need| target.saturating_sub(need.seats));
    Cover { have, target }
}

fn lead(below: usize) -> String {
    match below {
        0 => words::NOTHING_TO_PLAN.to_owned(),
        n => {
            let skills = sentence(&counted(n, "skill is", "skills are"));
            format!("{skills} below target. Kith finds the least teaching that mends it.")
        }
    }
}

fn target_line(org: &Org, (skill, cover): (&Skill, Cover), today: Day) -> TargetLine {
    let due = words::day(skill.target.due(today));
    let by = match skill.target.by {
        Some(by) if by > today => due,
        Some(_) => format!("{due}, as its date has passed"),
        None => format!("{due}, as no date is set"),
    };
    TargetLine { skill: SkillTag::of(org, &skill.id), criticality: skill.criticality, cover, by }
}

fn plan_view(org: &Org, plan: &CoverPlan, clocks: &Clocks) -> PlanView {
    let steps = step_lines(org, plan, clocks);
    let sum = sum(org, plan, clocks);
    let fell = |step: &Step| standing(org, step, clocks.now).has_fallen_through();
    let count = |wanted: fn(&Standing) -> bool| {
        u32::try_from(steps.iter().filter(|step| wanted(&step.standing)).count()).unwrap_or(u32::MAX)
    };
    let time: u32 = plan.live_steps().map(|step| step.learning + step.teaching).sum();
    let by = plan.by.as_ref().map_or("The console", |by| org.name_of(by));
    PlanView {
        id: plan.id.clone(),
        takeaway: words::takeaway(plan, sum),
        proof: words::proof(plan),
        drawn: format!("Drawn up by {by} {}.", clocks.when(&Zone::utc(), plan.drawn_at)),
        hours: words::hours(time),
        reached: format!("{} at target, from 0", sentence(&counted(sum.reached, "skill", "skills"))),
        load: load(plan, time),
        to_start: count(|standing| *standing == Standing::Proposed),
        fallen: u32::try_from(plan.live_steps().filter(|step| fell(step)).count()).unwrap_or(u32::MAX),
        gaps: plan.gaps.iter().map(|gap| gap_line(org, gap)).collect(),
        choices: plan.choices.iter().map(|choice| choice_line(org, choice)).collect(),
        steps,
    }
}

/// "29.5 hours for 9 people, 6.0 at most for one."
fn load(plan: &CoverPlan, time: u32) -> String {
    let mut each: BTreeMap<&crate::id::PersonId, u32> = BTreeMap::new();
    for step in plan.live_steps() {
        *each.entry(&step.trio.learner).or_default() += step.learning;
        *each.entry(&step.trio.teacher).or_default() += step.teaching;
    }
    let most = each.values().max().copied().unwrap_or(0);
    let people = counted(each.len(), "person", "people");
    format!("{} hours for {people}, {} at most for one", words::hours(time), words::hours(most))
}

fn sum(org: &Org, plan: &CoverPlan, clocks: &Clocks) -> Sum {
    let mut coming: BTreeMap<&SkillId, u32> = BTreeMap::new();
    for step in plan.live_steps() {
        let standing = standing(org, step, clocks.now);
        // Who has reached the target is counted in the cover already.
        if !standing.has_fallen_through() && standing != Standing::Reached {
            *coming.entry(&step.trio.skill).or_default() += 1;
        }
    }
    let mut sum = Sum::default();
    for skill in plan.scope.skills(org) {
        let (cover, coming) =
            (staying(org, skill, clocks.today(&Zone::utc())), coming.get(&skill.id).copied().unwrap_or(0));
        if cover.have < cover.target {
            sum.below += 1;
            sum.reached += usize::from(cover.have + coming >= cover.target);
            sum.empty += cover.target.saturating_sub(cover.have + coming);
        }
    }
    sum
}

fn step_lines(org: &Org, plan: &CoverPlan, clocks: &Clocks) -> Vec<StepLine> {
    let mut steps: Vec<&Step> = plan.steps.iter().collect();
    let weight = |step: &Step| org.skill(&step.trio.skill).map(|skill| skill.criticality);
    steps.sort_by_key(|step| (step.is_left_out, Reverse(weight(step)), &step.trio.skill, step.by, &step.trio.learner));
    let today = clocks.today(&Zone::utc());
    let mut covered: BTreeMap<&SkillId, u32> = BTreeMap::new();
    let mut lines = Vec::new();
    for step in steps {
        let skill = &step.trio.skill;
        let (have, target) = org.skill(skill).map_or((0, 0), |skill| {
            let cover = staying(org, skill, today);
            (cover.have, cover.target)
        });
        let standing = standing(org, step, clocks.now);
        let before = *covered.get(skill).unwrap_or(&have);
        let counts = !standing.has_fallen_through() && standing != Standing::Reached;
        let after = before + u32::from(counts);
        covered.insert(skill, after);
        let met = super::standing::met_minutes(org, step);
        let verdict = plan.choices.iter().find(|choice| choice.trio == step.trio).map(|choice| choice.verdict);
        lines.push(StepLine {
            key: StepKey::from(&step.trio),
            learner: PersonTag::of(org, &step.trio.learner),
            teacher: PersonTag::of(org, &step.trio.teacher),
            skill: SkillTag::of(org, skill),
            learning: words::hours(step.learning),
            teaching: words::hours(step.teaching),
            by: words::day(step.by),
            why: format!("{}.", super::why::why(org, step, clocks).join("; ")),
            words: words::standing_words(&standing, step, met),
            before,
            after,
            target,
            standing,
            verdict,
        });
    }
    lines
}

fn gap_line(org: &Org, gap: &super::Gap) -> GapLine {
    GapLine {
        skill: SkillTag::of(org, &gap.skill),
        seats: gap.seats,
        because: gap.because.clone(),
        way_out: gap.way_out.clone(),
    }
}

fn choice_line(org: &Org, choice: &super::Choice) -> ChoiceLine {
    let Trio { learner, teacher, skill } = &choice.trio;
    let (learner, teacher) = (PersonTag::of(org, learner), PersonTag::of(org, teacher));
    let skill = SkillTag::of(org, skill).name;
    ChoiceLine {
        key: StepKey::from(&choice.trio),
        text: format!("{} learns {skill} from {}", learner.first_name(), teacher.first_name()),
        verdict: choice.verdict,
    }
}
