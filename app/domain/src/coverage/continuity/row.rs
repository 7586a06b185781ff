//! One line of the board: a skill below its target, who covers it, who comes next.

use super::super::{Cover, Risk, Standing, holders, works_here};
use crate::evidence::Level;
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::skill::{Criticality, Skill};
use crate::tag::{AreaTag, PersonTag, SkillTag, TeamTag};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// One skill below its target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillAtRisk {
    /// Which.
    pub skill: SkillTag,
    /// Its area.
    pub area: AreaTag,
    /// The team where most people know or want it.
    pub team: Option<TeamTag>,
    /// How pressing it is.
    pub risk: Risk,
    /// How critical it is.
    pub criticality: Criticality,
    /// How it stands.
    pub cover: Cover,
    /// By when the target should be reached: "31 Mar".
    pub due: Option<String>,
    /// Who covers it.
    pub holders: Vec<PersonTag>,
    /// How many people are learning it or want to: they do not count yet.
    pub learning: u32,
    /// Who comes nearest and wants it, at most four.
    pub next: Vec<PersonTag>,
    /// When it was last taught in a session that both sides confirmed: "6 weeks ago" or "never".
    pub handed_on: String,
    /// When it dropped below its target: "2 days ago"; `None` when nobody saw it there.
    pub dropped: Option<String>,
}

/// What is read of all exchanges at once.
#[derive(Debug, Default)]
pub(super) struct Taught<'a> {
    /// When each skill was last taught in a session that both sides confirmed.
    last: BTreeMap<&'a SkillId, Timestamp>,
    /// Who is learning each skill, in a request that is open or agreed.
    learners: BTreeMap<&'a SkillId, BTreeSet<&'a PersonId>>,
}

impl<'a> Taught<'a> {
    pub fn of(org: &'a Org) -> Self {
        let mut taught = Self::default();
        for exchange in org.exchanges() {
            if let crate::exchange::Stage::Done { at } = exchange.stage {
                let newest = taught.last.entry(&exchange.skill).or_insert(at);
                *newest = at.max(*newest);
            }
            if exchange.is_open() {
                taught.learners.entry(&exchange.skill).or_default().insert(&exchange.learner);
            }
        }
        taught
    }

    /// How many people who work here and do not cover `skill` are learning it or want to.
    pub fn learning(&self, org: &Org, skill: &Skill) -> u32 {
        let asked = self.learners.get(&skill.id).into_iter().flatten().copied();
        let wanters = org.wanters_of(&skill.id).map(|(person, _)| person);
        let people: BTreeSet<&PersonId> = asked.chain(wanters).collect();
        let covers = |person: &PersonId| {
            org.known(person, &skill.id).is_some_and(|known| known.estimate.reaches(skill.target.level))
        };
        super::super::count(people.into_iter().filter(|person| works_here(org, person) && !covers(person)))
    }

    fn handed_on(&self, skill: &SkillId, now: Timestamp) -> String {
        self.last.get(skill).map_or_else(|| "never".to_owned(), |at| ago(*at, now))
    }
}

/// How many people are learning `skill` or want to, without covering it yet.
pub fn learning_now(org: &Org, skill: &Skill) -> u32 {
    Taught::of(org).learning(org, skill)
}

/// The line of a skill; `None` when its target is reached.
pub(super) fn at_risk(org: &Org, standing: &Standing<'_>, taught: &Taught<'_>, now: Timestamp) -> Option<SkillAtRisk> {
    let skill = standing.skill;
    Some(SkillAtRisk {
        skill: SkillTag::of(org, &skill.id),
        area: AreaTag::of(org, &skill.area),
        team: home_team(org, skill),
        risk: standing.risk?,
        criticality: skill.criticality,
        cover: standing.cover,
        due: skill.target.by.map(crate::clocks::Day::short),
        holders: holders(org, skill).map(|person| PersonTag::of(org, person)).collect(),
        learning: taught.learning(org, skill),
        next: next_in_line(org, skill, &|_| true),
        handed_on: taught.handed_on(&skill.id, now),
        dropped: org.open_drop(&skill.id).map(|drop| ago(drop.at, now)),
    })
}

/// People who work here and know or want the skill; some twice.
pub(in super::super) fn people_around<'a>(org: &'a Org, skill: &'a Skill) -> impl Iterator<Item = &'a PersonId> {
    let knowers = org.knowers_of(&skill.id).map(|(person, _)| person);
    let wanters = org.wanters_of(&skill.id).map(|(person, _)| person);
    knowers.chain(wanters).filter(|person| works_here(org, person))
}

/// The team where most people know or want the skill.
fn home_team(org: &Org, skill: &Skill) -> Option<TeamTag> {
    let mut people: BTreeMap<&TeamId, u32> = BTreeMap::new();
    for person in people_around(org, skill).filter_map(|id| org.person(id)) {
        if let Some(team) = &person.team {
            *people.entry(team).or_default() += 1;
        }
    }
    people.into_iter().max_by_key(|(team, n)| (*n, Reverse(*team))).map(|(team, _)| TeamTag::of(org, team))
}

/// Up to four people below the target who come nearest and who `stays`, those who want it first.
pub(in super::super) fn next_in_line(org: &Org, skill: &Skill, stays: &dyn Fn(&PersonId) -> bool) -> Vec<PersonTag> {
    let level = |person: &PersonId| org.known(person, &skill.id).map(|known| known.estimate.level).unwrap_or_default();
    let covers = |person: &PersonId| {
        org.known(person, &skill.id).is_some_and(|known| known.estimate.reaches(skill.target.level))
    };
    let mut people: Vec<(bool, Reverse<Level>, &PersonId)> = people_around(org, skill)
        .filter(|person| stays(person) && !covers(person))
        .map(|person| (org.want(person, &skill.id).is_none(), Reverse(level(person)), person))
        .filter(|(unwanted, level, _)| level.0.number() >= 2 || !unwanted)
        .collect();
    people.sort();
    people.dedup();
    people.into_iter().take(4).map(|(.., person)| PersonTag::of(org, person)).collect()
}

/// "today", "3 days ago", "6 weeks ago".
pub(super) fn ago(at: Timestamp, now: Timestamp) -> String {
    match now.since(at).whole_days() {
        ..1 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days @ 2..14 => format!("{days} days ago"),
        days => format!("{} weeks ago", days / 7),
    }
}
