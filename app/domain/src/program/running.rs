//! The time of a program that counts: the days on which it runs. What is due so many days after somebody entered a stage
//! is due later by all the time in which the program had not begun, was paused or was closed; so nobody comes back to
//! something that was due while nothing was.

use super::{Phase, Program};
use crate::clocks::Day;
use crate::time::{Span, Timestamp};

/// More days than anything lasts.
const MOST: i64 = 100_000;

/// A program's time as it stands now.
#[derive(Clone, Copy, Debug)]
pub struct Running<'a> {
    program: &'a Program,
    now: Timestamp,
}

impl Program {
    /// Its time that counts, as it stands at `now`.
    pub const fn running(&self, now: Timestamp) -> Running<'_> {
        Running { program: self, now }
    }
}

impl Running<'_> {
    /// True while something can be due.
    pub fn goes_on(self) -> bool {
        self.program.phase == Phase::Running
    }

    /// The moment at which the program has run for `days` days since `entered`. While it stands still that moment moves on
    /// with the present, so it is never earlier than it was said to be.
    pub fn after(self, entered: Timestamp, days: i64) -> Timestamp {
        let mut at = entered.after(Span::days(days.clamp(-MOST, MOST)));
        for (from, until) in self.standstills() {
            let from = from.max(entered);
            if Day::utc(from) > Day::utc(at) {
                break;
            }
            if until > from {
                at = at.after(until.since(from));
            }
        }
        at
    }

    /// The day by which what lasts `days` days from `entered` is due: the same for everybody who looks, counted in UTC.
    pub fn due_on(self, entered: Timestamp, days: i64) -> Day {
        Day::utc(self.after(entered, days))
    }

    /// From when until when it did not run, in order.
    fn standstills(self) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let phases = &self.program.phases;
        let ends = phases.iter().skip(1).map(|next| next.at).chain([self.now]);
        phases.iter().zip(ends).filter(|(phase, _)| phase.to != Phase::Running).map(|(phase, end)| (phase.at, end))
    }
}
