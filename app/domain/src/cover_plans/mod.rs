//! Cross-training plans as people live with them: drawn up, bent by what is kept and ruled out, started as requests,
//! and drawn up anew around what was declined. How the cheapest plan is found is in `cover_plan`; how a request goes
//! on once it is made is in `exchange`.

mod draw;
mod fallen;
mod forms;
mod held;
#[cfg(test)]
mod held_tests;
mod lacking;
#[cfg(test)]
mod leaving_tests;
mod lines;
mod page;
mod pair;
mod redraw;
#[cfg(test)]
mod redraw_tests;
mod standing;
#[cfg(test)]
mod tests;
mod view;
mod why;
mod words;

pub use draw::{drawn, excerpt, question};
pub use forms::{ChoiceForm, DrawForm, StepKey, Stop};
pub use held::{refused, taken_back};
pub use page::{CoverPlanPage, cover_plan_page};
pub use pair::PairForm;
pub use redraw::{Wishes, requests, wishes};
pub use standing::{Standing, standing};
pub use view::{ChoiceLine, GapLine, PlanView, StepLine, TargetLine};
pub use words::Drawing;

use crate::clocks::Day;
use crate::cover_plan::{QUARTERS, Terms};
use crate::id::{AreaId, ExchangeId, PersonId, PlanId, SkillId};
use crate::org::Org;
use crate::skill::{Criticality, Skill, Target};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A cross-training plan. There is one at a time; drawing up another closes it, and what it had started goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverPlan {
    /// Its id.
    pub id: PlanId,
    /// Who drew it up; `None` for the console.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When it was drawn up, or drawn up anew.
    pub drawn_at: Timestamp,
    /// Which skills it is about.
    pub scope: Scope,
    /// What it takes to learn, as the plan assumes.
    #[serde(default)]
    pub assumptions: Assumptions,
    /// What has to be in it and what must not.
    pub choices: Vec<Choice>,
    /// Who learns what from whom, in the order in which it is shown.
    pub steps: Vec<Step>,
    /// Seats that stay empty.
    pub gaps: Vec<Gap>,
    /// How good it is.
    pub worth: Worth,
    /// When another took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Timestamp>,
}

/// Which skills a plan is about: those below their target, of this kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Also those that are neither critical nor of high criticality.
    pub all: bool,
    /// Only those of this area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
}

/// What a plan assumes about learning; everybody can read it and admins can change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assumptions {
    /// Hours a learner spends for each step: none to aware, to with help, to alone, to can teach.
    pub hours: [u8; 4],
    /// Weeks of the calendar that each of these steps takes at least.
    #[serde(default = "usual_weeks")]
    pub weeks: [u8; 4],
    /// How many people one teacher takes at most.
    pub mentees: u8,
}

impl Default for Assumptions {
    /// A quarter of the hours that `cover_plan` counts: hours set aside for it, and the rest is learned at work. As many
    /// weeks as it counts; why so many stands in [`Terms::weeks`].
    fn default() -> Self {
        Self { hours: [2, 3, 4, 6], weeks: usual_weeks(), mentees: 3 }
    }
}

/// What plans assume that were drawn up before anybody said how many weeks a step takes.
const fn usual_weeks() -> [u8; 4] {
    [1, 2, 3, 4]
}

impl Assumptions {
    /// In how many days a target is to be reached that has no date of its own.
    pub const USUAL_DAYS: i64 = Target::USUAL_DAYS;

    /// The settings of the engine.
    pub fn terms(self) -> Terms {
        let steps = self.hours.map(|hours| i64::from(hours) * QUARTERS);
        let (weeks, mentees) = (self.weeks.map(i64::from), u32::from(self.mentees));
        Terms { steps, weeks, mentees, ..Terms::default() }
    }
}

/// One learner, one teacher, one skill.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Trio {
    /// Who learns.
    pub learner: PersonId,
    /// Who teaches.
    pub teacher: PersonId,
    /// What.
    pub skill: SkillId,
}

/// What an admin decided about a trio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which.
    pub trio: Trio,
    /// What about it.
    pub verdict: Verdict,
}

/// What can be decided about a trio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It has to be in every plan.
    Keep,
    /// It must be in none.
    Never,
}

