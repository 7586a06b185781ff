//! How well many pairs fit, for whoever weighs all of them at once: what they have in common is read once.

use super::ingredients::{Ground, USUAL_MEETING};
use super::past::Past;
use super::{Band, Ingredient, Pairing};
use crate::clocks::Clocks;
use crate::org::Org;
use crate::slots::Meeting;

/// An organisation in which pairs are weighed.
pub struct Fits<'a> {
    ground: Ground<'a>,
}

/// How well two people fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// In points of 1,000.
    pub points: u16,
    /// In a word.
    pub band: Band,
    /// What that is made of, in a fixed order.
    pub ingredients: Vec<Ingredient>,
}

impl<'a> Fits<'a> {
    /// Of `org`, by what `clocks` show.
    pub fn new(org: &'a Org, clocks: &'a Clocks<'a>) -> Self {
        Self { ground: Ground { org, past: Past::of(org, clocks), clocks } }
    }

    /// How well the two fit; `None` when one of the three is not known or the two are one.
    pub fn of(&self, pairing: Pairing) -> Option<Fit> {
        let org = self.ground.org;
        let (learner, teacher) = (org.person(pairing.learner)?, org.person(pairing.teacher)?);
        let pair = (learner.id != teacher.id)
            .then(|| Some(self.ground.pair(learner, teacher, org.skill(pairing.skill)?)))??;
        Some(Fit { points: pair.points(), band: pair.band(), ingredients: pair.ingredients() })
    }

    /// How many minutes of a working day both work; 0 when one of them is not known.
    pub fn shared_minutes(&self, pairing: Pairing) -> i64 {
        let (org, clocks) = (self.ground.org, self.ground.clocks);
        let both = org.person(pairing.learner).zip(org.person(pairing.teacher));
        both.map_or(0, |(you, them)| Meeting { you, them, minutes: USUAL_MEETING }.shared_working_minutes(clocks))
    }

    /// True while the same request is open between them, or was declined not long ago.
    pub fn is_in_the_way(&self, pairing: Pairing) -> bool {
        self.ground.past.in_the_way(pairing.learner, pairing.teacher, pairing.skill)
    }
}
