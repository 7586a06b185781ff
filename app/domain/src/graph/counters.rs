//! What is counted beside the rows, so that what-if questions need no walk: who covers a skill, where in the teams, and
//! what is lost when somebody goes.
//!
//! With k the people a skill needs, c those it has and w the weight of its criticality: `loss` of a person is the sum
//! of w over their skills with c ≤ k; `extra` of two people is the sum of w over the skills that both hold with
//! c = k + 1. Losing both costs their losses and their extra, exactly: with c ≤ k each of them costs w, with c = k + 1
//! only the second does, with more nobody does. A team's counts are a sorted row of the skills it holds, which for a
//! large organisation is a tenth of the cells of a table and shared between clones.

use super::{Link, Nodes, SkillNode, at};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that is counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Counters {
    /// By skill: who counts for its cover, by number.
    holders: Vec<Arc<Vec<u32>>>,
    /// By skill: how many work here and can teach it.
    teachers: Vec<u32>,
    /// By person: points of risk that their leaving adds.
    loss: Vec<u64>,
    /// By two people, the smaller number first: what losing both adds beyond their losses.
    extra: BTreeMap<(u32, u32), u64>,
    /// By team: skills and how many of its people count for their cover.
    heat: Vec<Arc<Vec<(u32, u16)>>>,
    /// By last day: skills and people who count for their cover until then.
    ending: BTreeMap<u16, BTreeSet<(u32, u32)>>,
}

/// An edge, by the numbers of its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) person: u32,
    pub(super) skill: u32,
    pub(super) link: Link,
}

/// Whether something is counted in or out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    In,
    Out,
}

impl Count {
    fn on(self, sum: u64, points: u32) -> u64 {
        match self {
            Self::In => sum + u64::from(points),
            Self::Out => sum - u64::from(points),
        }
    }
}

impl Counters {
    /// Everything counted anew. O(edges + near × k²), near the skills with at most one person more than they need.
    pub(super) fn of(nodes: &Nodes, edges: &[(u32, u32, Link)]) -> Self {
        let mut counters = Self::default();
        counters.make_room(nodes, 0);
        let mut holders: Vec<Vec<u32>> = vec![Vec::new(); nodes.skills.len()];
        let mut heat: Vec<Vec<u32>> = Vec::new();
        for (person, skill, link) in edges {
            let Some(node) = nodes.people.get(at(*person)).filter(|node| node.works_here) else { continue };
            if link.can_teach() {
                counters.teachers[at(*skill)] += 1;
            }
            if !link.counts() {
                continue;
            }
            holders[at(*skill)].push(*person);
            if let Some(team) = node.team {
                heat.resize(heat.len().max(at(team) + 1), Vec::new());
                heat[at(team)].push(*skill);
            }
            if link.until != Link::FOR_GOOD {
                counters.ending.entry(link.until).or_default().insert((*skill, *person));
            }
        }
        counters.heat = heat.into_iter().map(|skills| Arc::new(counted(skills))).collect();
        counters.holders = holders.into_iter().map(Arc::new).collect();
        for (node, skill) in nodes.skills.iter().zip(0..) {
            counters.weigh(skill, *node, Count::In);
        }
        counters
    }

    /// Room for every person, skill and team that has a number.
    pub(super) fn make_room(&mut self, nodes: &Nodes, teams: usize) {
        self.loss.resize(nodes.people.len(), 0);
        self.teachers.resize(nodes.skills.len(), 0);
        self.holders.resize(nodes.skills.len(), Arc::default());
        self.heat.resize(self.heat.len().max(teams), Arc::default());
    }

    /// Who counts for a skill's cover.
    pub(super) fn holders(&self, skill: u32) -> &[u32] {
        self.holders.get(at(skill)).map_or(&[], |holders| holders.as_slice())
    }

    /// How many work here and can teach a skill.
    pub(super) fn teachers(&self, skill: u32) -> u32 {
        self.teachers.get(at(skill)).copied().unwrap_or_default()
    }

    /// Points of risk by person.
    pub(super) fn losses(&self) -> &[u64] {
        &self.loss
    }

    /// What losing two people adds beyond their losses, where that is anything.
    pub(super) fn extras(&self) -> &BTreeMap<(u32, u32), u64> {
        &self.extra
    }

