//! What earlier requests say: how much somebody has taught this month, how quickly they answer, and which requests
//! stand in the way of another.

use crate::clocks::Clocks;
use crate::exchange::{Exchange, Side, Stage};
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::time::{Span, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// For so long after somebody declined they are not suggested for the same again.
const REST_AFTER_NO: Span = Span::days(60);
/// Answers older than this say nothing about today.
const RECENT: Span = Span::days(180);

/// Earlier requests, read once for all pairs.
pub(super) struct Past {
    taught: BTreeMap<PersonId, i64>,
    answers: BTreeMap<PersonId, Vec<Span>>,
    in_the_way: BTreeSet<(PersonId, PersonId, SkillId)>,
}

/// How many minutes `person` still means to teach in this month of theirs: their hours less what they have taught
/// and agreed to teach; never below zero.
pub fn teaching_left(org: &Org, person: &Person, clocks: &Clocks) -> i64 {
    let taught = org.exchanges().filter(|exchange| exchange.teacher == person.id);
    let taught: i64 = taught.map(|exchange| taught_this_month(exchange, person, clocks)).sum();
    (i64::from(person.teaching.0) - taught).max(0)
}

/// How long `teacher` usually takes to answer a request; `None` when nothing recent speaks for it.
pub fn usual_answer(org: &Org, teacher: &PersonId, clocks: &Clocks) -> Option<Span> {
    Past::of(org, clocks).usual_answer(teacher)
}

fn taught_this_month(exchange: &Exchange, teacher: &Person, clocks: &Clocks) -> i64 {
    let counts = matches!(exchange.stage, Stage::Agreed | Stage::Done { .. });
    let month = |at: Timestamp| {
        let (year, month, _) = clocks.wall(&teacher.zone, at).day.date();
        (year, month)
    };
    match exchange.starts_at {
        Some(start) if counts && month(start) == month(clocks.now) => i64::from(exchange.minutes.0),
        Some(_) | None => 0,
    }
}

impl Past {
    pub(super) fn of(org: &Org, clocks: &Clocks) -> Self {
        let mut past = Self { taught: BTreeMap::new(), answers: BTreeMap::new(), in_the_way: BTreeSet::new() };
        for exchange in org.exchanges() {
            if let Some(teacher) = org.person(&exchange.teacher) {
                *past.taught.entry(teacher.id.clone()).or_default() += taught_this_month(exchange, teacher, clocks);
            }
            if clocks.now.since(exchange.asked_at) <= RECENT
                && let Some(after) = exchange.answered_after()
            {
                past.answers.entry(exchange.teacher.clone()).or_default().push(after);
            }
            if stands_in_the_way(exchange, clocks.now) {
                let key = (exchange.learner.clone(), exchange.teacher.clone(), exchange.skill.clone());
                past.in_the_way.insert(key);
            }
        }
        past
    }

    /// Minutes that the teacher still means to teach this month.
    pub(super) fn left(&self, teacher: &Person) -> i64 {
        (i64::from(teacher.teaching.0) - self.taught.get(&teacher.id).copied().unwrap_or(0)).max(0)
    }

    /// How long the teacher usually takes to answer: the middle one of their recent answers; `None` without any.
    pub(super) fn usual_answer(&self, teacher: &PersonId) -> Option<Span> {
        let mut answers = self.answers.get(teacher)?.clone();
        answers.sort_unstable();
        answers.get(answers.len() / 2).copied()
    }

    /// True while the same request is open, or was declined not long ago.
    pub(super) fn in_the_way(&self, learner: &PersonId, teacher: &PersonId, skill: &SkillId) -> bool {
        self.in_the_way.contains(&(learner.clone(), teacher.clone(), skill.clone()))
    }
}

fn stands_in_the_way(exchange: &Exchange, now: Timestamp) -> bool {
    match &exchange.stage {
        Stage::Waiting { .. } | Stage::Agreed => true,
        Stage::Declined { by, .. } => *by == Side::Teacher && now.since(exchange.moved_at) < REST_AFTER_NO,
        Stage::Done { .. } | Stage::Expired | Stage::Withdrawn | Stage::Missed => false,
    }
}
