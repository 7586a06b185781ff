//! Why a mentee has the mentor they have, or none, from the matching itself.

use super::fault::Fault;
use super::solve::pool::{Arc, at, number};
use super::standing::Standing;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// Why a mentee has the mentor they have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasons {
    /// Who.
    pub mentee: PersonId,
    /// Whom they have.
    pub mentor: Option<PersonId>,
    /// How well the two fit.
    pub score: Option<u16>,
    /// True when they have nobody and nobody could be chosen for them, whoever else there were.
    pub is_without_candidates: bool,
    /// Candidates who fit better, the best first.
    pub passed: Vec<Passed>,
}

/// A candidate whom a mentee does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// Who.
    pub mentor: PersonId,
    /// How well the two fit.
    pub score: u16,
    /// Why not.
    pub because: Because,
}

/// Why a mentee does not have a candidate who fits better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The pair is forbidden.
    Forbidden,
    /// The mentee is pinned to somebody else.
    Pinned,
    /// The mentor takes nobody.
    Closed,
    /// The mentor's places went to these, as that serves more mentees, or longer waits, or fits better in all.
    Outbid(Vec<PersonId>),
    /// The mentor has a place left, and another mentor has fewer mentees.
    Spread,
}

impl Standing {
    /// Why a mentee has the mentor they have. Refuses somebody who is not here.
    pub fn reasons(&self, mentee: &PersonId) -> Result<Reasons, Fault> {
        let pool = &self.state.pool;
        let who = pool.mentee(mentee).ok_or_else(|| Fault::NoMentee(mentee.clone()))?;
        let (row, mentor) = (&pool.rows[at(who)], self.state.mentor_of(who));
        let score_of = |arc: Arc| pool.scale.score(arc.cost);
        let score = mentor.and_then(|mentor| row.candidate(mentor)).map(score_of);
        let all = row.open.iter().chain(&row.aside).copied();
        let fits_better = |arc: &Arc| pool.mentors[at(arc.to)].is_here && score.is_none_or(|had| score_of(*arc) > had);
        let mut better: Vec<Arc> = all.filter(fits_better).collect();
        better.sort_unstable_by_key(|arc| (u16::MAX - score_of(*arc), pool.places[at(arc.to)]));
        let passed = |arc: &Arc| Passed {
            mentor: pool.mentors[at(arc.to)].id.clone(),
            score: score_of(*arc),
            because: self.because(who, arc.to),
        };
        Ok(Reasons {
            mentee: mentee.clone(),
            mentor: self.mentor_of(mentee).cloned(),
            score,
            is_without_candidates: mentor.is_none() && row.open.iter().all(|arc| self.takes_nobody(arc.to)),
            passed: better.iter().map(passed).collect(),
        })
    }

    fn takes_nobody(&self, mentor: u32) -> bool {
        self.state.pool.mentors[at(mentor)].capacity == 0
    }

    fn because(&self, mentee: u32, mentor: u32) -> Because {
        let pool = &self.state.pool;
        let row = &pool.rows[at(mentee)];
        let seated = self.state.mentees_of(mentor);
        if row.forbids.binary_search(&mentor).is_ok() {
            Because::Forbidden
        } else if row.pinned.is_some() {
            Because::Pinned
        } else if self.takes_nobody(mentor) {
            Because::Closed
        } else if number(seated.len()) < pool.mentors[at(mentor)].capacity {
            Because::Spread
        } else {
            let mut others: Vec<PersonId> = seated.iter().map(|other| pool.ids[at(*other)].clone()).collect();
            others.sort();
            Because::Outbid(others)
        }
    }
}
