//! Looking for rings: every night, and whenever a host says so.

use crate::id::{PersonId, ProgramId};
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// The hour of the night, in UTC, from which it is looked.
const HOUR: i64 = 3;

/// The last time that it was looked for rings in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwapLook {
    /// Which program.
    pub program: ProgramId,
    /// When.
    pub at: Timestamp,
    /// Who said so; `None` for the night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// How many people had a place free.
    pub people: u32,
    /// How many rings were found.
    pub found: u32,
    /// How many people learn in them.
    pub learners: u32,
    /// True when no other rings serve them better.
    pub is_proven: bool,
}

/// True when no night's look was made since the last 03:00 UTC before `now`.
pub fn is_due(last: Option<&SwapLook>, now: Timestamp) -> bool {
    let night = |at: Timestamp| at.before(Span::hours(HOUR)).since(Timestamp(0)).whole_days();
    last.is_none_or(|last| night(last.at) < night(now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::NOW;

    #[test]
    fn it_is_looked_once_a_night() {
        let look = |at| SwapLook {
            program: "first-thursday-swap".parse().unwrap(),
            at,
            by: None,
            people: 3,
            found: 1,
            learners: 3,
            is_proven: true,
        };
        assert!(is_due(None, NOW));
        assert!(!is_due(Some(&look(NOW)), NOW.after(Span::hours(1))));
        assert!(is_due(Some(&look(NOW)), NOW.after(Span::hours(24))));
        assert!(is_due(Some(&look(NOW.before(Span::hours(8)))), NOW), "at one in the morning nobody had looked");
    }
}
