//! Parts of an instance that share nobody, each numbered for itself.

use super::dense::Dense;
use std::collections::BTreeMap;

/// A part. The numbers in its rows are places in its own lists.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) skills: Vec<Skill>,
    pub(super) learners: Vec<Learner>,
    pub(super) teachers: Vec<Teacher>,
    pub(super) lessons: Vec<Lesson>,
    pub(super) lessons_each: usize,
    /// The part of the cost that no plan changes comes in steps of this.
    pub(super) step: i64,
}

/// A skill with empty seats.
#[derive(Debug)]
pub(super) struct Skill {
    pub(super) number: usize,
    pub(super) seats: i64,
    /// What an empty seat costs.
    pub(super) price: i64,
    /// What a pair costs at least that was left out; `None` when there is none.
    pub(super) outside: Option<i64>,
    pub(super) lessons: Vec<usize>,
}

/// Somebody's hours to learn.
#[derive(Debug)]
pub(super) struct Learner {
    pub(super) free: Vec<i64>,
    pub(super) groups: Vec<Group>,
    /// Groups that fit together.
    pub(super) pairs: Vec<(usize, usize)>,
    /// The same as a table, a row for each group.
    pub(super) fits: Vec<bool>,
    /// True when no group builds on another, so that a group is in the best pair only if it is worth something.
    pub(super) is_plain: bool,
}

/// A learner's lessons in one skill that take the same time: all but their teachers is alike.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) skill: usize,
    pub(super) learning: i64,
    pub(super) due: usize,
    pub(super) after: Option<usize>,
    pub(super) lessons: Vec<usize>,
}

/// Somebody's hours to teach.
#[derive(Debug)]
pub(super) struct Teacher {
    pub(super) free: Vec<i64>,
    pub(super) mentees: usize,
    /// What is due first comes first.
    pub(super) lessons: Vec<usize>,
    /// The same by skill.
    pub(super) by_skill: Vec<(usize, Vec<usize>)>,
}

/// A lesson.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lesson {
    pub(super) number: usize,
    pub(super) skill: usize,
    pub(super) learner: usize,
    pub(super) teacher: Option<usize>,
    pub(super) learning: i64,
    pub(super) teaching: i64,
    pub(super) cost: i64,
    pub(super) due: usize,
    pub(super) after: Option<usize>,
    pub(super) is_pinned: bool,
}

/// Every part that has a lesson, the one with the lowest skill first.
pub(super) fn parts(dense: &Dense) -> Vec<Part> {
    let choosable: Vec<usize> = (0..dense.rows.len()).filter(|at| dense.dropped[*at].is_none()).collect();
    let people = dense.people.len();
    let mut joined = Joined { parent: (0..dense.skills.len() + 2 * people).collect() };
    let skills = dense.skills.len();
    for at in &choosable {
        let row = &dense.rows[*at];
        joined.join(row.skill, skills + row.learner);
        if let Some(teacher) = row.teacher {
            joined.join(row.skill, skills + people + teacher);
        }
        if let Some(after) = row.after {
            joined.join(row.skill, after);
        }
    }
    let mut of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in choosable {
        of.entry(joined.root(dense.rows[at].skill)).or_default().push(at);
    }
    let mut parts: Vec<Part> = of.into_values().map(|lessons| Part::new(dense, &lessons)).collect();
    parts.sort_by_key(|part| part.skills.first().map(|skill| skill.number));
    parts
}

struct Joined {
    parent: Vec<usize>,
}

