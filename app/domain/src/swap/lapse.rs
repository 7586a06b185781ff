//! When an offer or a want is so old that somebody asks whether it still holds.

use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// So many days before it lapses its owner is asked.
const NOTICE: i64 = 7;

/// How an offer or a want stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Lapse {
    /// It holds.
    Holds,
    /// It lapses in a few days unless its owner says that it still holds.
    Soon {
        /// In how many; 0 for today.
        days: i64,
    },
    /// It is not counted on until its owner says so.
    Lapsed {
        /// Since when.
        since: Timestamp,
    },
}

impl Lapse {
    /// True while others can count on it.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Holds | Self::Soon { .. })
    }
}

/// How what was last said at `said` stands at `now`, where such things last so many days.
pub fn lapse(said: Timestamp, last: i64, now: Timestamp) -> Lapse {
    let ends = said.after(Span::days(last));
    if now >= ends {
        return Lapse::Lapsed { since: ends };
    }
    match ends.since(now).whole_days() {
        days if days < NOTICE => Lapse::Soon { days },
        _ => Lapse::Holds,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::NOW;

    #[test]
    fn what_is_old_is_asked_about_a_week_ahead_and_then_counts_no_more() {
        let since = NOW.before(Span::days(1));
        let rows = [
            (0, Lapse::Holds),
            (52, Lapse::Holds),
            (54, Lapse::Soon { days: 6 }),
            (59, Lapse::Soon { days: 1 }),
            (60, Lapse::Lapsed { since: NOW }),
            (61, Lapse::Lapsed { since }),
        ];
        for (days, expected) in rows {
            assert_eq!(lapse(NOW.before(Span::days(days)), 60, NOW), expected, "{days}");
        }
    }
}
