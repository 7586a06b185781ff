//! Hours in which a colleague taught another a skill, that both said were so.

use crate::exchange::{Exchange, Stage};
use crate::id::SkillId;
use crate::tag::PersonTag;
use crate::time::{Face, Timestamp};
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many are shown.
const MOST: usize = 8;

/// A session that both sides confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillSession {
    /// Who taught.
    pub teacher: PersonTag,
    /// Who learned.
    pub learner: PersonTag,
    /// When.
    pub at: Face,
    /// How long.
    pub minutes: u16,
}

/// Those in which `skill` was taught, the newest first.
pub(super) fn taught(viewer: &Viewer<'_>, skill: &SkillId) -> Vec<SkillSession> {
    let org = viewer.org;
    let done = org.exchanges().filter(|exchange| exchange.skill == *skill);
    let mut done: Vec<(Timestamp, _)> = done
        .filter_map(|exchange| match exchange.stage {
            Stage::Done { at } => Some((exchange.starts_at.unwrap_or(at), exchange)),
            Stage::Waiting { .. }
            | Stage::Agreed
            | Stage::Declined { .. }
            | Stage::Expired
            | Stage::Withdrawn
            | Stage::Missed => None,
        })
        .collect();
    done.sort_by_key(|(at, exchange)| (Reverse(*at), &exchange.id));
    let session = |(at, exchange): (Timestamp, &Exchange)| SkillSession {
        teacher: PersonTag::of(org, &exchange.teacher),
        learner: PersonTag::of(org, &exchange.learner),
        at: viewer.day(at),
        minutes: exchange.minutes.0,
    };
    done.into_iter().take(MOST).map(session).collect()
}
