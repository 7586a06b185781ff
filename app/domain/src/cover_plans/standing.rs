//! Where a step of a plan stands: proposed, asked, agreed, met, or fallen through.

use super::{Step, Trio};
use crate::clocks::Day;
use crate::evidence::Level;
use crate::exchange::{Exchange, Side, Stage};
use crate::id::PersonId;
use crate::org::Org;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// Two who have not met for so long, and have agreed on no other time, have come to a standstill.
const QUIET: Span = Span::days(28);

/// Where a step stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Standing {
    /// In the plan, and nobody has been asked.
    Proposed,
    /// The learner is to answer.
    LearnerAsked,
    /// The learner chose a time; one of the two is to answer.
    Asked,
    /// They will meet.
    Agreed,
    /// They met; this was the last meeting so far.
    Met,
    /// They met, and nothing has come for four weeks, or its date has passed.
    Stalled,
    /// The learner has reached the target.
    Reached,
    /// The learner said no.
    LearnerDeclined,
    /// The teacher said no.
    TeacherDeclined,
    /// Nobody answered, or they never met.
    Lapsed,
    /// The learner leaves before it is due, or the teacher has no day left to teach.
    Leaves,
    /// One of the two has left, or the skill is gone.
    Void,
}

impl Standing {
    /// True when a plan has to be drawn up around it.
    pub const fn has_fallen_through(&self) -> bool {
        match self {
            Self::LearnerDeclined | Self::TeacherDeclined | Self::Lapsed | Self::Leaves | Self::Void => true,
            Self::Proposed
            | Self::LearnerAsked
            | Self::Asked
            | Self::Agreed
            | Self::Met
            | Self::Stalled
            | Self::Reached => false,
        }
    }
}

/// Where `step` stands at `now`.
pub fn standing(org: &Org, step: &Step, now: Timestamp) -> Standing {
    if let Some(settled) = settled(org, &step.trio, step.first_for.is_some()) {
        return settled;
    }
    let asked = match step.exchange.as_ref().map(|id| org.exchange(id)) {
        None => Standing::Proposed,
        Some(None) => Standing::Lapsed,
        Some(Some(exchange)) => of_request(newest(org, exchange), step.by, now),
    };
    let today = Day::utc(now);
    if !asked.has_fallen_through() && leaver(org, &step.trio, step.by, today).is_some() {
        return Standing::Leaves;
    }
    asked
}

/// Whoever of the two keeps them from it by leaving: the learner before it is due, or the teacher with no day left.
pub(super) fn leaver<'a>(org: &Org, trio: &'a Trio, by: Day, today: Day) -> Option<&'a PersonId> {
    let last_day = |id: &PersonId| org.person(id).and_then(|person| person.leaves_on);
    if last_day(&trio.learner).is_some_and(|last| last <= by) {
        return Some(&trio.learner);
    }
    let teacher = org.person(&trio.teacher)?;
    let last = teacher.leaves_on?;
    let is_there = |day: i64| Day(day).is_workday() && teacher.is_here_on(Day(day));
    // As free time is counted: from tomorrow, and no longer than the step may take.
    let has_time = (today.0 + 1..=last.0.min(by.0.max(today.0 + 1))).any(is_there);
    (!has_time).then_some(&trio.teacher)
}

/// Reached or void, whatever was asked; `None` while the learner can still learn it from the teacher. What is learned
/// for something else is reached with help.
pub(super) fn settled(org: &Org, trio: &Trio, is_first: bool) -> Option<Standing> {
    let works_here = |person| crate::coverage::works_here(org, person);
    let Some(skill) = org.skill(&trio.skill) else { return Some(Standing::Void) };
    let known = org.known(&trio.learner, &skill.id);
    let level = if is_first { Level::WITH_HELP } else { skill.target.level };
    if known.is_some_and(|known| known.estimate.reaches(level)) && works_here(&trio.learner) {
        return Some(Standing::Reached);
    }
    let can_be = works_here(&trio.learner) && works_here(&trio.teacher);
    (!can_be).then_some(Standing::Void)
}

/// The last request of the same two about the same skill: a second meeting goes on from the first.
fn newest<'a>(org: &'a Org, first: &'a Exchange) -> &'a Exchange {
    let same = |other: &&Exchange| {
        other.learner == first.learner && other.teacher == first.teacher && other.skill == first.skill
    };
    let later = org.exchanges().filter(same).filter(|other| other.asked_at >= first.asked_at);
    later.max_by_key(|other| (other.is_open(), other.asked_at, &other.id)).unwrap_or(first)
}

fn of_request(exchange: &Exchange, by: Day, now: Timestamp) -> Standing {
    match &exchange.stage {
        Stage::Waiting { until, .. } if now >= *until => Standing::Lapsed,
        Stage::Waiting { .. } if exchange.is_suggestion() => Standing::LearnerAsked,
        Stage::Waiting { .. } => Standing::Asked,
        Stage::Agreed => Standing::Agreed,
        Stage::Done { at } if now >= at.after(QUIET) || Day::utc(now) > by => Standing::Stalled,
        Stage::Done { .. } => Standing::Met,
        Stage::Declined { by: Side::Learner, .. } | Stage::Withdrawn => Standing::LearnerDeclined,
        Stage::Declined { by: Side::Teacher, .. } => Standing::TeacherDeclined,
        Stage::Expired | Stage::Missed => Standing::Lapsed,
    }
}

/// How long the two of a step have met so far, in minutes.
pub(super) fn met_minutes(org: &Org, step: &Step) -> u32 {
    let Some(first) = step.exchange.as_ref().and_then(|id| org.exchange(id)) else { return 0 };
    let same = |other: &&Exchange| {
        other.learner == first.learner && other.teacher == first.teacher && other.skill == first.skill
    };
    let done = org
        .exchanges()
        .filter(same)
        .filter(|other| other.asked_at >= first.asked_at && matches!(other.stage, Stage::Done { .. }));
    done.map(|other| u32::from(other.minutes.0)).sum()
}
