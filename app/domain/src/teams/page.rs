//! One team: its people, what they cover, what they want.

use super::tree::{TeamNode, Tree, used_by};
use crate::actor::{Actor, Role};
use crate::coverage::{HeatCell, holders};
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::skill::Criticality;
use crate::tag::{PersonTag, SkillTag, TeamTag};
use crate::wording::{counted, listed, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The page of one team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamPage {
    /// The team, with its strip.
    pub node: TeamNode,
    /// The teams above it, from the top.
    pub above: Vec<TeamTag>,
    /// The teams directly below it.
    pub below: Vec<TeamNode>,
    /// What it is there for.
    pub purpose: String,
    /// Its people and those of the teams below, by name.
    pub people: Vec<TeamMember>,
    /// What it works with, the thinnest first.
    pub skills: Vec<TeamSkill>,
    /// What the skills come to, in a sentence.
    pub takeaway: String,
    /// What most of its people want to learn, with how many.
    pub wants: Vec<(SkillTag, u32)>,
    /// Whether the reader may change the team.
    pub may_edit: bool,
}

/// Somebody in the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMember {
    /// Who.
    pub person: PersonTag,
    /// Their job.
    pub title: String,
    /// The team below in which they work; `None` when it is this one.
    pub team: Option<TeamTag>,
    /// What they offer to teach, at most three.
    pub offers: Vec<SkillTag>,
}

/// A skill the team works with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSkill {
    /// Which.
    pub skill: SkillTag,
    /// How critical it is.
    pub criticality: Criticality,
    /// How many of those who work with it reach its target level.
    pub cell: HeatCell,
    /// Who they are.
    pub holders: Vec<PersonTag>,
}

/// The page of `team`. Open to everybody who is signed in; not found when there is no such team.
pub fn team_page(org: &Org, actor: &Actor, team: &TeamId) -> Result<TeamPage, Rejection> {
    actor.may_read()?;
    let shown = org.team(team).ok_or(Rejection::NotFound(Noun::Team))?;
    let tree = Tree::of(org);
    let people = tree.people_below(team);
    let skills = skills(org, &people);
    Ok(TeamPage {
        node: tree.node(team, 0),
        above: above(org, team),
        below: tree.children_by_name(team).into_iter().map(|child| tree.node(child, 1)).collect(),
        purpose: shown.purpose.to_string(),
        people: team_members(org, team, &people),
        takeaway: takeaway(&skills),
        skills,
        wants: wants(org, &people),
        may_edit: actor.at_least(Role::OrgAdmin).is_ok(),
    })
}

/// The teams above, from the top; a circle is cut where it closes.
fn above(org: &Org, team: &TeamId) -> Vec<TeamTag> {
    let mut seen = BTreeSet::from([team]);
    let mut above = Vec::new();
    let mut next = org.team(team).and_then(|team| team.parent.as_ref());
    while let Some(parent) = next.and_then(|id| org.team(id)).filter(|parent| seen.insert(&parent.id)) {
        above.push(TeamTag::of(org, &parent.id));
        next = parent.parent.as_ref();
    }
    above.reverse();
    above
}

fn team_members(org: &Org, team: &TeamId, people: &BTreeSet<&PersonId>) -> Vec<TeamMember> {
    let member = |id: &&PersonId| {
        let person = org.person(id)?;
        Some(TeamMember {
            person: PersonTag::of(org, id),
            title: person.title.to_string(),
            team: person.team.as_ref().filter(|own| *own != team).map(|own| TeamTag::of(org, own)),
            offers: org.offers_of(id).take(3).map(|(skill, _)| SkillTag::of(org, skill)).collect(),
        })
    };
    let mut members: Vec<TeamMember> = people.iter().filter_map(member).collect();
    members.sort_by_cached_key(|member| (fold(&member.person.name), member.person.id.clone()));
    members
}

