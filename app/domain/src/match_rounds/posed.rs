//! A program's matching as it stands at one moment: who could be paired under the terms of the open round, and what is
//! best.

use super::circles;
use crate::clocks::Clocks;
use crate::id::{PersonId, ProgramId, SkillId};
use crate::match_round::{Couple, MatchRound, Pairing};
use crate::matching::{Fault, Instance, Pair, Standing, check, digest_of};
use crate::mentoring::{Fit, Mode, Pool, Rules, pool};
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use std::collections::{BTreeMap, BTreeSet};

/// How well candidates fit, by learner and mentor.
pub(super) type Fits = BTreeMap<(PersonId, PersonId), Fit>;

/// A program's matching, not solved yet.
#[derive(Clone, Debug)]
pub struct Posed {
    pub(super) round: MatchRound,
    pub(super) rules: Rules,
    pub(super) pool: Pool,
    /// Pins that cannot be kept as things are, and are left out.
    pub(super) lapsed: Vec<Pair>,
}

/// The same, solved.
#[derive(Clone, Debug)]
pub struct Solved {
    pub(super) posed: Posed,
    pub(super) arranged: Arranged,
    pub(super) pairing: Pairing,
    /// True when separate code has found the pairing valid and no other better.
    pub(super) is_proven: bool,
}

/// The best matching of an instance.
#[derive(Clone, Debug)]
pub(super) struct Arranged {
    pub(super) standing: Standing,
    /// Mentors without a circle, since fewer circles serve the same people.
    pub(super) closed: BTreeSet<PersonId>,
    /// Pins that no circle could keep, as it is of one skill.
    pub(super) dropped: Vec<Pair>,
}

impl Posed {
    /// The matching of a program under the terms of its open round. Not found for programs of other kinds.
    pub fn of(org: &Org, id: &ProgramId, clocks: &Clocks) -> Result<Self, Rejection> {
        let program = org.program(id).ok_or(Rejection::NotFound(Noun::Program))?;
        let rules = Rules::of(program).ok_or(Rejection::NotFound(Noun::Program))?;
        let round = MatchRound::current(org, id, clocks.now);
        let mut pool = pool(org, id, &round.terms, clocks);
        let lapsed = drop_lapsed(&mut pool);
        Ok(Self { round, rules, pool, lapsed })
    }

    /// The round whose terms it is under.
    pub const fn round(&self) -> &MatchRound {
        &self.round
    }

    /// Names the people, places, terms and what came out, pair by pair: what was seen of it holds while this is the same.
    fn digest(&self, couples: &[Couple]) -> String {
        let mut rows = vec![self.pool.instance.digest(), format!("\nmode {:?}\n", self.rules.mode)];
        rows.extend(couples.iter().map(|couple| {
            let back = couple.back.as_ref().map_or("", SkillId::as_str);
            format!("couple {} {} {} {back}\n", couple.mentee, couple.mentor, couple.skill)
        }));
        digest_of(&rows)
    }

    /// The best pairing. Refuses only what contradicts itself.
    pub fn solved(mut self) -> Result<Solved, Rejection> {
        let arranged = self.arranged(&self.pool.instance)?;
        self.lapsed.extend(arranged.dropped.iter().cloned());
        let (instance, answer) = (arranged.standing.instance(), arranged.standing.answer());
        let is_proven = check(&instance, &answer).is_ok();
        let couples: Vec<Couple> = answer.pairs.iter().filter_map(|pair| self.couple(pair)).collect();
        let (left, objective) = (answer.unserved, answer.objective);
        let digest = self.digest(&couples);
        let pairing = Pairing { couples, left, objective, digest };
        Ok(Solved { posed: self, arranged, pairing, is_proven })
    }

    /// The best matching of `instance`, which is this one or differs from it in little: with circles, in as few as serve
    /// the same people.
    pub(super) fn arranged(&self, instance: &Instance) -> Result<Arranged, Rejection> {
        let made = match self.rules.mode {
            Mode::Circles => circles::gathered(instance, &self.pool.fits),
            Mode::Suggested | Mode::People | Mode::Organisers | Mode::Everyone => {
                let plain = |standing| Arranged { standing, closed: BTreeSet::new(), dropped: Vec::new() };
                Standing::new(instance).map(plain)
            }
        };
        made.map_err(|faults| refused(&faults))
    }

    fn couple(&self, pair: &Pair) -> Option<Couple> {
        let fit = self.fit(&pair.mentee, &pair.mentor)?;
        Some(Couple {
            mentee: pair.mentee.clone(),
            mentor: pair.mentor.clone(),
            skill: fit.skill.clone(),
            back: fit.back.clone().filter(|_| self.rules.mutual && self.rules.mode != Mode::Circles),
            score: fit.score,
            band: fit.band,
        })
    }

    pub(super) fn fit(&self, mentee: &PersonId, mentor: &PersonId) -> Option<&Fit> {
        self.pool.fits.get(&(mentee.clone(), mentor.clone()))
    }

    /// How many more learners a mentor takes.
    pub(super) fn places(&self, mentor: &PersonId) -> u32 {
        let found = self.pool.instance.mentors.iter().find(|one| one.id == *mentor);
        found.map_or(0, |one| one.capacity)
    }

    pub(super) fn wait(&self, mentee: &PersonId) -> u8 {
        let found = self.pool.instance.mentees.iter().find(|one| one.id == *mentee);
        found.map_or(0, |one| one.wait)
    }

    pub(super) fn has_mentor(&self, mentor: &PersonId) -> bool {
        self.pool.instance.mentors.iter().any(|one| one.id == *mentor)
    }

    pub(super) fn has_learner(&self, mentee: &PersonId) -> bool {
        self.pool.instance.mentees.iter().any(|one| one.id == *mentee)
    }
}

impl Solved {
    /// The best pairing.
    pub const fn pairing(&self) -> &Pairing {
        &self.pairing
    }

    /// What it was found for.
    pub const fn posed(&self) -> &Posed {
        &self.posed
    }

    /// True when separate code has found the pairing valid and no other better.
    pub const fn is_proven(&self) -> bool {
        self.is_proven
    }
}

/// Takes out pins that nothing can keep, and forbidden pairs of people who are not looking: of somebody who found a mentor
/// meanwhile or left, or more for one mentor than they have places. Those that came first stay.
fn drop_lapsed(pool: &mut Pool) -> Vec<Pair> {
    let fits = &pool.fits;
    let mut places: BTreeMap<PersonId, u32> =
        pool.instance.mentors.iter().map(|mentor| (mentor.id.clone(), mentor.capacity)).collect();
    let can_stand = |pair: &Pair| fits.contains_key(&(pair.mentee.clone(), pair.mentor.clone()));
    let mut lapsed = Vec::new();
    pool.instance.pins.retain(|pair| {
        let place = places.get_mut(&pair.mentor).filter(|places| **places > 0 && can_stand(pair));
        match place {
            Some(place) => *place -= 1,
            None => {
                lapsed.push(pair.clone());
                return false;
            }
        }
        true
    });
    pool.instance.forbids.retain(can_stand);
    let mut seen = BTreeSet::new();
    pool.instance.previous.retain(|pair| can_stand(pair) && seen.insert(pair.mentee.clone()));
    lapsed
}

fn refused(faults: &[Fault]) -> Rejection {
    let words: Vec<String> = faults.iter().map(ToString::to_string).collect();
    Rejection::Conflict(words.join(" "))
}
