//! One change of a standing matching.

use super::fault::Fault;
use super::instance::{Instance, Mentee, Mentor, Pair, TOP_SCORE};
use super::solve::faults::{in_mentee, in_mentor};
use super::solve::pool::{Arc, Pool, Row, Seats, at, number};
use super::solve::state::State;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// A change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// A mentee joins.
    Join(Mentee),
    /// A mentee leaves, and with them what was said of their pairs.
    Leave(PersonId),
    /// A mentor joins without candidates, or takes more or fewer mentees than before.
    Capacity(Mentor),
    /// A mentor leaves. Pairs with them end and cannot be chosen.
    Close(PersonId),
    /// Two people become candidates for each other, fit otherwise than before, or are candidates no longer.
    Score {
        /// Who.
        pair: Pair,
        /// From 0 to 1,000; `None` when they are candidates no longer.
        score: Option<u16>,
    },
    /// A pair is forbidden.
    Forbid(Pair),
    /// A forbidden pair may be chosen again.
    Allow(Pair),
    /// A pair has to be chosen.
    Pin(Pair),
    /// A pinned pair is chosen only when that is best.
    Unpin(Pair),
}

impl State {
    /// True when the weights of the objective hold after the change too.
    pub(super) fn suits(&self, edit: &Edit) -> bool {
        let mentees = number(self.pool.ids.len()) + u32::from(matches!(edit, Edit::Join(_)));
        let most = self.pool.mentors.iter().map(|mentor| mentor.capacity).max().unwrap_or(0);
        let most = if let Edit::Capacity(mentor) = edit { most.max(mentor.capacity) } else { most };
        self.pool.scale.suits(mentees, most)
    }

    /// Makes a change and everything exact again; the choice among equals is still to be made.
    pub(super) fn make(&mut self, edit: &Edit) -> Result<(), Fault> {
        match edit {
            Edit::Join(mentee) => self.join(mentee),
            Edit::Leave(mentee) => {
                let mentee = self.known_mentee(mentee)?;
                self.change(mentee, Row::default());
                Ok(())
            }
            Edit::Capacity(mentor) => self.change_capacity(mentor),
            Edit::Close(mentor) => self.close(mentor),
            Edit::Score { pair, score } => self.change_score(pair, *score),
            Edit::Forbid(pair) => self.forbid(pair),
            Edit::Allow(pair) => self.of_pair(pair, |row, mentor| row.forbids.retain(|other| *other != mentor)),
            Edit::Pin(pair) => self.pin(pair),
            Edit::Unpin(pair) => self.of_pair(pair, |row, mentor| {
                row.pinned = row.pinned.filter(|pinned| *pinned != mentor);
            }),
        }
    }

    fn known_mentee(&self, id: &PersonId) -> Result<u32, Fault> {
        self.pool.mentee(id).ok_or_else(|| Fault::NoMentee(id.clone()))
    }

    fn known_mentor(&self, id: &PersonId) -> Result<u32, Fault> {
        self.pool.mentor(id).ok_or_else(|| Fault::NoMentor(id.clone()))
    }

    fn known_pair(&self, pair: &Pair) -> Result<(u32, u32), Fault> {
        Ok((self.known_mentee(&pair.mentee)?, self.known_mentor(&pair.mentor)?))
    }

    /// Changes a row and makes everything exact again.
    fn change(&mut self, mentee: u32, mut row: Row) {
        row.sift(&self.pool.scale);
        self.set_row(mentee, row);
        self.look_again_at_mentee(mentee);
    }

    fn of_pair(&mut self, pair: &Pair, change: impl FnOnce(&mut Row, u32)) -> Result<(), Fault> {
        let (mentee, mentor) = self.known_pair(pair)?;
        let mut row = self.pool.rows[at(mentee)].clone();
        change(&mut row, mentor);
        self.change(mentee, row);
        Ok(())
    }

    fn join(&mut self, mentee: &Mentee) -> Result<(), Fault> {
        if let Some(fault) = in_mentee(mentee).pop() {
            return Err(fault);
        }
        if self.pool.mentee(&mentee.id).is_some() {
            return Err(Fault::MenteeTwice(mentee.id.clone()));
        }
        let find = |candidate: &super::instance::Candidate| self.pool.mentor(&candidate.mentor);
        let open = self.pool.scale.arcs(mentee, None, find)?;
        let number = self.make_room_for_mentee(&mentee.id);
        self.change(number, Row { wait: mentee.wait, is_here: true, open, ..Row::default() });
        Ok(())
    }

    fn change_capacity(&mut self, mentor: &Mentor) -> Result<(), Fault> {
        if let Some(fault) = in_mentor(mentor) {
            return Err(fault);
        }
        let number = self.pool.mentor(&mentor.id).unwrap_or_else(|| self.make_room_for_mentor(&mentor.id));
        let pins = self.pins_of(number);
        if pins > mentor.capacity {
            return Err(Fault::PinCapacity(mentor.id.clone(), pins, mentor.capacity));
        }
        self.set_capacity(number, mentor.capacity, true);
        self.look_again_at_mentor(number);
        Ok(())
    }