impl Joined {
    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

/// The places of numbers in a list that is built as they come.
fn place(of: &mut BTreeMap<usize, usize>, number: usize) -> usize {
    let next = of.len();
    *of.entry(number).or_insert(next)
}

impl Part {
    fn new(dense: &Dense, numbers: &[usize]) -> Self {
        let mut part =
            Self { lessons_each: usize::try_from(dense.instance.terms.lessons_each).unwrap_or(1), ..Self::default() };
        let mut skills: Vec<usize> = numbers.iter().map(|at| dense.rows[*at].skill).collect();
        skills.sort_unstable();
        skills.dedup();
        let (mut learners, mut teachers) = (BTreeMap::new(), BTreeMap::new());
        for at in numbers {
            let row = &dense.rows[*at];
            let local = |skill: usize| skills.binary_search(&skill).ok();
            let Some(skill) = local(row.skill) else { continue };
            part.lessons.push(Lesson {
                number: *at,
                skill,
                learner: place(&mut learners, row.learner),
                teacher: row.teacher.map(|teacher| place(&mut teachers, teacher)),
                learning: row.learning,
                teaching: row.teaching,
                cost: row.cost,
                due: row.due,
                after: row.after.and_then(local),
                is_pinned: dense.is_pinned[*at],
            });
        }
        part.skills = skills
            .iter()
            .map(|number| Skill {
                number: *number,
                seats: i64::from(dense.skills[*number].seats),
                price: dense.price(*number),
                outside: dense.outside[*number],
                lessons: Vec::new(),
            })
            .collect();
        let by_place = |of: BTreeMap<usize, usize>| {
            let mut by_place: Vec<(usize, usize)> = of.into_iter().map(|(number, place)| (place, number)).collect();
            by_place.sort_unstable();
            by_place.into_iter().map(|(_, number)| number)
        };
        part.learners = by_place(learners)
            .map(|at| Learner {
                free: dense.people[at].learning.clone(),
                groups: Vec::new(),
                pairs: Vec::new(),
                fits: Vec::new(),
                is_plain: true,
            })
            .collect();
        part.teachers = by_place(teachers)
            .map(|at| Teacher {
                free: dense.people[at].teaching.clone(),
                mentees: usize::try_from(dense.mentees(at)).unwrap_or(usize::MAX),
                lessons: Vec::new(),
                by_skill: Vec::new(),
            })
            .collect();
        part.link();
        part
    }

    fn link(&mut self) {
        for (at, lesson) in self.lessons.iter().enumerate() {
            self.skills[lesson.skill].lessons.push(at);
            if let Some(teacher) = lesson.teacher {
                let row = &mut self.teachers[teacher];
                row.lessons.push(at);
                // Lessons come in the order of their skills.
                match row.by_skill.last_mut() {
                    Some((skill, lessons)) if *skill == lesson.skill => lessons.push(at),
                    Some(_) | None => row.by_skill.push((lesson.skill, vec![at])),
                }
            }
            let groups = &mut self.learners[lesson.learner].groups;
            let alike = |group: &&mut Group| {
                (group.skill, group.learning, group.after) == (lesson.skill, lesson.learning, lesson.after)
            };
            match groups.iter_mut().find(alike) {
                Some(group) => group.lessons.push(at),
                None => groups.push(Group {
                    skill: lesson.skill,
                    learning: lesson.learning,
                    due: lesson.due,
                    after: lesson.after,
                    lessons: vec![at],
                }),
            }
        }
        for teacher in &mut self.teachers {
            teacher.lessons.sort_by_key(|at| (self.lessons[*at].due, *at));
        }
        for learner in &mut self.learners {
            learner.pairs = if self.lessons_each < 2 { Vec::new() } else { learner.fitting() };
            let size = learner.groups.len();
            learner.fits = vec![false; size * size];
            for (a, b) in &learner.pairs {
                learner.fits[a * size + b] = true;
            }
            learner.is_plain = learner.groups.iter().all(|group| group.after.is_none());
        }
        let costs = self.lessons.iter().map(|lesson| lesson.cost).chain(self.skills.iter().map(|skill| skill.price));
        self.step = costs.fold(0, divisor).max(1);
    }
}

impl Learner {
    fn fitting(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (b, second) in self.groups.iter().enumerate() {
            for (a, first) in self.groups.iter().enumerate().take(b) {
                let (both, late) = (first.learning + second.learning, first.due.max(second.due));
                let fits = first.skill != second.skill && both <= self.free[late];
                let ready = |one: &Group, other: &Group| {
                    one.after.is_none_or(|after| after == other.skill && other.due <= one.due)
                };
                if fits && ready(first, second) && ready(second, first) {
                    pairs.push((a, b));
                }
            }
        }
        pairs
    }
}

/// The greatest common divisor.
fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { divisor(b, a % b) }
}
