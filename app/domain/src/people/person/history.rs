//! What somebody did with others: taught, learned, was thanked.

use crate::exchange::{Exchange, Stage};
use crate::id::PersonId;
use crate::org::Org;
use crate::tag::{PersonTag, SkillTag};
use crate::time::{Face, Timestamp};
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// One thing that somebody did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRow {
    /// What.
    pub deed: Deed,
    /// With whom.
    pub with: PersonTag,
    /// In which skill.
    pub skill: SkillTag,
    /// When.
    pub at: Face,
    /// How long, in minutes; 0 where that is not known.
    pub minutes: u16,
    /// The thanks that came of it.
    pub words: String,
}

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Taught, and both confirmed it.
    Taught,
    /// Learned, and both confirmed it.
    Learned,
    /// Was thanked outside a session.
    Thanked,
}

const SHOWN: usize = 12;

/// The newest twelve, and how many there are.
pub(super) fn history(viewer: &Viewer<'_>, person: &PersonId) -> (Vec<HistoryRow>, u32) {
    let org = viewer.org;
    let sessions = org.exchanges().filter_map(|exchange| session(org, exchange, person));
    let thanks = org.thanks().iter().filter(|thanks| thanks.to == *person && thanks.exchange.is_none()).map(|thanks| {
        let row = HistoryRow {
            deed: Deed::Thanked,
            with: PersonTag::of(org, &thanks.from),
            skill: SkillTag::of(org, &thanks.skill),
            at: Face::default(),
            minutes: 0,
            words: thanks.words.to_string(),
        };
        (thanks.at, row)
    });
    let mut rows: Vec<(Timestamp, HistoryRow)> = sessions.chain(thanks).collect();
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    rows.sort_by_cached_key(|(at, row)| (Reverse(*at), row.with.id.clone(), row.skill.id.clone()));
    let dated = |(at, row): (Timestamp, HistoryRow)| HistoryRow { at: viewer.day(at), ..row };
    (rows.into_iter().take(SHOWN).map(dated).collect(), total)
}

/// The confirmed session behind an exchange, from `person`'s side.
fn session(org: &Org, exchange: &Exchange, person: &PersonId) -> Option<(Timestamp, HistoryRow)> {
    let Stage::Done { at } = exchange.stage else { return None };
    let (deed, with) = if exchange.teacher == *person {
        (Deed::Taught, &exchange.learner)
    } else if exchange.learner == *person {
        (Deed::Learned, &exchange.teacher)
    } else {
        return None;
    };
    let words = exchange.learner_says.as_ref().map(|said| said.words.to_string()).unwrap_or_default();
    let row = HistoryRow {
        deed,
        with: PersonTag::of(org, with),
        skill: SkillTag::of(org, &exchange.skill),
        at: Face::default(),
        minutes: exchange.minutes.0,
        words,
    };
    Some((exchange.starts_at.unwrap_or(at), row))
}
