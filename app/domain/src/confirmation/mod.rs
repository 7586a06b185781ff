//! One colleague asks another to confirm them in a skill: the level they claim, what they did, and the answer.
//!
//! Here is what a request holds and the one place that changes it. A level that is given becomes evidence, which is not
//! kept here; a reason for giving none is between the two. What the pages show is in `page` and `form`.

mod form;
mod page;
#[cfg(test)]
mod tests;

pub use form::{ConfirmChoices, ConfirmForm, confirm_choices};
pub use page::{
    ConfirmationLine, ConfirmationPage, ConfirmationsPage, PutAside, confirmation_page, confirmations_page,
};

use crate::evidence::Level;
use crate::id::{ConfirmationId, PersonId, SkillId};
use crate::rejection::{Noun, Rejection};
use crate::text::Prose;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How long the colleague has to answer.
pub const ANSWER_WITHIN: Span = Span::days(14);

/// The reason that is offered first to whoever does not want to say.
pub const NOT_SEEN: &str = "I have not seen them do it.";
/// The other reason that is offered.
pub const DIFFERENT_WORK: &str = "We do not work on the same things.";

/// One colleague asking another to confirm a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Its id.
    pub id: ConfirmationId,
    /// Whose skill it is.
    pub asker: PersonId,
    /// Who is asked.
    pub colleague: PersonId,
    /// Which skill.
    pub skill: SkillId,
    /// The level that the asker claims.
    pub level: Level,
    /// What the asker did, in their words.
    pub words: Prose,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// The last move.
    pub moved_at: Timestamp,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a request stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Stage {
    /// The colleague has to answer until `until`.
    Waiting {
        /// When it expires.
        until: Timestamp,
    },
    /// The colleague said a level, which is evidence from then on.
    Given {
        /// Which.
        level: Level,
        /// In which words.
        note: Prose,
    },
    /// The colleague did not want to say.
    Declined {
        /// Why, in their words.
        reason: Prose,
    },
    /// The asker took it back.
    Withdrawn,
    /// Nobody answered in time.
    Expired,
}

/// The two people in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Whose skill it is.
    Asker,
    /// Who is asked.
    Colleague,
}

/// What an asker asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmAsk {
    /// Who is asked.
    pub colleague: PersonId,
    /// Which skill.
    pub skill: SkillId,
    /// The level that the asker claims.
    pub level: Level,
    /// What they did.
    pub words: Prose,
}

/// What the colleague answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// At which level they see the asker.
    Give {
        /// Which.
        level: Level,
        /// Why, in their words; may be empty.
        note: Prose,
    },
    /// That it is not for them to say.
    Decline {
        /// Why, in their words.
        reason: Prose,
    },
}

impl Side {
    /// The one opposite.
    pub const fn other(self) -> Self {
        match self {
            Self::Asker => Self::Colleague,
            Self::Colleague => Self::Asker,
        }
    }
}

impl Answer {
    /// The level and the note of a form.
    pub fn give(level: &str, note: &str) -> Result<Self, Rejection> {
        Ok(Self::Give { level: Level::parse(level)?, note: Prose::parse("note", note)? })
    }

    /// The reason that was chosen, with what was written beside it.
    pub fn decline(chosen: &str, own: &str) -> Result<Self, Rejection> {
        let words = [chosen.trim(), own.trim()].join(" ");
        Ok(Self::Decline { reason: Prose::parse("reason", &words)? })
    }
}

impl Confirmation {
    /// The request that `asker` opens; the colleague has [`ANSWER_WITHIN`] to answer. Refuses asking oneself, a claim
    /// to know nothing, and silence.
    pub fn open(id: ConfirmationId, asker: PersonId, ask: ConfirmAsk, now: Timestamp) -> Result<Self, Rejection> {
        if asker == ask.colleague {
            return Err(Rejection::invalid("colleague", "Choose somebody other than yourself."));
        }
        if ask.level == Level::NONE {
            return Err(Rejection::invalid("level", "Choose a level from aware to can teach."));
        }
        if ask.words.is_empty() {
            return Err(Rejection::invalid("words", "Write what you did; one sentence is enough."));
        }
        Ok(Self {
            id,
            asker,
            colleague: ask.colleague,
            skill: ask.skill,
            level: ask.level,
            words: ask.words,
            asked_at: now,
            moved_at: now,
            stage: Stage::Waiting { until: now.after(ANSWER_WITHIN) },
        })
    }

    /// Which side `person` is on; not found for everybody else.
    pub fn side_of(&self, person: &PersonId) -> Result<Side, Rejection> {
        if *person == self.asker {
            Ok(Side::Asker)
        } else if *person == self.colleague {
            Ok(Side::Colleague)
        } else {
            Err(Rejection::NotFound(Noun::Confirmation))
        }
    }

    /// The person on `side`.
    pub const fn person(&self, side: Side) -> &PersonId {
        match side {
            Side::Asker => &self.asker,
            Side::Colleague => &self.colleague,
        }
    }

    /// True while the colleague can still answer, as far as nobody's clock says otherwise.
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Waiting { .. })
    }

    /// The request after `side` answers. Refuses the asker, a second answer, one that comes too late, and a no without
    /// a reason.
    pub fn answered(self, side: Side, answer: Answer, now: Timestamp) -> Result<Self, Rejection> {
        self.still_open(now)?;
        let stage = match (side, answer) {
            (Side::Asker, _) => {
                return Err(Rejection::Forbidden("Only who is asked can answer this.".into()));
            }
            (Side::Colleague, Answer::Give { level, note }) => Stage::Given { level, note },
            (Side::Colleague, Answer::Decline { reason }) if reason.is_empty() => {
                return Err(Rejection::invalid("reason", "Give a reason; one sentence is enough."));
            }
            (Side::Colleague, Answer::Decline { reason }) => Stage::Declined { reason },
        };
        Ok(Self { stage, moved_at: now, ..self })
    }

    /// The request after `side` takes it back. Refuses the colleague, and what was answered already.
    pub fn withdrawn(self, side: Side, now: Timestamp) -> Result<Self, Rejection> {
        self.still_open(now)?;
        match side {
            Side::Asker => Ok(Self { stage: Stage::Withdrawn, moved_at: now, ..self }),
            Side::Colleague => Err(Rejection::Conflict("Say that it is not for you to say instead.".into())),
        }
    }

    /// The request once the time to answer has passed; `None` while it has not.
    pub fn expired(self, now: Timestamp) -> Option<Self> {
        match self.stage {
            Stage::Waiting { until } if now >= until => Some(Self { stage: Stage::Expired, moved_at: now, ..self }),
            Stage::Waiting { .. }
            | Stage::Given { .. }
            | Stage::Declined { .. }
            | Stage::Withdrawn
            | Stage::Expired => None,
        }
    }

    fn still_open(&self, now: Timestamp) -> Result<(), Rejection> {
        match &self.stage {
            Stage::Waiting { until } if now < *until => Ok(()),
            Stage::Waiting { .. } | Stage::Expired => {
                Err(Rejection::Stale("The time to answer this has passed. It can be asked again.".into()))
            }
            Stage::Given { .. } | Stage::Declined { .. } => {
                Err(Rejection::Stale("This has been answered already.".into()))
            }
            Stage::Withdrawn => Err(Rejection::Stale("This was taken back meanwhile.".into())),
        }
    }
}
