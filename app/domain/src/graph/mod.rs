//! The graph in memory: who knows, wants and offers what, as rows of small numbers that whoever searches or plans
//! walks through without touching a text.
//!
//! # What it is
//! A projection of [`Org`](crate::org::Org): it follows from the organisation and holds no truth of its own. People and skills have
//! dense numbers in the order of their ids. Every edge stands twice, in the row of its person and in the row of its
//! skill, in compressed sparse rows, a column for each of: neighbour (`u32`), level (0–4), chance of reaching the
//! skill's target level (percent), last day (days since 1970), and what ties the two (knows, wants, offers, counts).
//! Counters beside it answer what-if questions at once: who covers a skill, how many of a team do, what is lost when
//! one person or two go.
//!
//! # How it is kept
//! An edit goes to a sorted list beside the rows; when more than a twentieth of all edges stand there, everything is
//! written anew in order. An edit is O(log E + k²), k the target of the skill, and O(E) once in E/20 edits; [`Graph::of`]
//! is O(E log S). Rows and counters are shared between clones until they change, so whoever holds an `Arc` of a graph
//! (`Org::graph_now`) reads one moment for as long as they like, and edits go on beside it.
//!
//! # How it is checked
//! [`Graph::digest`] is the sum of the SHA-256 of every row modulo 2^256, kept current edit by edit. It finds bugs, not
//! adversaries. Equal digests mean equal rows; [`Graph::differences`] says which are not. Risk is counted in points:
//! the weight of a skill's criticality for each person missing to its target.
//!
//! Rows: Tinney & Walker 1967 (compressed sparse rows). Multiset digest: Clarke et al. 2003. Names, texts and who may
//! see what are not here.

mod counters;
mod digest;
mod edits;
#[cfg(test)]
mod fernhill_tests;
mod finding;
mod names;
mod rows;
#[cfg(test)]
mod tests;
mod text;
mod what_if;

pub use digest::Digest;
pub use finding::{Peer, Teacher};
pub use text::Difference;
pub use what_if::{Fallen, Loss, PairLoss, WhatIf};

use crate::clocks::Day;
use crate::evidence::{Estimate, Level};
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Known;
use crate::person::Person;
use crate::skill::Skill;
use counters::Counters;
use names::Names;
use rows::Rows;

/// Who knows, wants and offers what, at one moment.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    people: Names<PersonId>,
    skills: Names<SkillId>,
    teams: Names<TeamId>,
    nodes: Nodes,
    by_person: Rows,
    by_skill: Rows,
    counters: Counters,
    digest: Digest,
}

/// How much there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// People, those who left included.
    pub people: u32,
    /// Skills.
    pub skills: u32,
    /// Pairs of a person and a skill that something ties.
    pub edges: u32,
}

/// What each number stands for, without its name.
#[derive(Clone, Debug, Default)]
struct Nodes {
    people: Vec<PersonNode>,
    skills: Vec<SkillNode>,
}

/// A person. Edges may name somebody who is not in the organisation any more; nobody counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct PersonNode {
    /// There is such a person.
    is_known: bool,
    /// They work here on the day of the organisation.
    works_here: bool,
    team: Option<u32>,
}

/// A skill and how many people should know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct SkillNode {
    /// There is such a skill.
    is_known: bool,
    /// How many people should reach the level.
    people: u8,
    level: Level,
    /// What one missing person costs, in points of risk.
    weight: u32,
}

/// What ties a person to a skill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// What they know; "none" also when nothing is known.
    pub level: Level,
    /// How likely they reach the skill's target level, in percent.
    pub chance: u8,
    /// The last day on which this holds, in days since 1970; [`Link::FOR_GOOD`] while no end is known.
    pub until: u16,
    ties: u8,
}

impl Link {
    /// No end is known.
    pub const FOR_GOOD: u16 = u16::MAX;
    const KNOWS: u8 = 1;
    const WANTS: u8 = 2;
    const OFFERS: u8 = 4;
    const COUNTS: u8 = 8;

    /// Something speaks for them knowing it, at whatever level.
    pub const fn knows(self) -> bool {
        self.ties & Self::KNOWS != 0
    }

