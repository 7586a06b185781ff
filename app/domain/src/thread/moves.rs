//! The moves of a question, as functions of the question, who moves it and the moment: each returns the question after
//! the move or says why it cannot be made.

use super::{Accepted, Answer, Closed, MOST_ANSWERS, MOST_TURNS, Removed, TURN, Thread, Turn};
use crate::actor::{Actor, Role};
use crate::id::{NoteId, PersonId, SkillId, ThreadId};
use crate::rejection::Rejection;
use crate::text::{Line, Passage, Prose};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// About what.
    pub skill: SkillId,
    /// The question.
    pub title: Line,
    /// What else there is to say.
    pub details: Prose,
}

/// One move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThreadMove {
    /// Answer it.
    Answer {
        /// In which words.
        text: Passage,
        /// The note that it rests on.
        note: Option<NoteId>,
    },
    /// Put an answer of one's own in other words.
    EditAnswer {
        /// Which.
        number: u32,
        /// In which words.
        text: Passage,
        /// The note that it rests on.
        note: Option<NoteId>,
    },
    /// Take an answer back: one's own, or as program admin.
    RemoveAnswer {
        /// Which.
        number: u32,
    },
    /// Say that an answer solved it.
    Accept {
        /// Which.
        number: u32,
    },
    /// Say that it is open after all.
    Reopen,
    /// Say that one would like it answered too, or not any more.
    WantToo {
        /// True for yes.
        wanted: bool,
    },
    /// Let somebody else answer it: `to`, or nobody when nobody is left.
    PassOn {
        /// Who is next.
        to: Option<PersonId>,
    },
    /// Ask no more.
    Close {
        /// Why; may be empty.
        why: Line,
    },
}

/// What came of a question, as far as the log tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThreadStep {
    /// It was asked.
    Asked,
    /// Somebody answered.
    Answered,
    /// An answer was put in other words.
    AnswerEdited,
    /// An answer was taken back.
    AnswerRemoved,
    /// An answer solved it.
    Accepted,
    /// It is open again.
    Reopened,
    /// Somebody would like it answered too, or not any more.
    Wanted,
    /// It was put to somebody else.
    PassedOn,
    /// It is asked no more.
    Closed,
}

impl ThreadMove {
    /// What the log tells of it.
    pub const fn step(&self) -> ThreadStep {
        match self {
            Self::Answer { .. } => ThreadStep::Answered,
            Self::EditAnswer { .. } => ThreadStep::AnswerEdited,
            Self::RemoveAnswer { .. } => ThreadStep::AnswerRemoved,
            Self::Accept { .. } => ThreadStep::Accepted,
            Self::Reopen => ThreadStep::Reopened,
            Self::WantToo { .. } => ThreadStep::Wanted,
            Self::PassOn { .. } => ThreadStep::PassedOn,
            Self::Close { .. } => ThreadStep::Closed,
        }
    }
}

impl Thread {
    /// The question that `by` asks; put to `to`, when there is somebody. Refuses one without words.
    pub fn asked(
        id: ThreadId,
        by: PersonId,
        asking: Asking,
        to: Option<PersonId>,
        at: Timestamp,
    ) -> Result<Self, Rejection> {
        if asking.title.is_empty() {
            return Err(Rejection::invalid("title", "Write the question in one line."));
        }
        Ok(Self {
            id,
            skill: asking.skill,
            title: asking.title,
            details: asking.details,
            by,
            at,
            moved_at: at,
            turns: to.into_iter().map(|to| Turn { to, at, passed_at: None }).collect(),
            answers: Vec::new(),
            accepted: None,
            wanted_too: Vec::new(),
            closed: None,
        })
    }

