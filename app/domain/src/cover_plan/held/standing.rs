//! A plan as it stands, and what would fit beside it if some limit were wider.

use super::Binding;
use crate::clocks::Day;
use crate::cover_plan::instance::Dropped;
use crate::cover_plan::plan::Plan;
use crate::cover_plan::solve::dense::{Dense, Row};
use std::collections::BTreeSet;

/// Lessons that are chosen.
pub(super) struct Standing<'a> {
    pub(super) dense: &'a Dense<'a>,
    chosen: Vec<usize>,
}

/// Limits that are wider than the instance says, or not there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room<'a> {
    /// Only these hold; `None` for all.
    pub(super) enforced: Option<&'a BTreeSet<&'a Binding>>,
    /// Somebody's quarter hours to learn, so many more.
    pub(super) learning: Option<(usize, i64)>,
    /// The same to teach.
    pub(super) teaching: Option<(usize, i64)>,
    /// Somebody teaches one more.
    pub(super) mentee: Option<usize>,
    /// The skill is due so many days later.
    pub(super) days: i64,
    /// Two people may share so many quarter hours a day less.
    pub(super) overlap: i64,
}

impl Room<'_> {
    fn holds(&self, binding: impl FnOnce() -> Binding) -> bool {
        self.enforced.is_none_or(|enforced| enforced.contains(&binding()))
    }
}

impl<'a> Standing<'a> {
    pub(super) fn new(dense: &'a Dense<'a>, plan: &Plan) -> Self {
        let chosen = plan.lessons.iter().filter_map(|lesson| dense.lessons.binary_search(&lesson).ok());
        Self { dense, chosen: chosen.collect() }
    }

    /// True when the learner does not take the skill yet, and nothing but limits stands in the way.
    pub(super) fn is_open(&self, at: usize) -> bool {
        let row = &self.dense.rows[at];
        let takes_it = |other: &usize| {
            let other = &self.dense.rows[*other];
            (other.learner, other.skill) == (row.learner, row.skill)
        };
        !self.chosen.iter().any(takes_it)
            && match self.dense.dropped[at] {
                Some(
                    Dropped::Forbidden | Dropped::Leaves | Dropped::Before | Dropped::NoLearner | Dropped::NoTeacher,
                ) => false,
                Some(Dropped::Weeks | Dropped::Overlap | Dropped::LearnerHours | Dropped::TeacherHours) | None => true,
            }
    }

    /// Every limit that one of the lessons could run into, in a fixed order.
    pub(super) fn bindings(&self, lessons: &[usize]) -> BTreeSet<Binding> {
        let dense = self.dense;
        let id = |person: usize| dense.people[person].id.clone();
        let mut bindings = BTreeSet::from([Binding::LessonsEach, Binding::Date]);
        for at in lessons {
            let row = &dense.rows[*at];
            bindings.insert(Binding::Learning(id(row.learner)));
            if let Some(teacher) = row.teacher {
                bindings.extend([Binding::Teaching(id(teacher)), Binding::Mentees(id(teacher))]);
            }
            bindings.extend(row.after.map(|after| Binding::Before(dense.skills[after].id.clone())));
            let touches = |other: &&usize| {
                let other = &dense.rows[**other];
                other.learner == row.learner || (row.teacher.is_some() && other.teacher == row.teacher)
            };
            let pins = self.chosen.iter().filter(touches).filter(|other| dense.is_pinned[**other]);
            bindings.extend(pins.map(|other| Binding::Pin(dense.lessons[*other].pick())));
        }
        bindings
    }

    /// True when the lesson fits into the plan as it stands with this room.
    pub(super) fn fits(&self, at: usize, room: &Room) -> bool {
        let dense = self.dense;
        let (row, lesson) = (&dense.rows[at], dense.lessons[at]);
        let terms = &dense.instance.terms;
        let stands =
            |other: &&usize| !dense.is_pinned[**other] || room.holds(|| Binding::Pin(dense.lessons[**other].pick()));
        let chosen: Vec<&Row> = self.chosen.iter().filter(stands).map(|other| &dense.rows[*other]).collect();
        let learned: Vec<&Row> = chosen.iter().copied().filter(|other| other.learner == row.learner).collect();
        let due = self.due(row, room);
        let is_built = |after: usize| {
            let first = |other: &&&Row| other.skill == after && other.due <= due;
            learned.iter().any(|other| first(&other))
        };
        let id = |person: usize| dense.people[person].id.clone();
        let more = |wider: Option<(usize, i64)>, person: usize| match wider {
            Some((who, quarters)) if who == person => quarters,
            Some(_) | None => 0,
        };
        let count = |rows: &[&Row]| u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if lesson.earliest.is_some_and(|earliest| earliest > self.last_day(row, room))
            || lesson.overlap.is_some_and(|overlap| overlap + room.overlap < terms.least_overlap)
            || (count(&learned) >= terms.lessons_each && room.holds(|| Binding::LessonsEach))
        {
            return false;
        }
        if let Some(after) = row.after
            && !is_built(after)
            && room.holds(|| Binding::Before(dense.skills[after].id.clone()))
        {
            return false;
        }
        let spent = |rows: &[&Row], quarters: fn(&Row) -> i64| {
            rows.iter().map(|other| (other.due, quarters(other))).chain([(due, quarters(row))]).collect::<Vec<_>>()
        };
        let free = &dense.people[row.learner].learning;
        let learning = spent(&learned, |row| row.learning);
        let fits = fits_until(free, more(room.learning, row.learner), &learning);
        if !fits && room.holds(|| Binding::Learning(id(row.learner))) {
            return false;
        }
        let Some(teacher) = row.teacher else { return true };
        let taught: Vec<&Row> = chosen.iter().copied().filter(|other| other.teacher == Some(teacher)).collect();
        let most = dense.mentees(teacher) + u32::from(room.mentee == Some(teacher));
        if count(&taught) >= most && room.holds(|| Binding::Mentees(id(teacher))) {
            return false;
        }
        let teaching = spent(&taught, |row| row.teaching);
        let fits = fits_until(&dense.people[teacher].teaching, more(room.teaching, teacher), &teaching);
        fits || !room.holds(|| Binding::Teaching(id(teacher)))
    }

    /// The day on which the skill is due with this room.
    fn last_day(&self, row: &Row, room: &Room) -> Day {
        let dates = &self.dense.instance.dates;
        let of_skill = dates.get(row.due).filter(|_| room.holds(|| Binding::Date)).map(|due| due.plus(room.days));
        of_skill.or(dates.last().copied()).unwrap_or_default()
    }

    /// The date that is as far as free time may be counted.
    fn due(&self, row: &Row, room: &Room) -> usize {
        let dates = &self.dense.instance.dates;
        if !room.holds(|| Binding::Date) {
            return dates.len().saturating_sub(1);
        }
        let later = dates.get(row.due).map(|due| due.plus(room.days));
        let until = later.map_or(0, |later| dates.partition_point(|date| *date <= later));
        until.saturating_sub(1).max(row.due)
    }
}

/// True when what is spent fits into what is free until every date.
fn fits_until(free: &[i64], more: i64, spent: &[(usize, i64)]) -> bool {
    free.iter().enumerate().all(|(date, free)| {
        let until: i64 = spent.iter().filter(|(due, _)| *due <= date).map(|(_, quarters)| quarters).sum();
        until <= free + more
    })
}
