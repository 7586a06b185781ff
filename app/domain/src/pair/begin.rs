//! Two people, or a circle, are brought together.

use super::{HowPaired, MOST_LEARNERS, News, Pair, PairNews, PairStage};
use crate::id::{PairId, PersonId, ProgramId, SkillId};
use crate::rejection::Rejection;
use crate::time::Timestamp;

/// Who is brought together, in what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPair {
    /// The program that brings them together.
    pub program: ProgramId,
    /// Who shares what they know.
    pub mentor: PersonId,
    /// Who learns: one, or all of a circle.
    pub learners: Vec<PersonId>,
    /// What is learned.
    pub skill: SkillId,
    /// What the mentor learns in return.
    pub back: Option<SkillId>,
    /// How it came about.
    pub how: HowPaired,
}

impl Pair {
    /// The pair of `new`, which is active from `now` on. Refuses pairs with oneself, without a learner, with more than
    /// [`MOST_LEARNERS`] or with somebody twice, and circles that learn both ways.
    pub fn begin(new: NewPair, id: PairId, now: Timestamp) -> Result<Self, Rejection> {
        let NewPair { program, mentor, learners, skill, back, how } = new;
        if learners.contains(&mentor) {
            return Err(Rejection::invalid("mentor", "Choose two different people: nobody is their own mentor."));
        }
        if learners.is_empty() || learners.len() > MOST_LEARNERS {
            let words = format!("Choose between one learner and {MOST_LEARNERS}.");
            return Err(Rejection::invalid("learners", words));
        }
        let twice = |(place, one): (usize, &PersonId)| learners.iter().skip(place + 1).any(|other| other == one);
        if learners.iter().enumerate().any(twice) {
            return Err(Rejection::invalid("learners", "Choose each learner once."));
        }
        if back.is_some() && learners.len() > 1 {
            return Err(Rejection::invalid("back", "Only two people can learn from each other in one pair."));
        }
        Ok(Self {
            id,
            program,
            mentor,
            learners,
            gone: Vec::new(),
            skill,
            back,
            began: now,
            how,
            moved_at: now,
            stage: PairStage::Active,
            goals: Vec::new(),
            agreement: None,
            agenda: Vec::new(),
            fit: Vec::new(),
            feedback: Vec::new(),
            news: vec![News { at: now, by: None, what: PairNews::Began }],
            next: 0,
        })
    }
}
