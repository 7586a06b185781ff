//! What a new drawing of a plan has to keep and to leave out, and the requests that starting it makes.

use super::standing::{met_minutes, settled};
use super::{Choice, CoverPlan, Standing, Step, Trio, Verdict, standing};
use crate::exchange::{Ask, Exchange};
use crate::id::{ExchangeId, PersonId, SkillId};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::{Minutes, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// How long a first meeting takes when the teacher has not said.
const USUAL_MEETING: Minutes = Minutes(60);

/// What a drawing has to keep and to leave out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Asked for by hand.
    pub keep: BTreeSet<Trio>,
    /// Two people are on it; with how many minutes the learner and the teacher still need.
    pub under_way: BTreeMap<Trio, (u32, u32)>,
    /// These must not be in it.
    pub never: BTreeSet<Trio>,
}

/// What a new drawing of `plan` has to keep: what was asked for by hand, and every step that two people are on. And
/// what it has to leave out: what was ruled out by hand, and what was declined or lapsed. Whoever declines to learn a
/// skill is not asked to learn it from somebody else.
pub fn wishes(org: &Org, plan: &CoverPlan, now: Timestamp) -> Wishes {
    let mut wishes = Wishes::default();
    let is_first = |trio: &Trio| plan.step(trio).is_some_and(|step| step.first_for.is_some());
    for Choice { trio, verdict } in &plan.choices {
        match verdict {
            // What is reached or can never be would contradict every plan.
            Verdict::Keep if settled(org, trio, is_first(trio)).is_some() => false,
            Verdict::Keep => wishes.keep.insert(trio.clone()),
            Verdict::Never => wishes.never.insert(trio.clone()),
        };
    }
    for step in &plan.steps {
        wishes.add(org, step, &standing(org, step, now));
    }
    wishes
}

impl Wishes {
    fn add(&mut self, org: &Org, step: &Step, standing: &Standing) {
        let trio = &step.trio;
        match standing {
            // Two who have come to a standstill can be told to stop.
            Standing::Stalled if self.never.contains(trio) => {}
            Standing::LearnerAsked | Standing::Asked | Standing::Agreed | Standing::Met | Standing::Stalled => {
                let left = step.learning.saturating_sub(met_minutes(org, step));
                let teaching = u64::from(step.teaching) * u64::from(left) / u64::from(step.learning.max(1));
                self.keep.remove(trio);
                self.under_way.insert(trio.clone(), (left, u32::try_from(teaching).unwrap_or(u32::MAX)));
            }
            Standing::TeacherDeclined | Standing::Lapsed => self.rule_out(trio.clone()),
            Standing::LearnerDeclined => {
                self.rule_out(trio.clone());
                for teacher in teachers(org, &trio.skill) {
                    self.rule_out(Trio { teacher: teacher.clone(), ..trio.clone() });
                }
            }
            // Whoever leaves cannot be kept to it.
            Standing::Leaves => {
                self.keep.remove(trio);
            }
            Standing::Void | Standing::Reached | Standing::Proposed => {}
        }
    }

    fn rule_out(&mut self, trio: Trio) {
        self.keep.remove(&trio);
        self.never.insert(trio);
    }
}

/// Whoever knows something of `skill`, and might teach it now or later.
fn teachers<'a>(org: &'a Org, skill: &SkillId) -> impl Iterator<Item = &'a PersonId> {
    org.knowers_of(skill).map(|(person, _)| person)
}

/// The requests that starting the steps about `chosen` makes, each with an id from `id`. A step whose two have an open
/// request about the skill already goes on with that one. Refuses an empty choice and steps that are not in the plan;
/// what is under way already is left alone.
pub fn requests(
    org: &Org,
    (plan, chosen): (&CoverPlan, &BTreeSet<Trio>),
    mut id: impl FnMut() -> Result<ExchangeId, Rejection>,
    now: Timestamp,
) -> Result<(CoverPlan, Vec<Exchange>), Rejection> {
    if chosen.is_empty() {
        return Err(Rejection::invalid("steps", "Choose at least one step to start."));
    }
    if let Some(gone) = chosen.iter().find(|trio| plan.step(trio).is_none()) {
        let name = org.name_of(&gone.learner);
        let message = format!("The plan has changed: {name} is not in it as you saw. Look at it again, then start.");
        return Err(Rejection::Stale(message));
    }
    let (mut plan, mut made) = (plan.clone(), Vec::new());
    let mut steps = std::mem::take(&mut plan.steps);
    for step in steps.iter_mut().filter(|step| chosen.contains(&step.trio)) {
        if standing(org, step, now) != Standing::Proposed {
            continue;
        }
        match open_request(org, &step.trio, now) {
            Some(open) => step.exchange = Some(open.id.clone()),
            None => {
                let exchange = request(org, &plan, (step, id()?), now)?;
                step.exchange = Some(exchange.id.clone());
                made.push(exchange);
            }
        }
    }
    plan.steps = steps;
    Ok((plan, made))
}

fn open_request<'a>(org: &'a Org, trio: &Trio, now: Timestamp) -> Option<&'a Exchange> {
    org.exchanges().find(|other| {
        let same = other.learner == trio.learner && other.teacher == trio.teacher && other.skill == trio.skill;
        same && other.is_open() && (*other).clone().expired(now).is_none()
    })
}

fn request(
    org: &Org,
    plan: &CoverPlan,
    (step, id): (&Step, ExchangeId),
    now: Timestamp,
) -> Result<Exchange, Rejection> {
    let trio = &step.trio;
    let offer = org.offer(&trio.teacher, &trio.skill);
    let ask = Ask {
        teacher: trio.teacher.clone(),
        skill: trio.skill.clone(),
        message: Prose::parse("message", &super::words::message(org, step))?,
        minutes: offer.map_or(USUAL_MEETING, |offer| offer.minutes),
        starts_at: None,
    };
    Ok(Exchange::open(id, trio.learner.clone(), ask, now)?.suggested(plan.id.clone()))
}
