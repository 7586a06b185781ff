//! Who could teach somebody what they want: three named people, each with the reasons in sentences.
//!
//! People are never ranked by how good they are; the order is how well two people fit, counted in whole points from
//! named ingredients and shown as a band. Pages and requests are elsewhere.

mod fits;
mod ingredients;
mod past;
mod reasons;
#[cfg(test)]
mod tests;

use crate::clocks::Clocks;
use crate::colleague::Colleague;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::slots::Slot;
use crate::tag::SkillTag;
use crate::time::Minutes;
use ingredients::{Ground, Pair};
use past::Past;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use fits::{Fit, Fits};
pub use past::{teaching_left, usual_answer};

/// A person who could teach the reader something, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Who.
    pub person: Colleague,
    /// What they could teach.
    pub skill: SkillTag,
    /// How well the two fit.
    pub band: Band,
    /// What that is made of, in points of 1,000; in a fixed order.
    pub ingredients: Vec<Ingredient>,
    /// The same in sentences, the strongest first.
    pub reasons: Vec<Reason>,
    /// What would make the two fit better, when something simple would.
    pub better: Option<String>,
    /// The next time that suits both.
    pub next_time: Option<Slot>,
    /// How long they would meet.
    pub minutes: Minutes,
    /// A message that could be sent as it is.
    pub message: String,
}

impl Suggestion {
    /// The points that one ingredient gives.
    pub fn points(&self, kind: IngredientKind) -> u16 {
        self.ingredients.iter().find(|ingredient| ingredient.kind == kind).map_or(0, |ingredient| ingredient.points)
    }
}

/// How well two people fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Possible, with some reaching.
    Stretch,
    /// Fits.
    Good,
    /// Fits on nearly every side.
    Strong,
}

impl Band {
    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Stretch => "Stretch",
            Self::Good => "Good",
            Self::Strong => "Strong",
        }
    }

    /// How many of the three arcs of its ring are lit.
    pub const fn arcs(self) -> u8 {
        match self {
            Self::Stretch => 1,
            Self::Good => 2,
            Self::Strong => 3,
        }
    }
}

/// One part of why two people fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ingredient {
    /// Which.
    pub kind: IngredientKind,
    /// How many points it gives.
    pub points: u16,
}

/// What two people's fit is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IngredientKind {
    /// The reader wants to learn it.
    Goal,
    /// The other knows it, and offers it.
    Teaches,
    /// The same hours suit both.
    Hours,
    /// The reader could teach something back.
    Mutual,
    /// The other still has time to teach this month.
    Capacity,
    /// They work in different teams.
    OtherTeam,
    /// The other usually answers quickly.
    Answers,
}

impl IngredientKind {
    /// Every ingredient, in the order shown.
    pub const ALL: [Self; 7] =
        [Self::Goal, Self::Teaches, Self::Hours, Self::Mutual, Self::Capacity, Self::OtherTeam, Self::Answers];

    /// The most points it gives; all together give 1,000.
    pub const fn most(self) -> u16 {
        match self {
            Self::Goal => 200,
            Self::Teaches => 300,
            Self::Hours => 180,
            Self::Mutual => 130,
            Self::Capacity => 80,
            Self::OtherTeam => 60,
            Self::Answers => 50,
        }
    }

    /// The words for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Goal => "you want it",
            Self::Teaches => "can teach it",
            Self::Hours => "time overlap",
            Self::Mutual => "you could teach back",
            Self::Capacity => "time left to teach",
            Self::OtherTeam => "different team",
            Self::Answers => "answers quickly",
        }
    }
}

/// A fact that speaks for two people meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What it is about, which picks its picture.
    pub kind: IngredientKind,
    /// What to read first: "Can teach you Backup restore".
    pub lead: String,
    /// The rest of the sentence.
    pub rest: String,
}

/// What is looked for, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// Who wants to learn.
    pub learner: &'a PersonId,
    /// What; empty for everything they want, and after that whatever others offer.
    pub skills: &'a [SkillId],
    /// How many people at most.
    pub most: usize,
}

