//! Hours in which no mail comes, on the clock of whoever has them.

use crate::clocks::{Clocks, Day, Wall};
use crate::rejection::Rejection;
use crate::time::{Timestamp, Zone};
use serde::{Deserialize, Serialize};

/// From one whole hour to another, over midnight when the second is the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    from: u8,
    until: u8,
}

impl Quiet {
    /// For whoever has not chosen.
    pub const NIGHT: Self = Self { from: 20, until: 7 };

    /// The hours of a form: two numbers up to 23, or both empty for none. Refuses what is neither.
    pub fn parse(from: &str, until: &str) -> Result<Option<Self>, Rejection> {
        let hour = |text: &str| text.trim().parse::<u8>().ok().filter(|hour| *hour < 24);
        match (from.trim(), until.trim()) {
            ("", _) | (_, "") => Ok(None),
            (from, until) => match (hour(from), hour(until)) {
                (Some(from), Some(until)) if from != until => Ok(Some(Self { from, until })),
                (Some(_), Some(_)) => Ok(None),
                _ => Err(Rejection::invalid("quiet", "Choose a full hour, from 0 to 23.")),
            },
        }
    }

    /// When they begin.
    pub const fn from(self) -> u8 {
        self.from
    }

    /// When they end.
    pub const fn until(self) -> u8 {
        self.until
    }

    /// `at` when clocks in `zone` then show none of these hours; else the moment at which they end. Where a clock skips
    /// that moment in spring, the one right after the gap.
    pub fn opens(self, clocks: &Clocks, zone: &Zone, at: Timestamp) -> Timestamp {
        let wall = clocks.wall(zone, at);
        if !self.holds(wall.minute) {
            return at;
        }
        let until = u16::from(self.until) * 60;
        let day = if wall.minute < until { wall.day } else { Day(wall.day.0 + 1) };
        clocks.moment(zone, Wall { day, minute: until }).max(at)
    }

    fn holds(self, minute: u16) -> bool {
        let (from, until) = (u16::from(self.from) * 60, u16::from(self.until) * 60);
        if from < until { (from..until).contains(&minute) } else { minute >= from || minute < until }
    }
}
