//! One colleague asks another to teach them: asked, agreed on a time, met, confirmed by both, thanked.
//!
//! Here is what an exchange holds; `moves` is the one place that changes it. From when both agree on a time it is an hour
//! together ([`crate::session`]): that is moved, called off and closed, and `hour` says what the exchange is by it. Which
//! pages show it is in `exchanges`.

mod hour;
#[cfg(test)]
mod hour_tests;
mod moves;
#[cfg(test)]
mod tests;

use crate::id::{ExchangeId, PersonId, PlanId, SessionId, SkillId};
use crate::rejection::{Noun, Rejection};
use crate::session::COUNTERSIGN_WITHIN;
use crate::text::Prose;
use crate::time::{Minutes, Span, Timestamp};
use serde::{Deserialize, Serialize};

pub use hour::HourNames;

/// How long the other side has to answer.
pub const ANSWER_WITHIN: Span = Span::days(5);

/// How long after the meeting both have to say that it took place.
pub const CONFIRM_WITHIN: Span = Span::days(14);

/// The most moves in one exchange; after that no other time is proposed, and the two had better talk.
pub const MOST_MOVES: usize = 40;

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
    /// The plan that suggested it; the learner answers first then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    /// The hour together that it is since both agreed on a time; who agreed before there were such hours has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// Every move so far, oldest first; the asking itself is `message` at `asked_at`.
    #[serde(default)]
    pub history: Vec<Made>,
}

/// A move that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// By whom.
    pub by: Side,
    /// When.
    pub at: Timestamp,
    /// Which.
    pub step: Move,
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
    /// They agreed on a time, and did not meet or never both said that they did.
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
    /// The hour that they agreed on was moved, on its own page.
    Reschedule {
        /// To when.
        starts_at: Timestamp,
    },
    /// Say whether it took place.
    Confirm {
        /// Whether they met.
        outcome: Outcome,
        /// Thanks or a note.
        words: Prose,
    },
}

impl Exchange {
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

    /// True while a plan's suggestion waits for the learner's first word: the teacher has not been asked yet.
    pub const fn is_suggestion(&self) -> bool {
        self.plan.is_some() && self.history.is_empty() && matches!(self.stage, Stage::Waiting { on: Side::Learner, .. })
    }

    /// When the meeting as proposed or agreed should be over.
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.starts_at.map(|start| start.after(Span::minutes(i64::from(self.minutes.0))))
    }

    /// True when the agreed meeting should be over.
    pub fn is_over(&self, now: Timestamp) -> bool {
        matches!(self.stage, Stage::Agreed) && self.ends_at().is_some_and(|end| now >= end)
    }

    /// Until when both have to say that it took place: the learner of an hour within a week of the teacher’s yes.
    pub fn confirm_until(&self) -> Option<Timestamp> {
        let closed = self.teacher_says.as_ref().filter(|word| word.outcome == Outcome::Met && self.session.is_some());
        match closed {
            Some(word) => Some(word.at.after(COUNTERSIGN_WITHIN)),
            None => self.ends_at().map(|end| end.after(CONFIRM_WITHIN)),
        }
    }

    /// Where the two find what they agreed on: the page of the hour that it is, else its own.
    pub fn meeting_href(&self) -> String {
        match &self.session {
            Some(session) => format!("/sessions/{session}"),
            None => format!("/exchanges/{}", self.id),
        }
    }

    /// How long the teacher took to answer; `None` while they have not.
    pub fn answered_after(&self) -> Option<Span> {
        let answer = self.history.iter().find(|made| made.by == Side::Teacher)?;
        // What a plan suggests reaches the teacher with the learner's first word.
        let first = self.history.first().filter(|_| self.plan.is_some());
        Some(answer.at.since(first.map_or(self.asked_at, |made| made.at)))
    }
}
