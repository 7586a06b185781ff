//! Instances for tests, seeded, and the best set of a small one by trying all.

use super::chance::Chance;
use super::instance::{Apart, Instance, Lesson, Member, Ring, Seats, Terms};
use crate::id::PersonId;
use std::collections::BTreeMap;

/// How large an instance is.
#[derive(Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub lessons: usize,
}

pub fn person(number: usize) -> PersonId {
    format!("p{number:02}").parse().unwrap()
}

/// An instance of a seed with every kind of row; weights are alike in every third one, so that many sets are equally good.
pub fn case(seed: u64, size: Size) -> Instance {
    let mut chance = Chance::new(seed);
    let range = if seed.is_multiple_of(3) { 3 } else { 100 };
    let people: Vec<Member> = (0..size.people)
        .map(|number| Member {
            id: person(number),
            places: [1, 1, 1, 1, 2, 2, 0, 1][chance.below(8)],
            is_starter: chance.below(5) == 0,
        })
        .collect();
    let mut lessons: BTreeMap<(usize, usize), Lesson> = BTreeMap::new();
    for _ in 0..size.lessons {
        let (one, other) = (chance.below(size.people), chance.below(size.people));
        if one != other {
            let skill = format!("s{}", chance.below(3)).parse().unwrap();
            let weight = 100 + chance.up_to(range);
            lessons.insert((one, other), Lesson { teacher: person(one), learner: person(other), skill, weight });
        }
    }
    let lessons: Vec<Lesson> = lessons.into_values().collect();
    let mut seats: Vec<Seats> = Vec::new();
    for lesson in &lessons {
        let row = Seats { teacher: lesson.teacher.clone(), skill: lesson.skill.clone(), seats: 1 };
        if chance.below(12) == 0
            && seats.iter().all(|other| (&other.teacher, &other.skill) != (&row.teacher, &row.skill))
        {
            seats.push(row);
        }
    }
    let (one, other) = (chance.below(size.people), chance.below(size.people));
    let is_apart = chance.below(3) == 0 && one != other;
    let apart = if is_apart { vec![Apart { one: person(one), other: person(other) }] } else { Vec::new() };
    let terms = Terms {
        longest: [2, 3, 4, 4][chance.below(4)],
        chains: chance.below(2) == 0,
        most_chains: (chance.below(4) == 0).then_some(1),
        accept: [1_000, 1_000, 900, 500][chance.below(4)],
    };
    Instance { people, lessons, seats, apart, terms }
}

/// Every ring and chain, by trying every row of two to four people.
pub fn rings(instance: &Instance) -> Vec<Ring> {
    let lessons = instance.lessons.iter().map(|lesson| ((&lesson.teacher, &lesson.learner), lesson)).collect();
    let mut all = Vec::new();
    for member in &instance.people {
        extend(instance, &lessons, &mut vec![member], &mut all);
    }
    all
}

type Lessons<'a> = BTreeMap<(&'a PersonId, &'a PersonId), &'a Lesson>;

fn extend<'a>(instance: &'a Instance, lessons: &Lessons<'a>, row: &mut Vec<&'a Member>, all: &mut Vec<Ring>) {
    let lesson = |one: &Member, other: &Member| lessons.get(&(&one.id, &other.id)).map(|lesson| (*lesson).clone());
    let way: Option<Vec<Lesson>> = row.windows(2).map(|pair| lesson(pair[0], pair[1])).collect();
    let Some(mut way) = way else { return };
    if row.len() > 1 {
        if instance.terms.chains && row[0].is_starter {
            all.push(Ring { lessons: way.clone() });
        }
        let is_least_first = row.iter().all(|member| member.id >= row[0].id);
        if let Some(last) = lesson(row[row.len() - 1], row[0]).filter(|_| is_least_first) {
            way.push(last);
            all.push(Ring { lessons: way });
        }
    }
    if row.len() == usize::from(instance.terms.longest) {
        return;
    }
    let apart = |one: &PersonId, other: &PersonId| {
        instance
            .apart
            .iter()
            .any(|row| [&row.one, &row.other] == [one, other] || [&row.other, &row.one] == [one, other])
    };
    for member in &instance.people {
        if row.iter().all(|other| other.id != member.id && !apart(&other.id, &member.id)) {
            row.push(member);
            extend(instance, lessons, row, all);
            row.pop();
        }
    }
}