    /// Skills of a team, and how many of its people count for their cover.
    pub(super) fn heat(&self, team: u32) -> &[(u32, u16)] {
        self.heat.get(at(team)).map_or(&[], |row| row.as_slice())
    }

    /// (last day, skill, person) of who counts for a skill's cover until a day, the soonest first.
    pub(super) fn ending(&self, until: u16) -> impl Iterator<Item = (u16, u32, u32)> {
        let days = self.ending.range(..=until);
        days.flat_map(|(day, pairs)| pairs.iter().map(|(skill, person)| (*day, *skill, *person)))
    }

    /// Counts an edge in or out, by the nodes as they are. Nothing is counted of who does not work here.
    pub(super) fn tally(&mut self, nodes: &Nodes, edge: Edge, count: Count) {
        let Some(person) = nodes.people.get(at(edge.person)).filter(|node| node.works_here) else { return };
        if edge.link.can_teach() {
            let teachers = &mut self.teachers[at(edge.skill)];
            match count {
                Count::In => *teachers += 1,
                Count::Out => *teachers -= 1,
            }
        }
        if !edge.link.counts() {
            return;
        }
        let skill = nodes.skills.get(at(edge.skill)).copied().unwrap_or_default();
        self.weigh(edge.skill, skill, Count::Out);
        self.hold(edge, count);
        self.weigh(edge.skill, skill, Count::In);
        if let Some(team) = person.team {
            self.warm(team, edge.skill, count);
        }
        if edge.link.until != Link::FOR_GOOD {
            self.end(edge, count);
        }
    }

    /// Takes what a skill adds to losses and extras in or out, by the people who hold it now. O(k²).
    pub(super) fn weigh(&mut self, skill: u32, node: SkillNode, count: Count) {
        let Some(holders) = self.holders.get(at(skill)).map(Arc::clone) else { return };
        let needed = usize::from(node.people);
        if node.weight == 0 || holders.len() > needed + 1 {
            return;
        }
        if holders.len() <= needed {
            for person in holders.iter() {
                let loss = &mut self.loss[at(*person)];
                *loss = count.on(*loss, node.weight);
            }
            return;
        }
        for (place, one) in holders.iter().enumerate() {
            for other in holders.iter().skip(place + 1) {
                let extra = self.extra.entry((*one, *other)).or_default();
                *extra = count.on(*extra, node.weight);
                if *extra == 0 {
                    self.extra.remove(&(*one, *other));
                }
            }
        }
    }

    fn hold(&mut self, edge: Edge, count: Count) {
        let holders = Arc::make_mut(&mut self.holders[at(edge.skill)]);
        match (holders.binary_search(&edge.person), count) {
            (Err(place), Count::In) => holders.insert(place, edge.person),
            (Ok(place), Count::Out) => drop(holders.remove(place)),
            (Ok(_), Count::In) | (Err(_), Count::Out) => {}
        }
    }

    fn warm(&mut self, team: u32, skill: u32, count: Count) {
        let row = Arc::make_mut(&mut self.heat[at(team)]);
        match (row.binary_search_by_key(&skill, |cell| cell.0), count) {
            (Err(place), Count::In) => row.insert(place, (skill, 1)),
            (Ok(place), Count::In) => row[place].1 += 1,
            (Ok(place), Count::Out) if row[place].1 == 1 => drop(row.remove(place)),
            (Ok(place), Count::Out) => row[place].1 -= 1,
            (Err(_), Count::Out) => {}
        }
    }

    fn end(&mut self, edge: Edge, count: Count) {
        let day = self.ending.entry(edge.link.until).or_default();
        match count {
            Count::In => day.insert((edge.skill, edge.person)),
            Count::Out => day.remove(&(edge.skill, edge.person)),
        };
        if day.is_empty() {
            self.ending.remove(&edge.link.until);
        }
    }
}

/// Each skill once, in order, with how often it is there.
fn counted(mut skills: Vec<u32>) -> Vec<(u32, u16)> {
    skills.sort_unstable();
    let same = skills.chunk_by(|one, other| one == other);
    same.filter_map(|run| Some((*run.first()?, u16::try_from(run.len()).unwrap_or(u16::MAX)))).collect()
}
