//! Every ring and chain that there could be, each once.

use super::dense::Dense;
use super::packing::Packing;
use crate::rings::fault::Fault;
use std::collections::BTreeMap;

/// The most rings and chains that are written down.
const MOST: u32 = 1_000_000;

/// Rings from their first person by id, then chains from their starter. Refuses more than fit into memory.
pub(in crate::rings) fn columns(dense: &Dense) -> Result<Packing, Fault> {
    let mut writer = Writer::new(dense);
    for first in 0..dense.people.len() {
        writer.rings_from(first);
        writer.chains_from(first);
    }
    if writer.is_full() {
        return Err(Fault::TooMany(MOST, "rings".to_owned()));
    }
    let mut packing = writer.packing;
    packing.close(of_lessons(dense));
    Ok(packing)
}

/// For each lesson, the limits of one that it takes.
pub(in crate::rings) fn of_lessons(dense: &Dense) -> BTreeMap<usize, Vec<usize>> {
    let of = |at: usize| {
        let row = &dense.lessons[at];
        let limits = [row.teacher, row.learner].into_iter().chain(row.limits.iter().copied());
        limits.filter(|limit| dense.capacities[*limit] == 1).collect()
    };
    (0..dense.lessons.len()).map(|at| (at, of(at))).collect()
}

struct Writer<'a> {
    dense: &'a Dense<'a>,
    packing: Packing,
    longest: usize,
    /// Who could teach each person.
    teachers: Vec<Vec<usize>>,
    /// How many lessons lead from each person back to the first.
    back: Vec<usize>,
    people: Vec<usize>,
    lessons: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(dense: &'a Dense) -> Self {
        let mut teachers = vec![Vec::new(); dense.people.len()];
        dense.lessons.iter().for_each(|row| teachers[row.learner].push(row.teacher));
        Self {
            dense,
            packing: Packing::new(dense.capacities.clone()),
            longest: usize::from(dense.instance.terms.longest),
            teachers,
            back: vec![usize::MAX; dense.people.len()],
            people: Vec::new(),
            lessons: Vec::new(),
        }
    }

    fn is_full(&self) -> bool {
        u32::try_from(self.packing.len()).is_ok_and(|count| count > MOST)
    }

    /// Lessons from which no way leads back in time are never walked.
    fn rings_from(&mut self, first: usize) {
        let mut reached = vec![first];
        self.back[first] = 0;
        let mut at = 0;
        while at < reached.len() {
            let person = reached[at];
            at += 1;
            let back = self.back[person] + 1;
            if back >= self.longest {
                continue;
            }
            for teacher in &self.teachers[person] {
                if *teacher > first && self.back[*teacher] == usize::MAX && self.dense.people[*teacher].places > 0 {
                    self.back[*teacher] = back;
                    reached.push(*teacher);
                }
            }
        }
        if self.dense.people[first].places > 0 {
            self.people.push(first);
            self.walk_round(first);
            self.people.pop();
        }
        reached.iter().for_each(|person| self.back[*person] = usize::MAX);
    }

    fn walk_round(&mut self, from: usize) {
        let first = self.people[0];
        if self.is_full() {
            return;
        }
        for at in self.dense.people[from].teaches.clone() {
            let to = self.dense.lessons[at].learner;
            self.lessons.push(at);
            if to == first {
                self.write();
            } else if self.back[to] < usize::MAX && self.lessons.len() + self.back[to] <= self.longest && self.joins(to)
            {
                self.people.push(to);
                self.walk_round(to);
                self.people.pop();
            }
            self.lessons.pop();
        }
    }

    fn chains_from(&mut self, first: usize) {
        let person = &self.dense.people[first];
        if self.dense.instance.terms.chains && person.is_starter && person.places > 0 {
            self.people.push(first);
            self.walk_on(first);
            self.people.pop();
        }
    }

    fn walk_on(&mut self, from: usize) {
        if self.people.len() >= self.longest || self.is_full() {
            return;
        }
        for at in self.dense.people[from].teaches.clone() {
            let to = self.dense.lessons[at].learner;
            if self.joins(to) && self.dense.people[to].places > 0 {
                self.people.push(to);
                self.lessons.push(at);
                self.write();
                self.walk_on(to);
                self.lessons.pop();
                self.people.pop();
            }
        }
    }

    /// True when somebody is not in the ring yet and may be.
    fn joins(&self, person: usize) -> bool {
        !self.people.contains(&person) && self.people.iter().all(|other| !self.dense.are_apart(*other, person))
    }

    fn write(&mut self) {
        let (limits, worth) = (self.dense.limits(&self.lessons), self.dense.worth(&self.lessons));
        if worth > 0 && limits.iter().all(|limit| self.dense.capacities[*limit] > 0) {
            self.packing.push(worth, &limits, &self.lessons);
        }
    }
}
