//! The pairs that are begun when a pairing is published.

use super::posed::Solved;
use crate::id::{PersonId, SkillId};
use crate::mentoring::Mode;
use crate::pair::{HowPaired, NewPair};
use std::collections::BTreeMap;

/// The pairs of a pairing, in the order of mentors: one for each learner, or in circles one for each mentor, with all who
/// learn from them.
pub fn new_pairs(solved: &Solved, round: u32) -> Vec<NewPair> {
    let program = &solved.posed.round.program;
    let in_circles = solved.posed.rules.mode == Mode::Circles;
    let mut made: BTreeMap<(PersonId, SkillId, Option<PersonId>), NewPair> = BTreeMap::new();
    for couple in &solved.pairing.couples {
        let alone = (!in_circles).then(|| couple.mentee.clone());
        let pair = made.entry((couple.mentor.clone(), couple.skill.clone(), alone)).or_insert_with(|| NewPair {
            program: program.clone(),
            mentor: couple.mentor.clone(),
            learners: Vec::new(),
            skill: couple.skill.clone(),
            back: couple.back.clone(),
            how: HowPaired::Published { round },
        });
        pair.learners.push(couple.mentee.clone());
    }
    made.into_values().collect()
}
