//! The smallest change by which somebody without a mentor would have had one. It is told only after it was made on a copy,
//! everything was matched again, and it was found true.

use super::posed::{Posed, Solved};
use crate::clocks::Clocks;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::matching::{ALLOWED, Candidate, Edit, Instance, ONE_MORE, Pair, Wish};
use crate::mentoring::{Mode, row};
use crate::org::Org;
use crate::person::{Availability, Person};
use crate::want::{Priority, Want};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// At most so many changes of one kind are tried for one learner.
const TRIES: usize = 8;
/// How much of an imposition it is when a learner meets at any hour.
const ANY_HOUR: u32 = 50;
/// The same when they also want to learn something else.
const ANOTHER_WANT: u32 = ONE_MORE + 50;

/// A change by which a learner would have a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayOut {
    /// What would have to change.
    pub change: Change,
    /// Whom they would have then.
    pub mentor: PersonId,
}

/// What can be changed for a learner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Change {
    /// They meet at any hour of a working day.
    AnyHour,
    /// The mentor takes one learner more.
    OneMore {
        /// Who.
        mentor: PersonId,
    },
    /// They also want to learn that.
    AlsoWant {
        /// What.
        skill: SkillId,
    },
    /// The organiser allows a pair that is ruled out.
    Allow {
        /// With whom.
        mentor: PersonId,
    },
    /// The organiser takes their pin back.
    Unpin {
        /// With whom.
        mentor: PersonId,
    },
}

/// A change that could help.
#[derive(Clone, Debug)]
struct Try {
    change: Change,
    effort: u32,
    /// What it would be in the matching.
    made: Made,
}

/// What a change is in the matching.
#[derive(Clone, Debug)]
enum Made {
    /// The learner has these candidates.
    Candidates(Vec<Candidate>),
    /// A mentor has a place more.
    Place(PersonId),
    /// A pair is not ruled out any more.
    Allowed(PersonId),
}

/// An organisation in which changes are tried, as a copy.
struct Trials<'a> {
    org: Org,
    posed: &'a Posed,
    clocks: &'a Clocks<'a>,
}

/// The smallest change for each of those for whom one was looked for; `None` where none that was tried helps.
pub type WaysOut = BTreeMap<PersonId, Option<WayOut>>;

/// A matching that is solved, with what would help those who have nobody.
#[derive(Clone, Debug)]
pub struct Explained {
    pub(super) solved: Solved,
    pub(super) ways_out: WaysOut,
}

impl Explained {
    /// Looks for what would help `whom`, in a copy of the organisation that [`Org::excerpt_of_program`] makes.
    pub fn of(mut solved: Solved, whom: &BTreeSet<PersonId>, org: Org, clocks: &Clocks) -> Self {
        let tries: Vec<_> = {
            let mut trials = Trials { org, posed: &solved.posed, clocks };
            whom.iter().map(|who| (who, trials.of_learner(&solved, who))).collect()
        };
        let ways_out = tries.into_iter().map(|(who, tries)| (who.clone(), solved.way_out(who, tries))).collect();
        Self { solved, ways_out }
    }
}

impl Trials<'_> {
    /// The changes of the learner themself that could help.
    fn of_learner(&mut self, solved: &Solved, mentee: &PersonId) -> Vec<Try> {
        let mut tries: Vec<Try> = self.any_hour(mentee).into_iter().collect();
        tries.extend(self.other_wants(solved, mentee));
        tries
    }

    fn any_hour(&mut self, mentee: &PersonId) -> Option<Try> {
        let before = self.org.person(mentee)?.clone();
        if before.availability == Availability::Whenever {
            return None;
        }
        self.org.put_person(Person { availability: Availability::Whenever, ..before.clone() });
        let made = self.candidates(mentee);
        self.org.put_person(before);
        Some(Try { change: Change::AnyHour, effort: ANY_HOUR, made: made? })
    }

    /// What mentors with a place left could teach them, that they do not want yet: what a mentor offers before the rest.
    fn other_wants(&mut self, solved: &Solved, mentee: &PersonId) -> Vec<Try> {
        let mut skills: Vec<(Reverse<bool>, SkillId)> = Vec::new();
        for mentor in solved.with_a_place_left().filter(|mentor| *mentor != mentee) {
            for (skill, known) in self.org.known_by(mentor) {
                let own = self.org.known(mentee, skill).map_or(Level::NONE, |known| known.estimate.level);
                let is_ahead = known.estimate.level.number() >= own.number() + self.posed.rules.levels_apart;
                let is_new = self.org.want(mentee, skill).is_none() && self.posed.rules.is_about(skill);
                if is_ahead && is_new && known.estimate.level >= Level::ALONE {
                    skills.push((Reverse(self.org.offer(mentor, skill).is_some()), skill.clone()));
                }
            }
        }
        skills.sort();
        skills.dedup_by(|one, other| one.1 == other.1);
        let tried = skills.into_iter().take(TRIES).filter_map(|(_, skill)| {
            let want = Want {
                person: mentee.clone(),
                skill: skill.clone(),
                target: Level::ALONE,
                priority: Priority::Soon,
                at: self.clocks.now,
                import: None,
            };
            self.org.put_want(mentee, &skill, Some(want));
            let made = self.candidates(mentee);
            self.org.put_want(mentee, &skill, None);
            Some(Try { change: Change::AlsoWant { skill }, effort: ANOTHER_WANT, made: made? })
        });
        tried.collect()
    }

    /// The candidates that the learner has in the changed organisation.
    fn candidates(&self, mentee: &PersonId) -> Option<Made> {
        let round = &self.posed.round;
        row(&self.org, &round.program, &round.terms, mentee, self.clocks)
            .map(|row| Made::Candidates(row.mentee.candidates))
    }
}

