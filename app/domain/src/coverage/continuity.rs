//! The continuity page: skills below their target, the most pressing first, and where in the organisation.

use super::{Cover, Heat, Risk, cover, heat, holders, risk, works_here};
use crate::actor::Actor;
use crate::exchange::Stage;
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::query_string::{Pairs, print};
use crate::rejection::Rejection;
use crate::search::fold;
use crate::skill::{Criticality, Skill};
use crate::tag::{AreaTag, PersonTag, SkillTag, TeamTag};
use crate::teams::with_teams_below;
use crate::time::Timestamp;
use crate::wording::{counted, number, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Which skills the page lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Skills of high and critical criticality; all of them when none is marked so.
    #[default]
    Critical,
    /// All of them.
    All,
}

/// What part of the list to show, as it stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContinuityQuery {
    /// Which skills.
    pub shown: Shown,
    /// Only skills that somebody of this team, or of one below it, knows or wants.
    pub team: Option<TeamId>,
}

impl ContinuityQuery {
    /// The query of an address; what cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        let shown = if pairs.get("show") == Some("all") { Shown::All } else { Shown::Critical };
        Self { shown, team: pairs.get("team").and_then(|team| TeamId::parse(team).ok()) }
    }
}

impl std::fmt::Display for ContinuityQuery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = matches!(self.shown, Shown::All).then_some("all");
        f.write_str(&print([("show", shown), ("team", self.team.as_ref().map(TeamId::as_str))]))
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContinuityPage {
    /// What was asked for.
    pub query: ContinuityQuery,
    /// What it all comes to, in a sentence.
    pub takeaway: String,
    /// Skills below their target, the most pressing first.
    pub skills: Vec<SkillAtRisk>,
    /// How many more there are than are listed.
    pub more: u32,
    /// How many skills nobody covers, one person covers, and fewer than the target cover.
    pub counts: Counts,
    /// Where it is thin, team by team.
    pub heat: Heat,
    /// Teams to choose from.
    pub teams: Vec<TeamTag>,
}

/// How many skills stand how badly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Nobody covers them.
    pub nobody: u32,
    /// One person does.
    pub one: u32,
    /// More than one, and fewer than should.
    pub below: u32,
}

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
    /// Who covers it.
    pub holders: Vec<PersonTag>,
    /// Who comes nearest and wants it, at most four.
    pub next: Vec<PersonTag>,
    /// When it was last taught in a session that both sides confirmed: "6 weeks ago" or "never".
    pub handed_on: String,
}

/// The longest list shown at once.
const LONGEST: usize = 200;

/// The skills below their target that `query` asks for. Open to everybody who is signed in: the subject is the skill.
pub fn continuity_page(
    org: &Org,
    actor: &Actor,
    query: ContinuityQuery,
    now: Timestamp,
) -> Result<ContinuityPage, Rejection> {
    actor.may_read()?;
    let members = query.team.as_ref().map(|team| members_below(org, team));
    let handed_on = last_handed_on(org);
    let marked = org.skills().any(|skill| skill.criticality >= Criticality::High);
    let wanted = |skill: &&Skill| match query.shown {
        Shown::Critical => !marked || skill.criticality >= Criticality::High,
        Shown::All => true,
    };
    let used =
        |skill: &&Skill| members.as_ref().is_none_or(|members| people_around(org, skill).any(|p| members.contains(p)));
    let mut counts = Counts::default();
    let mut skills: Vec<SkillAtRisk> = org
        .skills()
        .filter(wanted)
        .filter(used)
        .filter_map(|skill| at_risk(org, skill, handed_on.get(&skill.id).copied(), now))
        .inspect(|row| counts.add(row.cover))
        .collect();
    skills
        .sort_by_cached_key(|row| (Reverse(row.risk), Reverse(row.criticality), row.cover.have, fold(&row.skill.name)));
    let takeaway = takeaway(&skills, counts, marked && query.shown == Shown::Critical);
    let more = u32::try_from(skills.len().saturating_sub(LONGEST)).unwrap_or(u32::MAX);
    skills.truncate(LONGEST);
    let mut teams: Vec<TeamTag> = org.teams().map(|team| TeamTag::of(org, &team.id)).collect();
    teams.sort_by_cached_key(|team| fold(&team.name));
    let heat = heat(org, members.as_ref());
    Ok(ContinuityPage { query, takeaway, skills, more, counts, heat, teams })
}

impl Counts {
    fn add(&mut self, cover: Cover) {
        match cover.have {
            0 => self.nobody += 1,
            1 => self.one += 1,
            _ => self.below += 1,
        }
    }
}