fn skills(org: &Org, people: &BTreeSet<&PersonId>) -> Vec<TeamSkill> {
    let row = |id: &SkillId| {
        let skill = org.skill(id)?;
        let touches = |id: &PersonId| {
            org.known(id, &skill.id).is_some_and(|known| known.estimate.level.number() > 0)
                || org.want(id, &skill.id).is_some()
        };
        let holders: Vec<PersonTag> = holders(org, skill)
            .filter(|person| people.contains(person))
            .map(|person| PersonTag::of(org, person))
            .collect();
        let need = crate::coverage::count(people.iter().filter(|id| touches(id)));
        let have = u32::try_from(holders.len()).unwrap_or(u32::MAX);
        let cell = HeatCell { have, need: need.max(have) };
        Some(TeamSkill { skill: SkillTag::of(org, id), criticality: skill.criticality, cell, holders })
    };
    let mut skills: Vec<TeamSkill> = used_by(org, people).into_iter().filter_map(row).collect();
    skills.sort_by_cached_key(|row| {
        (Reverse(row.criticality), row.cell.have, Reverse(row.cell.need), fold(&row.skill.name))
    });
    skills
}

fn takeaway(skills: &[TeamSkill]) -> String {
    let single: Vec<&TeamSkill> = skills.iter().filter(|row| row.cell.have == 1).collect();
    let missing = skills.iter().filter(|row| row.cell.have == 0).count();
    if skills.is_empty() {
        return "Nobody here has said yet what they know or want.".to_owned();
    }
    let names = listed(single.iter().map(|row| row.skill.name.as_str()), 2);
    match (single.len(), missing) {
        (0, 0) => "Everything this team works with is shared by two people or more.".to_owned(),
        (0, n) => format!("{} on nobody here.", sentence(&counted(n, "skill hangs", "skills hang"))),
        (n, 0) => format!("{} on one person here: {names}.", sentence(&counted(n, "skill hangs", "skills hang"))),
        (n, m) => {
            let on_one = sentence(&counted(n, "skill hangs", "skills hang"));
            format!("{on_one} on one person here: {names}; {} on nobody.", crate::wording::number(m))
        }
    }
}

fn wants(org: &Org, people: &BTreeSet<&PersonId>) -> Vec<(SkillTag, u32)> {
    let mut wants: std::collections::BTreeMap<&SkillId, u32> = std::collections::BTreeMap::new();
    for (skill, _) in people.iter().flat_map(|id| org.wants_of(id)) {
        *wants.entry(skill).or_default() += 1;
    }
    let mut wants: Vec<(SkillTag, u32)> = wants.into_iter().map(|(skill, n)| (SkillTag::of(org, skill), n)).collect();
    wants.sort_by_cached_key(|(skill, n)| (Reverse(*n), fold(&skill.name)));
    wants.truncate(6);
    wants
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    #[test]
    fn a_team_shows_its_people_those_below_and_what_hangs_on_one_of_them() {
        let page = team_page(&fernhill(), &signed_in("wen-li"), &"care".parse().unwrap()).unwrap();
        let names: Vec<&str> = page.people.iter().map(|member| member.person.name.as_str()).collect();
        let all = ["Amara Okafor", "Inês Carvalho", "Leïla Haddou", "Priya Raman", "Rosalind Achterberg"];
        assert_eq!(names, all);
        assert_eq!(page.people[1].team, None);
        assert_eq!(page.people[0].team.as_ref().unwrap().name, "Care East");
        assert_eq!(
            page.takeaway,
            "Two skills hang on one person here: Infusion pumps and Palliative talks; one on nobody."
        );
        assert_eq!(page.below.len(), 2);
        assert!(!page.may_edit);
    }

    #[test]
    fn a_team_that_is_not_there_reads_as_not_found() {
        let refused = team_page(&fernhill(), &signed_in("wen-li"), &"night".parse().unwrap());
        assert_eq!(refused, Err(Rejection::NotFound(Noun::Team)));
    }
}