/// What a ring is worth.
pub fn worth(instance: &Instance, ring: &Ring) -> i64 {
    let weight: i64 = ring.lessons.iter().map(|lesson| lesson.weight).sum();
    let people = u32::try_from(ring.people().count()).unwrap();
    weight * i64::from(instance.terms.accept).pow(people) / 1_000_i64.pow(people)
}

/// What there is only so much of, by name.
fn taken(instance: &Instance, ring: &Ring) -> Vec<String> {
    let places = |id: &PersonId| instance.people.iter().find(|member| member.id == *id).unwrap().places;
    let mut taken: Vec<String> = ring.people().map(ToString::to_string).collect();
    for lesson in &ring.lessons {
        if places(&lesson.learner) > 1 {
            taken.push(format!("{} learns {}", lesson.learner, lesson.skill));
        }
        taken.push(format!("{} teaches {}", lesson.teacher, lesson.skill));
    }
    if ring.is_chain() {
        taken.push("chains".to_owned());
    }
    taken
}

/// How much there is of it.
fn capacities(instance: &Instance) -> BTreeMap<String, u32> {
    let mut most: BTreeMap<String, u32> =
        instance.people.iter().map(|member| (member.id.to_string(), member.places)).collect();
    for member in &instance.people {
        for lesson in &instance.lessons {
            most.insert(format!("{} learns {}", member.id, lesson.skill), 1);
        }
    }
    most.extend(instance.seats.iter().map(|row| (format!("{} teaches {}", row.teacher, row.skill), row.seats)));
    most.extend(instance.terms.most_chains.map(|chains| ("chains".to_owned(), chains)));
    most
}

/// How much there is of each limit, and what each of these rings takes of them.
pub fn room(instance: &Instance, rings: &[Ring]) -> (Vec<u32>, Vec<Vec<usize>>) {
    let most = capacities(instance);
    let names: Vec<&String> = most.keys().collect();
    let number = |name: &String| names.binary_search(&name).ok();
    let takes = rings.iter().map(|ring| taken(instance, ring).iter().filter_map(number).collect()).collect();
    (most.values().copied().collect(), takes)
}

/// Whether these rings, each once, take no more than there is.
pub fn fits(instance: &Instance, rings: &[Ring]) -> bool {
    let (mut left, takes) = room(instance, rings);
    takes.iter().flatten().all(|limit| {
        let has = left[*limit] > 0;
        left[*limit] = left[*limit].saturating_sub(1);
        has
    })
}

/// The best of all sets by what rings are worth.
pub fn best(instance: &Instance) -> i64 {
    let rings = rings(instance);
    let (left, takes) = room(instance, &rings);
    let mut columns: Vec<(i64, Vec<usize>)> = rings.iter().map(|ring| worth(instance, ring)).zip(takes).collect();
    columns.sort_by_key(|(worth, limits)| (-worth, limits.len()));
    let mut sum = 0;
    let sums = columns.iter().rev().map(|(worth, _)| {
        sum += worth;
        sum
    });
    let mut rest: Vec<i64> = sums.collect();
    rest.reverse();
    let mut trial = Trial { columns, left, rest, best: 0 };
    trial.go_on(0, 0);
    trial.best
}

struct Trial {
    columns: Vec<(i64, Vec<usize>)>,
    left: Vec<u32>,
    /// What all columns from each on are worth together.
    rest: Vec<i64>,
    best: i64,
}

impl Trial {
    fn go_on(&mut self, from: usize, worth: i64) {
        self.best = self.best.max(worth);
        for at in from..self.columns.len() {
            if worth + self.rest[at] <= self.best {
                return;
            }
            if self.columns[at].1.iter().all(|limit| self.left[*limit] > 0) {
                let (more, limits) = self.columns[at].clone();
                limits.iter().for_each(|limit| self.left[*limit] -= 1);
                self.go_on(at + 1, worth + more);
                limits.iter().for_each(|limit| self.left[*limit] += 1);
            }
        }
    }
}
