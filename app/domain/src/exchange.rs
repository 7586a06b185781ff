//! One colleague asks another to teach them: asked, agreed on a time, met, confirmed by both, thanked.
//!
//! All moves are here, as functions of the exchange, the mover and the moment. Each returns the exchange after the
//! move or says why it cannot be made; nothing else changes an exchange.

use crate::id::{ExchangeId, PersonId, SkillId};
use crate::rejection::{Noun, Rejection};
use crate::text::Prose;
use crate::time::{Minutes, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How long the other side has to answer.
pub const ANSWER_WITHIN: Span = Span::days(5);

/// One colleague asking another to teach them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// Its id.
    pub id: ExchangeId,
    /// Who wants to learn.
    pub learner: PersonId,
    /// Who is asked to teach.
    pub teacher: PersonId,
    /// What.
    pub skill: SkillId,
    /// The learner's words.
    pub message: Prose,
    /// How long they will meet.
    pub minutes: Minutes,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// The last move.
    pub moved_at: Timestamp,
    /// When they meet, as last proposed or agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Timestamp>,
    /// Where it stands.
    pub stage: Stage,
    /// The learner's word on whether it took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learner_says: Option<Confirmation>,
    /// The teacher's word on whether it took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub teacher_says: Option<Confirmation>,
}

/// Where an exchange stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Stage {
    /// One side has to answer until `until`.
    Waiting {
        /// Whose turn it is.
        on: Side,
        /// When it expires.
        until: Timestamp,
    },
    /// Both said yes to the time.
    Agreed,
    /// Both confirmed that they met.
    Done {
        /// When the second of them did.
        at: Timestamp,
    },
    /// One side said no.
    Declined {
        /// Who.
        by: Side,
        /// In their words.
        reason: Prose,
    },
    /// Nobody answered in time.
    Expired,
    /// The learner took it back.
    Withdrawn,
    /// They agreed on a time and did not meet.
    Missed,
}

/// The two people in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Who learns.
    Learner,
    /// Who teaches.
    Teacher,
}

impl Side {
    /// The one opposite.
    pub const fn other(self) -> Self {
        match self {
            Self::Learner => Self::Teacher,
            Self::Teacher => Self::Learner,
        }
    }
}

/// One side's word after the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Whether they met.
    pub outcome: Outcome,
    /// When they said so.
    pub at: Timestamp,
    /// The learner's thanks, or the teacher's note.
    pub words: Prose,
}

/// Whether a meeting took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// They met.
    Met,
    /// They did not.
    DidNotMeet,
}

/// What a learner asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Who is asked.
    pub teacher: PersonId,
    /// What they want to learn.
    pub skill: SkillId,
    /// Their words.
    pub message: Prose,
    /// How long they would meet.
    pub minutes: Minutes,
    /// A first proposal for when; the teacher may propose another.
    pub starts_at: Option<Timestamp>,
}

/// One move of one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "move", rename_all = "snake_case")]
pub enum Move {
    /// Say yes to the proposed time.
    Accept,
    /// Propose this time instead.
    Propose {
        /// When.
        starts_at: Timestamp,
    },
    /// Say no, with a reason.
    Decline {
        /// In their words.
        reason: Prose,
    },
    /// Take the request back.
    Withdraw,
    /// Say whether it took place.
    Confirm {
        /// Whether they met.
        outcome: Outcome,
        /// Thanks or a note.
        words: Prose,
    },
}

impl Exchange {
    /// The exchange that `learner` opens by asking; the teacher has [`ANSWER_WITHIN`] to answer. Refuses asking
    /// oneself and times that have passed.
    pub fn open(id: ExchangeId, learner: PersonId, ask: Ask, now: Timestamp) -> Result<Self, Rejection> {
        if learner == ask.teacher {
            return Err(Rejection::invalid("teacher", "Choose somebody other than yourself."));
        }
        if let Some(starts_at) = ask.starts_at {
            in_the_future(starts_at, now)?;
        }
        Ok(Self {
            id,
            learner,
            teacher: ask.teacher,
            skill: ask.skill,
            message: ask.message,
            minutes: ask.minutes,
            asked_at: now,
            moved_at: now,
            starts_at: ask.starts_at,
            stage: Stage::Waiting { on: Side::Teacher, until: now.after(ANSWER_WITHIN) },
            learner_says: None,
            teacher_says: None,
        })
    }

    /// Which side `person` is on; not found for everybody else.
    pub fn side_of(&self, person: &PersonId) -> Result<Side, Rejection> {
        if *person == self.learner {
            Ok(Side::Learner)
        } else if *person == self.teacher {
            Ok(Side::Teacher)
        } else {
            Err(Rejection::NotFound(Noun::Exchange))
        }
    }

