//! What people of a program offer and want, by skill.

use crate::id::SkillId;
use crate::program::Program;
use crate::reader::Reader;
use crate::swap::{SwapTerms, is_on_board, lapse};
use crate::tag::{PersonTag, SkillTag};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many skills the board lists on each side.
const LISTED: usize = 100;

/// A skill that people of the program offer, or want.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardLine {
    /// Which.
    pub skill: SkillTag,
    /// Who, by name.
    pub people: Vec<PersonTag>,
    /// How many on the other side: who want it, or who offer it.
    pub others: u32,
    /// True when the reader is among them.
    pub is_mine: bool,
}

/// What people of the program offer and want now; what has lapsed is left out.
pub(super) fn market(reader: &Reader, program: &Program, terms: &SwapTerms) -> (Vec<BoardLine>, Vec<BoardLine>) {
    let (org, now) = (reader.org, reader.now());
    let holds = |at| lapse(at, terms.offers_last, now).holds();
    let inside = org.participants(&program.id).filter(|one| is_on_board(program, one));
    let people = inside.filter_map(|one| org.person(&one.person)).filter(|person| person.is_active());
    let (mut offers, mut wants) = (Market::default(), Market::default());
    for person in people {
        let tag = PersonTag::of(org, &person.id);
        let offered = org.offers_of(&person.id).filter(|(_, offer)| holds(offer.at));
        offered.for_each(|(skill, _)| offers.put(skill, &tag));
        let wanted = org.wants_of(&person.id).filter(|(_, want)| holds(want.at));
        wanted.for_each(|(skill, _)| wants.put(skill, &tag));
    }
    let mut offered = offers.lines(reader, &wants);
    offered.sort_by_key(|line| (Reverse(line.others), line.skill.name.clone()));
    let mut wanted = wants.lines(reader, &offers);
    wanted.sort_by_key(|line| (Reverse(line.people.len()), line.skill.name.clone()));
    [&mut offered, &mut wanted].into_iter().for_each(|lines| lines.truncate(LISTED));
    (offered, wanted)
}

/// One side of the board.
#[derive(Default)]
struct Market(BTreeMap<SkillId, Vec<PersonTag>>);

impl Market {
    fn put(&mut self, skill: &SkillId, person: &PersonTag) {
        self.0.entry(skill.clone()).or_default().push(person.clone());
    }

    fn lines(&self, reader: &Reader, other: &Self) -> Vec<BoardLine> {
        let line = |(skill, people): (&SkillId, &Vec<PersonTag>)| BoardLine {
            skill: SkillTag::of(reader.org, skill),
            people: people.clone(),
            others: u32::try_from(other.0.get(skill).map_or(0, Vec::len)).unwrap_or(u32::MAX),
            is_mine: people.iter().any(|person| person.id == reader.me.id),
        };
        self.0.iter().map(line).collect()
    }
}