    /// They want to learn it.
    pub const fn wants(self) -> bool {
        self.ties & Self::WANTS != 0
    }

    /// They offer to teach it.
    pub const fn offers(self) -> bool {
        self.ties & Self::OFFERS != 0
    }

    /// They reach the skill's target level surely enough to count for its cover while they work here.
    pub const fn counts(self) -> bool {
        self.ties & Self::COUNTS != 0
    }

    /// True for who offers it, and for who is ahead of somebody at `own` and at least works with help.
    pub fn teaches(self, own: Level) -> bool {
        self.offers() || (self.level >= Level::WITH_HELP && self.level > own)
    }

    fn can_teach(self) -> bool {
        self.level >= Level::CAN_TEACH
    }

    /// The link that ties make; `None` when there is none.
    pub(crate) fn of(ties: &Ties<'_>, ends: Ends) -> Option<Self> {
        let mut link = Self { until: ends.until, ..Self::default() };
        if let Some(Known { estimate, .. }) = ties.known {
            link.ties |= Self::KNOWS;
            link.level = estimate.level;
            if let Some(target) = ends.target {
                link.chance = chance(estimate, target);
                link.ties |= if estimate.reaches(target) { Self::COUNTS } else { 0 };
            }
        }
        link.ties |= if ties.is_wanted { Self::WANTS } else { 0 };
        link.ties |= if ties.is_offered { Self::OFFERS } else { 0 };
        (link.ties != 0).then_some(link)
    }
}

/// What ties somebody to a skill, as the organisation has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ties<'a> {
    pub(crate) skill: &'a SkillId,
    pub(crate) known: Option<&'a Known>,
    pub(crate) is_wanted: bool,
    pub(crate) is_offered: bool,
}

/// What a link depends on beside what ties the two: the level that is asked for, and how long the person stays.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ends {
    target: Option<Level>,
    until: u16,
}

impl Ends {
    /// The ends as they are; either may be missing.
    pub(crate) fn of(person: Option<&Person>, target: Option<Level>) -> Self {
        let last_day = person.and_then(|person| person.leaves_on);
        let until = last_day.map_or(Link::FOR_GOOD, |day| u16::try_from(day.0.max(0)).unwrap_or(Link::FOR_GOOD));
        Self { target, until }
    }
}

/// How likely somebody of this estimate reaches `target`, in percent, rounded down.
fn chance(estimate: &Estimate, target: Level) -> u8 {
    // A belief is in parts of 10,000.
    u8::try_from(estimate.belief.at_least(target) / 100).unwrap_or(100)
}

impl PersonNode {
    fn of(person: &Person, team: Option<u32>, today: Day) -> Self {
        Self { is_known: true, works_here: person.works_on(today), team }
    }
}

impl SkillNode {
    fn of(skill: &Skill) -> Self {
        let (people, level) = (skill.target.people, skill.target.level);
        Self { is_known: true, people, level, weight: skill.criticality.weight() }
    }
}

impl Graph {
    /// The sum of the digests of all rows; equal for equal rows, whatever came first.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// How much there is.
    pub fn size(&self) -> Size {
        let count = |known: usize| u32::try_from(known).unwrap_or(u32::MAX);
        Size {
            people: count(self.nodes.people.iter().filter(|node| node.is_known).count()),
            skills: count(self.nodes.skills.iter().filter(|node| node.is_known).count()),
            edges: count(self.by_person.len()),
        }
    }

    /// What ties somebody to a skill.
    pub fn link(&self, person: &PersonId, skill: &SkillId) -> Option<Link> {
        self.by_person.get(self.people.slot(person)?, self.skills.slot(skill)?)
    }

    fn works_here(&self, person: u32) -> bool {
        self.nodes.people.get(at(person)).is_some_and(|node| node.works_here)
    }

    fn skill_node(&self, skill: u32) -> SkillNode {
        self.nodes.skills.get(at(skill)).copied().unwrap_or_default()
    }
}

/// A number as a place in a list.
fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A place in a list as a number.
fn number(place: usize) -> u32 {
    u32::try_from(place).expect("there are fewer than four thousand million of anything")
}
