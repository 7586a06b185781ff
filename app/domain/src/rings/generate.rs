//! Seeded pools to measure by and to show.

use super::chance::Chance;
use super::instance::{Instance, Lesson, Member, Terms};
use crate::id::{PersonId, SkillId};
use std::collections::BTreeMap;

/// Skills of a pool.
const SKILLS: usize = 60;
/// Time zones, four hours apart.
const ZONES: usize = 6;
/// So many teachers are kept for each learner when a pool is thinned.
const WIDEST: usize = 10;

/// A kind of pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pool {
    /// So many people who offer and want one to three of sixty skills, some of which everybody wants (after Zipf), in six
    /// time zones and two languages. One in twenty starts chains and one in five takes two places.
    Skills(usize),
    /// The same, with the ten teachers who fit best for each learner.
    Thinned(usize),
    /// So many people of whom each pair is as likely as any other, with so many lessons for each person.
    Random(usize, usize),
}

/// Somebody as the lottery made them.
struct Person {
    zone: usize,
    /// One of two languages, or both.
    languages: [bool; 2],
    offers: Vec<usize>,
    wants: Vec<usize>,
}

/// The pool of a seed. Refuses nothing; names that cannot be are left out.
pub fn pool(kind: Pool, seed: u64) -> Instance {
    let mut chance = Chance::new(seed);
    match kind {
        Pool::Skills(people) => of_skills(people, usize::MAX, &mut chance),
        Pool::Thinned(people) => of_skills(people, WIDEST, &mut chance),
        Pool::Random(people, degree) => at_random(people, degree, &mut chance),
    }
}

fn person(number: usize) -> Option<PersonId> {
    PersonId::from_name(&format!("p{number:03}"))
}

fn skill(number: usize) -> Option<SkillId> {
    SkillId::from_name(&format!("s{number:02}"))
}

fn members(people: usize, chance: &mut Chance) -> Vec<Member> {
    let member = |number| {
        let (places, is_starter) = (if chance.below(5) == 0 { 2 } else { 1 }, chance.below(20) == 0);
        Some(Member { id: person(number)?, places, is_starter })
    };
    (0..people).filter_map(member).collect()
}

fn of_skills(people: usize, widest: usize, chance: &mut Chance) -> Instance {
    let members = members(people, chance);
    let all: Vec<Person> = (0..people).map(|_| somebody(chance)).collect();
    let mut lessons = Vec::new();
    for (learner, learns) in all.iter().enumerate() {
        let mut teachers = Vec::new();
        for (teacher, teaches) in all.iter().enumerate().filter(|(teacher, _)| *teacher != learner) {
            if let Some((weight, skill)) = best(teaches, learns, chance) {
                teachers.push((weight, teacher, skill));
            }
        }
        teachers.sort_by_key(|(weight, teacher, _)| (std::cmp::Reverse(*weight), *teacher));
        lessons.extend(teachers.into_iter().take(widest).filter_map(|(weight, teacher, of)| {
            Some(Lesson { teacher: person(teacher)?, learner: person(learner)?, skill: skill(of)?, weight })
        }));
    }
    Instance { people: members, lessons, ..Instance::default() }
}

fn somebody(chance: &mut Chance) -> Person {
    let speaks = chance.below(4);
    let mut person = Person {
        zone: chance.below(ZONES),
        languages: [speaks != 1, speaks == 1 || speaks == 2],
        offers: (0..1 + chance.below(3)).map(|_| chance.below(SKILLS)).collect(),
        wants: Vec::new(),
    };
    for _ in 0..1 + chance.below(3) {
        let wanted = wanted(chance);
        if !person.offers.contains(&wanted) && !person.wants.contains(&wanted) {
            person.wants.push(wanted);
        }
    }
    person
}

/// A skill, the n-th with a chance of one n-th of the first one's.
fn wanted(chance: &mut Chance) -> usize {
    const FIRST: usize = 10_000;
    let total = (1..=SKILLS).map(|rank| FIRST / rank).sum();
    let mut left = chance.below(total);
    for rank in 1..=SKILLS {
        if left < FIRST / rank {
            return rank - 1;
        }
        left -= FIRST / rank;
    }
    0
}

/// What one can teach the other that fits best, and its weight.
fn best(teaches: &Person, learns: &Person, chance: &mut Chance) -> Option<(i64, usize)> {
    let apart = teaches.zone.abs_diff(learns.zone);
    let apart = apart.min(ZONES - apart);
    let is_understood = teaches.languages.iter().zip(learns.languages).any(|(one, other)| *one && other);
    if apart > 1 || !is_understood {
        return None;
    }
    let near = if apart == 0 { 40 } else { 10 };
    let both = learns.wants.iter().filter(|want| teaches.offers.contains(want));
    both.map(|skill| (100 + near + chance.up_to(60), *skill)).max()
}

fn at_random(people: usize, degree: usize, chance: &mut Chance) -> Instance {
    let members = members(people, chance);
    let mut lessons = BTreeMap::new();
    let possible = people * people.saturating_sub(1);
    while lessons.len() < (people * degree).min(possible) {
        let (one, other) = (chance.below(people), chance.below(people));
        let of = (chance.below(SKILLS), 100 + chance.up_to(100));
        if one != other {
            lessons.insert((one, other), of);
        }
    }
    let lesson = |((teacher, learner), (of, weight))| {
        Some(Lesson { teacher: person(teacher)?, learner: person(learner)?, skill: skill(of)?, weight })
    };
    let lessons = lessons.into_iter().filter_map(lesson).collect();
    Instance { people: members, lessons, terms: Terms::default(), ..Instance::default() }
}
