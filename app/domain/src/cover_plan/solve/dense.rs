//! The instance with its rows sorted and numbered, checked once, without lessons that can never be chosen.

use crate::cover_plan::fault::Fault;
use crate::cover_plan::instance::{Colleague, Dropped, Instance, Lesson, Need, Pick};
use crate::id::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// The sorted instance. Numbers are places in these lists.
#[derive(Debug)]
pub(in crate::cover_plan) struct Dense<'a> {
    pub(in crate::cover_plan) instance: &'a Instance,
    pub(in crate::cover_plan) people: Vec<&'a Colleague>,
    pub(in crate::cover_plan) skills: Vec<&'a Need>,
    pub(in crate::cover_plan) lessons: Vec<&'a Lesson>,
    pub(in crate::cover_plan) rows: Vec<Row>,
    /// Why a lesson can never be chosen.
    pub(in crate::cover_plan) dropped: Vec<Option<Dropped>>,
    pub(in crate::cover_plan) is_pinned: Vec<bool>,
    /// For each skill of which pairs were left out, what one of those costs at least.
    pub(in crate::cover_plan) outside: Vec<Option<i64>>,
}

/// A lesson in numbers.
#[derive(Clone, Copy, Debug)]
pub(in crate::cover_plan) struct Row {
    pub(in crate::cover_plan) skill: usize,
    pub(in crate::cover_plan) learner: usize,
    pub(in crate::cover_plan) teacher: Option<usize>,
    pub(in crate::cover_plan) learning: i64,
    pub(in crate::cover_plan) teaching: i64,
    pub(in crate::cover_plan) cost: i64,
    /// The place of its due date among the dates.
    pub(in crate::cover_plan) due: usize,
    pub(in crate::cover_plan) after: Option<usize>,
}

impl<'a> Dense<'a> {
    /// Sorts and numbers an instance that [`super::faults::faults`] found nothing in; lessons that name nobody known
    /// are left out.
    pub(in crate::cover_plan) fn new(instance: &'a Instance) -> Self {
        let mut people: Vec<&Colleague> = instance.people.iter().collect();
        people.sort_by(|a, b| a.id.cmp(&b.id));
        let mut skills: Vec<&Need> = instance.skills.iter().collect();
        skills.sort_by(|a, b| a.id.cmp(&b.id));
        let mut lessons: Vec<&Lesson> = instance.lessons.iter().collect();
        lessons.sort();
        let mut dense = Self {
            instance,
            people,
            skills,
            lessons: Vec::new(),
            rows: Vec::new(),
            dropped: Vec::new(),
            is_pinned: Vec::new(),
            outside: Vec::new(),
        };
        for lesson in lessons {
            if let Some(row) = dense.row(lesson) {
                dense.lessons.push(lesson);
                dense.rows.push(row);
            }
        }
        dense.choose_what_can_be();
        dense.outside = dense.left_outside();
        dense
    }

    /// Also a lesson counts as left out that could build on one that was.
    fn left_outside(&self) -> Vec<Option<i64>> {
        let mut outside: Vec<Option<i64>> =
            self.skills.iter().map(|need| (need.cut > 0).then_some(need.cut_cost)).collect();
        for (row, dropped) in self.rows.iter().zip(&self.dropped) {
            let could = row.after.is_some_and(|after| self.skills[after].cut > 0);
            if could && *dropped == Some(Dropped::Before) {
                outside[row.skill] = Some(outside[row.skill].map_or(row.cost, |least| least.min(row.cost)));
            }
        }
        outside
    }

    fn row(&self, lesson: &Lesson) -> Option<Row> {
        let skill = self.skills.binary_search_by(|need| need.id.cmp(&lesson.skill)).ok()?;
        let teacher = match &lesson.teacher {
            Some(teacher) => Some(self.person(teacher)?),
            None => None,
        };
        let after = match &lesson.after {
            Some(after) => Some(self.skills.binary_search_by(|need| need.id.cmp(after)).ok()?),
            None => None,
        };
        Some(Row {
            skill,
            learner: self.person(&lesson.learner)?,
            teacher,
            learning: lesson.learning,
            teaching: if teacher.is_some() { lesson.teaching } else { 0 },
            cost: lesson.cost,
            due: self.instance.dates.binary_search(&self.skills[skill].due).ok()?,
            after,
        })
    }

    fn person(&self, id: &PersonId) -> Option<usize> {
        self.people.binary_search_by(|person| person.id.cmp(id)).ok()
    }

    fn choose_what_can_be(&mut self) {
        let pins: BTreeSet<Pick> = self.instance.pins.iter().cloned().collect();
        let forbids: BTreeSet<Pick> = self.instance.forbids.iter().cloned().collect();
        let picks: Vec<Pick> = self.lessons.iter().map(|lesson| lesson.pick()).collect();
        self.is_pinned = picks.iter().map(|pick| pins.contains(pick)).collect();
        let alone =
            |(at, pick): (usize, &Pick)| if forbids.contains(pick) { Some(Dropped::Forbidden) } else { self.alone(at) };
        self.dropped = picks.iter().enumerate().map(alone).collect();
        // What a dropped lesson was to come before falls too, and so on.
        loop {
            let first = self.can_be_learned();
            let lacks = |at: &usize| {
                let row = &self.rows[*at];
                self.dropped[*at].is_none()
                    && row.after.is_some_and(|after| {
                        first.get(&(row.learner, after)).is_none_or(|due| *due > row.due)
                            || self.instance.terms.lessons_each < 2
                    })
            };
            let lacking: Vec<usize> = (0..self.rows.len()).filter(lacks).collect();
            if lacking.is_empty() {
                break;
            }
            for at in lacking {
                self.dropped[at] = Some(Dropped::Before);
            }
        }
    }

