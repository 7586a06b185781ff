//! A program with its versions and people, moved along by whatever a test does.

use crate::actor::Role;
use crate::fernhill::NOW;
use crate::id::{ItemId, PersonId, ProgramId, SkillId, TeamId};
use crate::program::{
    Author, Breach, Candidate, Digest, Door, History, List, Participant, Path, Phase, Policy, Program, ProgramKind,
    Proposal, Publish, Reach, Report, Settings, Standing, Value, Version, Who, breaches, breaches_of_widening,
    drawn_up, report, rolled_back, step_finished,
};
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::{Span, Timestamp};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

#[derive(Clone)]
pub struct World {
    pub program: Program,
    pub versions: Vec<Version>,
    pub people: BTreeMap<PersonId, Participant>,
    /// Who has moved from one team to the other.
    pub moved: BTreeSet<PersonId>,
    pub now: Timestamp,
    /// With this off, nothing is held against the promises.
    pub is_checked: bool,
}

pub fn item(id: &str) -> ItemId {
    ItemId::parse(id).unwrap()
}

pub fn person(name: &str) -> PersonId {
    PersonId::parse(name).unwrap()
}

pub fn text(words: &str) -> Value {
    Value::Text(words.into())
}

pub fn order(list: List, ids: &[&str]) -> (Path, Value) {
    (Path::Order(list), Value::Several(ids.iter().map(ToString::to_string).collect()))
}

/// What makes an item there with a title, and with a stage if it is a step.
pub fn with_item(list: List, id: &str, title: &str, stage: Option<&str>) -> Vec<(Path, Value)> {
    let mut writes =
        vec![(Path::Alive(list, item(id)), Value::Flag(true)), (Path::item(list, &item(id), "title"), text(title))];
    writes.extend(stage.map(|stage| (Path::item(list, &item(id), "stage"), text(stage))));
    writes
}

/// What everybody knows.
fn wound_care() -> &'static SkillId {
    static SKILL: LazyLock<SkillId> = LazyLock::new(|| SkillId::parse("wound-care").unwrap());
    &SKILL
}

impl World {
    /// Three stages of two weeks with two steps each, running, nobody inside.
    pub fn new() -> Self {
        let mut settings = Settings::default();
        settings.set(Path::field("title"), text("Pairs for Care"));
        settings.set(Path::field("minutes"), Value::Number(45));
        for (stage, title) in [("first-talk", "First talk"), ("learn", "Learn by doing"), ("close", "Thank and close")]
        {
            with_item(List::Stages, stage, title, None).into_iter().for_each(|(path, value)| settings.set(path, value));
            settings.set(Path::item(List::Stages, &item(stage), "days"), Value::Number(14));
            for turn in ["one", "two"] {
                let (id, title) = (format!("{stage}-{turn}"), format!("{title}, {turn}"));
                let step = with_item(List::Steps, &id, &title, Some(stage));
                step.into_iter().for_each(|(path, value)| settings.set(path, value));
            }
        }
        let (path, value) = order(List::Stages, &["first-talk", "learn", "close"]);
        settings.set(path, value);
        let author = Author { by: None, at: NOW };
        let id = ProgramId::parse("pairs-for-care").unwrap();
        let (mut program, version) = Program::begun(id, ProgramKind::PeerFeedback, settings, &author);
        program.phase = Phase::Running;
        Self {
            program,
            versions: vec![version],
            people: BTreeMap::new(),
            moved: BTreeSet::new(),
            now: NOW,
            is_checked: true,
        }
    }

    pub fn with_people(names: &[&str]) -> Self {
        let mut world = Self::new();
        names.iter().for_each(|name| world.join(name).unwrap());
        world
    }

