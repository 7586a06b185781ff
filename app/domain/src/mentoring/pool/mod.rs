//! Who could be whose mentor in a program, how well each two fit, and why others are left out: what a matching is made
//! from, and what is suggested to one learner alone.
//!
//! A candidate is a mentor of the program who is as many levels ahead as it asks for in something that the learner wants,
//! works at hours at which the learner works too, speaks a language of theirs, and is nobody whom they must not or need
//! not meet: their own lead, where the program keeps those apart; somebody who declined not long ago; somebody with whom
//! they were a pair that ended early. An organiser who pins the two knows better, but for leads and pairs that there are. Whoever takes nobody now stays a
//! candidate without a place, so that it can be said what would change that.
//!
//! How well two fit is counted in whole points from named ingredients, which an organiser can weigh.

mod explain;
mod fit;
mod ground;
mod left_out;
mod measures;
mod terms;
#[cfg(test)]
mod tests;

pub use explain::{Explained, Line, Voice};
pub use fit::{Fit, Ingredient};
pub use ground::Ground;
pub use left_out::{LeftOut, Unfit};
pub use terms::{Terms, Weight, Weights};

use crate::clocks::Clocks;
use crate::id::{PersonId, ProgramId};
use crate::matching::{Candidate, Instance, LONGEST_WAIT, Mentee, Mentor};
use crate::org::Org;
use crate::time::Timestamp;
use std::collections::BTreeMap;

/// What a matching is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// The problem, with an organiser's pins, forbidden pairs and the matching before.
    pub instance: Instance,
    /// How well each candidate fits, by learner and mentor.
    pub fits: BTreeMap<(PersonId, PersonId), Fit>,
    /// Who is no candidate although they know what the learner wants, or the learner wishes for them; by learner and
    /// mentor. Whoever stands neither here nor in `fits` has nothing to teach the learner.
    pub left_out: Vec<LeftOut>,
}

/// What of it is about one learner, with every mentor of the program in `fits` or in `left_out`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Their row of the problem.
    pub mentee: Mentee,
    /// How well each candidate fits, by mentor.
    pub fits: BTreeMap<PersonId, Fit>,
    /// Who is no candidate, by mentor.
    pub left_out: Vec<LeftOut>,
}

/// Everybody who looks for a mentor in the program and everybody who mentors in it. Empty for programs that are none of
/// mentorship.
pub fn pool(org: &Org, program: &ProgramId, terms: &Terms, clocks: &Clocks) -> Pool {
    let Some(ground) = Ground::of(org, program, terms, clocks) else { return Pool::default() };
    let mut pool = Pool::default();
    for seeker in ground.roll().seekers() {
        let row = ground.row(&seeker);
        let by = |mentor: PersonId| (seeker.person.clone(), mentor);
        pool.fits.extend(row.fits.into_iter().map(|(mentor, fit)| (by(mentor), fit)));
        let is_known = |left: &LeftOut| left.because != Unfit::NothingToTeach || left.is_wished_for;
        pool.left_out.extend(row.left_out.into_iter().filter(is_known));
        pool.instance.mentees.push(row.mentee);
    }
    let places = |mentor: &PersonId| Mentor { id: mentor.clone(), capacity: ground.free_places(mentor) };
    pool.instance.mentors = ground.roll().mentors().map(places).collect();
    (pool.instance.pins, pool.instance.forbids) = (terms.pins.clone(), terms.forbids.clone());
    pool.instance.previous = terms.previous.clone();
    pool
}

/// What of the pool is about one learner, for whoever asks what a change would do; `None` when they do not look for a
/// mentor in the program.
pub fn row(org: &Org, program: &ProgramId, terms: &Terms, mentee: &PersonId, clocks: &Clocks) -> Option<Row> {
    let ground = Ground::of(org, program, terms, clocks)?;
    Some(ground.row(&ground.roll().seeker_of(mentee)?))
}

impl Ground<'_> {
    /// What of the pool is about one learner.
    pub fn row(&self, seeker: &super::Seeker) -> Row {
        let mut row = Row {
            mentee: Mentee {
                id: seeker.person.clone(),
                wait: wait_class(seeker.since, self.clocks().now),
                candidates: Vec::new(),
            },
            fits: BTreeMap::new(),
            left_out: Vec::new(),
        };
        for (mentor, found) in self.fits_of(&seeker.person) {
            match found {
                Ok(fit) => {
                    row.mentee.candidates.push(Candidate { mentor: mentor.clone(), score: fit.score });
                    row.fits.insert(mentor.clone(), fit);
                }
                Err(left) => row.left_out.push(*left),
            }
        }
        row
    }
}

/// The class of a wait: a class a day for the first month, then one a week.
fn wait_class(since: Timestamp, now: Timestamp) -> u8 {
    const MONTH: i64 = 30;
    let days = now.since(since).whole_days().max(0);
    let class = if days <= MONTH { days } else { MONTH + (days - MONTH) / 7 };
    u8::try_from(class).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}
