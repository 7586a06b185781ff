//! Hours together and their dates, found by what they are and by whom they concern.

use super::Org;
use crate::clocks::Day;
use crate::id::{PersonId, SessionId, SkillId};
use crate::search::Entry;
use crate::session::{HostProposal, Occurrence, OpenTo, Session};
use std::collections::{BTreeMap, BTreeSet};

/// All of them, with who has something to do with which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gatherings {
    sessions: BTreeMap<SessionId, Session>,
    occurrences: BTreeMap<(SessionId, Day), Occurrence>,
    proposals: BTreeMap<(SkillId, PersonId), HostProposal>,
    /// What each person holds, planned, is asked to, or was told of.
    sessions_of: BTreeMap<PersonId, BTreeSet<SessionId>>,
    /// The dates of which each person said something, was there, or is told.
    dates_of: BTreeMap<PersonId, BTreeSet<(SessionId, Day)>>,
}

impl Org {
    /// Every session, by id; those called off too.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.gatherings.sessions.values()
    }

    /// One session.
    pub fn session(&self, id: &SessionId) -> Option<&Session> {
        self.gatherings.sessions.get(id)
    }

    /// Every date of which anybody said anything, by session and day.
    pub fn occurrences(&self) -> impl Iterator<Item = &Occurrence> {
        self.gatherings.occurrences.values()
    }

    /// What was said of one date; `None` while nothing was.
    pub fn occurrence(&self, id: &SessionId, on: Day) -> Option<&Occurrence> {
        self.gatherings.occurrences.get(&(id.clone(), on))
    }

    /// The dates of a session of which anybody said anything, by day.
    pub fn occurrences_of(&self, id: &SessionId) -> impl Iterator<Item = &Occurrence> {
        let days = (id.clone(), Day(i64::MIN))..=(id.clone(), Day(i64::MAX));
        self.gatherings.occurrences.range(days).map(|(_, occurrence)| occurrence)
    }

    /// Every session that was proposed to somebody who could hold it, by skill and person.
    pub fn host_proposals(&self) -> impl Iterator<Item = &HostProposal> {
        self.gatherings.proposals.values()
    }

    /// The last one on that skill to that person.
    pub fn host_proposal(&self, skill: &SkillId, host: &PersonId) -> Option<&HostProposal> {
        self.gatherings.proposals.get(&(skill.clone(), host.clone()))
    }

    /// The sessions that somebody holds, planned, is asked to by name, or was told something of.
    pub fn sessions_of(&self, person: &PersonId) -> impl Iterator<Item = &Session> {
        let ids = self.gatherings.sessions_of.get(person).into_iter().flatten();
        ids.filter_map(|id| self.session(id))
    }

    /// The dates of which somebody said something, at which they were, or of which they are told, with their sessions.
    pub fn dates_of(&self, person: &PersonId) -> impl Iterator<Item = (&Session, &Occurrence)> {
        let dates = self.gatherings.dates_of.get(person).into_iter().flatten();
        dates.filter_map(|date| Some((self.session(&date.0)?, self.gatherings.occurrences.get(date)?)))
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a session; its dates stay.
    pub fn put_session(&mut self, session: Session) {
        let id = session.id.clone();
        if let Some(before) = self.gatherings.sessions.get(&id) {
            drop_from(&mut self.gatherings.sessions_of, &named_in(before), &id);
        }
        for person in named_in(&session) {
            self.gatherings.sessions_of.entry(person).or_default().insert(id.clone());
        }
        self.gatherings.sessions.insert(id.clone(), session);
        self.reword(&Entry::Session(id));
    }

    /// Puts or replaces a session that was proposed.
    pub fn put_host_proposal(&mut self, proposal: HostProposal) {
        self.gatherings.proposals.insert((proposal.skill.clone(), proposal.host.clone()), proposal);
    }

    /// Puts or replaces one date.
    pub fn put_occurrence(&mut self, occurrence: Occurrence) {
        let key = (occurrence.session.clone(), occurrence.on);
        self.remove_occurrence(&key.0, key.1);
        for person in concerned(&occurrence) {
            self.gatherings.dates_of.entry(person).or_default().insert(key.clone());
        }
        self.gatherings.occurrences.insert(key, occurrence);
    }

    /// Replaces all dates of a session: those that are not in `occurrences` are gone.
    pub fn put_occurrences(&mut self, id: &SessionId, occurrences: Vec<Occurrence>) {
        let gone: Vec<Day> = self.occurrences_of(id).map(|occurrence| occurrence.on).collect();
        gone.into_iter().for_each(|on| self.remove_occurrence(id, on));
        occurrences.into_iter().for_each(|occurrence| self.put_occurrence(occurrence));
    }

    fn remove_occurrence(&mut self, id: &SessionId, on: Day) {
        let key = (id.clone(), on);
        if let Some(before) = self.gatherings.occurrences.remove(&key) {
            drop_from(&mut self.gatherings.dates_of, &concerned(&before), &key);
        }
    }
}

/// Whom a session names.
fn named_in(session: &Session) -> BTreeSet<PersonId> {
    let asked = match &session.open_to {
        OpenTo::Everyone => &[],
        OpenTo::Invited { people } => people.as_slice(),
    };
    let told = session.told.iter().map(|told| &told.person);
    asked.iter().chain(&session.hosts).chain([&session.made_by]).chain(told).cloned().collect()
}

/// Whom a date concerns.
fn concerned(occurrence: &Occurrence) -> BTreeSet<PersonId> {
    let answered = occurrence.answers.iter().map(|answer| &answer.person);
    let there = occurrence.attended.iter().map(|attended| &attended.person);
    let told = occurrence.told.iter().map(|told| &told.person);
    answered.chain(there).chain(told).cloned().collect()
}

/// Takes `what` from each of `people`; who has nothing left is forgotten, so that equal organisations are equal.
fn drop_from<T: Ord>(index: &mut BTreeMap<PersonId, BTreeSet<T>>, people: &BTreeSet<PersonId>, what: &T) {
    for person in people {
        if let Some(own) = index.get_mut(person) {
            own.remove(what);
            if own.is_empty() {
                index.remove(person);
            }
        }
    }
}
