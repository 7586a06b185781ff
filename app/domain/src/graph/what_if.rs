//! Cover, and what is lost when somebody goes: one person, any two, a team.
//!
//! The answers are about everybody; whoever shows them names only whom their reader may see. A person stands in one
//! team, so teams add up to the whole.

use super::{Graph, at};
use crate::clocks::Day;
use crate::id::{PersonId, SkillId, TeamId};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What one person's leaving costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// How many points of risk it adds.
    pub risk: u64,
}

/// What the leaving of two people costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairLoss<'a> {
    /// Who, by id.
    pub people: [&'a PersonId; 2],
    /// How many points of risk it adds.
    pub risk: u64,
}

/// What changes when some people go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf<'a> {
    /// How many points of risk it adds.
    pub risk: u64,
    /// Skills that have fewer people then, and fewer than they need; by id.
    pub fallen: Vec<Fallen<'a>>,
}

/// A skill that people would be missing for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fallen<'a> {
    /// Which.
    pub skill: &'a SkillId,
    /// How many cover it now.
    pub before: u32,
    /// How many would then.
    pub after: u32,
    /// How many should.
    pub target: u32,
}

impl Graph {
    /// How many people cover a skill. O(log skills).
    pub fn cover(&self, skill: &SkillId) -> u32 {
        self.skills.slot(skill).map_or(0, |skill| self.have(skill))
    }

    /// Who covers a skill, by id.
    pub fn holders(&self, skill: &SkillId) -> Vec<&PersonId> {
        let Some(skill) = self.skills.slot(skill) else { return Vec::new() };
        let mut holders = self.counters.holders(skill).to_vec();
        self.people.order(&mut holders, |person| *person);
        holders.into_iter().map(|person| self.people.id(person)).collect()
    }

    /// Every skill with how many people cover it, by id. O(skills).
    pub fn covers(&self) -> Vec<(&SkillId, u32)> {
        let known = |skill: &u32| self.skill_node(*skill).is_known;
        let skills = self.skills.in_order().into_iter().filter(known);
        skills.map(|skill| (self.skills.id(skill), self.have(skill))).collect()
    }

    /// Skills that need somebody and that exactly one person covers, with that person; by id. O(skills).
    pub fn single_points(&self) -> Vec<(&SkillId, &PersonId)> {
        let single = |skill: u32| match self.counters.holders(skill) {
            [only] if self.skill_node(skill).people > 0 => Some((self.skills.id(skill), self.people.id(*only))),
            _ => None,
        };
        self.skills.in_order().into_iter().filter_map(single).collect()
    }

    /// The points of risk as things are: for each person missing to a target, the weight of the skill. O(skills).
    pub fn risk(&self) -> u64 {
        (0..).take(self.skills.len()).map(|skill| self.missing(skill, self.have(skill))).sum()
    }

    /// What the leaving of one person would add to the risk. O(log people).
    pub fn loss(&self, person: &PersonId) -> u64 {
        let person = self.people.slot(person).map(at);
        person.and_then(|person| self.counters.losses().get(person)).copied().unwrap_or_default()
    }