    /// The question after `actor` makes `step`. Refuses what is not theirs to do, and what no longer fits.
    pub fn moved(mut self, actor: &Actor, step: ThreadMove, at: Timestamp) -> Result<Self, Rejection> {
        let by = actor.member()?.id.clone();
        self.moved_at = at;
        match step {
            ThreadMove::Answer { text, note } => self.answered(by, text, note, at),
            ThreadMove::EditAnswer { number, text, note } => {
                let answer = self.standing(number)?;
                if answer.by != by {
                    return Err(Rejection::Forbidden("Only whoever wrote an answer puts it in other words.".into()));
                }
                (answer.text, answer.note, answer.edited_at) = (text, note, Some(at));
                Ok(self)
            }
            ThreadMove::RemoveAnswer { number } => self.without(actor, by, number, at),
            ThreadMove::Accept { number } => {
                self.may_settle(actor)?;
                self.standing(number)?;
                self.accepted = Some(Accepted { answer: number, by, at });
                self.closed = None;
                Ok(self)
            }
            ThreadMove::Reopen => {
                self.may_settle(actor)?;
                (self.accepted, self.closed) = (None, None);
                Ok(self)
            }
            ThreadMove::WantToo { wanted } => {
                if by == self.by {
                    return Err(Rejection::Conflict("It is your own question already.".to_owned()));
                }
                self.wanted_too.retain(|person| *person != by);
                self.wanted_too.extend(wanted.then_some(by));
                Ok(self)
            }
            ThreadMove::PassOn { to } => {
                if self.waits_for() != Some(&by) && actor.at_least(Role::ProgramAdmin).is_err() {
                    return Err(Rejection::Stale("It is not your turn to answer this any more.".to_owned()));
                }
                Ok(self.passed_on(to, at))
            }
            ThreadMove::Close { why } => {
                self.may_settle(actor)?;
                if !self.is_open() {
                    return Err(Rejection::Stale("It is settled already.".to_owned()));
                }
                self.closed = Some(Closed { by, at, why });
                Ok(self)
            }
        }
    }

    /// The question put to `to` next, or to nobody.
    pub fn passed_on(mut self, to: Option<PersonId>, at: Timestamp) -> Self {
        if let Some(turn) = self.turns.last_mut() {
            turn.passed_at = turn.passed_at.or(Some(at));
        }
        let to = to.filter(|_| self.turns.len() < MOST_TURNS);
        self.turns.extend(to.map(|to| Turn { to, at, passed_at: None }));
        self.moved_at = at;
        self
    }

    /// True when whoever it was put to has had it long enough.
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.waits_for().is_some() && self.turns.last().is_some_and(|turn| now >= turn.at.after(TURN))
    }

    fn answered(mut self, by: PersonId, text: Passage, note: Option<NoteId>, at: Timestamp) -> Result<Self, Rejection> {
        if self.closed.is_some() {
            return Err(Rejection::Stale("It is asked no more. Its asker can open it again.".to_owned()));
        }
        if self.answers.len() >= MOST_ANSWERS {
            return Err(Rejection::Conflict("It has enough answers. Comment on one of them instead.".to_owned()));
        }
        let number = self.answers.iter().map(|answer| answer.number).max().unwrap_or(0) + 1;
        self.answers.push(Answer { number, by, at, text, note, edited_at: None, removed: None });
        Ok(self)
    }

    fn without(mut self, actor: &Actor, by: PersonId, number: u32, at: Timestamp) -> Result<Self, Rejection> {
        let answer = self.standing(number)?;
        if answer.by != by {
            actor.at_least(Role::ProgramAdmin)?;
        }
        (answer.text, answer.note) = (Passage::default(), None);
        answer.removed = Some(Removed { by, at });
        self.accepted = self.accepted.filter(|accepted| accepted.answer != number);
        Ok(self)
    }

    fn standing(&mut self, number: u32) -> Result<&mut Answer, Rejection> {
        let found = self.answers.iter_mut().find(|answer| answer.number == number && answer.removed.is_none());
        found.ok_or_else(|| Rejection::Stale("That answer was taken back.".to_owned()))
    }

    /// Passes its asker, and program admins.
    fn may_settle(&self, actor: &Actor) -> Result<(), Rejection> {
        if actor.person() == Some(&self.by) || actor.at_least(Role::ProgramAdmin).is_ok() {
            return Ok(());
        }
        Err(Rejection::Forbidden("Only whoever asked says which answer solved it.".to_owned()))
    }

    /// Passes its asker and program admins, as pages ask it.
    pub fn is_settled_by(&self, actor: &Actor) -> bool {
        self.may_settle(actor).is_ok()
    }
}
