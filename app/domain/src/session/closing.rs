//! Closing a date: a host says what came of it, somebody of the other side says that it was so, and then it counts.
//!
//! Until somebody has said so, hosts may say something else, which takes the place of what they said before. When nobody
//! says so within a week, who was there stays, and nothing counts for anybody’s skills.

use super::{Attended, CloseOut, Countersigned, Hour, News, Occurrence, Session, SessionKind, Told};
use crate::clocks::Day;
use crate::evidence::{Level, Source};
use crate::id::{PersonId, SessionId, SkillId};
use crate::rejection::Rejection;
use crate::text::{Name, Prose};
use crate::time::{Minutes, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// The other side says that it was so within this time, or nothing counts.
pub const COUNTERSIGN_WITHIN: Span = Span::days(7);
/// The longest that one date takes.
const LONGEST: Minutes = Minutes(12 * 60);

/// What a host says of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// How long it took.
    pub minutes: Minutes,
    /// Who was there besides the hosts.
    pub people: Vec<PersonId>,
    /// What they practised.
    pub skills: Vec<SkillId>,
    /// A note for the library; empty for none.
    pub note: Prose,
    /// Thanks to those who came; empty for none.
    pub thanks: Prose,
}

/// How far the closing of a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CloseStage {
    /// Nobody has said what came of it.
    Open,
    /// A host has; somebody of the other side is to say that it was so.
    Proposed {
        /// Until then.
        until: Timestamp,
    },
    /// Both sides have said so: it counts.
    Settled,
    /// A host has, and nobody of the other side within the time: who was there stays, and nothing counts.
    Lapsed,
}

impl CloseStage {
    /// True when nothing changes any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Settled | Self::Lapsed)
    }
}

/// What a date speaks for, of one person in one skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Who.
    pub person: PersonId,
    /// In what.
    pub skill: SkillId,
    /// [`Source::Taught`] or [`Source::Attended`].
    pub source: Source,
    /// Who of the other side says so.
    pub by: PersonId,
}

/// What a date leaves for the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryNote {
    /// Of which session.
    pub session: SessionId,
    /// What that is called.
    pub title: Name,
    /// The note, in Markdown.
    pub text: Prose,
    /// What it is about.
    pub skills: Vec<SkillId>,
    /// Who wrote it.
    pub by: PersonId,
    /// When it was settled.
    pub at: Timestamp,
}

impl Hour<'_> {
    /// How far the closing of `date` is.
    pub fn stage(&self, date: &Occurrence) -> CloseStage {
        let Some(closed) = &date.closed else { return CloseStage::Open };
        let until = closed.at.after(COUNTERSIGN_WITHIN);
        match &closed.countersigned {
            Some(_) => CloseStage::Settled,
            None if self.now > until => CloseStage::Lapsed,
            None => CloseStage::Proposed { until },
        }
    }

    /// The date once the host `by` has said what came of it; who was there is whom they name. The same again changes
    /// nothing. Refuses all but hosts, a date that has not begun, skills that were not to be taught, hosts among the
    /// guests, and a date that is closed for good.
    pub fn closed(&self, mut date: Occurrence, says: &Closing, by: &PersonId) -> Result<Occurrence, Rejection> {
        self.is_held_by(by)?;
        self.takes_place()?;
        if self.now < self.date.starts {
            return Err(Rejection::Conflict("It has not begun yet.".into()));
        }
        says.fits(self.session)?;
        match self.stage(&date) {
            CloseStage::Settled => return Err(Rejection::Stale("Both sides have said what came of it.".into())),
            CloseStage::Lapsed => {
                let words = "Nobody confirmed it within a week, so it stays as it was said.";
                return Err(Rejection::Stale(words.into()));
            }
            CloseStage::Open | CloseStage::Proposed { .. } => {}
        }
        let surveys = date.closed.take_if(|closed| !says.is_said_by(closed));
        if date.closed.is_some() {
            return Ok(date);
        }
        date.attended = attendance(&date, says, by, self.now);
        let news = says.people.iter().filter(|person| !is_asked(&date, person));
        let news: Vec<Told> = news.map(|person| told(person, by, self.now, News::Proposed)).collect();
        date.told.extend(news);
        date.closed = Some(CloseOut {
            by: by.clone(),
            at: self.now,
            minutes: says.minutes,
            people: says.people.clone(),
            skills: says.skills.clone(),
            note: says.note.clone(),
            thanks: says.thanks.clone(),
            countersigned: None,
            surveys: surveys.map(|before| before.surveys).unwrap_or_default(),
        });
        Ok(date)
    }

    /// The date once `by` has said that it was so, having read what was said at `seen`. Said already, it changes nothing.
    /// Refuses all who cannot say so ([`CloseOut::may_countersign`]), when something else has been said since, and after
    /// a week.
    pub fn countersigned(&self, mut date: Occurrence, by: &PersonId, seen: Timestamp) -> Result<Occurrence, Rejection> {
        let stage = self.stage(&date);
        let Some(closed) = &mut date.closed else {
            return Err(Rejection::Stale("The host has not said yet what came of it.".into()));
        };
        if !closed.may_countersign(self.session, by) {
            return Err(Rejection::Forbidden("Somebody who was there says whether it was so.".into()));
        }
        match stage {
            CloseStage::Settled => return Ok(date),
            CloseStage::Lapsed => return Err(Rejection::Stale("The week in which to say so is over.".into())),
            CloseStage::Open | CloseStage::Proposed { .. } => {}
        }
        if closed.at != seen {
            return Err(Rejection::Stale("The host has changed it since. Read it again.".into()));
        }
        closed.countersigned = Some(Countersigned { by: by.clone(), at: self.now });
        let others = self.session.hosts.iter().chain(&closed.people).filter(|person| *person != by);
        date.told.extend(others.map(|person| told(person, by, self.now, News::Counted)));
        Ok(date)
    }
}

