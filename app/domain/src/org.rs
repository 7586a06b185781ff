//! The organisation in memory: everything that pages and engines read, without the texts that only one page shows.
//!
//! The store builds it from the database, keeps it current from the event log, and can rebuild it at any time. It
//! holds no rule of its own; rules are in the modules of their nouns, as functions that read it. `kept` is the same
//! organisation as rows, to be written to a file and read again.

mod dealings;
mod drops;
mod excerpt;
mod graphed;
mod hours;
mod kept;
mod library;
mod match_rounds;
mod mentoring;
mod pairs;
mod programs;
mod sessions;
mod swaps;
mod two_way;
mod worded;

pub use kept::Kept;

use crate::clocks::Day;
use crate::confirmation::Confirmation;
use crate::coverage::{CoverDrop, Watch};
use crate::drill::Drill;
use crate::evidence::{Estimate, Evidence, EvidenceRules, Leniency, Source, Weighing, estimate};
use crate::exchange::Exchange;
use crate::id::{AreaId, ConfirmationId, DrillId, ExchangeId, PersonId, ProgramId, SkillId, TeamId};
use crate::person::Person;
use crate::search::Entry;
use crate::skill::{Area, Skill};
use crate::team::Team;
use crate::thanks::Thanks;
use crate::time::Timestamp;
use crate::want::{Offer, Want};
use graphed::Graphed;
use library::Library;
use std::collections::BTreeMap;
use two_way::TwoWay;
use worded::Worded;

/// The organisation at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Org {
    people: BTreeMap<PersonId, Person>,
    teams: BTreeMap<TeamId, Team>,
    areas: BTreeMap<AreaId, Area>,
    skills: BTreeMap<SkillId, Skill>,
    known: TwoWay<Known>,
    wants: TwoWay<Want>,
    offers: TwoWay<Offer>,
    exchanges: BTreeMap<ExchangeId, Exchange>,
    drills: BTreeMap<DrillId, Drill>,
    programs: BTreeMap<ProgramId, programs::Kept>,
    gatherings: sessions::Gatherings,
    swaps: swaps::Swaps,
    hours: hours::Accounts,
    thanks: Vec<Thanks>,
    confirmations: BTreeMap<ConfirmationId, Confirmation>,
    drops: BTreeMap<(SkillId, u32), CoverDrop>,
    watches: TwoWay<Watch>,
    rules: EvidenceRules,
    leniency: Leniency,
    day: Day,
    graph: Graphed,
    library: Library,
    mentoring: mentoring::Mentoring,
    pairs: pairs::Pairs,
    rounds: match_rounds::MatchRounds,
    words: Worded,
}

/// What somebody knows of a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The level and what it rests on.
    pub estimate: Estimate,
    /// The most trusted source behind it.
    pub source: Source,
}

impl Org {
    /// Everybody who ever worked here, by id.
    pub fn all_people(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    /// Everybody who works here, by id.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.values().filter(|person| person.is_active())
    }

