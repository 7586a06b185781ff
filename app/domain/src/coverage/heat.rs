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
    /// Which of all skills are shown.
    pub skills: Stretch,
    /// Which of all teams are shown.
    pub teams: Stretch,
}

/// Which part of the map to show: the first skills and teams, those after them, and so on from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapPart {
    /// Which skills.
    pub skills: u32,
    /// Which teams.
    pub teams: u32,
}

/// A stretch of a long list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Which stretch it is, from 0.
    pub number: u32,
    /// The place of the first that is shown, from 1; 0 when there is none.
    pub first: u32,
    /// The place of the last that is shown.
    pub last: u32,
    /// How many there are.
    pub all: u32,
}

impl Stretch {
    /// The stretch `number` of `all`, each so `long`; the last one when there is no such stretch.
    fn of(all: usize, long: usize, number: u32) -> Self {
        let (all, long) = (super::count(0..all), super::count(0..long));
        let number = number.min(all.saturating_sub(1) / long);
        let before = number * long;
        Self { number, first: (before + 1).min(all), last: all.min(before + long), all }
    }

    /// True when more come after it.
    pub const fn has_more(self) -> bool {
        self.last < self.all
    }

    fn cut<T>(self, list: Vec<T>) -> Vec<T> {
        let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        list.into_iter().take(at(self.last)).skip(at(self.first.saturating_sub(1))).collect()
    }
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
    /// The cells, added up.
    pub total: HeatCell,
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

/// What the map is about.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    /// Only people of these; everybody when it is `None`.
    pub members: Option<&'a BTreeSet<PersonId>>,
    /// Only skills of high and critical criticality.
    pub only_critical: bool,
    /// Which part of it.
    pub part: MapPart,
}

/// Ten skills, the most pressing first, against twelve teams, those where most of these are thin first.
pub fn heat(org: &Org, about: About<'_>) -> Heat {
    let About { members, only_critical, part } = about;
    let counts = |person: &&Person| members.is_none_or(|members| members.contains(&person.id));
    let today = org.weighing().day;
    let works = |person: &&Person| person.team.is_some() && person.works_on(today);
    let people: Vec<&Person> = org.people().filter(counts).filter(works).collect();
    let columns = columns(org, &people, only_critical);
    let skills = Stretch::of(columns.len(), MOST_COLUMNS, part.skills);
    let columns = skills.cut(columns);
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
        .map(|(team, (people, cells))| HeatRow { team: TeamTag::of(org, team), people, total: sum(&cells), cells })
        .collect();
    rows.sort_by_cached_key(|row| (Reverse(gaps(row)), Reverse(row.people), fold(&row.team.name)));
    let teams = Stretch::of(rows.len(), MOST_ROWS, part.teams);
    let rows = teams.cut(rows);
    let columns: Vec<HeatColumn> = columns
        .into_iter()
        .map(|skill| HeatColumn { skill: SkillTag::of(org, &skill.id), criticality: skill.criticality })
        .collect();
    let total = total(&rows, columns.len());
    let people = rows.iter().map(|row| row.people).sum();
    Heat { takeaway: takeaway(&rows), columns, rows, total, people, skills, teams }
}

/// Skills that somebody of `people` knows or wants, the most pressing first.
fn columns<'a>(org: &'a Org, people: &[&Person], only_critical: bool) -> Vec<&'a Skill> {
    let used: BTreeSet<&SkillId> = people
        .iter()
        .flat_map(|person| {
            org.known_by(&person.id).map(|(skill, _)| skill).chain(org.wants_of(&person.id).map(|(skill, _)| skill))
        })
        .collect();
    let wanted = |skill: &&Skill| !only_critical || skill.criticality >= Criticality::High;
    let mut skills: Vec<&Skill> = used.into_iter().filter_map(|skill| org.skill(skill)).filter(wanted).collect();
    skills.sort_by_cached_key(|skill| {
        let cover = cover(org, skill);
        (Reverse(skill.criticality), Reverse(risk(skill.criticality, cover)), cover.have, fold(skill.name.as_str()))
    });
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