impl Closing {
    fn fits(&self, session: &Session) -> Result<(), Rejection> {
        if self.minutes.0 == 0 || self.minutes > LONGEST {
            return Err(Rejection::invalid("minutes", "Write how many minutes it took, up to 720."));
        }
        if self.skills.iter().any(|skill| !session.skills.contains(skill)) {
            return Err(Rejection::invalid("skills", "Choose from what was to be taught."));
        }
        if self.people.iter().any(|person| session.is_host(person)) {
            return Err(Rejection::invalid("people", "Hosts are there anyway."));
        }
        Ok(())
    }

    fn is_said_by(&self, closed: &CloseOut) -> bool {
        self.minutes == closed.minutes
            && self.people == closed.people
            && self.skills == closed.skills
            && self.note == closed.note
            && self.thanks == closed.thanks
    }
}

/// True when `person` was asked before to say that it was so.
fn is_asked(date: &Occurrence, person: &PersonId) -> bool {
    date.told.iter().any(|told| told.person == *person && told.news == News::Proposed)
}

fn told(person: &PersonId, by: &PersonId, at: Timestamp, news: News) -> Told {
    Told { person: person.clone(), at, by: Some(by.clone()), news }
}

/// Those whom the host names, each as it was known before.
fn attendance(date: &Occurrence, says: &Closing, by: &PersonId, now: Timestamp) -> Vec<Attended> {
    let known = |person: &PersonId| date.attended.iter().find(|attended| attended.person == *person).cloned();
    let named = |person: &PersonId| Attended {
        person: person.clone(),
        door: date.door_for(person),
        at: now,
        by: Some(by.clone()),
    };
    says.people.iter().map(|person| known(person).unwrap_or_else(|| named(person))).collect()
}

impl CloseOut {
    /// True when `person` can say that it was so: they were there and do not hold it; or, where only hosts were there, as
    /// in a swap, they are another host.
    pub fn may_countersign(&self, session: &Session, person: &PersonId) -> bool {
        let is_host = session.is_host(person);
        (self.people.contains(person) && !is_host) || (self.people.is_empty() && is_host && *person != self.by)
    }

    /// What it speaks for, once both sides have said so. `level` says what somebody knows of a skill before: who knows
    /// most of it teaches it where people teach each other; elsewhere all hosts do.
    pub fn due(&self, session: &Session, level: impl Fn(&PersonId, &SkillId) -> Level) -> Vec<Due> {
        let Some(other) = self.countersigned.as_ref().filter(|_| session.kind.is_teaching()) else {
            return Vec::new();
        };
        let mut due = Vec::new();
        for skill in &self.skills {
            let teachers = self.teachers(session, skill, &level);
            let hosts = session.hosts.iter().filter(|host| !teachers.contains(host));
            let learners = self.people.iter().chain(hosts);
            let teaching = teachers.iter().map(|teacher| (*teacher, Source::Taught));
            for (person, source) in teaching.chain(learners.map(|learner| (learner, Source::Attended))) {
                let by = self.witness(person, source, &teachers, &other.by);
                due.push(Due { person: person.clone(), skill: skill.clone(), source, by: by.clone() });
            }
        }
        due
    }

    fn teachers<'a>(
        &self,
        session: &'a Session,
        skill: &SkillId,
        level: &impl Fn(&PersonId, &SkillId) -> Level,
    ) -> Vec<&'a PersonId> {
        let most = session.hosts.iter().map(|host| level(host, skill)).max();
        let teaches = |host: &&PersonId| session.kind != SessionKind::Swap || Some(level(host, skill)) == most;
        session.hosts.iter().filter(teaches).collect()
    }

    /// Who says it of `person`: of teachers whoever confirmed it, of learners a teacher; never themselves.
    fn witness<'a>(
        &'a self,
        person: &PersonId,
        source: Source,
        teachers: &[&'a PersonId],
        other: &'a PersonId,
    ) -> &'a PersonId {
        let says = if source == Source::Taught { other } else { teachers.first().copied().unwrap_or(&self.by) };
        if says == person { &self.by } else { says }
    }
}

/// What a date leaves for the library: the note of its host, once both sides have said what came of it.
pub fn library_note(session: &Session, date: &Occurrence) -> Option<LibraryNote> {
    let closed = date.closed.as_ref()?;
    let settled = closed.countersigned.as_ref()?;
    (!closed.note.is_empty()).then(|| LibraryNote {
        session: session.id.clone(),
        title: titled(session, date.on),
        text: closed.note.clone(),
        skills: closed.skills.clone(),
        by: closed.by.clone(),
        at: settled.at,
    })
}

/// What the note is called: as the session, and of a series with its day, which tells it from those of other dates.
fn titled(session: &Session, on: Day) -> Name {
    let repeats = session.timing().is_some_and(|timing| timing.repeats.is_some());
    let dated = repeats.then(|| Name::parse("title", &format!("{}, {}", session.title, on.short())));
    dated.and_then(Result::ok).unwrap_or_else(|| session.title.clone())
}

#[cfg(test)]
mod tests;