fn members_below(org: &Org, team: &TeamId) -> BTreeSet<PersonId> {
    let teams = with_teams_below(org, team);
    let here = |person: &&crate::person::Person| person.team.as_ref().is_some_and(|team| teams.contains(team));
    org.people().filter(here).map(|person| person.id.clone()).collect()
}

/// People who work here and know or want the skill; some twice.
fn people_around<'a>(org: &'a Org, skill: &'a Skill) -> impl Iterator<Item = &'a PersonId> {
    let knowers = org.knowers_of(&skill.id).map(|(person, _)| person);
    let wanters = org.wanters_of(&skill.id).map(|(person, _)| person);
    knowers.chain(wanters).filter(|person| works_here(org, person))
}

fn at_risk(org: &Org, skill: &Skill, handed_on: Option<Timestamp>, now: Timestamp) -> Option<SkillAtRisk> {
    let cover = cover(org, skill);
    Some(SkillAtRisk {
        skill: SkillTag::of(org, &skill.id),
        area: AreaTag::of(org, &skill.area),
        team: home_team(org, skill),
        risk: risk(skill.criticality, cover)?,
        criticality: skill.criticality,
        cover,
        holders: holders(org, skill).map(|person| PersonTag::of(org, person)).collect(),
        next: next_in_line(org, skill),
        handed_on: handed_on.map_or_else(|| "never".to_owned(), |at| ago(at, now)),
    })
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

/// Up to four people below the target who come nearest, those who want it first.
fn next_in_line(org: &Org, skill: &Skill) -> Vec<PersonTag> {
    let level = |person: &PersonId| org.known(person, &skill.id).map(|known| known.estimate.level).unwrap_or_default();
    let mut people: Vec<&PersonId> = people_around(org, skill)
        .filter(|person| level(person) < skill.target.level)
        .filter(|person| level(person).number() >= 2 || org.want(person, &skill.id).is_some())
        .collect();
    people.sort_by_key(|person| (org.want(person, &skill.id).is_none(), Reverse(level(person)), *person));
    people.dedup();
    people.into_iter().take(4).map(|person| PersonTag::of(org, person)).collect()
}

/// When each skill was last taught in a session that both sides confirmed.
fn last_handed_on(org: &Org) -> BTreeMap<SkillId, Timestamp> {
    let mut last = BTreeMap::new();
    for exchange in org.exchanges() {
        if let Stage::Done { at } = exchange.stage {
            let newest = last.entry(exchange.skill.clone()).or_insert(at);
            *newest = at.max(*newest);
        }
    }
    last
}

/// "today", "3 days ago", "6 weeks ago".
fn ago(at: Timestamp, now: Timestamp) -> String {
    match now.since(at).whole_days() {
        ..1 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days @ 2..14 => format!("{days} days ago"),
        days => format!("{} weeks ago", days / 7),
    }
}

fn takeaway(skills: &[SkillAtRisk], counts: Counts, critical: bool) -> String {
    let what = if critical { ("critical skill", "critical skills") } else { ("skill", "skills") };
    let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let has = |n: u32| if n == 1 { "has" } else { "have" };
    if skills.is_empty() {
        return format!("Every {} has as many people as it should.", what.0);
    }
    let mut parts = Vec::new();
    if counts.nobody > 0 {
        let skills = counted(wide(counts.nobody), what.0, what.1);
        parts.push(format!(
            "{skills} {} nobody who covers {}",
            has(counts.nobody),
            if counts.nobody == 1 { "it" } else { "them" }
        ));
    }
    if counts.one > 0 {
        let skills =
            if parts.is_empty() { counted(wide(counts.one), what.0, what.1) } else { number(wide(counts.one)) };
        parts.push(format!("{skills} {} one person", has(counts.one)));
    }
    if parts.is_empty() {
        let skills = counted(skills.len(), what.0, what.1);
        return format!("{} below target, none of them on one person alone.", sentence(&skills));
    }
    format!("{}.{}", sentence(&parts.join("; ")), most_in(skills))
}

/// " Two of the four are in Care East." when one team holds more than one of the skills on one head or none.
fn most_in(skills: &[SkillAtRisk]) -> String {
    let thin: Vec<&SkillAtRisk> = skills.iter().filter(|row| row.cover.have < 2).collect();
    let mut teams: BTreeMap<&TeamTag, usize> = BTreeMap::new();
    for team in thin.iter().filter_map(|row| row.team.as_ref()) {
        *teams.entry(team).or_default() += 1;
    }
    match teams.into_iter().max_by_key(|(team, n)| (*n, Reverse(*team))) {
        Some((team, n)) if n > 1 => {
            format!(" {} of the {} are in {}.", sentence(&number(n)), number(thin.len()), team.name)
        }
        Some(_) | None => String::new(),
    }
}

#[cfg(test)]
mod tests;
