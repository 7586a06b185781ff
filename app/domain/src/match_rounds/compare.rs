//! Two pairings side by side: what each reaches, and who would have another mentor.

use super::posed::Solved;
use super::words::{bent, facts};
use super::{MatchQuery, Posed};
use crate::match_round::{Couple, Pairing};
use crate::mentoring::Band;
use crate::org::Org;
use crate::search::fold;
use crate::tag::PersonTag;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Two pairings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The one on the left.
    pub left: Side,
    /// The one on the right.
    pub right: Side,
    /// "Three learners would have another mentor."
    pub lead: String,
    /// Each fact of both: its name, and its value left and right.
    pub facts: Vec<(String, String, String)>,
    /// Who would have another mentor, by name.
    pub differences: Vec<Difference>,
}

/// One of two pairings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// What it is called.
    pub name: String,
    /// Its number; `None` for the one that is open.
    pub number: Option<u32>,
    /// What counted how much, and how many pairs were decided by hand.
    pub terms: String,
}

/// Somebody whom two pairings give different mentors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Who.
    pub mentee: PersonTag,
    /// Whom they have on the left, and how well the two fit.
    pub left: Option<(PersonTag, Band)>,
    /// The same on the right.
    pub right: Option<(PersonTag, Band)>,
    /// True for somebody who was not looking yet, or looks no more, in one of the two.
    pub is_elsewhere: bool,
}

/// The two pairings that `query` names: a kept one beside the one that is open, or beside another kept one.
pub(super) fn compared(org: &Org, solved: &Solved, query: &MatchQuery) -> Option<Comparison> {
    let kept = |number: u32| side(&solved.posed, number);
    let (left, right) = match (query.with, query.and) {
        (Some(with), None) => {
            let (name, terms) = ("As it is now".to_owned(), bent(&solved.posed.round().terms));
            ((Side { name, number: None, terms }, &solved.pairing), kept(with)?)
        }
        (Some(with), Some(and)) => (kept(with)?, kept(and)?),
        (None, _) => return None,
    };
    let differences = differences(org, left.1, right.1);
    let names = facts(left.1).into_iter().zip(facts(right.1));
    let lead = match differences.len() {
        0 => "Both pair everybody alike.".to_owned(),
        n => format!("{} differently paired.", sentence(&counted(n, "learner is", "learners are"))),
    };
    Some(Comparison {
        left: left.0,
        right: right.0,
        lead,
        facts: names.map(|((name, one), (_, other))| (name, one, other)).collect(),
        differences,
    })
}

fn side(posed: &Posed, number: u32) -> Option<(Side, &Pairing)> {
    let kept = posed.round().kept_as(number)?;
    let (name, terms) = (kept.name.to_string(), bent(&kept.terms));
    Some((Side { name, number: Some(number), terms }, &kept.pairing))
}

fn differences(org: &Org, left: &Pairing, right: &Pairing) -> Vec<Difference> {
    let mentees = |pairing: &Pairing| -> BTreeSet<_> {
        pairing.couples.iter().map(|couple| couple.mentee.clone()).chain(pairing.left.iter().cloned()).collect()
    };
    let (of_left, of_right) = (mentees(left), mentees(right));
    let mentor = |couple: &Couple| (PersonTag::of(org, &couple.mentor), couple.band);
    let mut all: Vec<Difference> = of_left
        .union(&of_right)
        .filter(|mentee| {
            let mentor_of = |pairing: &Pairing| pairing.couple_of(mentee).map(|couple| couple.mentor.clone());
            mentor_of(left) != mentor_of(right)
        })
        .map(|mentee| Difference {
            mentee: PersonTag::of(org, mentee),
            left: left.couple_of(mentee).map(mentor),
            right: right.couple_of(mentee).map(mentor),
            is_elsewhere: !(of_left.contains(mentee) && of_right.contains(mentee)),
        })
        .collect();
    all.sort_by_cached_key(|difference| fold(&difference.mentee.name));
    all
}
