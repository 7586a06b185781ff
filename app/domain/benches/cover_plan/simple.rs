//! What the engine is held against: the cheapest lesson first, and trying all.

use domain::clocks::Day;
use domain::cover_plan::{Colleague, Instance, Lesson};
use domain::id::PersonId;
use std::collections::BTreeMap;

/// Lessons that are chosen one after the other. Rules are looked up anew each time, so that there is nothing to trust.
struct Choice<'a> {
    instance: &'a Instance,
    people: BTreeMap<&'a PersonId, &'a Colleague>,
    due: BTreeMap<&'a str, Day>,
    chosen: Vec<&'a Lesson>,
}

/// What taking the cheapest lesson that fits, over and over, costs, and how many seats it leaves empty.
pub fn cheapest_first(instance: &Instance) -> (i64, u32) {
    let mut order: Vec<&Lesson> = instance.lessons.iter().collect();
    order.sort_by_key(|lesson| (lesson.cost, &lesson.skill, &lesson.learner, &lesson.teacher));
    let mut choice = Choice::new(instance);
    for lesson in order {
        if choice.empty_seats(lesson.skill.as_str()) > 0 && choice.fits(lesson) && choice.is_built(lesson) {
            choice.chosen.push(lesson);
        }
    }
    let empty = instance.skills.iter().map(|need| choice.empty_seats(need.id.as_str())).sum::<i64>();
    (choice.cost(), u32::try_from(empty).unwrap_or(0))
}

/// What the best of all sets of lessons costs; `None` where there is none.
pub fn least_cost(instance: &Instance) -> Option<i64> {
    let mut least = None;
    try_all(&mut Choice::new(instance), 0, &mut least);
    least
}

fn try_all<'a>(choice: &mut Choice<'a>, from: usize, least: &mut Option<i64>) {
    let instance: &'a Instance = choice.instance;
    let Some(lesson) = instance.lessons.get(from) else {
        let cost = choice.cost();
        if least.is_none_or(|least| cost < least) && choice.chosen.iter().all(|lesson| choice.is_built(lesson)) {
            *least = Some(cost);
        }
        return;
    };
    try_all(choice, from + 1, least);
    if choice.fits(lesson) {
        choice.chosen.push(lesson);
        try_all(choice, from + 1, least);
        choice.chosen.pop();
    }
}

impl<'a> Choice<'a> {
    fn new(instance: &'a Instance) -> Self {
        Self {
            instance,
            people: instance.people.iter().map(|person| (&person.id, person)).collect(),
            due: instance.skills.iter().map(|need| (need.id.as_str(), need.due)).collect(),
            chosen: Vec::new(),
        }
    }

    fn due(&self, lesson: &Lesson) -> Day {
        self.due.get(lesson.skill.as_str()).copied().unwrap_or(Day(0))
    }

    fn empty_seats(&self, skill: &str) -> i64 {
        let seats = self.instance.skills.iter().find(|need| need.id.as_str() == skill).map_or(0, |need| need.seats);
        let filled = self.chosen.iter().filter(|lesson| lesson.skill.as_str() == skill).count();
        (i64::from(seats) - i64::try_from(filled).unwrap_or(0)).max(0)
    }

    /// Whether the lesson breaks no rule that more lessons can only break.
    fn fits(&self, new: &Lesson) -> bool {
        let terms = &self.instance.terms;
        let learned = || self.chosen.iter().filter(|lesson| lesson.learner == new.learner);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let Some(learner) = self.people.get(&new.learner) else { return false };
        if learned().any(|lesson| lesson.skill == new.skill)
            || count(learned().count()) >= terms.lessons_each
            || new.earliest.is_some_and(|earliest| earliest > self.due(new))
            || new.overlap.is_some_and(|overlap| overlap < terms.least_overlap)
        {
            return false;
        }
        let spent: Vec<(Day, i64)> = learned().map(|lesson| (self.due(lesson), lesson.learning)).collect();
        if !self.hours_fit(&learner.learning, &spent, (self.due(new), new.learning)) {
            return false;
        }
        let Some(teacher) = new.teacher.as_ref().and_then(|teacher| self.people.get(teacher)) else { return true };
        let taught = || self.chosen.iter().filter(|lesson| lesson.teacher == new.teacher);
        let spent: Vec<(Day, i64)> = taught().map(|lesson| (self.due(lesson), lesson.teaching)).collect();
        count(taught().count()) < teacher.mentees.unwrap_or(terms.mentees)
            && self.hours_fit(&teacher.teaching, &spent, (self.due(new), new.teaching))
    }

    fn hours_fit(&self, free: &[i64], spent: &[(Day, i64)], new: (Day, i64)) -> bool {
        self.instance.dates.iter().zip(free).all(|(date, free)| {
            let until = spent.iter().chain([&new]).filter(|(due, _)| due <= date);
            until.map(|(_, quarters)| quarters).sum::<i64>() <= *free
        })
    }

    /// Whether what the lesson builds on is chosen.
    fn is_built(&self, lesson: &Lesson) -> bool {
        let Some(after) = &lesson.after else { return true };
        let first = |other: &&&Lesson| {
            other.learner == lesson.learner && other.skill == *after && self.due(other) <= self.due(lesson)
        };
        self.chosen.iter().any(|other| first(&other))
    }

    fn cost(&self) -> i64 {
        let empty = self
            .instance
            .skills
            .iter()
            .map(|need| self.empty_seats(need.id.as_str()) * self.instance.terms.empty_seat.of(need.criticality));
        self.chosen.iter().map(|lesson| lesson.cost).sum::<i64>() + empty.sum::<i64>()
    }
}
