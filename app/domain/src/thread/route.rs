//! Whom a question is put to: of those who know the skill, whoever was interrupted least.
//!
//! An interruption is a question, a request to teach or a request to confirm that was put to somebody within the last
//! four weeks. Of those who were interrupted equally little, whoever offers to teach it comes first, then whoever knows it
//! better, then whoever was asked longest ago. The same organisation gives the same answer.

use super::Thread;
use crate::clocks::Day;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::time::{Span, Timestamp};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// For how long an interruption counts.
pub const COUNTS_FOR: Span = Span::days(28);

/// From this level on somebody is asked: they do it alone.
const KNOWS: Level = Level::ALONE;

/// Who was interrupted how often lately, and when last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interruptions(BTreeMap<PersonId, (u32, Timestamp)>);

impl Interruptions {
    /// Within the four weeks before `now`.
    pub fn of(org: &Org, now: Timestamp) -> Self {
        let since = now.before(COUNTS_FOR);
        let turns = org.threads().flat_map(|thread| thread.turns.iter().map(|turn| (&turn.to, turn.at)));
        // What a plan suggested was nobody's asking.
        let exchanges = org.exchanges().filter(|exchange| exchange.plan.is_none());
        let exchanges = exchanges.map(|exchange| (&exchange.teacher, exchange.asked_at));
        let confirmations = org.confirmations().map(|request| (&request.colleague, request.asked_at));
        let mut found = Self::default();
        for (person, at) in turns.chain(exchanges).chain(confirmations).filter(|(_, at)| *at > since) {
            let (count, last) = found.0.entry(person.clone()).or_insert((0, at));
            (*count, *last) = (*count + 1, (*last).max(at));
        }
        found
    }

    /// How often somebody was interrupted.
    pub fn count(&self, person: &PersonId) -> u32 {
        self.0.get(person).map_or(0, |(count, _)| *count)
    }

    fn last(&self, person: &PersonId) -> Timestamp {
        self.0.get(person).map_or(Timestamp(i64::MIN), |(_, last)| *last)
    }
}

/// Whom a question is put to, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routed {
    /// Who.
    pub person: PersonId,
    /// How well they know it.
    pub level: Level,
    /// How often they were interrupted within four weeks.
    pub interrupted: u32,
}

/// Whom a question of `by` about `skill` is put to at `now`, leaving out whom it was put to `before`; `None` when nobody
/// else who is here knows it well enough.
pub fn route(org: &Org, skill: &SkillId, by: &PersonId, before: &BTreeSet<PersonId>, now: Timestamp) -> Option<Routed> {
    let (interruptions, today) = (Interruptions::of(org, now), Day::utc(now));
    let is_here = |person: &PersonId| org.person(person).is_some_and(|person| person.is_here_on(today));
    let known =
        org.graph().people_of(skill).into_iter().filter(|(person, link)| {
            link.level >= KNOWS && *person != by && !before.contains(*person) && is_here(person)
        });
    let best = known.min_by_key(|(person, link)| {
        let (count, last) = (interruptions.count(person), interruptions.last(person));
        (count, !link.offers(), Reverse(link.level), last, (*person).clone())
    });
    best.map(|(person, link)| Routed {
        person: person.clone(),
        level: link.level,
        interrupted: interruptions.count(person),
    })
}

impl Thread {
    /// Whom it is put to next at `now`: never again to whom it was put, or who has answered.
    pub fn next(&self, org: &Org, now: Timestamp) -> Option<Routed> {
        let turns = self.turns.iter().map(|turn| turn.to.clone());
        let before = turns.chain(self.answers.iter().map(|answer| answer.by.clone())).collect();
        route(org, &self.skill, &self.by, &before, now)
    }
}
