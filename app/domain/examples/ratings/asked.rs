//! Weeks of questions: who was asked about whom, at random or by what the answer tells, and what came of it.

use crate::dice::Dice;
use crate::world::{A_WEEK, Cell, PEOPLE, World, asked_of, cells, index};
use domain::clocks::Day;
use domain::evidence::{Belief, Evidence, EvidenceRules, Leniency, Level, Source, Weighing, leniency_of};
use domain::id::{PersonId, SkillId};
use domain::question::gain;
use domain::text::Prose;
use domain::time::Timestamp;
use std::collections::BTreeMap;

/// The same colleague is not asked the same again for so many weeks.
const AGAIN: u32 = 12;
/// Questions are spread over so many days; what was said on one is heard on the next.
const DAYS: u32 = 5;
/// The first day.
const START: i64 = 20_000;

/// How the next question is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// At random among colleagues.
    Random,
    /// By how much the answer tells, over one more than the questions asked about it this day.
    Picker,
}

/// All that was said, cell by cell.
#[derive(Debug)]
pub struct Asked {
    pub evidence: BTreeMap<Cell, Vec<Evidence>>,
    asked: BTreeMap<(u32, Cell), u32>,
}

impl Asked {
    /// What people say of themselves at the start, then so many weeks of questions to everybody.
    pub fn for_weeks(world: &World, weeks: u32, choice: Choice) -> Self {
        let mut all = Self { evidence: BTreeMap::new(), asked: BTreeMap::new() };
        for cell in cells() {
            all.say(day(0), cell.person, (cell, world.own(cell)));
        }
        let mut leniency = Leniency::default();
        for week in 1..=weeks {
            for today in 0..DAYS {
                let on = day(week).plus(i64::from(today));
                for (rater, cell, level) in all.heard(world, &leniency, (week, today, choice)) {
                    all.say(on, rater, (cell, level));
                }
            }
            // In the product it is worked out every night.
            if choice == Choice::Picker {
                leniency = all.leniency(week);
            }
        }
        all
    }

    /// Who says what on one day.
    fn heard(
        &mut self,
        world: &World,
        leniency: &Leniency,
        (week, today, choice): (u32, u32, Choice),
    ) -> Vec<(u32, Cell, u8)> {
        let weighing = Weighing { rules: &EvidenceRules::USUAL, leniency, day: day(week) };
        let believed = |cell| weighing.belief(self.evidence.get(&cell).map_or(&[], Vec::as_slice));
        let beliefs: BTreeMap<Cell, Belief> = cells().map(|cell| (cell, believed(cell))).collect();
        let mut queued: BTreeMap<Cell, u64> = BTreeMap::new();
        let mut said = Vec::new();
        let share = PEOPLE * A_WEEK / DAYS;
        for turn in today * share..(today + 1) * share {
            let rater = turn % PEOPLE;
            let is_free = |cell: &Cell| self.asked.get(&(rater, *cell)).is_none_or(|before| week - before >= AGAIN);
            let free: Vec<Cell> = asked_of(rater).filter(is_free).collect();
            let manner = leniency.manner(&person(rater));
            let telling = |cell: &Cell| {
                let belief = beliefs.get(cell).copied().unwrap_or_else(Belief::prior);
                gain(belief, manner, |belief| u64::from(belief.variance())) / (1 + queued.get(cell).unwrap_or(&0))
            };
            let count = u32::try_from(free.len()).unwrap_or(1).max(1);
            let chosen = match choice {
                Choice::Random => free.get(index(Dice::of(&[world.seed(), 5, week, turn]).below(count))).copied(),
                Choice::Picker => free.into_iter().max_by_key(telling),
            };
            if let Some(cell) = chosen {
                *queued.entry(cell).or_default() += 1;
                self.asked.insert((rater, cell), week);
                said.push((rater, cell, world.said(week, rater, cell)));
            }
        }
        said
    }

    fn say(&mut self, on: Day, by: u32, (cell, level): (Cell, u8)) {
        let piece = Evidence {
            person: person(cell.person),
            skill: SkillId::parse(&format!("s{}", cell.skill)).expect("a letter and a number"),
            level: Level::try_from(level).expect("0 to 4"),
            source: if by == cell.person { Source::Own } else { Source::Peer },
            by: Some(person(by)),
            at: Timestamp(on.0 * 86_400_000),
            note: Prose::default(),
            import: None,
            passed: None,
            reversed_at: None,
        };
        self.evidence.entry(cell).or_default().push(piece);
    }

    /// Who rates how, as far as what was said so far shows.
    pub fn leniency(&self, week: u32) -> Leniency {
        let all: Vec<Evidence> = self.evidence.values().flatten().cloned().collect();
        let raters = leniency_of(&all, &Weighing::usual(day(week)));
        Leniency { version: week, raters }
    }
}

fn person(number: u32) -> PersonId {
    PersonId::parse(&format!("p{number}")).expect("a letter and a number")
}

/// The day on which a week begins.
pub fn day(week: u32) -> Day {
    Day(START + 7 * i64::from(week))
}
