//! Who looks for a mentor in a program, who mentors, and how many places are taken: read once, asked often.

use super::{Asked, Ending, Rules, Seeking};
use crate::id::{PersonId, ProgramId};
use crate::org::Org;
use crate::pair::{Pair, PairStage};
use crate::program::{Participant, Standing};
use crate::time::Timestamp;
use std::collections::BTreeMap;

/// The key of the role in which people learn.
pub const LEARNER: &str = "mentee";
/// The key of the role in which people mentor.
pub const MENTOR: &str = "mentor";

/// Somebody who looks for a mentor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seeker {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub since: Timestamp,
}

/// How many places a mentor has, and how many of them are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// How many learners they take at once; none while they are paused.
    pub places: u32,
    /// How many they have.
    pub learners: u32,
}

impl Taken {
    /// How many more they take.
    pub const fn free(self) -> u32 {
        self.places.saturating_sub(self.learners)
    }
}

/// A program's people as mentoring has them.
#[derive(Clone, Debug)]
pub struct Roll<'a> {
    org: &'a Org,
    program: &'a ProgramId,
    /// The open pair of each learner.
    mentored: BTreeMap<&'a PersonId, &'a Pair>,
    /// How many learners each mentor has.
    learners: BTreeMap<&'a PersonId, u32>,
    /// When the last pair of each learner was over, and whether it came to its close.
    over: BTreeMap<&'a PersonId, (Timestamp, bool)>,
}

impl<'a> Roll<'a> {
    /// The people of a program.
    pub fn of(org: &'a Org, program: &'a ProgramId) -> Self {
        let mut roll =
            Self { org, program, mentored: BTreeMap::new(), learners: BTreeMap::new(), over: BTreeMap::new() };
        for pair in org.pairs_in(program).filter(|pair| !pair.is_taken_back()) {
            roll.note(pair);
        }
        roll
    }

    fn note(&mut self, pair: &'a Pair) {
        for learner in &pair.learners {
            match pair.stage {
                PairStage::Active | PairStage::Paused { .. } => {
                    self.mentored.insert(learner, pair);
                    *self.learners.entry(&pair.mentor).or_default() += 1;
                }
                PairStage::Finished { at } | PairStage::Ended { at, .. } => {
                    let last = (at, matches!(pair.stage, PairStage::Finished { .. }));
                    let over = self.over.entry(learner).or_insert(last);
                    *over = last.max(*over);
                }
            }
        }
    }

    /// Everybody who learns in the program, has no mentor there and looks for one, by id.
    pub fn seekers(&self) -> Vec<Seeker> {
        let learners = self.org.participants(self.program).filter(|participant| self.is_in(participant, LEARNER));
        learners.filter_map(|participant| self.seeker(participant)).collect()
    }

    /// Somebody as one who looks for a mentor; `None` when they do not.
    pub fn seeker_of(&self, person: &PersonId) -> Option<Seeker> {
        let participant = self.org.participant(self.program, person)?;
        if self.is_in(participant, LEARNER) { self.seeker(participant) } else { None }
    }

    /// Whoever came to a close with a mentor looks for another once they say so, and not before.
    fn seeker(&self, participant: &Participant) -> Option<Seeker> {
        let person = &participant.person;
        let is_through = self.over.get(person).is_some_and(|(at, is_close)| *is_close && *at >= participant.since);
        let stopped = |seeking: &Seeking| {
            let stopped = seeking.closed.as_ref().filter(|closed| closed.how == Ending::Stopped);
            // Whoever comes back into the program looks again.
            stopped.is_some_and(|closed| closed.at >= participant.since)
        };
        let seeking = self.org.seeking(self.program, person);
        let is_open = seeking.is_some_and(|seeking| seeking.closed.is_none());
        let looks_no_more = seeking.is_some_and(stopped) || is_through && !is_open;
        if self.mentored.contains_key(person) || looks_no_more {
            return None;
        }
        Some(Seeker { person: person.clone(), since: self.since(participant) })
    }

