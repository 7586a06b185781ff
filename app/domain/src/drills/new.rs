//! Planning a drill: who stands back, who could step in, on which day.

use super::actor;
use crate::actor::Role;
use crate::clocks::Day;
use crate::coverage::cover;
use crate::drill::{Plan, does_it, may_see, parse_days};
use crate::evidence::Level;
use crate::id::{DrillId, PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::query_string::Pairs;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::skill::Skill;
use crate::tag::{PersonTag, SkillTag};
use crate::text::Prose;
use crate::time::Minutes;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many people are offered to choose from.
const MOST_PEOPLE: usize = 40;
/// How many skills are.
const MOST_SKILLS: usize = 80;
/// So many days ahead the first day is looked for, so that both can arrange themselves.
const NOTICE: i64 = 7;
/// So far it is looked for.
const AHEAD: i64 = 90;
/// How long a task takes unless somebody says otherwise.
const USUAL: Minutes = Minutes(60);

/// What the address of the page asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewDrillQuery {
    /// Of what.
    pub skill: Option<SkillId>,
    /// Who is to stand back.
    pub holder: Option<PersonId>,
    /// Who is to step in.
    pub backup: Option<PersonId>,
}

impl NewDrillQuery {
    /// Reads `skill=…&holder=…&backup=…`; what is no id is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        let person = |name| pairs.get(name).and_then(|id| PersonId::parse(id).ok());
        Self {
            skill: pairs.get("skill").and_then(|id| SkillId::parse(id).ok()),
            holder: person("holder"),
            backup: person("backup"),
        }
    }
}

/// The page on which a drill is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDrillPage {
    /// Of what; `None` while it has to be chosen first.
    pub skill: Option<SkillTag>,
    /// What passing it speaks for.
    pub level: Level,
    /// Skills to choose from, those that hang on the fewest heads first.
    pub skills: Vec<SkillTag>,
    /// Who could stand back.
    pub holders: Vec<PersonChoice>,
    /// Who could step in, who fits best first.
    pub backups: Vec<PersonChoice>,
    /// Who is chosen at first.
    pub holder: Option<PersonId>,
    /// The same.
    pub backup: Option<PersonId>,
    /// A day on which both are there.
    pub on: String,
    /// The first day that can be chosen.
    pub earliest: String,
    /// How long the task should take.
    pub minutes: Minutes,
    /// The drill of the chosen two that is open already.
    pub open: Option<DrillId>,
}

/// Somebody to choose, with what speaks for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonChoice {
    /// Who.
    pub person: PersonTag,
    /// "with help, wants it".
    pub note: String,
}

/// What the form on that page sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillForm {
    /// Of what.
    pub skill: String,
    /// Who stands back.
    #[serde(default)]
    pub holder: String,
    /// Who steps in.
    #[serde(default)]
    pub backup: String,
    /// What is to be done.
    #[serde(default)]
    pub task: String,
    /// Where the notes are, or the notes themselves.
    #[serde(default)]
    pub notes: String,
    /// The first day.
    #[serde(default)]
    pub on: String,
    /// The last day; empty when it is the same.
    #[serde(default)]
    pub until: String,
    /// How long the task should take.
    #[serde(default)]
    pub minutes: String,
}

impl DrillForm {
    /// The plan; refuses the first field that cannot be taken.
    pub fn parsed(&self) -> Result<Plan, Rejection> {
        let person = |field: &str, text: &str| {
            PersonId::parse(text.trim()).map_err(|_| Rejection::invalid(field, "Choose somebody."))
        };
        let (on, until) = parse_days(&self.on, &self.until)?;
        let minutes = self.minutes.trim().parse().ok().filter(|minutes| (5..=600).contains(minutes));
        Ok(Plan {
            skill: SkillId::parse(self.skill.trim())?,
            holder: person("holder", &self.holder)?,
            backup: person("backup", &self.backup)?,
            task: Prose::parse("task", &self.task)?,
            notes: Prose::parse("notes", &self.notes)?,
            on,
            until,
            minutes: minutes
                .map(Minutes)
                .ok_or_else(|| Rejection::invalid("minutes", "Write a number of minutes from 5 to 600."))?,
        })
    }
}

/// The page on which the reader plans a drill. Not found when the address names a skill that is not there.
pub fn new_drill_page(reader: &Reader, query: &NewDrillQuery) -> Result<NewDrillPage, Rejection> {
    let org = reader.org;
    let today = reader.clocks.today(&reader.me.zone);
    let page = NewDrillPage {
        skill: None,
        level: Level::default(),
        skills: Vec::new(),
        holders: Vec::new(),
        backups: Vec::new(),
        holder: None,
        backup: None,
        on: today.plus(NOTICE).iso(),
        earliest: today.plus(1).iso(),
        minutes: USUAL,
        open: None,
    };
    let Some(id) = &query.skill else { return Ok(NewDrillPage { skills: skills(reader), ..page }) };
    let skill = org.skill(id).ok_or(Rejection::NotFound(Noun::Skill))?;
    let (holders, backups) = (holders(reader, skill), backups(reader, skill, query.backup.as_ref()));
    let chosen = |asked: &Option<PersonId>, choices: &[PersonChoice], but: Option<&PersonId>| {
        let ids = || choices.iter().map(|choice| &choice.person.id).filter(|id| Some(*id) != but);
        ids().find(|id| asked.as_ref() == Some(*id)).or_else(|| ids().next()).cloned()
    };
    let holder = chosen(&query.holder, &holders, query.backup.as_ref());
    let backup = chosen(&query.backup, &backups, holder.as_ref());
    // The days are the backup's, as everywhere in a drill.
    let there = backup.as_ref().and_then(|id| org.person(id));
    let today = there.map_or(today, |backup| reader.clocks.today(&backup.zone));
    let both = [&holder, &backup].into_iter().flatten().filter_map(|id| org.person(id)).collect::<Vec<_>>();
    let open =
        org.drills().find(|drill| drill.is_open() && drill.skill == *id && Some(&drill.backup) == backup.as_ref());
    Ok(NewDrillPage {
        skill: Some(SkillTag::of(org, id)),
        level: skill.target.level,
        on: free_day(&both, today).iso(),
        earliest: today.plus(1).iso(),
        open: open.filter(|drill| may_see(org, &actor(reader), drill).is_ok()).map(|drill| drill.id.clone()),
        holders,
        backups,
        holder,
        backup,
        ..page
    })
}

