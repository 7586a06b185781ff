//! On which dates a session falls: once, or by a recurrence rule with exceptions, in the zone of the event.
//!
//! A date is named by the day on which the rule puts it, for ever: also after it was moved. Wall time is what holds
//! through a change of the clocks; in the hour that a clock skips in spring the old offset counts, and of an hour that
//! it shows twice in autumn the first.

use super::{Link, Place, Revision};
use crate::clocks::{Clocks, Day, Wall};
use crate::program::Cadence;
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::{Minutes, Span, Timestamp, Zone};
use serde::{Deserialize, Serialize};

/// The most dates of one series.
pub const MOST_DATES: u16 = 400;

/// On which dates it falls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// The first date.
    pub first: Day,
    /// The minute of the day at which it starts, on clocks in `zone`.
    pub minute: u16,
    /// How long.
    pub length: Minutes,
    /// The zone of the event.
    pub zone: Zone,
    /// How it goes on; `None` for once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Repeats>,
    /// Dates that are otherwise, by their own day, earliest first.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

/// How a series goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeats {
    /// The rule, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH`; read with [`Cadence::parse`].
    pub rule: String,
    /// Until when.
    pub until: Until,
}

/// When a series ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "until", rename_all = "snake_case")]
pub enum Until {
    /// After so many dates.
    Count {
        /// How many.
        dates: u16,
    },
    /// With this day.
    Day {
        /// Which.
        day: Day,
    },
}

/// A date that is not as the rule says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The day on which the rule puts it.
    pub on: Day,
    /// What is otherwise.
    pub change: Change,
    /// What those who come read about it.
    #[serde(default)]
    pub note: Prose,
    /// When it was last changed, and how often its time, place or standing was: SEQUENCE of its calendar entry.
    pub revision: Revision,
}

/// What is otherwise on one date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Change {
    /// It does not take place.
    CalledOff,
    /// It takes place at another time, or elsewhere.
    Moved {
        /// The day, on clocks in the zone of the event.
        day: Day,
        /// The minute of that day.
        minute: u16,
        /// How long.
        length: Minutes,
        /// Where, when elsewhere.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<Place>,
    },
}

/// One date of a session as it really is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Its name: the day on which the rule puts it.
    pub on: Day,
    /// When it starts.
    pub starts: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// False when it was called off.
    pub takes_place: bool,
    /// Where, when elsewhere than the series.
    pub place: Option<Place>,
}

impl Timing {
    /// Once, at a wall time in a zone.
    pub fn once(start: Wall, length: Minutes, zone: Zone) -> Self {
        Self { first: start.day, minute: start.minute, length, zone, repeats: None, exceptions: Vec::new() }
    }

    /// Every date, in the order of the rule; those called off too.
    pub fn dates<'a>(&'a self, clocks: &'a Clocks<'a>) -> impl Iterator<Item = Date> + 'a {
        self.days().into_iter().map(move |on| self.date_on(on, clocks))
    }

    /// The date that the rule puts on `on`; `None` when it puts none there.
    pub fn date(&self, on: Day, clocks: &Clocks) -> Option<Date> {
        self.days().contains(&on).then(|| self.date_on(on, clocks))
    }

    /// The days on which the rule puts a date, at most [`MOST_DATES`].
    pub fn days(&self) -> Vec<Day> {
        let Some(repeats) = &self.repeats else { return vec![self.first] };
        let Ok(cadence) = repeats.cadence() else { return vec![self.first] };
        let all = cadence.days(self.first, self.first);
        match repeats.until {
            Until::Count { dates } => all.take(usize::from(dates.min(MOST_DATES))).collect(),
            Until::Day { day } => all.take_while(|date| *date <= day).take(usize::from(MOST_DATES)).collect(),
        }
    }

    /// The date named `on`, which the rule is known to have.
    pub(crate) fn date_on(&self, on: Day, clocks: &Clocks) -> Date {
        let at = |day, minute| clocks.moment(&self.zone, Wall { day, minute });
        let date = |starts: Timestamp, length: Minutes, takes_place, place| Date {
            on,
            starts,
            ends: starts.after(Span::minutes(i64::from(length.0))),
            takes_place,
            place,
        };
        match self.exceptions.iter().find(|exception| exception.on == on).map(|exception| &exception.change) {
            None => date(at(on, self.minute), self.length, true, None),
            Some(Change::CalledOff) => date(at(on, self.minute), self.length, false, None),
            Some(Change::Moved { day, minute, length, place }) => date(at(*day, *minute), *length, true, place.clone()),
        }
    }
}

impl Repeats {
    /// The rule, read.
    pub fn cadence(&self) -> Result<Cadence, Rejection> {
        Cadence::parse("repeats", &self.rule)
    }
}

impl Date {
    /// Where it takes place.
    pub fn place<'a>(&'a self, usual: &'a Place) -> &'a Place {
        self.place.as_ref().unwrap_or(usual)
    }

    /// The video link there.
    pub fn link<'a>(&'a self, usual: &'a Place) -> Option<&'a Link> {
        self.place(usual).link.as_ref()
    }
}