    /// The person on `side`.
    pub const fn person(&self, side: Side) -> &PersonId {
        match side {
            Side::Learner => &self.learner,
            Side::Teacher => &self.teacher,
        }
    }

    /// What `side` said after the meeting.
    pub const fn word_of(&self, side: Side) -> Option<&Confirmation> {
        match side {
            Side::Learner => self.learner_says.as_ref(),
            Side::Teacher => self.teacher_says.as_ref(),
        }
    }

    /// True while something can still happen.
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Waiting { .. } | Stage::Agreed)
    }

    /// True when the agreed meeting should be over.
    pub fn is_over(&self, now: Timestamp) -> bool {
        matches!(self.stage, Stage::Agreed)
            && self.starts_at.is_some_and(|start| now >= start.after(Span::minutes(i64::from(self.minutes.0))))
    }

    /// The exchange after `side` makes `step` at `now`.
    pub fn moved(mut self, side: Side, step: Move, now: Timestamp) -> Result<Self, Rejection> {
        self.stage = match (&self.stage, step) {
            (Stage::Waiting { until, .. }, _) if now >= *until => {
                return Err(Rejection::Stale("This request has expired. Ask again.".into()));
            }
            (Stage::Waiting { on, .. }, Move::Accept) if *on == side => match self.starts_at {
                Some(start) => {
                    in_the_future(start, now)?;
                    Stage::Agreed
                }
                None => return Err(Rejection::invalid("starts_at", "Propose a time to meet.")),
            },
            (Stage::Waiting { .. } | Stage::Agreed, Move::Propose { starts_at }) => {
                in_the_future(starts_at, now)?;
                self.starts_at = Some(starts_at);
                Stage::Waiting { on: side.other(), until: now.after(ANSWER_WITHIN).min(starts_at) }
            }
            (Stage::Waiting { .. } | Stage::Agreed, Move::Decline { reason }) => {
                if reason.is_empty() {
                    return Err(Rejection::invalid("reason", "Give a reason; one sentence is enough."));
                }
                Stage::Declined { by: side, reason }
            }
            (Stage::Waiting { .. }, Move::Withdraw) if side == Side::Learner => Stage::Withdrawn,
            (Stage::Agreed, Move::Confirm { outcome, words }) => self.confirmed(side, outcome, words, now)?,
            (Stage::Waiting { .. }, Move::Accept) => {
                return Err(Rejection::Conflict("It is the other side's turn to answer.".into()));
            }
            (Stage::Agreed, Move::Accept) => return Err(Rejection::Stale("You have both agreed already.".into())),
            (Stage::Waiting { .. }, Move::Confirm { .. }) => {
                return Err(Rejection::Conflict("Agree on a time first.".into()));
            }
            (Stage::Waiting { .. } | Stage::Agreed, Move::Withdraw) => {
                return Err(Rejection::Conflict("Decline with a reason instead, so that the other side knows why.".into()));
            }
            (Stage::Done { .. } | Stage::Declined { .. } | Stage::Expired | Stage::Withdrawn | Stage::Missed, _) => {
                return Err(Rejection::Stale("This request has ended. Ask again if you still want to meet.".into()));
            }
        };
        self.moved_at = now;
        Ok(self)
    }

    /// The exchange once the time to answer has passed; `None` while it has not.
    pub fn expired(mut self, now: Timestamp) -> Option<Self> {
        match self.stage {
            Stage::Waiting { until, .. } if now >= until => {
                self.stage = Stage::Expired;
                self.moved_at = now;
                Some(self)
            }
            _ => None,
        }
    }

    fn confirmed(&mut self, side: Side, outcome: Outcome, words: Prose, now: Timestamp) -> Result<Stage, Rejection> {
        if self.starts_at.is_some_and(|start| now < start) {
            return Err(Rejection::Conflict("Confirm once you have met.".into()));
        }
        let word = Some(Confirmation { outcome, at: now, words });
        match side {
            Side::Learner => self.learner_says = word,
            Side::Teacher => self.teacher_says = word,
        }
        let outcomes = (self.learner_says.as_ref().map(|c| c.outcome), self.teacher_says.as_ref().map(|c| c.outcome));
        Ok(match outcomes {
            (Some(Outcome::Met), Some(Outcome::Met)) => Stage::Done { at: now },
            (Some(Outcome::DidNotMeet), Some(Outcome::DidNotMeet)) => Stage::Missed,
            _ => Stage::Agreed,
        })
    }
}

fn in_the_future(starts_at: Timestamp, now: Timestamp) -> Result<(), Rejection> {
    if starts_at <= now {
        return Err(Rejection::invalid("starts_at", "Choose a time that is still to come."));
    }
    if starts_at > now.after(Span::days(366)) {
        return Err(Rejection::invalid("starts_at", "Choose a time within a year."));
    }
    Ok(())
}