fn sum(cells: &[HeatCell]) -> HeatCell {
    let add = |sum: HeatCell, cell: &HeatCell| HeatCell { have: sum.have + cell.have, need: sum.need + cell.need };
    cells.iter().fold(HeatCell::default(), add)
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
        let heat = heat(&fernhill(), About::default());
        let column = |name: &str| heat.columns.iter().position(|c| c.skill.name == name).unwrap();
        let row = |name: &str| heat.rows.iter().find(|row| row.team.name == name).unwrap();
        assert_eq!(row("Care East").cells[column("Infusion pumps")], HeatCell { have: 1, need: 2 });
        assert!(row("Care West").cells[column("Infusion pumps")].is_missing());
        assert_eq!(row("Digital").cells[column("Infusion pumps")], HeatCell::default());
        assert_eq!(heat.total[column("Infusion pumps")], HeatCell { have: 1, need: 3 });
        assert_eq!(heat.people, 8);
        assert_eq!(row("Care East").total, sum(&row("Care East").cells));
    }

    #[test]
    fn all_skills_and_teams_can_be_reached_and_only_critical_ones_are_asked_for() {
        let mut org = fernhill();
        let (pumps, amara) = (org.skill(&"infusion-pumps".parse().unwrap()).unwrap().clone(), "amara-okafor");
        for number in 0..20 {
            let id: SkillId = format!("more-{number:02}").parse().unwrap();
            org.put_skill(Skill { id: id.clone(), criticality: Criticality::Normal, ..pumps.clone() });
            let said = crate::fernhill::vouched(amara, id.as_str(), 4);
            org.put_evidence(&amara.parse().unwrap(), &id, &said, crate::fernhill::NOW);
        }
        let part = |skills, teams| super::heat(&org, About { part: MapPart { skills, teams }, ..About::default() });
        let parts = [part(0, 0), part(1, 0), part(2, 0)];
        let ids: BTreeSet<&SkillId> =
            parts.iter().flat_map(|part| &part.columns).map(|column| &column.skill.id).collect();
        assert_eq!((ids.len(), parts[2].skills), (25, Stretch { number: 2, first: 21, last: 25, all: 25 }));
        assert!(parts[1].skills.has_more() && !parts[2].skills.has_more());
        assert_eq!(part(9, 9).skills, parts[2].skills, "what is not there is the last");
        assert_eq!(part(0, 0).teams.number, part(0, 9).teams.number);
        let critical = super::heat(&org, About { only_critical: true, ..About::default() });
        assert!(critical.columns.iter().all(|column| column.criticality >= Criticality::High));
        assert!(critical.skills.all < 25);
        assert_eq!(Stretch::of(0, 10, 3), Stretch::default());
    }

    #[test]
    fn everybody_counts_once_in_the_total_however_teams_nest() {
        let org = fernhill();
        let heat = heat(&org, About::default());
        for (column, total) in heat.columns.iter().zip(&heat.total) {
            let skill = org.skill(&column.skill.id).unwrap();
            assert_eq!(total.have, cover(&org, skill).have, "{}", column.skill.name);
        }
        let care = crate::coverage::members_below(&org, &"care".parse().unwrap());
        let care = super::heat(&org, About { members: Some(&care), ..About::default() });
        assert_eq!((care.rows.len(), care.people), (3, 5), "Care, Care East and Care West, and nobody twice");
    }

    #[test]
    fn the_most_critical_skills_stand_first() {
        let heat = heat(&fernhill(), About::default());
        let names: Vec<&str> = heat.columns.iter().map(|c| c.skill.name.as_str()).collect();
        assert_eq!(names, ["Infusion pumps", "Palliative talks", "Backup restore", "Wound care", "SQL for reports"]);
    }
}