/// The people who fit best, each once, the best first; a skill that is already there counts less, so that several
/// wants are served. Equal fits stand in the order of ids. Empty when the learner is not known.
pub fn suggestions(org: &Org, search: Search, clocks: &Clocks) -> Vec<Suggestion> {
    /// What another teacher of a skill that is already there loses.
    const AGAIN: u16 = 150;

    let Some(learner) = org.person(search.learner) else { return Vec::new() };
    let ground = Ground { org, past: Past::of(org, clocks), clocks };
    let mut pool = pairs(&ground, learner, search.skills);
    let mut picked: Vec<Pair> = Vec::new();
    while picked.len() < search.most {
        let again = |pair: &Pair| picked.iter().filter(|other| other.skill.id == pair.skill.id).count();
        let lost = |pair: &Pair| AGAIN.saturating_mul(u16::try_from(again(pair)).unwrap_or(u16::MAX));
        let place = |index: &usize| pool[*index].place(lost(&pool[*index]));
        let Some(best) = (0..pool.len()).min_by_key(place) else { break };
        let best = pool.swap_remove(best);
        pool.retain(|pair| pair.teacher.id != best.teacher.id);
        picked.push(best);
    }
    picked.iter().map(|pair| suggestion(org, pair, clocks)).collect()
}

/// Who would learn what from whom.
#[derive(Clone, Copy, Debug)]
pub struct Pairing<'a> {
    /// Who learns.
    pub learner: &'a PersonId,
    /// Who teaches.
    pub teacher: &'a PersonId,
    /// What.
    pub skill: &'a SkillId,
}

/// Why these two; `None` when one of the three is not known or the two are one.
pub fn suggestion_of(org: &Org, pairing: Pairing, clocks: &Clocks) -> Option<Suggestion> {
    let (learner, teacher) = (org.person(pairing.learner)?, org.person(pairing.teacher)?);
    if learner.id == teacher.id {
        return None;
    }
    let ground = Ground { org, past: Past::of(org, clocks), clocks };
    Some(suggestion(org, &ground.pair(learner, teacher, org.skill(pairing.skill)?), clocks))
}

/// Everybody who could teach `learner` one of the skills, once for each skill.
fn pairs<'a>(ground: &Ground<'a>, learner: &'a Person, skills: &'a [SkillId]) -> Vec<Pair<'a>> {
    let org = ground.org;
    let wanted: BTreeMap<&SkillId, bool> = if skills.is_empty() {
        let offered = org.people().flat_map(|person| org.offers_of(&person.id)).map(|(skill, _)| (skill, false));
        offered.chain(org.wants_of(&learner.id).map(|(skill, _)| (skill, true))).collect()
    } else {
        skills.iter().map(|skill| (skill, true)).collect()
    };
    let mut pairs = Vec::new();
    for (skill, asked_for) in wanted {
        let Some(skill) = org.skill(skill) else { continue };
        let own = org.known(&learner.id, &skill.id).map_or(Level::NONE, |known| known.estimate.level);
        if !asked_for && own >= Level::ALONE {
            continue;
        }
        let found = org.graph().teachers_of(&skill.id, own).into_iter().filter(|found| *found.person != learner.id);
        for teacher in found.filter_map(|found| org.person(found.person)) {
            if !ground.past.in_the_way(&learner.id, &teacher.id, &skill.id) {
                pairs.push(ground.pair(learner, teacher, skill));
            }
        }
    }
    pairs
}

fn suggestion(org: &Org, pair: &Pair, clocks: &Clocks) -> Suggestion {
    Suggestion {
        person: Colleague::of(org, pair.teacher),
        skill: SkillTag::of(org, &pair.skill.id),
        band: pair.band(),
        ingredients: pair.ingredients(),
        reasons: pair.reasons(),
        better: pair.better(org),
        next_time: pair.meeting().slots(org, 1, clocks).pop(),
        minutes: pair.minutes(),
        message: pair.message(),
    }
}
