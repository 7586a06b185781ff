//! What the engine is held against: trying all.

use domain::rings::{Instance, Lesson, Pool, Terms, pool};
use std::collections::BTreeMap;

/// Twelve people or fewer.
pub fn small(seed: u64) -> Instance {
    let number = usize::try_from(seed).unwrap_or(0);
    let instance = pool(Pool::Random(6 + number % 7, 2 + number % 2), seed);
    let longest = [2, 3, 4][number % 3];
    let terms = Terms { longest, chains: number.is_multiple_of(2), ..Terms::default() };
    Instance { terms, ..instance }
}

/// Lessons from one person to another by name.
type Lessons<'a> = BTreeMap<(&'a str, &'a str), &'a Lesson>;

/// What the best of all sets of rings is worth.
pub fn most(instance: &Instance) -> i64 {
    let lessons: Lessons =
        instance.lessons.iter().map(|lesson| ((lesson.teacher.as_str(), lesson.learner.as_str()), lesson)).collect();
    let mut rings = Vec::new();
    for member in &instance.people {
        extend(instance, &lessons, &mut vec![member.id.as_str()], &mut rings);
    }
    rings.sort_by_key(|(weight, _)| -weight);
    let mut rest = 0;
    let mut after: Vec<i64> = rings
        .iter()
        .rev()
        .map(|(weight, _)| {
            rest += weight;
            rest
        })
        .collect();
    after.reverse();
    let left = instance.people.iter().map(|member| (member.id.as_str().to_owned(), member.places)).collect();
    let mut trial = Trial { rings, after, left, best: 0 };
    trial.go_on(0, 0);
    trial.best
}

/// A ring's weight, and what it takes: places of people, and what a person learns, which is learned once.
type Taken = (i64, Vec<String>);

fn extend<'a>(instance: &'a Instance, lessons: &Lessons<'a>, row: &mut Vec<&'a str>, rings: &mut Vec<Taken>) {
    let ways: Option<Vec<&Lesson>> = row.windows(2).map(|pair| lessons.get(&(pair[0], pair[1])).copied()).collect();
    let Some(ways) = ways else { return };
    let taken = |lessons: &[&Lesson]| {
        let learned = lessons.iter().map(|lesson| format!("{} {}", lesson.learner, lesson.skill));
        let all = row.iter().map(|person| (*person).to_owned()).chain(learned).collect();
        (lessons.iter().map(|lesson| lesson.weight).sum(), all)
    };
    let starts = instance.people.iter().any(|member| member.is_starter && member.id.as_str() == row[0]);
    if row.len() > 1 && starts && instance.terms.chains {
        rings.push(taken(&ways));
    }
    let back = lessons.get(&(row[row.len() - 1], row[0]));
    if let Some(back) = back.filter(|_| row.iter().all(|person| *person >= row[0])) {
        let round: Vec<&Lesson> = ways.iter().copied().chain([*back]).collect();
        rings.push(taken(&round));
    }
    if row.len() < usize::from(instance.terms.longest) {
        for member in &instance.people {
            let person = member.id.as_str();
            if !row.contains(&person) {
                row.push(person);
                extend(instance, lessons, row, rings);
                row.pop();
            }
        }
    }
}

struct Trial {
    rings: Vec<Taken>,
    /// What all rings from each on are worth together.
    after: Vec<i64>,
    left: BTreeMap<String, u32>,
    best: i64,
}

impl Trial {
    fn go_on(&mut self, from: usize, weight: i64) {
        self.best = self.best.max(weight);
        for at in from..self.rings.len() {
            if weight + self.after[at] <= self.best {
                return;
            }
            let (more, taken) = self.rings[at].clone();
            if taken.iter().all(|name| self.left.get(name).is_none_or(|left| *left > 0)) {
                taken.iter().for_each(|name| *self.left.entry(name.clone()).or_insert(1) -= 1);
                self.go_on(at + 1, weight + more);
                taken.iter().for_each(|name| *self.left.entry(name.clone()).or_default() += 1);
            }
        }
    }
}