    /// Since when somebody in the program looks: as their search says while it is open, else since their last pair was
    /// over or since they came.
    pub fn since(&self, participant: &Participant) -> Timestamp {
        let seeking = self.org.seeking(self.program, &participant.person).filter(|seeking| seeking.closed.is_none());
        let since =
            seeking.map(|seeking| seeking.since).or_else(|| self.over.get(&participant.person).map(|(at, _)| *at));
        since.unwrap_or(participant.since).max(participant.since)
    }

    /// Everybody who has looked longer than the program promises, the longest wait first. Only the time counts in which the
    /// program ran: nobody can be matched before it begins, or answered while it is paused. Where people ask themselves, only
    /// those who have said whom they would like: the others wait for nobody.
    pub fn late(&self, rules: &Rules, now: Timestamp) -> Vec<Seeker> {
        let has_wishes = |person: &PersonId| {
            let open = self.org.seeking(self.program, person).filter(|seeking| seeking.closed.is_none());
            open.is_some_and(|seeking| !seeking.wishes.is_empty())
        };
        let is_late = |seeker: &Seeker| {
            self.is_overdue(rules, seeker.since, now) && (!rules.mode.asks() || has_wishes(&seeker.person))
        };
        let mut late: Vec<Seeker> = self.seekers().into_iter().filter(is_late).collect();
        late.sort_by(|a, b| (a.since, &a.person).cmp(&(b.since, &b.person)));
        late
    }

    fn is_overdue(&self, rules: &Rules, since: Timestamp, now: Timestamp) -> bool {
        let program = self.org.program(self.program);
        program.is_some_and(|program| now >= program.running(now).after(since, rules.promise().whole_days()))
    }

    /// True while somebody learns in the program.
    pub fn is_learner(&self, person: &PersonId) -> bool {
        self.org.participant(self.program, person).is_some_and(|participant| self.is_in(participant, LEARNER))
    }

    /// True while somebody mentors in the program, with a free place or without.
    pub fn is_mentor(&self, person: &PersonId) -> bool {
        self.org.participant(self.program, person).is_some_and(|participant| self.is_in(participant, MENTOR))
    }

    /// Everybody who mentors in the program, with a free place or without, by id.
    pub fn mentors(&self) -> impl Iterator<Item = &'a PersonId> {
        let all = self.org.participants(self.program).filter(move |participant| self.is_in(participant, MENTOR));
        all.map(|mentor| &mentor.person)
    }

    fn is_in(&self, participant: &Participant, role: &str) -> bool {
        let today = self.org.weighing().day;
        let is_here = |person: &PersonId| self.org.person(person).is_some_and(|person| person.works_on(today));
        participant.role == role && participant.standing == Standing::Inside && is_here(&participant.person)
    }

    /// The open pair in which somebody learns.
    pub fn pair_of(&self, learner: &PersonId) -> Option<&'a Pair> {
        self.mentored.get(learner).copied()
    }

    /// How many places a mentor has, and how many are taken.
    pub fn taken(&self, rules: &Rules, mentor: &PersonId) -> Taken {
        let places = match self.org.mentor(self.program, mentor) {
            _ if !self.is_mentor(mentor) => 0,
            Some(row) => row.open_places(rules),
            None => rules.places,
        };
        Taken { places, learners: self.learners.get(mentor).copied().unwrap_or(0) }
    }
}

/// Every request that waits for `mentor`, in all programs, the oldest first.
pub fn requests_to<'a>(org: &'a Org, mentor: &PersonId) -> Vec<(&'a Seeking, &'a Asked)> {
    let asked = org.seekings().filter_map(|seeking| Some((seeking, seeking.asked.as_ref()?)));
    let mut all: Vec<_> = asked.filter(|(_, asked)| asked.mentor == *mentor).collect();
    all.sort_by_key(|(seeking, asked)| (asked.at, &seeking.person));
    all
}
