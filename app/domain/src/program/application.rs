//! Applying: where people do not join at once, they ask, and whoever may admit them answers.

use super::{Decided, Decision, Door, Participant, Path, Program, Standing, Value};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::text::Prose;
use serde::{Deserialize, Serialize};

/// What somebody who applies is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They are let in.
    Accept,
    /// They are not.
    Decline,
}

impl Program {
    /// True when people apply and somebody accepts them; false when they join at once.
    pub fn takes_applications(&self) -> bool {
        self.kind.value(&self.settings, &Path::field("admission")) == Value::Text("apply".to_owned())
    }
}

impl Door<'_> {
    /// `applied` after `by` answered with a word that may be empty: inside, or in the queue when all seats are taken, or
    /// out. Stale when they do not apply any more; refuses to accept anybody while it takes nobody or has no seat and no
    /// queue.
    pub fn answered(
        &self,
        applied: Participant,
        verdict: Verdict,
        (by, words): (&PersonId, Prose),
    ) -> Result<Participant, Rejection> {
        if applied.standing != Standing::Applied {
            return Err(Rejection::Stale("That is answered already, or they took it back.".into()));
        }
        let decision = |what: Decided| Decision { what, by: by.clone(), at: self.now, words };
        match verdict {
            Verdict::Accept => {
                self.takes_people()?;
                let mut accepted = self.seated_or_waiting(applied)?;
                accepted.decisions.push(decision(Decided::Accepted));
                Ok(accepted)
            }
            Verdict::Decline => {
                let mut declined = Participant { standing: Standing::Left, since: self.now, ..applied };
                declined.decisions.push(decision(Decided::Declined));
                Ok(declined)
            }
        }
    }
}