    /// One person, also when they have left.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.get(id)
    }

    /// What to call somebody; their id when they are not known.
    pub fn name_of<'a>(&'a self, id: &'a PersonId) -> &'a str {
        self.people.get(id).map_or(id.as_str(), |person| person.name.as_str())
    }

    /// Every team, by id.
    pub fn teams(&self) -> impl Iterator<Item = &Team> {
        self.teams.values()
    }

    /// One team.
    pub fn team(&self, id: &TeamId) -> Option<&Team> {
        self.teams.get(id)
    }

    /// Every area, by id.
    pub fn areas(&self) -> impl Iterator<Item = &Area> {
        self.areas.values()
    }

    /// One area.
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.areas.get(id)
    }

    /// Every skill, by id.
    pub fn skills(&self) -> impl Iterator<Item = &Skill> {
        self.skills.values()
    }

    /// One skill.
    pub fn skill(&self, id: &SkillId) -> Option<&Skill> {
        self.skills.get(id)
    }

    /// What somebody knows of a skill.
    pub fn known(&self, person: &PersonId, skill: &SkillId) -> Option<&Known> {
        self.known.get(person, skill)
    }

    /// What somebody knows, by skill.
    pub fn known_by(&self, person: &PersonId) -> impl Iterator<Item = (&SkillId, &Known)> {
        self.known.of_person(person)
    }

    /// Who knows something of a skill, by person; also those who have left.
    pub fn knowers_of(&self, skill: &SkillId) -> impl Iterator<Item = (&PersonId, &Known)> {
        self.known.of_skill(skill)
    }

    /// By what its levels are worked out: the rules, who rates how, and the day for which they stand.
    pub const fn weighing(&self) -> Weighing<'_> {
        Weighing { rules: &self.rules, leniency: &self.leniency, day: self.day }
    }

    /// Somebody's want of a skill.
    pub fn want(&self, person: &PersonId, skill: &SkillId) -> Option<&Want> {
        self.wants.get(person, skill)
    }

    /// What somebody wants to learn, by skill.
    pub fn wants_of(&self, person: &PersonId) -> impl Iterator<Item = (&SkillId, &Want)> {
        self.wants.of_person(person)
    }

    /// Who wants to learn a skill, by person.
    pub fn wanters_of(&self, skill: &SkillId) -> impl Iterator<Item = (&PersonId, &Want)> {
        self.wants.of_skill(skill)
    }

    /// Somebody's offer of a skill.
    pub fn offer(&self, person: &PersonId, skill: &SkillId) -> Option<&Offer> {
        self.offers.get(person, skill)
    }

    /// What somebody offers to teach, by skill.
    pub fn offers_of(&self, person: &PersonId) -> impl Iterator<Item = (&SkillId, &Offer)> {
        self.offers.of_person(person)
    }

    /// Who offers to teach a skill, by person.
    pub fn offerers_of(&self, skill: &SkillId) -> impl Iterator<Item = (&PersonId, &Offer)> {
        self.offers.of_skill(skill)
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a person.
    pub fn put_person(&mut self, person: Person) {
        let (id, leaves_on) = (person.id.clone(), person.leaves_on);
        let before = self.people.insert(id.clone(), person);
        self.regraph_person(&id, before.and_then(|before| before.leaves_on) != leaves_on);
        self.reword(&Entry::Person(id));
    }

    /// Takes a person out, as when an import is undone.
    pub fn remove_person(&mut self, id: &PersonId) {
        let before = self.people.remove(id);
        self.regraph_person(id, before.is_some_and(|before| before.leaves_on.is_some()));
        self.reword(&Entry::Person(id.clone()));
    }

    /// Puts or replaces a team.
    pub fn put_team(&mut self, team: Team) {
        let id = team.id.clone();
        self.teams.insert(id.clone(), team);
        self.reword(&Entry::Team(id));
    }

    /// Puts or replaces an area.
    pub fn put_area(&mut self, area: Area) {
        let id = area.id.clone();
        self.areas.insert(id.clone(), area);
        self.reword_area(&id);
    }

    /// Puts or replaces a skill.
    pub fn put_skill(&mut self, skill: Skill) {
        let (id, level) = (skill.id.clone(), skill.target.level);
        let before = self.skills.insert(id.clone(), skill);
        let is_renamed = before.as_ref().map(|before| &before.name) != self.skill(&id).map(|skill| &skill.name);
        self.regraph_skill(&id, before.map(|before| before.target.level) != Some(level));
        self.reword_skill(&id, is_renamed);
    }

    /// From now on levels are worked out by `rules` and `leniency`, for `day`. What was worked out before stays until its
    /// evidence is put again. Whoever had their last day before `day` counts for no cover any more.
    pub fn weigh_by(&mut self, rules: EvidenceRules, leniency: Leniency, day: Day) {
        let before = std::mem::replace(&mut self.day, day);
        (self.rules, self.leniency) = (rules, leniency);
        let turned = |person: &&Person| person.works_on(before) != person.works_on(day);
        let turned: Vec<PersonId> = self.people.values().filter(turned).map(|person| person.id.clone()).collect();
        turned.iter().for_each(|person| self.regraph_person(person, false));
    }

    /// Replaces what one person knows of one skill by what `evidence` speaks for at `now`.
    pub fn put_evidence(&mut self, person: &PersonId, skill: &SkillId, evidence: &[Evidence], now: Timestamp) {
        let weighing = Weighing { day: Day::utc(now), ..self.weighing() };
        let standing = evidence.iter().filter(|e| e.reversed_at.is_none());
        let known = estimate(evidence, &weighing)
            .zip(standing.map(|e| e.source).max())
            .map(|(estimate, source)| Known { estimate, source });
        self.known.put(person, skill, known);
        self.regraph_link(person, skill);
    }

    /// Puts, replaces or drops a want.
    pub fn put_want(&mut self, person: &PersonId, skill: &SkillId, want: Option<Want>) {
        self.wants.put(person, skill, want);
        self.regraph_link(person, skill);
    }

    /// Puts, replaces or withdraws an offer.
    pub fn put_offer(&mut self, person: &PersonId, skill: &SkillId, offer: Option<Offer>) {
        self.offers.put(person, skill, offer);
        self.regraph_link(person, skill);
    }
}