    /// What each learner could learn, and by when.
    fn can_be_learned(&self) -> BTreeMap<(usize, usize), usize> {
        let left = self.rows.iter().zip(&self.dropped).filter(|(_, dropped)| dropped.is_none());
        left.map(|(row, _)| ((row.learner, row.skill), row.due)).collect()
    }

    /// Why a lesson can never be chosen whatever else is.
    fn alone(&self, at: usize) -> Option<Dropped> {
        let (row, lesson) = (&self.rows[at], self.lessons[at]);
        let terms = &self.instance.terms;
        if lesson.weeks_late(self.skills[row.skill].due) > 0 {
            return Some(Dropped::Weeks);
        }
        if !self.is_pinned[at] && lesson.overlap.is_some_and(|overlap| overlap < terms.least_overlap) {
            return Some(Dropped::Overlap);
        }
        if terms.lessons_each == 0 || row.learning > self.people[row.learner].learning[row.due] {
            return Some(Dropped::LearnerHours);
        }
        let too_much =
            |teacher: usize| row.teaching > self.people[teacher].teaching[row.due] || self.mentees(teacher) == 0;
        row.teacher.is_some_and(too_much).then_some(Dropped::TeacherHours)
    }

    /// How many lessons somebody gives at most.
    pub(in crate::cover_plan) fn mentees(&self, person: usize) -> u32 {
        self.people[person].mentees.unwrap_or(self.instance.terms.mentees)
    }

    /// The price of an empty seat of a skill.
    pub(in crate::cover_plan) fn price(&self, skill: usize) -> i64 {
        self.instance.terms.empty_seat.of(self.skills[skill].criticality)
    }

    /// What pins ask for that cannot be.
    pub(in crate::cover_plan) fn contradictions(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let forbids: BTreeSet<&Pick> = self.instance.forbids.iter().collect();
        let pins: BTreeSet<&Pick> = self.instance.pins.iter().collect();
        let at: BTreeMap<Pick, usize> =
            self.lessons.iter().enumerate().map(|(at, lesson)| (lesson.pick(), at)).collect();
        for pin in pins {
            if forbids.contains(pin) {
                faults.push(Fault::PinForbidden(pin.clone()));
                continue;
            }
            let why = match at.get(pin).map(|at| self.dropped[*at]) {
                None => "there is no such lesson among those that can be planned.",
                Some(Some(dropped)) => dropped.sentence(),
                Some(None) => continue,
            };
            faults.push(Fault::PinImpossible(pin.clone(), why.to_owned()));
        }
        if faults.is_empty() {
            faults.extend(self.crowded());
        }
        faults
    }

    /// Pins that are possible each and not together.
    fn crowded(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let pinned: Vec<&Row> =
            self.rows.iter().zip(&self.is_pinned).filter(|(_, pin)| **pin).map(|(row, _)| row).collect();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        for (at, person) in self.people.iter().enumerate() {
            let learned: Vec<&Row> = pinned.iter().copied().filter(|row| row.learner == at).collect();
            let taught: Vec<&Row> = pinned.iter().copied().filter(|row| row.teacher == Some(at)).collect();
            let skills: BTreeSet<usize> = learned.iter().map(|row| row.skill).collect();
            let twice = skills.iter().find(|skill| learned.iter().filter(|row| row.skill == **skill).count() > 1);
            if let Some(skill) = twice {
                faults.push(Fault::PinTwoTeachers(person.id.clone(), self.skills[*skill].id.clone()));
            }
            // A pinned lesson brings the one that it builds on.
            let brought = learned.iter().filter(|row| row.after.is_some_and(|after| !skills.contains(&after))).count();
            let most = self.instance.terms.lessons_each;
            if count(learned.len() + brought) > most {
                faults.push(Fault::PinLessons(person.id.clone(), count(learned.len() + brought), most));
            }
            if count(taught.len()) > self.mentees(at) {
                faults.push(Fault::PinMentees(person.id.clone(), count(taught.len()), self.mentees(at)));
            }
            let hours = |rows: &[&Row], free: &[i64], spent: fn(&Row) -> i64| {
                free.iter().enumerate().find_map(|(date, has)| {
                    let needs: i64 = rows.iter().filter(|row| row.due <= date).map(|row| spent(row)).sum();
                    let by = *self.instance.dates.get(date)?;
                    (needs > *has).then(|| Fault::PinHours { person: person.id.clone(), needs, has: *has, by })
                })
            };
            faults.extend(hours(&learned, &person.learning, |row| row.learning));
            faults.extend(hours(&taught, &person.teaching, |row| row.teaching));
        }
        faults
    }
}
