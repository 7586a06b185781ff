//! Seeded organisations.

use domain::clocks::Day;
use domain::cover_plan::{Colleague, Instance, Lesson, Need, QUARTER_COST, Terms};
use domain::evidence::Level;
use domain::id::{PersonId, SkillId};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

/// When skills are due.
const DATES: [i64; 4] = [90, 120, 150, 180];

/// Numbers without a pattern, from a fixed start.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        let most = u64::try_from(choices.len()).unwrap_or(1);
        choices[usize::try_from(self.below(most)).unwrap_or(0)]
    }

    fn number(&mut self, most: u64) -> i64 {
        i64::try_from(self.below(most)).unwrap_or(0)
    }
}

/// An organisation to plan for.
pub struct Company {
    people: u64,
    skills: u64,
    /// Who knows what: person, skill, level from 0 to 4.
    levels: BTreeMap<(u64, u64), u8>,
    /// How many people should be able to teach each skill.
    target: u32,
    /// So many eighths of the hours that are ample.
    eighths: i64,
}

/// 500 people and 300 skills, of which five people each should be able to teach one.
pub fn generated(eighths: i64) -> Company {
    let mut chance = Chance(7);
    let mut levels = BTreeMap::new();
    for person in 0..500 {
        for _ in 0..20 {
            let skill = chance.below(300);
            let level = match chance.below(100) {
                0..25 => 1,
                25..55 => 2,
                55..90 => 3,
                _ => 4,
            };
            levels.insert((person, skill), level);
        }
    }
    for skill in 0..300 {
        levels.insert((chance.below(500), skill), 4);
    }
    Company { people: 500, skills: 300, levels, target: 5, eighths }
}

/// The Rust project, with so many people for each skill.
pub fn rust(folder: &str, target: u32) -> Result<Company, Box<dyn Error>> {
    let rows = |file: &str| -> Result<Vec<csv::StringRecord>, Box<dyn Error>> {
        let text = fs::read(format!("{folder}/{file}"))?;
        Ok(csv::Reader::from_reader(&text[..]).into_records().collect::<Result<_, _>>()?)
    };
    let numbered = |rows: &[csv::StringRecord]| -> BTreeMap<String, u64> {
        rows.iter().map(|row| row[0].to_owned()).zip(0..).collect()
    };
    let (people, skills) = (numbered(&rows("people.csv")?), numbered(&rows("skills.csv")?));
    let mut levels = BTreeMap::new();
    for row in rows("has.csv")? {
        levels.insert((people[&row[0]], skills[&row[1]]), row[2].parse()?);
    }
    Ok(Company {
        people: u64::try_from(people.len())?,
        skills: u64::try_from(skills.len())?,
        levels,
        target,
        eighths: 8,
    })
}

fn person(number: u64) -> PersonId {
    format!("p{number}").parse().expect("letters and digits are an id")
}

fn skill(number: u64) -> SkillId {
    format!("s{number}").parse().expect("letters and digits are an id")
}

impl Company {
    /// The instance, with hours, wishes, zones and dates from a fixed start.
    pub fn instance(&self) -> Instance {
        let mut chance = Chance(11);
        let terms = Terms::default();
        let mut zones = Vec::new();
        let mut people = Vec::new();
        for number in 0..self.people {
            zones.push(chance.one_of(&[0_i64, 0, 0, 4, 4, 22, -20, -32]));
            let (learning, teaching) = (chance.one_of(&[20, 24, 28, 32]), chance.one_of(&[8, 12, 16, 20]));
            // Hours a month until each date.
            let until = |month: i64| DATES.iter().map(|day| month * 4 * day * self.eighths / 30 / 8).collect();
            people.push(Colleague {
                id: person(number),
                learning: until(learning),
                teaching: until(teaching),
                mentees: None,
            });
        }
        let (mut skills, mut lessons) = (Vec::new(), Vec::new());
        for number in 0..self.skills {
            let due = chance.one_of(&DATES);
            let level = |person: u64| self.levels.get(&(person, number)).copied().unwrap_or(0);
            let teachers: Vec<u64> = (0..self.people).filter(|person| level(*person) == 4).collect();
            let seats = self.target.saturating_sub(u32::try_from(teachers.len()).unwrap_or(u32::MAX));
            if seats == 0 {
                continue;
            }
            let criticality = Default::default();
            skills.push(Need {
                id: skill(number),
                seats,
                due: Day(due),
                criticality,
                sieves: Vec::new(),
                cut: 0,
                cut_cost: 0,
            });
            for learner in (0..self.people).filter(|person| (1..4).contains(&level(*person))) {
                let (from, is_wanted) = (level(learner), chance.below(4) == 0);
                for teacher in &teachers {
                    let zone = |number: u64| usize::try_from(number).map_or(0, |at| zones[at]);
                    let apart = (zone(learner) - zone(*teacher)).abs();
                    let overlap = (34 - apart.min(96 - apart)).max(0);
                    if overlap >= terms.least_overlap {
                        let lesson = lesson(&terms, from, is_wanted, overlap);
                        lessons.push(Lesson {
                            skill: skill(number),
                            learner: person(learner),
                            teacher: Some(person(*teacher)),
                            ..lesson
                        });
                    }
                }
            }
        }
        let dates = DATES.into_iter().map(Day).collect();
        Instance { dates, people, skills, lessons, pins: Vec::new(), forbids: Vec::new(), terms }
    }
}

