//! A course that several want and nobody teaches yet: proposed, joined, taken on by somebody who could hold it.

use crate::id::{CourseId, PersonId, ProgramId, SkillId};
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The most people who wait for one.
const MOST: usize = 200;

/// A course without a teacher, until somebody takes it on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// On whose board it stands.
    pub program: ProgramId,
    /// In what.
    pub skill: SkillId,
    /// What it should be about, in the words of who proposed it.
    pub words: Prose,
    /// Who proposed it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// The last move.
    pub moved_at: Timestamp,
    /// Who would come, the first one first; who proposed it among them.
    pub joined: Vec<Joined>,
    /// Who holds it, and since when that is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Joined>,
    /// When whoever proposed it took it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Timestamp>,
}

/// Somebody, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub at: Timestamp,
}

/// What somebody does about a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseStep {
    /// Proposes it.
    Propose,
    /// Would come.
    Join,
    /// Would not come any more.
    Leave,
    /// Holds it.
    TakeOn,
    /// Would hold it, and cannot after all.
    GiveBack,
    /// Takes the proposal back.
    Withdraw,
}

impl CourseStep {
    /// The step of a form’s field.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        match text.trim() {
            "join" => Ok(Self::Join),
            "leave" => Ok(Self::Leave),
            "take_on" => Ok(Self::TakeOn),
            "give_back" => Ok(Self::GiveBack),
            "withdraw" => Ok(Self::Withdraw),
            _ => Err(Rejection::invalid("step", "Choose whether you would come, hold it, or neither.")),
        }
    }
}

impl Course {
    /// The course that `by` proposes, and would come to.
    pub fn proposed(id: CourseId, of: (ProgramId, SkillId), (by, words): (PersonId, Prose), now: Timestamp) -> Self {
        let (program, skill) = of;
        let joined = vec![Joined { person: by.clone(), at: now }];
        Self { id, program, skill, words, by, at: now, moved_at: now, joined, taken: None, withdrawn_at: None }
    }

    /// True while it waits for somebody to hold it.
    pub const fn is_open(&self) -> bool {
        self.taken.is_none() && self.withdrawn_at.is_none()
    }

    /// The course without those who are not here any more: nobody waits for a teacher who left. Who proposed it stays named.
    pub fn among(mut self, is_here: impl Fn(&PersonId) -> bool) -> Self {
        self.joined.retain(|joined| is_here(&joined.person));
        self.taken = self.taken.filter(|taken| is_here(&taken.person));
        self
    }

    /// True for those who would come.
    pub fn is_joined_by(&self, person: &PersonId) -> bool {
        self.joined.iter().any(|joined| joined.person == *person)
    }

    /// The course after `by` makes `step`. Refuses what has no sense any more: a course that somebody holds or that was
    /// taken back, taking on what one would learn, taking back what others wait for.
    pub fn moved(mut self, by: &PersonId, step: CourseStep, now: Timestamp) -> Result<Self, Rejection> {
        let holds = self.taken.as_ref().is_some_and(|taken| taken.person == *by);
        if holds && step == CourseStep::GiveBack {
            return Ok(Self { taken: None, moved_at: now, ..self });
        }
        if self.taken.is_some() {
            return Err(Rejection::Stale("Somebody holds this course already. Look for it among the sessions.".into()));
        }
        if self.withdrawn_at.is_some() {
            return Err(Rejection::Stale("This course was taken back. Propose it again.".into()));
        }
        let is_joined = self.is_joined_by(by);
        match step {
            CourseStep::Propose => return Err(Rejection::Conflict("This course is proposed already. Join it.".into())),
            CourseStep::Join if is_joined => return Ok(self),
            CourseStep::Join if self.joined.len() >= MOST => {
                return Err(Rejection::Conflict("So many wait for it already that one course will not do.".into()));
            }
            CourseStep::Join => self.joined.push(Joined { person: by.clone(), at: now }),
            CourseStep::Leave => self.joined.retain(|joined| joined.person != *by),
            CourseStep::TakeOn if is_joined => {
                let words = "You would come to learn it. Say that you would not come before you hold it yourself.";
                return Err(Rejection::Conflict(words.into()));
            }
            CourseStep::TakeOn => self.taken = Some(Joined { person: by.clone(), at: now }),
            CourseStep::GiveBack => {
                return Err(Rejection::Stale("You do not hold this course, so there is nothing to give back.".into()));
            }
            CourseStep::Withdraw if self.by != *by => {
                return Err(Rejection::Forbidden("Only whoever proposed a course takes it back.".into()));
            }
            CourseStep::Withdraw if self.joined.iter().any(|joined| joined.person != *by) => {
                let words = "Others wait for this course. Say that you would not come, and it stays for them.";
                return Err(Rejection::Conflict(words.into()));
            }
            CourseStep::Withdraw => self.withdrawn_at = Some(now),
        }
        // Nobody is left who would come.
        if self.joined.is_empty() && self.taken.is_none() {
            self.withdrawn_at = Some(now);
        }
        Ok(Self { moved_at: now, ..self })
    }
}
