//! Where it is thin: teams against skills, counted in people.

use super::{cover, risk};
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::person::Person;
use crate::search::fold;
use crate::skill::{Criticality, Skill};
use crate::tag::{SkillTag, TeamTag};
use crate::wording::{counted, listed, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Teams against skills.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heat {
    /// What it comes to, in a sentence.
    pub takeaway: String,
    /// The skills, the most critical first.
    pub columns: Vec<HeatColumn>,
    /// The teams with the most gaps first.
    pub rows: Vec<HeatRow>,
    /// All teams shown, added up.
    pub total: Vec<HeatCell>,
    /// How many people the teams shown have.
    pub people: u32,
}

/// A skill in the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatColumn {
    /// Which.
    pub skill: SkillTag,
    /// How critical it is.
    pub criticality: Criticality,
}

/// A team's line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatRow {
    /// Which team.
    pub team: TeamTag,
    /// How many people it has.
    pub people: u32,
    /// One cell a column.
    pub cells: Vec<HeatCell>,
}

/// How many of those who work with a skill reach its target level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatCell {
    /// How many reach it.
    pub have: u32,
    /// How many know something of it or want it; none means it is not needed here.
    pub need: u32,
}

impl HeatCell {
    /// True when people work with it and none of them reaches the level.
    pub const fn is_missing(self) -> bool {
        self.have == 0 && self.need > 0
    }
}

const MOST_COLUMNS: usize = 10;
const MOST_ROWS: usize = 12;

/// The ten most pressing skills against the twelve teams where most of them are thin; only `members` when given.
pub fn heat(org: &Org, members: Option<&BTreeSet<PersonId>>) -> Heat {
    let counts = |person: &&Person| members.is_none_or(|members| members.contains(&person.id));
    let people: Vec<&Person> = org.people().filter(counts).filter(|person| person.team.is_some()).collect();
    let columns = columns(org, &people);
    let mut rows: BTreeMap<&TeamId, (u32, Vec<HeatCell>)> = BTreeMap::new();
    for person in people {
        let Some(team) = &person.team else { continue };
        let (size, cells) = rows.entry(team).or_insert_with(|| (0, vec![HeatCell::default(); columns.len()]));
        *size += 1;
        for (cell, skill) in cells.iter_mut().zip(&columns) {
            add(cell, org, &person.id, skill);
        }
    }
    let mut rows: Vec<HeatRow> = rows
        .into_iter()
        .map(|(team, (people, cells))| HeatRow { team: TeamTag::of(org, team), people, cells })
        .collect();
    rows.sort_by_cached_key(|row| (Reverse(gaps(row)), Reverse(row.people), fold(&row.team.name)));
    rows.truncate(MOST_ROWS);
    let columns: Vec<HeatColumn> = columns
        .into_iter()
        .map(|skill| HeatColumn { skill: SkillTag::of(org, &skill.id), criticality: skill.criticality })
        .collect();
    let total = total(&rows, columns.len());
    let people = rows.iter().map(|row| row.people).sum();
    Heat { takeaway: takeaway(&rows), columns, rows, total, people }
}

/// Skills that somebody of `people` knows or wants, the most pressing first.
fn columns<'a>(org: &'a Org, people: &[&Person]) -> Vec<&'a Skill> {
    let used: BTreeSet<&SkillId> = people
        .iter()
        .flat_map(|person| {
            org.known_by(&person.id).map(|(skill, _)| skill).chain(org.wants_of(&person.id).map(|(skill, _)| skill))
        })
        .collect();
    let mut skills: Vec<&Skill> = used.into_iter().filter_map(|skill| org.skill(skill)).collect();
    skills.sort_by_cached_key(|skill| {
        let cover = cover(org, skill);
        (Reverse(skill.criticality), Reverse(risk(skill.criticality, cover)), cover.have, fold(skill.name.as_str()))
    });
    skills.truncate(MOST_COLUMNS);
    skills
}

fn add(cell: &mut HeatCell, org: &Org, person: &PersonId, skill: &Skill) {
    let known = org.known(person, &skill.id).filter(|known| known.estimate.level.number() > 0);
    if known.is_some() || org.want(person, &skill.id).is_some() {
        cell.need += 1;
    }
    if known.is_some_and(|known| known.estimate.reaches(skill.target.level)) {
        cell.have += 1;
    }
}

fn gaps(row: &HeatRow) -> usize {
    row.cells.iter().filter(|cell| cell.is_missing()).count()
}

fn total(rows: &[HeatRow], columns: usize) -> Vec<HeatCell> {
    let mut total = vec![HeatCell::default(); columns];
    for row in rows {
        for (sum, cell) in total.iter_mut().zip(&row.cells) {
            sum.have += cell.have;
            sum.need += cell.need;
        }
    }
    total
}

fn takeaway(rows: &[HeatRow]) -> String {
    let all: usize = rows.iter().map(gaps).sum();
    if all == 0 {
        return "Every team that works with one of these skills has somebody who covers it.".to_owned();
    }
    let worst: Vec<&HeatRow> = rows.iter().filter(|row| gaps(row) > 1).take(2).collect();
    let theirs: usize = worst.iter().map(|row| gaps(row)).sum();
    let stand = if all == 1 { "is hatched" } else { "are hatched" };
    let gaps = sentence(&counted(all, "gap", "gaps"));
    if worst.is_empty() || theirs == all {
        return format!("{gaps} {stand}: a team works with the skill and nobody there covers it.");
    }
    let teams = listed(worst.iter().map(|row| row.team.name.as_str()), 2);
    format!("{gaps} {stand}; {} of them are in {teams}.", crate::wording::number(theirs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::fernhill;

    #[test]
    fn a_cell_counts_who_covers_over_who_works_with_it() {
        let heat = heat(&fernhill(), None);
        let column = |name: &str| heat.columns.iter().position(|c| c.skill.name == name).unwrap();
        let row = |name: &str| heat.rows.iter().find(|row| row.team.name == name).unwrap();
        assert_eq!(row("Care East").cells[column("Infusion pumps")], HeatCell { have: 1, need: 2 });
        assert!(row("Care West").cells[column("Infusion pumps")].is_missing());
        assert_eq!(row("Digital").cells[column("Infusion pumps")], HeatCell::default());
        assert_eq!(heat.total[column("Infusion pumps")], HeatCell { have: 1, need: 3 });
        assert_eq!(heat.people, 8);
    }

    #[test]
    fn everybody_counts_once_in_the_total_however_teams_nest() {
        let org = fernhill();
        let heat = heat(&org, None);
        for (column, total) in heat.columns.iter().zip(&heat.total) {
            let skill = org.skill(&column.skill.id).unwrap();
            assert_eq!(total.have, cover(&org, skill).have, "{}", column.skill.name);
        }
        let care = crate::coverage::members_below(&org, &"care".parse().unwrap());
        let care = super::heat(&org, Some(&care));
        assert_eq!((care.rows.len(), care.people), (3, 5), "Care, Care East and Care West, and nobody twice");
    }

    #[test]
    fn the_most_critical_skills_stand_first() {
        let heat = heat(&fernhill(), None);
        let names: Vec<&str> = heat.columns.iter().map(|c| c.skill.name.as_str()).collect();
        assert_eq!(names, ["Infusion pumps", "Palliative talks", "Backup restore", "Wound care", "SQL for reports"]);
    }
}