    fn close(&mut self, id: &PersonId) -> Result<(), Fault> {
        let mentor = self.known_mentor(id)?;
        let pins = self.pins_of(mentor);
        if pins > 0 {
            return Err(Fault::PinCapacity(id.clone(), pins, 0));
        }
        self.set_capacity(mentor, 0, false);
        self.look_again_at_mentor(mentor);
        // Should they come back, then as somebody new.
        for mentee in 0..number(self.pool.rows.len()) {
            let row = &self.pool.rows[at(mentee)];
            if row.candidate(mentor).is_some() || row.forbids.contains(&mentor) || row.previous == Some(mentor) {
                let mut row = row.clone();
                row.forget(mentor);
                self.change(mentee, row);
            }
        }
        Ok(())
    }

    fn change_score(&mut self, pair: &Pair, score: Option<u16>) -> Result<(), Fault> {
        let (mentee, mentor) = self.known_pair(pair)?;
        let mut row = self.pool.rows[at(mentee)].clone();
        if score.is_some_and(|score| score > TOP_SCORE) {
            return Err(Fault::Score(pair.clone()));
        }
        if pair.mentee == pair.mentor {
            return Err(Fault::Alone(pair.mentee.clone()));
        }
        if score.is_none() && row.pinned == Some(mentor) {
            return Err(Fault::PinUnknown(pair.clone()));
        }
        row.drop_candidate(mentor);
        if let Some(score) = score {
            let cost = self.pool.scale.cost(score, row.previous == Some(mentor));
            row.open.push(Arc { to: mentor, cost });
            row.open.sort_unstable();
        }
        self.change(mentee, row);
        Ok(())
    }

    fn forbid(&mut self, pair: &Pair) -> Result<(), Fault> {
        let (mentee, mentor) = self.known_pair(pair)?;
        let mut row = self.pool.rows[at(mentee)].clone();
        if row.pinned == Some(mentor) {
            return Err(Fault::PinForbidden(pair.clone()));
        }
        if let Err(place) = row.forbids.binary_search(&mentor) {
            row.forbids.insert(place, mentor);
        }
        self.change(mentee, row);
        Ok(())
    }

    fn pin(&mut self, pair: &Pair) -> Result<(), Fault> {
        let (mentee, mentor) = self.known_pair(pair)?;
        let mut row = self.pool.rows[at(mentee)].clone();
        if row.forbids.binary_search(&mentor).is_ok() {
            return Err(Fault::PinForbidden(pair.clone()));
        }
        if row.candidate(mentor).is_none() {
            return Err(Fault::PinUnknown(pair.clone()));
        }
        if row.pinned.is_some_and(|pinned| pinned != mentor) {
            return Err(Fault::PinTwice(pair.mentee.clone()));
        }
        let (pins, capacity) = (self.pins_of(mentor) + 1, self.pool.mentors[at(mentor)].capacity);
        if row.pinned.is_none() && pins > capacity {
            return Err(Fault::PinCapacity(pair.mentor.clone(), pins, capacity));
        }
        row.pinned = Some(mentor);
        self.change(mentee, row);
        Ok(())
    }

    /// How many mentees are pinned to a mentor.
    fn pins_of(&self, mentor: u32) -> u32 {
        let column = &self.pool.mentors[at(mentor)].column;
        number(column.iter().filter(|arc| self.pool.rows[at(arc.to)].pinned == Some(mentor)).count())
    }

    fn make_room_for_mentee(&mut self, id: &PersonId) -> u32 {
        let pool = &mut self.pool;
        match pool.by_id.binary_search_by(|other| pool.ids[at(*other)].cmp(id)) {
            Ok(place) => pool.by_id[place],
            Err(place) => {
                let new = number(pool.ids.len());
                pool.ids.push(id.clone());
                pool.rows.push(Row::default());
                pool.by_id.insert(place, new);
                self.add_mentee();
                new
            }
        }
    }

    fn make_room_for_mentor(&mut self, id: &PersonId) -> u32 {
        let pool = &mut self.pool;
        match pool.mentors_by_id.binary_search_by(|other| pool.mentors[at(*other)].id.cmp(id)) {
            Ok(place) => pool.mentors_by_id[place],
            Err(place) => {
                let new = number(pool.mentors.len());
                pool.mentors.push(Seats { id: id.clone(), is_here: false, capacity: 0, column: Vec::new() });
                pool.mentors_by_id.insert(place, new);
                pool.places = vec![0; pool.mentors.len()];
                for (place, mentor) in pool.mentors_by_id.iter().enumerate() {
                    pool.places[at(*mentor)] = number(place);
                }
                self.add_mentor();
                new
            }
        }
    }
}

impl Row {
    fn drop_candidate(&mut self, mentor: u32) {
        self.open.retain(|arc| arc.to != mentor);
        self.aside.retain(|arc| arc.to != mentor);
    }

    fn forget(&mut self, mentor: u32) {
        self.drop_candidate(mentor);
        self.forbids.retain(|other| *other != mentor);
        self.previous = self.previous.filter(|other| *other != mentor);
    }
}

impl Pool {
    /// The pool of an instance with weights that hold after the change too.
    pub(super) fn roomy(instance: &Instance, edit: &Edit) -> Result<Self, Vec<Fault>> {
        let most = instance.mentors.iter().map(|mentor| mentor.capacity).max().unwrap_or(0);
        let most = if let Edit::Capacity(mentor) = edit { most.max(mentor.capacity) } else { most };
        Self::with_room(instance, number(instance.mentees.len() + 1), most)
    }
}
