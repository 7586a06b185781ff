//! The planner's page: targets, the plan as people will live it, what holds it back, and what can be done with it.

use super::fallen::{fallen, seen_standing};
use super::held::without_leavers;
use super::view::{ChoiceLine, GapLine, PlanView, TargetLine};
use super::words::{self, Sum};
use super::{Assumptions, CoverPlan, Scope, Standing, Step, StepKey, Trio};
use crate::actor::{Actor, Role};
use crate::clocks::{Clocks, Day};
use crate::coverage::{Cover, Sight, holders};
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
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
    /// Whom a pair can be made of, by name; empty for whoever may make none.
    pub people: Vec<PersonTag>,
    /// The plan; `None` before one is drawn up.
    pub plan: Option<PlanView>,
}

/// What the page is drawn for.
pub(super) struct Reader<'a> {
    pub(super) org: &'a Org,
    /// Of whom the reader may know that they leave.
    pub(super) sight: &'a Sight,
    pub(super) clocks: &'a Clocks<'a>,
    pub(super) today: Day,
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
    let page = Reader { org, sight: &Sight::of(org, actor)?, clocks, today };
    let mut below: Vec<(&Skill, Cover)> = scope.skills(org).map(|skill| (skill, page.staying(skill))).collect();
    below.retain(|(_, cover)| cover.have < cover.target);
    below.sort_by_cached_key(|(skill, cover)| (Reverse(skill.criticality), cover.have, fold(skill.name.as_str())));
    let mut areas: Vec<AreaTag> = org.areas().map(|area| AreaTag::of(org, &area.id)).collect();
    areas.sort_by_cached_key(|area| fold(&area.name));
    let may_change = actor.at_least(Role::ProgramAdmin).is_ok();
    let assumptions = plan.map(|plan| plan.assumptions).unwrap_or_default();
    let plan = plan.map(|plan| page.plan_view(plan));
    Ok(CoverPlanPage {
        lead: plan.as_ref().map_or_else(|| lead(below.len()), |plan| plan.takeaway.clone()),
        may_change,
        people: if may_change && plan.is_some() { super::pair::people(org) } else { Vec::new() },
        targets: below.into_iter().map(|(skill, cover)| target_line(org, (skill, cover), today)).collect(),
        scope,
        assumptions,
        areas,
        plan,
    })
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

impl Reader<'_> {
    /// How a skill stands when it is due, as things are: whoever leaves before then does not count, as far as the reader
    /// may know it; for everybody else it stands as on the board.
    pub(super) fn staying(&self, skill: &Skill) -> Cover {
        let due = skill.target.due(self.today);
        let stays = |id: &&PersonId| {
            let leaves = |person: &Person| person.leaves_on.is_some_and(|last| last <= due);
            self.org.person(id).is_some_and(|person| !leaves(person) || !self.sight.includes(person))
        };
        let have = crate::coverage::count(holders(self.org, skill).filter(stays));
        Cover { have, target: u32::from(skill.target.people) }
    }

    fn plan_view(&self, plan: &CoverPlan) -> PlanView {
        let Self { org, clocks, .. } = *self;
        let steps = self.step_lines(plan);
        let sum = self.sum(plan);
        let to_start = steps.iter().filter(|step| step.standing == Standing::Proposed).count();
        let time: u32 = plan.live_steps().map(|step| step.learning + step.teaching).sum();
        let by = plan.by.as_ref().map_or("The console", |by| org.name_of(by));
        let (fallen, fell) = fallen(org, self.sight, plan, clocks.now);
        PlanView {
            id: plan.id.clone(),
            takeaway: words::takeaway(plan, sum),
            proof: words::proof(plan),
            drawn: format!("Drawn up by {by} {}.", clocks.when(&Zone::utc(), plan.drawn_at)),
            hours: words::hours(time),
            reached: format!("{} at target, from 0", sentence(&counted(sum.reached, "skill", "skills"))),
            load: load(plan, time),
            to_start: u32::try_from(to_start).unwrap_or(u32::MAX),
            fallen,
            fell,
            gaps: plan.gaps.iter().filter_map(|gap| self.gap_line(gap)).collect(),
            choices: plan.choices.iter().map(|choice| choice_line(org, choice)).collect(),
            steps,
        }
    }

    fn sum(&self, plan: &CoverPlan) -> Sum {
        let mut coming: BTreeMap<&SkillId, u32> = BTreeMap::new();
        for step in plan.live_steps() {
            let standing = self.standing(step);
            // Who has reached the target is counted in the cover already.
            if step.first_for.is_none() && !standing.has_fallen_through() && standing != Standing::Reached {
                *coming.entry(&step.trio.skill).or_default() += 1;
            }
        }
        let mut sum = Sum::default();
        for skill in plan.scope.skills(self.org) {
            let (cover, coming) = (self.staying(skill), coming.get(&skill.id).copied().unwrap_or(0));
            if cover.have < cover.target {
                sum.below += 1;
                sum.reached += usize::from(cover.have + coming >= cover.target);
                sum.empty += cover.target.saturating_sub(cover.have + coming);
            }
        }
        sum
    }

    /// Where a step stands, as far as the reader may know.
    pub(super) fn standing(&self, step: &Step) -> Standing {
        seen_standing(self.org, self.sight, step, self.clocks.now)
    }

    /// An empty seat; `None` where the reader may not know that there is one.
    fn gap_line(&self, gap: &super::Gap) -> Option<GapLine> {
        let is_below = |cover: Cover| cover.have < cover.target;
        let is_seen = self.org.skill(&gap.skill).is_none_or(|skill| is_below(self.staying(skill)));
        let because = if self.sight.is_whole() { &gap.because } else { without_leavers(&gap.because) };
        (self.sight.is_whole() || is_seen).then(|| GapLine {
            skill: SkillTag::of(self.org, &gap.skill),
            seats: gap.seats,
            because: because.to_owned(),
            way_out: gap.way_out.clone(),
        })
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
