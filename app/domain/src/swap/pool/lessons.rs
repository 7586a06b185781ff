//! Who could teach whom what, and why not.

use super::rest::Rest;
use super::{Hours, Obstacle, SwapFit, Unmet, is_volunteer};
use crate::clocks::Clocks;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::program::Participant;
use crate::rings::{Lesson, Member};
use crate::suggest::{Fits, Pairing};
use crate::swap::{RingStage, SwapRing, SwapTerms, lapse};
use crate::time::Timestamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// One lesson more counts most.
const LESSON: i64 = 100;
/// The most points of how well two people fit.
const FIT: i64 = 80;
/// The most points of having waited; one for every two days.
const WAIT: i64 = 15;
/// What hours that somebody earned are worth when they learn.
const EARNED: i64 = 5;

/// Everybody in the program, and what is asked of a lesson.
pub(super) struct Ground<'a> {
    org: &'a Org,
    terms: &'a SwapTerms,
    clocks: &'a Clocks<'a>,
    members: &'a BTreeMap<PersonId, Member>,
    volunteers: BTreeSet<&'a PersonId>,
    since: BTreeMap<&'a PersonId, Timestamp>,
    rest: &'a Rest,
    hours: &'a Hours,
    fits: Fits<'a>,
}

/// Lessons, how well they fit, and wants that nobody meets.
type All = (Vec<Lesson>, BTreeMap<(PersonId, PersonId), SwapFit>, Vec<Unmet>);

impl<'a> Ground<'a> {
    pub(super) fn new(
        org: &'a Org,
        (terms, clocks): (&'a SwapTerms, &'a Clocks<'a>),
        (members, inside): (&'a BTreeMap<PersonId, Member>, &[&'a Participant]),
        (rest, hours): (&'a Rest, &'a Hours),
    ) -> Self {
        let volunteers = inside.iter().filter(|mine| is_volunteer(mine)).map(|mine| &mine.person).collect();
        let since = inside.iter().map(|mine| (&mine.person, mine.since)).collect();
        Self { org, terms, clocks, members, volunteers, since, rest, hours, fits: Fits::new(org, clocks) }
    }

