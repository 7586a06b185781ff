//! The pool of a program: what its people offer and want, reduced to who could teach whom what, and for every want that
//! nobody can meet the reason that is nearest to being none.
//!
//! A lesson is possible when whoever teaches offers the skill and is far enough ahead, both work at the same hours for as
//! long as a lesson takes, and they speak a language that both said. Of two people the best lesson counts. What it is
//! worth is 100 and how well the two fit, with a little for whoever has waited long.

mod lessons;
mod rest;
#[cfg(test)]
mod tests;

use super::{SwapRing, SwapTerms, is_on_board};
use crate::clocks::Clocks;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::program::{Participant, Program};
use crate::rings::{Instance, Member, Ring, Seats};
use crate::suggest::{Band, Ingredient};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many minutes people earned by teaching, less what they learned; below zero for those who owe.
pub type Hours = BTreeMap<PersonId, i64>;

/// Who could swap with whom in a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SwapPool {
    /// The same for the engine that finds rings.
    pub instance: Instance,
    /// How well whoever teaches, the first, fits whoever learns.
    pub fits: BTreeMap<(PersonId, PersonId), SwapFit>,
    /// The wants that nobody can meet, by person and skill.
    pub unmet: Vec<Unmet>,
}

/// How well two people of a lesson fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapFit {
    /// In a word.
    pub band: Band,
    /// What that is made of.
    pub ingredients: Vec<Ingredient>,
}

/// A want that nobody in the program can meet now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// Whose.
    pub person: PersonId,
    /// Of what.
    pub skill: SkillId,
    /// Why not, by whoever is nearest to it.
    pub why: Obstacle,
}

/// Why a want is not met, the nearest to being met last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Obstacle {
    /// Its own want is so old that nobody counts on it.
    WantLapsed,
    /// Nobody here offers it.
    NobodyOffers,
    /// Whoever offers it is not far enough ahead.
    TooClose {
        /// Who.
        teacher: PersonId,
    },
    /// They speak no language that both said.
    NoLanguage {
        /// Who would teach.
        teacher: PersonId,
    },
    /// They do not work at the same hours for long enough.
    NoHours {
        /// Who would teach.
        teacher: PersonId,
    },
    /// They have the same request open, or it was declined not long ago.
    AskedAlready {
        /// Who would teach.
        teacher: PersonId,
    },
    /// The offer is so old that nobody counts on it.
    OfferLapsed {
        /// Who would teach.
        teacher: PersonId,
    },
    /// Whoever offers it has no place left now.
    NoPlace {
        /// Who.
        teacher: PersonId,
    },
}

/// The hours of everybody who is or was in a program.
pub fn hours_in(org: &Org, program: &Program) -> Hours {
    let people = org.participants(&program.id).map(|participant| &participant.person);
    people.map(|person| (person.clone(), org.hours_of(person).get())).collect()
}

/// What is taken already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    places: BTreeMap<PersonId, u32>,
    seats: BTreeMap<(PersonId, SkillId), u32>,
}

impl Taken {
    /// What `rings` take.
    pub fn by<'a>(rings: impl IntoIterator<Item = &'a Ring>) -> Self {
        let mut taken = Self::default();
        for ring in rings {
            ring.people().for_each(|person| *taken.places.entry(person.clone()).or_default() += 1);
            for lesson in &ring.lessons {
                *taken.seats.entry((lesson.teacher.clone(), lesson.skill.clone())).or_default() += 1;
            }
        }
        taken
    }

    /// How many rings somebody is in.
    pub fn places_of(&self, person: &PersonId) -> u32 {
        self.places.get(person).copied().unwrap_or(0)
    }
}

/// The best rings of a pool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Them.
    pub rings: Vec<Ring>,
    /// How many people had a place free.
    pub people: u32,
    /// How many learn in them.
    pub learners: u32,
    /// True when no other rings serve them better.
    pub is_proven: bool,
}

