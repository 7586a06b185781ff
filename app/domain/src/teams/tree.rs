//! The tree of teams, each with a strip that says how well what it works with is covered.

use crate::actor::{Actor, Role};
use crate::coverage::{count, holders};
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::search::fold;
use crate::tag::TeamTag;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The page with all teams.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamsPage {
    /// How many there are, in a sentence.
    pub lead: String,
    /// The tree from the top, each team before the ones below it.
    pub teams: Vec<TeamNode>,
    /// Whether the reader may add and change teams.
    pub may_edit: bool,
}

/// One team in the tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamNode {
    /// Which.
    pub team: TeamTag,
    /// What kind it is, in the organisation's words.
    pub kind: String,
    /// How far from the top: 0 for the top.
    pub depth: u8,
    /// How many people work in it.
    pub people: u32,
    /// How many work in it or below it.
    pub people_below: u32,
    /// How well what it works with is covered.
    pub strip: Strip,
}

/// How many of the skills a team works with are covered there, by how many of its own people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strip {
    /// By two people or more.
    pub shared: u32,
    /// By one.
    pub single: u32,
    /// By nobody, though people there know something of it or want it.
    pub missing: u32,
}

impl Strip {
    /// How many skills the team works with.
    pub const fn total(self) -> u32 {
        self.shared + self.single + self.missing
    }

    /// "12 shared, 3 on one person, 1 on nobody".
    pub fn phrase(self) -> String {
        if self.total() == 0 {
            return "No skills yet".to_owned();
        }
        format!("{} shared, {} on one person, {} on nobody", self.shared, self.single, self.missing)
    }
}

/// The tree. Open to everybody who is signed in.
pub fn teams_page(org: &Org, actor: &Actor) -> Result<TeamsPage, Rejection> {
    actor.may_read()?;
    let tree = Tree::of(org);
    let mut teams = Vec::new();
    let mut seen = BTreeSet::new();
    let at_top = |team: &&crate::team::Team| team.parent.as_ref().is_none_or(|parent| org.team(parent).is_none());
    for top in by_name(org, org.teams().filter(at_top).map(|team| &team.id)) {
        tree.walk(top, 0, &mut seen, &mut teams);
    }
    // What is left goes round in a circle; the first of each stands at the top.
    for team in by_name(org, org.teams().map(|team| &team.id)) {
        tree.walk(team, 0, &mut seen, &mut teams);
    }
    let lead = match teams.len() {
        0 => "No teams yet.".to_owned(),
        n => format!("{}.", sentence(&counted(n, "team", "teams"))),
    };
    Ok(TeamsPage { lead, teams, may_edit: actor.at_least(Role::OrgAdmin).is_ok() })
}

/// The team and every team below it; the team alone when it is not known.
pub fn with_teams_below(org: &Org, team: &TeamId) -> BTreeSet<TeamId> {
    Tree::of(org).below(team).into_iter().cloned().collect()
}

/// Who works where and what stands below what.
pub(super) struct Tree<'a> {
    org: &'a Org,
    children: BTreeMap<&'a TeamId, Vec<&'a TeamId>>,
    members: BTreeMap<&'a TeamId, Vec<&'a PersonId>>,
}

impl<'a> Tree<'a> {
    /// The tree of `org` as it stands.
    pub fn of(org: &'a Org) -> Self {
        let mut children: BTreeMap<&TeamId, Vec<&TeamId>> = BTreeMap::new();
        for team in org.teams() {
            if let Some(parent) = &team.parent {
                children.entry(parent).or_default().push(&team.id);
            }
        }
        let mut members: BTreeMap<&TeamId, Vec<&PersonId>> = BTreeMap::new();
        for person in org.people() {
            if let Some(team) = &person.team {
                members.entry(team).or_default().push(&person.id);
            }
        }
        Self { org, children, members }
    }

    /// The team and every team below it.
    fn below<'b>(&'b self, team: &'b TeamId) -> BTreeSet<&'b TeamId> {
        let mut found = BTreeSet::new();
        let mut open = vec![team];
        while let Some(next) = open.pop() {
            if found.insert(next) {
                open.extend(self.children(next));
            }
        }
        found
    }

