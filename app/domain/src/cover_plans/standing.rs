//! Where a step of a plan stands: proposed, asked, agreed, met, or fallen through.

use super::{Step, Trio};
use crate::exchange::{Exchange, Side, Stage};
use crate::org::Org;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

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
    /// The learner has reached the target.
    Reached,
    /// The learner said no.
    LearnerDeclined,
    /// The teacher said no.
    TeacherDeclined,
    /// Nobody answered, or they never met.
    Lapsed,
    /// One of the two has left, or the skill is gone.
    Void,
}

impl Standing {
    /// True when a plan has to be drawn up around it.
    pub const fn has_fallen_through(&self) -> bool {
        match self {
            Self::LearnerDeclined | Self::TeacherDeclined | Self::Lapsed | Self::Void => true,
            Self::Proposed | Self::LearnerAsked | Self::Asked | Self::Agreed | Self::Met | Self::Reached => false,
        }
    }
}

/// Where `step` stands at `now`.
pub fn standing(org: &Org, step: &Step, now: Timestamp) -> Standing {
    if let Some(settled) = settled(org, &step.trio) {
        return settled;
    }
    match step.exchange.as_ref().map(|id| org.exchange(id)) {
        None => Standing::Proposed,
        Some(None) => Standing::Lapsed,
        Some(Some(exchange)) => of_request(newest(org, exchange), now),
    }
}

/// Reached or void, whatever was asked; `None` while the learner can still learn it from the teacher.
pub(super) fn settled(org: &Org, trio: &Trio) -> Option<Standing> {
    let works_here = |person| crate::coverage::works_here(org, person);
    let Some(skill) = org.skill(&trio.skill) else { return Some(Standing::Void) };
    let known = org.known(&trio.learner, &skill.id);
    if known.is_some_and(|known| known.estimate.reaches(skill.target.level)) && works_here(&trio.learner) {
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

fn of_request(exchange: &Exchange, now: Timestamp) -> Standing {
    match &exchange.stage {
        Stage::Waiting { until, .. } if now >= *until => Standing::Lapsed,
        Stage::Waiting { .. } if exchange.is_suggestion() => Standing::LearnerAsked,
        Stage::Waiting { .. } => Standing::Asked,
        Stage::Agreed => Standing::Agreed,
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