/// The best rings of a pool that so much work finds; none of one that contradicts itself.
pub fn found(pool: &SwapPool, limits: &crate::rings::Limits) -> Found {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let people = count(pool.instance.people.len());
    let Ok(clearing) = crate::rings::solve(&pool.instance, limits) else {
        return Found { people, ..Found::default() };
    };
    let (learners, is_proven) = (count(clearing.lessons()), clearing.is_proven);
    Found { rings: clearing.rings, people, learners, is_proven }
}

/// Who could swap with whom in `program` beside what is `taken`. Left out are those who are away for good, who teach
/// without wanting and without a place, and, for a while, who declined or did not answer the same before.
pub fn pool(org: &Org, program: &Program, taken: &Taken, hours: &Hours, clocks: &Clocks) -> SwapPool {
    let terms = SwapTerms::of(program);
    let rings: Vec<&SwapRing> = org.swap_rings_in(&program.id).collect();
    let inside = inside(org, program, clocks);
    let rest = rest::Rest::of(&rings, clocks.now);
    let members = members(org, (&terms, taken), &inside, hours);
    let ground = lessons::Ground::new(org, (&terms, clocks), (&members, &inside), (&rest, hours));
    let (lessons, fits, unmet) = ground.all(&rings, None);
    let free = |teacher: &PersonId, skill: &SkillId| {
        let gone = taken.seats.get(&(teacher.clone(), skill.clone())).copied().unwrap_or(0);
        Seats { teacher: teacher.clone(), skill: skill.clone(), seats: terms.seats.saturating_sub(gone) }
    };
    let mut seats: Vec<Seats> = lessons.iter().map(|lesson| free(&lesson.teacher, &lesson.skill)).collect();
    seats.sort();
    seats.dedup();
    let people = members.into_values().filter(|member| member.places > 0).collect();
    SwapPool {
        instance: Instance { people, lessons, seats, apart: Vec::new(), terms: terms.for_engine() },
        fits,
        unmet,
    }
}

/// The wants of one person that nobody in `program` can meet now.
pub fn unmet(org: &Org, program: &Program, taken: &Taken, person: &PersonId, clocks: &Clocks) -> Vec<Unmet> {
    let (terms, hours) = (SwapTerms::of(program), Hours::new());
    let rings: Vec<&SwapRing> = org.swap_rings_in(&program.id).collect();
    let inside = inside(org, program, clocks);
    let rest = rest::Rest::of(&rings, clocks.now);
    let members = members(org, (&terms, taken), &inside, &hours);
    let ground = lessons::Ground::new(org, (&terms, clocks), (&members, &inside), (&rest, &hours));
    ground.all(&rings, Some(person)).2
}

/// Everybody who swaps in a program: on its board, here, and not there to bring others together.
fn inside<'a>(org: &'a Org, program: &Program, clocks: &Clocks) -> Vec<&'a Participant> {
    let today = crate::clocks::Day::utc(clocks.now);
    let works = |mine: &&Participant| org.person(&mine.person).is_some_and(|person| person.works_on(today));
    let swaps = |mine: &&Participant| is_on_board(program, mine) && mine.role != "host";
    org.participants(&program.id).filter(swaps).filter(works).collect()
}

/// Everybody with their places, and whether they may begin a chain: volunteers, those who want nothing, and those who owe
/// more than the program lets them.
fn members(
    org: &Org,
    (terms, taken): (&SwapTerms, &Taken),
    inside: &[&Participant],
    hours: &Hours,
) -> BTreeMap<PersonId, Member> {
    let member = |mine: &&Participant| {
        let id = mine.person.clone();
        let owes = -hours.get(&id).copied().unwrap_or(0);
        let is_behind = terms.may_owe.is_some_and(|most| owes > most);
        let wants_nothing = org.wants_of(&id).next().is_none();
        let is_starter = terms.chains && (is_volunteer(mine) || wants_nothing || is_behind);
        let places = terms.places.saturating_sub(taken.places_of(&id));
        (id.clone(), Member { id, places, is_starter })
    };
    inside.iter().map(member).collect()
}

fn is_volunteer(mine: &Participant) -> bool {
    mine.role == "volunteer"
}
