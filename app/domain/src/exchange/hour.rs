//! The hour together that an exchange is from when both agree on a time: how it is made, and what the exchange is after
//! that hour was moved, called off or closed. What may be done with an hour, and by whom, is in [`crate::session`].

use super::{Confirmation, Exchange, MOST_MOVES, Made, Move, Outcome, Side, Stage};
use crate::clocks::Clocks;
use crate::id::{PersonId, SessionId};
use crate::person::Person;
use crate::session::{
    Answer, CLAIM_WITHIN, CloseOut, Closing, Occurrence, OpenTo, Place, Revision, Says, Seat, Seats, Session,
    SessionKind, Timing, When,
};
use crate::skill::Skill;
use crate::text::{Name, Prose};
use crate::time::{Minutes, Timestamp, Zone};

/// What an hour of two is called, and on whose clock it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HourNames {
    /// "SQL for reports: Jonas and Amara".
    pub title: Name,
    /// The teacher’s.
    pub zone: Zone,
}

impl HourNames {
    /// Those of an hour in which `teacher` shows `learner` a skill.
    pub fn of(skill: &Skill, teacher: &Person, learner: &Person) -> Self {
        let title = format!("{}: {} and {}", skill.name, teacher.first_name(), learner.first_name());
        let title = Name::parse("title", &title).unwrap_or_else(|_| skill.name.clone());
        Self { title, zone: teacher.zone.clone() }
    }
}

impl Exchange {
    /// The exchange that both agreed on at the moment of `clocks`, as an hour of the teacher’s at which the learner has a
    /// seat; nobody else sees it. `None` while there is no time.
    pub fn hour(self, id: SessionId, names: HourNames, clocks: &Clocks) -> Option<(Self, Session, Occurrence)> {
        let starts_at = self.starts_at?;
        let timing = self.timing(starts_at, names.zone, clocks);
        let on = timing.first;
        let session = Session {
            id: id.clone(),
            kind: SessionKind::OneToOne,
            title: names.title,
            about: self.message.clone(),
            outcomes: Vec::new(),
            skills: vec![self.skill.clone()],
            hosts: vec![self.teacher.clone()],
            place: Place::default(),
            when: When::Set { timing },
            seats: Seats { capacity: None, guests: 0, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
            open_to: OpenTo::Invited { people: vec![self.learner.clone()] },
            materials: Vec::new(),
            program: None,
            follows: None,
            exchange: Some(self.id.clone()),
            made_by: self.learner.clone(),
            made_at: clocks.now,
            revision: Revision { sequence: 0, at: clocks.now },
            called_off: None,
            told: Vec::new(),
        };
        let mut occurrence = Occurrence::new(id.clone(), on);
        occurrence.answers.push(self.seat(clocks.now));
        occurrence.next = 1;
        let starts_at = session.timing().and_then(|timing| timing.date(on, clocks)).map(|date| date.starts);
        Some((Self { session: Some(id), starts_at, ..self }, session, occurrence))
    }

    /// Once, on the clock of `zone`; on that of UTC where `zone` shows the time twice and means the other one.
    fn timing(&self, starts_at: Timestamp, zone: Zone, clocks: &Clocks) -> Timing {
        let wall = clocks.wall(&zone, starts_at);
        let is_meant = clocks.moment(&zone, wall).0 == starts_at.0 - starts_at.0.rem_euclid(60_000);
        let (wall, zone) = if is_meant { (wall, zone) } else { (clocks.wall(&Zone::utc(), starts_at), Zone::utc()) };
        Timing::once(wall, self.minutes, zone)
    }

    fn seat(&self, at: Timestamp) -> Answer {
        let person = self.learner.clone();
        Answer { person, says: Says::Going, guests: 0, seat: Seat::Seat, number: 0, at, by: None }
    }

    /// The exchange after its hour changed by `by`: it is at another time, or was called off. One that is over stays.
    pub fn after_hour(mut self, session: &Session, by: Option<&PersonId>, clocks: &Clocks) -> Self {
        if self.stage != Stage::Agreed {
            return self;
        }
        if let Some(off) = &session.called_off {
            let (by, reason) = (self.side_of(&off.by).unwrap_or(Side::Teacher), off.reason.clone());
            self.stage = Stage::Declined { by, reason: reason.clone() };
            self.made(by, Move::Decline { reason }, off.at);
            return self;
        }
        let Some(timing) = session.timing() else { return self };
        self.minutes = timing.length;
        let starts = timing.date(timing.first, clocks).map(|date| date.starts);
        if let Some(starts_at) = starts.filter(|starts| Some(*starts) != self.starts_at) {
            let by = by.and_then(|by| self.side_of(by).ok()).unwrap_or(Side::Teacher);
            self.starts_at = Some(starts_at);
            self.made(by, Move::Reschedule { starts_at }, clocks.now);
        }
        self
    }

    /// The exchange after a host said what came of its hour, and, once that is countersigned, with the learner’s `thanks`.
    /// One that nobody had closed in time is open again by it.
    pub fn after_closing(mut self, closed: &CloseOut, thanks: &Prose) -> Self {
        if !matches!(self.stage, Stage::Agreed | Stage::Missed) {
            return self;
        }
        let outcome = if closed.people.contains(&self.learner) { Outcome::Met } else { Outcome::DidNotMeet };
        self.says(Side::Teacher, Confirmation { outcome, at: closed.at, words: closed.thanks.clone() });
        let signed = closed.countersigned.as_ref().filter(|_| outcome == Outcome::Met);
        if let Some(signed) = signed {
            let own = if signed.by == self.learner { thanks.clone() } else { Prose::default() };
            let said = self.learner_says.as_ref().filter(|word| word.outcome == Outcome::Met && own.is_empty());
            let words = said.map_or(own, |word| word.words.clone());
            self.says(Side::Learner, Confirmation { outcome, at: signed.at, words });
        }
        self.stage = match (self.as_both_say(closed.at), signed) {
            (Stage::Done { .. }, Some(signed)) => Stage::Done { at: signed.at },
            // It counts with the signature, and not before.
            (Stage::Done { .. }, None) => Stage::Agreed,
            (stage, _) => stage,
        };
        self
    }

    /// What the teacher’s word on the meeting says of its hour, of which `before` was said so far.
    pub fn closing(&self, session: &Session, before: Option<&CloseOut>) -> Closing {
        let word = self.teacher_says.as_ref();
        let has_met = word.is_some_and(|word| word.outcome == Outcome::Met);
        Closing {
            minutes: before.map_or(self.minutes, |before| before.minutes),
            people: if has_met { vec![self.learner.clone()] } else { Vec::new() },
            skills: before.map_or(&session.skills, |before| &before.skills).clone(),
            note: before.map(|before| before.note.clone()).unwrap_or_default(),
            thanks: word.map(|word| word.words.clone()).unwrap_or_default(),
        }
    }

    /// Keeps a word that was said on the page of the hour.
    fn says(&mut self, side: Side, word: Confirmation) {
        let (outcome, at, words) = (word.outcome, word.at, word.words.clone());
        let before = self.word_of(side).cloned();
        self.noted(side, word);
        if self.word_of(side) != before.as_ref() {
            self.made(side, Move::Confirm { outcome, words }, at);
        }
    }

    /// Notes what was done on the page of the hour, as long as there is room for more.
    fn made(&mut self, by: Side, step: Move, at: Timestamp) {
        self.moved_at = at;
        if self.history.len() < MOST_MOVES {
            self.history.push(Made { by, at, step });
        }
    }
}