/// What a lesson from a level to “can teach” takes and costs; its names are still to come.
fn lesson(terms: &Terms, from: u8, is_wanted: bool, overlap: i64) -> Lesson {
    let learning: i64 = terms.steps.iter().skip(usize::from(from)).sum();
    let teaching = (learning + terms.teaching_part - 1) / terms.teaching_part;
    let percent = if is_wanted { terms.wanted_percent } else { 100 };
    let missing = (terms.good_overlap - overlap).max(0);
    Lesson {
        skill: skill(0),
        learner: person(0),
        teacher: None,
        learning,
        teaching,
        cost: (learning + teaching) * QUARTER_COST * percent / 100 + missing * terms.overlap_cost,
        overlap: Some(overlap),
        after: None,
        from: Level::try_from(from).unwrap_or_default(),
        is_wanted,
        earliest: Some(Day(7 * terms.weeks.iter().skip(usize::from(from)).sum::<i64>())),
        to: None,
    }
}

/// Up to fourteen lessons among five people, with hours that do not suffice for all.
pub fn small(seed: u64) -> Instance {
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(5));
    let dates = vec![Day(30), Day(60)];
    let mut hours = |most: u64| {
        let first = chance.number(most);
        vec![first, first + chance.number(most)]
    };
    let people: Vec<Colleague> = (0..5)
        .map(|number| Colleague { id: person(number), learning: hours(12), teaching: hours(8), mentees: None })
        .collect();
    let need = |number: u64| Need {
        id: skill(number),
        seats: u32::try_from(chance.below(3)).unwrap_or(1),
        due: Day(30 + 30 * chance.number(2)),
        criticality: Default::default(),
        sieves: Vec::new(),
        cut: 0,
        cut_cost: 0,
    };
    let skills: Vec<Need> = (0..4).map(need).collect();
    let mut lessons: Vec<Lesson> = Vec::new();
    for _ in 0..14 {
        let (learner, teacher, of) = (chance.below(5), chance.below(5), chance.below(4));
        let lesson = Lesson {
            skill: skill(of),
            learner: person(learner),
            teacher: (chance.below(8) > 0).then(|| person(teacher)),
            learning: 1 + chance.number(8),
            teaching: 1 + chance.number(4),
            cost: 2 + chance.number(30),
            overlap: None,
            after: (chance.below(6) == 0).then(|| skill((of + 1) % 4)),
            from: Level::NONE,
            is_wanted: false,
            earliest: (chance.below(5) == 0).then(|| dates[usize::from(chance.below(2) == 1)]),
            to: None,
        };
        if lesson.teacher.as_ref() != Some(&lesson.learner) && lessons.iter().all(|other| other.pick() != lesson.pick())
        {
            lessons.push(lesson);
        }
    }
    let terms = Terms {
        mentees: 2,
        empty_seat: domain::cover_plan::EmptySeat { normal: 60, ..Terms::default().empty_seat },
        ..Terms::default()
    };
    Instance { dates, people, skills, lessons, terms, ..Instance::default() }
}