    /// Everybody whose leaving would add to the risk, the dearest first, then by id. O(people × log people).
    pub fn losses(&self) -> Vec<Loss<'_>> {
        let losses = (0..).zip(self.counters.losses()).filter(|(_, risk)| **risk > 0);
        let mut losses: Vec<Loss<'_>> =
            losses.map(|(person, risk)| Loss { person: self.people.id(person), risk: *risk }).collect();
        losses.sort_by_key(|loss| (Reverse(loss.risk), loss.person));
        losses
    }

    /// The two people whose leaving would add most to the risk, of equals the first by id; `None` where no two add
    /// anything. O(people + pairs that share a skill with one person to spare).
    pub fn worst_pair(&self) -> Option<PairLoss<'_>> {
        let loss = |person: u32| self.counters.losses().get(at(person)).copied().unwrap_or_default();
        let pair = |one: u32, other: u32, extra: u64| {
            let (a, b) = (self.people.id(one), self.people.id(other));
            PairLoss { people: [a.min(b), a.max(b)], risk: loss(one) + loss(other) + extra }
        };
        // Without an extra no pair is worse than the two dearest.
        let dearest = |but: Option<u32>| {
            let here = (0..).take(self.people.len()).filter(|person| Some(*person) != but && self.works_here(*person));
            here.min_by_key(|person| (Reverse(loss(*person)), self.people.id(*person)))
        };
        let first = dearest(None);
        let dearest = first.zip(dearest(first)).map(|(one, other)| pair(one, other, 0));
        let together = self.counters.extras().iter().map(|((one, other), extra)| pair(*one, *other, *extra));
        let worst = together.chain(dearest).min_by_key(|pair| (Reverse(pair.risk), pair.people));
        worst.filter(|pair| pair.risk > 0)
    }

    /// What would change without some people, each counted once. O(their edges).
    pub fn without<'p>(&self, people: impl IntoIterator<Item = &'p PersonId>) -> WhatIf<'_> {
        let mut gone: Vec<u32> = people.into_iter().filter_map(|person| self.people.slot(person)).collect();
        gone.sort_unstable();
        gone.dedup();
        let mut fewer: BTreeMap<u32, u32> = BTreeMap::new();
        for person in gone.into_iter().filter(|person| self.works_here(*person)) {
            for (skill, _) in self.by_person.row(person).filter(|(_, link)| link.counts()) {
                *fewer.entry(skill).or_default() += 1;
            }
        }
        let mut without = WhatIf::default();
        for (skill, fewer) in fewer {
            let (before, target) = (self.have(skill), u32::from(self.skill_node(skill).people));
            let after = before - fewer;
            without.risk += self.missing(skill, after) - self.missing(skill, before);
            if after < target {
                without.fallen.push(Fallen { skill: self.skills.id(skill), before, after, target });
            }
        }
        without.fallen.sort_by_key(|fallen| fallen.skill);
        without
    }

    /// Who works in a team, those of teams below it not included; by id.
    pub fn members(&self, team: &TeamId) -> Vec<&PersonId> {
        let Some(team) = self.teams.slot(team) else { return Vec::new() };
        let is_in = |person: &u32| {
            self.nodes.people.get(at(*person)).is_some_and(|node| node.works_here && node.team == Some(team))
        };
        self.people.in_order().into_iter().filter(is_in).map(|person| self.people.id(person)).collect()
    }

    /// How many people of a team count for a skill's cover. O(log).
    pub fn heat(&self, team: &TeamId, skill: &SkillId) -> u16 {
        let (Some(team), Some(skill)) = (self.teams.slot(team), self.skills.slot(skill)) else { return 0 };
        let row = self.counters.heat(team);
        let cell = row.binary_search_by_key(&skill, |cell| cell.0).ok().and_then(|place| row.get(place));
        cell.map_or(0, |cell| cell.1)
    }

    /// The skills that people of a team count for, with how many of them do; by skill.
    pub fn heat_of(&self, team: &TeamId) -> Vec<(&SkillId, u16)> {
        let mut row = self.teams.slot(team).map(|team| self.counters.heat(team).to_vec()).unwrap_or_default();
        self.skills.order(&mut row, |cell| cell.0);
        row.into_iter().map(|(skill, count)| (self.skills.id(skill), count)).collect()
    }

    /// Who counts for a skill's cover until a day and no longer, the soonest first, then by skill and person.
    pub fn ending(&self, until: Day) -> Vec<(Day, &SkillId, &PersonId)> {
        let until = u16::try_from(until.0.max(0)).unwrap_or(u16::MAX);
        let named = |(day, skill, person)| (Day(i64::from(day)), self.skills.id(skill), self.people.id(person));
        let mut ending: Vec<_> = self.counters.ending(until).map(named).collect();
        ending.sort();
        ending
    }

    fn have(&self, skill: u32) -> u32 {
        u32::try_from(self.counters.holders(skill).len()).unwrap_or(u32::MAX)
    }

    /// What `have` people short of the target cost.
    fn missing(&self, skill: u32, have: u32) -> u64 {
        let node = self.skill_node(skill);
        u64::from(u32::from(node.people).saturating_sub(have)) * u64::from(node.weight)
    }
}