impl Made {
    /// The matching of `instance` with it.
    fn within(&self, instance: &Instance, mentee: &PersonId) -> Instance {
        let mut instance = instance.clone();
        match self {
            Self::Candidates(candidates) => {
                if let Some(row) = instance.mentees.iter_mut().find(|one| one.id == *mentee) {
                    row.candidates.clone_from(candidates);
                }
            }
            Self::Place(mentor) => {
                if let Some(seats) = instance.mentors.iter_mut().find(|one| one.id == *mentor) {
                    seats.capacity += 1;
                }
            }
            Self::Allowed(mentor) => {
                instance.forbids.retain(|pair| !(pair.mentee == *mentee && pair.mentor == *mentor));
            }
        }
        instance
    }
}

impl Solved {
    /// The change with the least effort, among `tries` and what the matching knows of itself, by which `mentee` would have
    /// a mentor; nothing for whoever has one, and where none of those tried helps.
    fn way_out(&mut self, mentee: &PersonId, tries: Vec<Try>) -> Option<WayOut> {
        if !self.posed.has_learner(mentee) || self.pairing.couple_of(mentee).is_some() {
            return None;
        }
        let in_circles = self.posed.rules.mode == Mode::Circles;
        let own = if in_circles { None } else { self.of_the_engine(mentee) };
        let effort = own.as_ref().map_or(u32::MAX, |(effort, _)| *effort);
        let more = if in_circles { self.one_more_each(mentee) } else { Vec::new() };
        let mut tries: Vec<Try> = tries.into_iter().chain(more).collect();
        tries.sort_by_key(|one| one.effort);
        let cheaper = tries.into_iter().filter(|one| one.effort < effort);
        let found = cheaper.into_iter().find_map(|one| {
            let changed = one.made.within(&self.posed.pool.instance, mentee);
            let arranged = self.posed.arranged(&changed).ok()?;
            let mentor = arranged.standing.mentor_of(mentee)?.clone();
            Some(WayOut { change: one.change, mentor })
        });
        found.or(own.map(|(_, way_out)| way_out))
    }

    /// What the engine knows: a place more, a pair allowed, a pin taken back.
    fn of_the_engine(&mut self, mentee: &PersonId) -> Option<(u32, WayOut)> {
        let wish = Wish { mentee: mentee.clone(), mentor: None };
        let promise = self.arranged.standing.smallest_change(&wish, &[]).ok()??;
        let change = match promise.change.edit {
            Edit::Capacity(mentor) => Change::OneMore { mentor: mentor.id },
            Edit::Allow(Pair { mentor, .. }) => Change::Allow { mentor },
            Edit::Unpin(Pair { mentor, .. }) => Change::Unpin { mentor },
            Edit::Join(_) | Edit::Leave(_) | Edit::Close(_) | Edit::Score { .. } | Edit::Forbid(_) | Edit::Pin(_) => {
                return None;
            }
        };
        Some((promise.change.effort, WayOut { change, mentor: promise.mentor }))
    }

    /// A place more with each candidate, the best first, for matchings that the engine does not see whole.
    fn one_more_each(&self, mentee: &PersonId) -> Vec<Try> {
        let instance = &self.posed.pool.instance;
        let row = instance.mentees.iter().find(|one| one.id == *mentee);
        let mut candidates: Vec<&Candidate> = row.into_iter().flat_map(|row| &row.candidates).collect();
        candidates.sort_by_key(|candidate| (Reverse(candidate.score), &candidate.mentor));
        let more = |candidate: &Candidate| {
            let mentor = candidate.mentor.clone();
            let is_forbidden = instance.forbids.iter().any(|pair| pair.mentee == *mentee && pair.mentor == mentor);
            if is_forbidden {
                let made = Made::Allowed(mentor.clone());
                return Try { change: Change::Allow { mentor }, effort: ALLOWED, made };
            }
            Try { change: Change::OneMore { mentor: mentor.clone() }, effort: ONE_MORE, made: Made::Place(mentor) }
        };
        candidates.into_iter().take(TRIES).map(more).collect()
    }

    /// Mentors to whom this pairing gives fewer learners than they take, by id.
    fn with_a_place_left(&self) -> impl Iterator<Item = &PersonId> {
        let mentors = self.posed.pool.instance.mentors.iter();
        mentors.filter(move |mentor| self.load(&mentor.id) < mentor.capacity).map(|mentor| &mentor.id)
    }

    /// How many learners this pairing gives a mentor.
    pub(super) fn load(&self, mentor: &PersonId) -> u32 {
        let given = self.pairing.couples.iter().filter(|couple| couple.mentor == *mentor).count();
        u32::try_from(given).unwrap_or(u32::MAX)
    }
}