    pub fn history(&self) -> History<'_> {
        History { program: &self.program, versions: &self.versions }
    }

    pub fn who<'a>(&self, participant: &'a Participant) -> Who<'a> {
        let today = || Cow::Owned(self.teams(&participant.person));
        let teams = participant.teams.as_deref().map_or_else(today, Cow::Borrowed);
        Who { participant, role: Role::Member, teams, skills: vec![wound_care()] }
    }

    /// Whose name has an even number of letters is in Care East, the others are in Care West, unless they have moved.
    pub fn teams(&self, who: &PersonId) -> Vec<TeamId> {
        let is_east = who.as_str().len().is_multiple_of(2) != self.moved.contains(who);
        let team = if is_east { "care-east" } else { "care-west" };
        vec![TeamId::parse(team).unwrap(), TeamId::parse("care").unwrap()]
    }

    pub fn everybody(&self) -> Vec<Who<'_>> {
        self.people.values().map(|participant| self.who(participant)).collect()
    }

    pub fn has(&self, name: &str) -> Settings {
        self.history().settings_for(&self.who(&self.people[&person(name)]), self.now)
    }

    pub fn pass(&mut self, span: Span) {
        self.now = self.now.after(span);
    }

    pub fn candidate(&self, writes: impl IntoIterator<Item = (Path, Value)>, publish: &Publish) -> Version {
        let proposal = Proposal { base: self.program.n, writes: writes.into_iter().collect() };
        drawn_up(&self.history(), &proposal, publish, &Author { by: Some(person("ines")), at: self.now })
    }

    pub fn report(&self, candidate: &Version) -> Report {
        report(&self.history(), &self.everybody(), candidate, self.now)
    }

    /// A save: nothing happens to a program whose promises it would break, or that it would not change.
    pub fn publish(&mut self, writes: Vec<(Path, Value)>, publish: &Publish) -> Result<Digest, Vec<Breach>> {
        let candidate = self.candidate(writes, publish);
        let seen = self.report(&candidate);
        assert_eq!(seen.breaches, breaches(&self.history(), &self.everybody(), &candidate, self.now));
        if self.is_checked && !seen.breaches.is_empty() {
            return Err(seen.breaches);
        }
        self.keep(candidate);
        Ok(seen.digest)
    }

    pub fn set(&mut self, path: Path, value: Value, policy: Policy) -> Result<Digest, Vec<Breach>> {
        self.publish(vec![(path, value)], &Publish { policy, ..Publish::default() })
    }

    pub fn roll_back(&mut self, n: u32) -> Result<(), String> {
        let author = Author { by: None, at: self.now };
        let version = rolled_back(&self.history(), &self.everybody(), n, Prose::default(), &author);
        let version = version.map_err(|rejection| rejection.to_string())?;
        let broken = breaches(&self.history(), &self.everybody(), &version, self.now);
        if let Some(breach) = broken.first().filter(|_| self.is_checked) {
            return Err(breach.message.clone());
        }
        self.keep(version);
        Ok(())
    }

    pub fn widen(&mut self, n: u32, reach: Reach) -> Result<(), String> {
        let broken = breaches_of_widening(&self.history(), &self.everybody(), n, &reach, self.now);
        if let Some(breach) = broken.first().filter(|_| self.is_checked) {
            return Err(breach.message.clone());
        }
        let now = self.now;
        let version = self.versions.iter_mut().find(|version| version.n == n).unwrap();
        let out = version.roll_out.clone().ok_or("nothing to widen")?;
        version.roll_out = Some(out.widened(reach, now).map_err(|rejection| rejection.to_string())?);
        Ok(())
    }

    fn keep(&mut self, version: Version) {
        if !version.writes.is_empty() {
            self.program = self.program.clone().after(&version);
            self.versions.push(version);
            self.seat();
        }
    }

    pub fn door(&self) -> Door<'_> {
        let count = |standing: Standing| {
            u32::try_from(self.people.values().filter(|who| who.standing == standing).count()).unwrap()
        };
        let (inside, waiting) = (count(Standing::Inside), count(Standing::Waiting));
        Door { program: &self.program, inside, waiting, now: self.now }
    }

    pub fn comer(&self, name: &str) -> Candidate {
        Candidate {
            person: person(name),
            role: Role::Member,
            teams: self.teams(&person(name)),
            skills: BTreeSet::new(),
        }
    }

    pub fn join(&mut self, name: &str) -> Result<(), Rejection> {
        let joined = self.door().join(&self.comer(name), "", self.people.get(&person(name)))?;
        self.people.insert(person(name), joined);
        Ok(())
    }

    pub fn leave(&mut self, name: &str) -> Result<(), Rejection> {
        let left = self.people.get(&person(name)).cloned().map(|who| who.left(self.now)).transpose()?;
        self.people.extend(left.map(|who| (person(name), who)));
        self.seat();
        Ok(())
    }

    fn seat(&mut self) {
        let seated = self.door().seated(self.people.values());
        self.people.extend(seated.into_iter().map(|who| (who.person.clone(), who)));
    }

    pub fn finish(&mut self, name: &str, step: &str) -> Result<(), Rejection> {
        let who = self.people[&person(name)].clone();
        let after = step_finished(&self.history(), &self.who(&who), &item(step), self.now)?;
        self.people.insert(person(name), after);
        self.seat();
        Ok(())
    }
}