    /// The teams directly below.
    fn children(&self, team: &TeamId) -> impl Iterator<Item = &'a TeamId> {
        self.children.get(team).into_iter().flatten().copied()
    }

    /// The teams directly below, by name.
    pub fn children_by_name(&self, team: &TeamId) -> Vec<&'a TeamId> {
        by_name(self.org, self.children(team))
    }

    /// Who works in the team or below it.
    pub fn people_below(&self, team: &TeamId) -> BTreeSet<&'a PersonId> {
        self.below(team).into_iter().flat_map(|team| self.members.get(team).into_iter().flatten().copied()).collect()
    }

    /// One team as the tree shows it, at `depth`.
    pub fn node(&self, team: &TeamId, depth: u8) -> TeamNode {
        let people = self.people_below(team);
        TeamNode {
            team: TeamTag::of(self.org, team),
            kind: self.org.team(team).map_or_else(String::new, |team| team.kind.to_string()),
            depth,
            people: count(self.members.get(team).into_iter().flatten()),
            people_below: count(people.iter()),
            strip: strip(self.org, &people),
        }
    }

    fn walk(&self, team: &'a TeamId, depth: u8, seen: &mut BTreeSet<&'a TeamId>, out: &mut Vec<TeamNode>) {
        if !seen.insert(team) {
            return;
        }
        out.push(self.node(team, depth));
        for child in self.children_by_name(team) {
            self.walk(child, depth.saturating_add(1), seen, out);
        }
    }
}

/// Skills that somebody of `people` knows something of or wants.
pub(super) fn used_by<'a>(org: &'a Org, people: &BTreeSet<&'a PersonId>) -> BTreeSet<&'a SkillId> {
    let known = people.iter().flat_map(|person| org.known_by(person));
    let known = known.filter(|(_, known)| known.estimate.level.number() > 0).map(|(skill, _)| skill);
    let wanted = people.iter().flat_map(|person| org.wants_of(person).map(|(skill, _)| skill));
    known.chain(wanted).collect()
}

/// Skills that somebody of `team`, or of a team below it, knows something of or wants.
pub fn used_below<'a>(org: &'a Org, team: &TeamId) -> BTreeSet<&'a SkillId> {
    let teams = with_teams_below(org, team);
    let here = |person: &&crate::person::Person| person.team.as_ref().is_some_and(|team| teams.contains(team));
    used_by(org, &org.people().filter(here).map(|person| &person.id).collect())
}

/// How well what `people` work with is covered by themselves.
fn strip(org: &Org, people: &BTreeSet<&PersonId>) -> Strip {
    let mut strip = Strip::default();
    for skill in used_by(org, people).into_iter().filter_map(|skill| org.skill(skill)) {
        match holders(org, skill).filter(|person| people.contains(person)).take(2).count() {
            0 => strip.missing += 1,
            1 => strip.single += 1,
            _ => strip.shared += 1,
        }
    }
    strip
}

fn by_name<'a>(org: &Org, teams: impl Iterator<Item = &'a TeamId>) -> Vec<&'a TeamId> {
    let mut teams: Vec<&TeamId> = teams.collect();
    teams.sort_by_cached_key(|team| org.team(team).map(|team| fold(team.name.as_str())));
    teams
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};
    use crate::team::Team;
    use crate::text::{Line, Name, Prose};

    fn tree(org: &Org) -> Vec<(String, u8)> {
        let page = teams_page(org, &signed_in("amara-okafor")).unwrap();
        page.teams.into_iter().map(|node| (node.team.name, node.depth)).collect()
    }

    fn team(name: &str, parent: Option<&str>) -> Team {
        Team {
            id: TeamId::from_name(name).unwrap(),
            name: Name::parse("name", name).unwrap(),
            parent: parent.map(|id| id.parse().unwrap()),
            kind: Line::default(),
            purpose: Prose::default(),
            import: None,
        }
    }

    #[test]
    fn each_team_stands_before_the_ones_below_it() {
        let expected = [("Care", 0), ("Care East", 1), ("Care West", 1), ("Digital", 0)];
        assert_eq!(tree(&fernhill()), expected.map(|(name, depth)| (name.to_owned(), depth)));
    }

    #[test]
    fn missing_parents_and_circles_stand_at_the_top() {
        let mut org = fernhill();
        org.put_team(team("Night", Some("gone")));
        org.put_team(team("Egg", Some("hen")));
        org.put_team(team("Hen", Some("egg")));
        let tree = tree(&org);
        assert_eq!(tree.len(), 7);
        assert!(tree.contains(&("Night".to_owned(), 0)) && tree.contains(&("Egg".to_owned(), 0)));
        assert_eq!(with_teams_below(&org, &"egg".parse().unwrap()).len(), 2);
    }

    #[test]
    fn the_strip_counts_what_the_teams_own_people_cover() {
        let org = fernhill();
        let page = teams_page(&org, &signed_in("amara-okafor")).unwrap();
        let care = page.teams.iter().find(|node| node.team.name == "Care").unwrap();
        // Pumps and palliative talks on one person each, wound care on three; SQL is only wanted.
        assert_eq!(care.strip, Strip { shared: 1, single: 2, missing: 1 });
        assert_eq!((care.people, care.people_below), (1, 5));
        assert_eq!(care.strip.phrase(), "1 shared, 2 on one person, 1 on nobody");
    }
}