    /// All lessons that are possible now, by teacher and learner; of one learner where only those matter.
    pub(super) fn all(mut self, rings: &[&'a SwapRing], only: Option<&PersonId>) -> All {
        for ring in rings {
            if let RingStage::Committed { at, .. } = &ring.stage {
                for learner in ring.ring.learners() {
                    self.since.entry(learner).and_modify(|since| *since = (*since).max(*at));
                }
            }
        }
        let (mut best, mut unmet) = (BTreeMap::new(), Vec::new());
        let learners = self.members.keys().filter(|person| !self.volunteers.contains(person));
        let learners = learners.filter(|person| only.is_none_or(|only| only == *person));
        for learner in learners.filter_map(|person| self.org.person(person)) {
            for (skill, want) in self.org.wants_of(&learner.id) {
                let own = self.level(&learner.id, skill).unwrap_or_default();
                if own >= want.target || own >= Level::CAN_TEACH {
                    continue;
                }
                match self.taught(
                    (learner, own),
                    skill,
                    lapse(want.at, self.terms.offers_last, self.clocks.now).holds(),
                ) {
                    Ok(lessons) => lessons.into_iter().for_each(|lesson| keep_best(&mut best, lesson)),
                    Err(why) => unmet.push(Unmet { person: learner.id.clone(), skill: skill.clone(), why }),
                }
            }
        }
        let mut lessons: Vec<Lesson> = best.into_values().collect();
        let fits = lessons.iter().filter_map(|lesson| self.fit(lesson)).collect();
        lessons.sort();
        (lessons, fits, unmet)
    }

    /// Everybody who could teach somebody a skill; else why nobody can.
    fn taught(
        &self,
        (learner, own): (&Person, Level),
        skill: &SkillId,
        is_wanted: bool,
    ) -> Result<Vec<Lesson>, Obstacle> {
        if !is_wanted {
            return Err(Obstacle::WantLapsed);
        }
        let (mut lessons, mut nearest) = (Vec::new(), Obstacle::NobodyOffers);
        for (teacher, offer) in self.org.offerers_of(skill) {
            if *teacher == learner.id || !self.members.contains_key(teacher) || self.rest.rests(teacher) {
                continue;
            }
            let is_offered = lapse(offer.at, self.terms.offers_last, self.clocks.now).holds();
            match self.obstacle((learner, own), (teacher, skill), is_offered) {
                Some(obstacle) => nearest = nearest.max(obstacle),
                None => lessons.push(self.lesson(learner, teacher, skill)),
            }
        }
        let is_asked = self.members.get(&learner.id).is_some_and(|member| member.places > 0);
        if lessons.is_empty() {
            Err(nearest)
        } else if is_asked && !self.rest.rests(&learner.id) {
            Ok(lessons)
        } else {
            Ok(Vec::new())
        }
    }

    fn obstacle(
        &self,
        (learner, own): (&Person, Level),
        (teacher, skill): (&PersonId, &SkillId),
        is_offered: bool,
    ) -> Option<Obstacle> {
        let pairing = Pairing { learner: &learner.id, teacher, skill };
        let who = || teacher.clone();
        // Nobody has said yet how well they know it who offers it: their word that they can show it stands.
        let level = self.level(teacher, skill).unwrap_or(Level::ALONE).number();
        let speaks = self.org.person(teacher).is_some_and(|teacher| speak(learner, teacher));
        if !is_offered {
            Some(Obstacle::OfferLapsed { teacher: who() })
        } else if self.fits.shared_minutes(pairing) < i64::from(self.terms.minutes.0) {
            Some(Obstacle::NoHours { teacher: who() })
        } else if !speaks {
            Some(Obstacle::NoLanguage { teacher: who() })
        } else if level < own.number() + self.terms.levels_apart {
            Some(Obstacle::TooClose { teacher: who() })
        } else if self.fits.is_in_the_way(pairing) || self.rest.was_declined(teacher, &learner.id, skill) {
            Some(Obstacle::AskedAlready { teacher: who() })
        } else if self.members.get(teacher).is_none_or(|member| member.places == 0) {
            Some(Obstacle::NoPlace { teacher: who() })
        } else {
            None
        }
    }

    fn lesson(&self, learner: &Person, teacher: &PersonId, skill: &SkillId) -> Lesson {
        let points =
            self.fits.of(Pairing { learner: &learner.id, teacher, skill }).map_or(0, |fit| i64::from(fit.points));
        let since = self.since.get(&learner.id).copied().unwrap_or(self.clocks.now);
        let waited = (self.clocks.now.since(since).whole_days() / 2).clamp(0, WAIT);
        let earned = if self.hours.get(&learner.id).is_some_and(|minutes| *minutes > 0) { EARNED } else { 0 };
        let weight = LESSON + points * FIT / 1_000 + waited + earned;
        Lesson { teacher: teacher.clone(), learner: learner.id.clone(), skill: skill.clone(), weight }
    }

    fn fit(&self, lesson: &Lesson) -> Option<((PersonId, PersonId), SwapFit)> {
        let (learner, teacher) = (&lesson.learner, &lesson.teacher);
        let fit = self.fits.of(Pairing { learner, teacher, skill: &lesson.skill })?;
        Some(((teacher.clone(), learner.clone()), SwapFit { band: fit.band, ingredients: fit.ingredients }))
    }

    fn level(&self, person: &PersonId, skill: &SkillId) -> Option<Level> {
        self.org.known(person, skill).map(|known| known.estimate.level)
    }
}

/// Of two people the lesson that is worth most; of equal ones that of the first skill.
fn keep_best(best: &mut BTreeMap<(PersonId, PersonId), Lesson>, lesson: Lesson) {
    let key = (lesson.teacher.clone(), lesson.learner.clone());
    let place = |lesson: &Lesson| (Reverse(lesson.weight), lesson.skill.clone());
    match best.get(&key) {
        Some(other) if place(other) <= place(&lesson) => {}
        Some(_) | None => {
            best.insert(key, lesson);
        }
    }
}

/// True when both said a language that the other speaks, or one of them said none.
fn speak(one: &Person, other: &Person) -> bool {
    let has = |language: &str| other.languages.iter().any(|its| its.as_str().eq_ignore_ascii_case(language));
    one.languages.is_empty() || other.languages.is_empty() || one.languages.iter().any(|its| has(its.as_str()))
}