/// Managers and program admins plan for others.
fn plans_for_others(reader: &Reader) -> bool {
    reader.me.role >= Role::Manager
}

/// Who does it, the surest first. Whoever does it and plans for nobody else stands back themself.
fn holders(reader: &Reader, skill: &Skill) -> Vec<PersonChoice> {
    let (org, me) = (reader.org, &reader.me.id);
    let mut found: Vec<_> = org
        .knowers_of(&skill.id)
        .filter(|(id, _)| does_it(org, id, skill) && org.person(id).is_some_and(Person::is_active))
        .filter(|(id, _)| plans_for_others(reader) || !does_it(org, me, skill) || *id == me)
        .collect();
    found.sort_by_cached_key(|(id, known)| {
        let estimate = known.estimate;
        (*id != me, Reverse(estimate.level), Reverse(estimate.certainty), fold(org.name_of(id)))
    });
    let choice = |(id, known): (&PersonId, &crate::org::Known)| PersonChoice {
        person: PersonTag::of(org, id),
        note: known.estimate.level.title().to_owned(),
    };
    found.into_iter().take(MOST_PEOPLE).map(choice).collect()
}

/// Who could step in: those who want it, the nearer to the target the earlier; then those who know some of it; last
/// those who are counted already, whom a drill would prove right. Whoever does not do it and plans for nobody else steps
/// in themself.
fn backups(reader: &Reader, skill: &Skill, asked: Option<&PersonId>) -> Vec<PersonChoice> {
    let (org, me) = (reader.org, &reader.me.id);
    if !plans_for_others(reader) && !does_it(org, me, skill) {
        return vec![backup(org, skill, me)];
    }
    let knowers = org.knowers_of(&skill.id).filter(|(_, known)| known.estimate.level > Level::NONE).map(|(id, _)| id);
    let around: BTreeSet<&PersonId> = knowers.chain(org.wanters_of(&skill.id).map(|(id, _)| id)).chain(asked).collect();
    let mut found: Vec<&PersonId> =
        around.into_iter().filter(|id| org.person(id).is_some_and(Person::is_active)).collect();
    found.sort_by_cached_key(|id| {
        let known = org.known(id, &skill.id).map(|known| known.estimate);
        let want = org.want(id, &skill.id).map(|want| want.priority);
        (
            known.is_some_and(|known| known.reaches(skill.target.level)),
            want.is_none(),
            Reverse(known.map(|known| known.level)),
            Reverse(want),
            fold(org.name_of(id)),
        )
    });
    found.into_iter().take(MOST_PEOPLE).map(|id| backup(org, skill, id)).collect()
}

fn backup(org: &Org, skill: &Skill, id: &PersonId) -> PersonChoice {
    let known = org.known(id, &skill.id).map(|known| known.estimate);
    let level = known.map(|known| known.level).unwrap_or_default().title();
    let wants = org.want(id, &skill.id).is_some();
    let counted = known.is_some_and(|known| known.reaches(skill.target.level));
    let note = match (counted, wants) {
        (true, _) => format!("{level}, counted already"),
        (false, true) => format!("{level}, wants it"),
        (false, false) => level.to_owned(),
    };
    PersonChoice { person: PersonTag::of(org, id), note }
}

/// Skills of which the reader can plan a drill: that somebody does, and for members that they do, know or want.
fn skills(reader: &Reader) -> Vec<SkillTag> {
    let (org, me) = (reader.org, &reader.me.id);
    let is_mine = |skill: &Skill| org.known(me, &skill.id).is_some() || org.want(me, &skill.id).is_some();
    let is_done = |skill: &Skill| org.knowers_of(&skill.id).any(|(id, _)| does_it(org, id, skill));
    let mut found: Vec<&Skill> =
        org.skills().filter(|skill| (plans_for_others(reader) || is_mine(skill)) && is_done(skill)).collect();
    found.sort_by_cached_key(|skill| {
        let cover = cover(org, skill);
        (cover.have >= cover.target, Reverse(skill.criticality), cover.have, fold(skill.name.as_str()))
    });
    found.into_iter().take(MOST_SKILLS).map(|skill| SkillTag::of(org, &skill.id)).collect()
}

/// The first workday in a week or later on which all of `people` are here.
fn free_day(people: &[&Person], today: Day) -> Day {
    let is_here = |day: Day| people.iter().all(|person| person.is_here_on(day));
    let days = (NOTICE..AHEAD).map(|days| today.plus(days));
    days.filter(|day| day.is_workday()).find(|day| is_here(*day)).unwrap_or(today.plus(NOTICE))
}