/// One step of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Who learns what from whom.
    pub trio: Trio,
    /// How long the learner needs, in minutes.
    pub learning: u32,
    /// How long the teacher needs, in minutes.
    pub teaching: u32,
    /// By when.
    pub by: Day,
    /// What builds on it, where it is in the plan for that alone: it then goes as far as with help, and no seat is filled
    /// with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_for: Option<SkillId>,
    /// The request that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<ExchangeId>,
    /// True once it fell through and the plan was drawn up around it.
    #[serde(default)]
    pub is_left_out: bool,
}

impl Step {
    /// The skill for which it is in the plan.
    pub fn about(&self) -> &SkillId {
        self.first_for.as_ref().unwrap_or(&self.trio.skill)
    }
}

/// Seats of a skill that nobody can fill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Which skill.
    pub skill: SkillId,
    /// How many.
    pub seats: u32,
    /// What stands in the way.
    pub because: String,
    /// The cheapest thing that would fill one, as a new solve confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way_out: Option<String>,
}

/// How good a plan is, in the units of `cover_plan`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worth {
    /// What it costs, empty seats included.
    pub cost: i64,
    /// What every plan costs at least.
    pub bound: i64,
    /// By how much the hours could be fewer at most, in parts of 1,000 of them.
    pub gap_per_mille: u32,
    /// True when no plan is cheaper.
    pub is_proven: bool,
    /// How many pairs it was chosen from, where others were left out because enough were cheaper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looked_at: Option<u32>,
    /// By how much the hours could be fewer with those that were left out, in parts of 1,000; unknown in old plans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wide_gap_per_mille: Option<u32>,
    /// True when it was stopped before the search had ended.
    pub is_stopped: bool,
}

impl Scope {
    /// The skills of this scope, by id. Where no skill is marked as critical or high, all are.
    pub fn skills<'a>(&self, org: &'a Org) -> impl Iterator<Item = &'a Skill> {
        let weighs = |skill: &Skill| skill.criticality >= Criticality::High;
        let all = self.all || !org.skills().any(weighs);
        let here = |skill: &Skill| self.area.as_ref().is_none_or(|area| *area == skill.area);
        org.skills().filter(move |skill| here(skill) && (all || weighs(skill)))
    }

    /// True when the skill is of this scope, or is not known any more.
    pub fn includes(&self, org: &Org, skill: &SkillId) -> bool {
        org.skill(skill).is_none() || self.skills(org).any(|here| here.id == *skill)
    }
}

impl CoverPlan {
    /// The step about `trio`.
    pub fn step(&self, trio: &Trio) -> Option<&Step> {
        self.steps.iter().find(|step| step.trio == *trio)
    }

    /// What was decided by hand about `trio`.
    pub fn verdict(&self, trio: &Trio) -> Option<Verdict> {
        self.choices.iter().find(|choice| choice.trio == *trio).map(|choice| choice.verdict)
    }

    /// The steps that the plan stands by.
    pub fn live_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| !step.is_left_out)
    }

    /// The plan with what was decided by hand in `before`, whose place it takes, and with everything that was asked for
    /// there, so that nobody is asked a second time.
    pub fn in_place_of(self, before: &Self) -> Self {
        let asked = before.steps.iter().filter(|step| step.exchange.is_some());
        Self { choices: before.choices.clone(), steps: asked.cloned().collect(), ..self }
    }

    /// The plan with everything that was started in `now`, which is the same plan or the one before, as it stands.
    pub fn with_started(mut self, now: &Self) -> Self {
        for started in now.steps.iter().filter(|step| step.exchange.is_some()) {
            match self.steps.iter_mut().find(|step| step.trio == started.trio) {
                Some(step) => step.exchange.clone_from(&started.exchange),
                None => self.steps.push(started.clone()),
            }
        }
        self
    }

    /// The plan with `verdict` about `trio`, or with none.
    pub fn with_choice(mut self, trio: Trio, verdict: Option<Verdict>) -> Self {
        self.choices.retain(|choice| choice.trio != trio);
        self.choices.extend(verdict.map(|verdict| Choice { trio, verdict }));
        self
    }
}
