//! What stands in a calendar: the description of one entry, from which a file is written.

use domain::clocks::{Day, Wall};
use domain::time::{Minutes, Timestamp, Zone};

/// One entry of a calendar: a meeting, a series of them, or one date of a series that is described apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name for life; a series and its dates share it.
    pub uid: String,
    /// For one date of a series: the start that the rule gives it, which names it for ever, also after it was moved.
    pub original: Option<Wall>,
    /// Which revision this is.
    pub version: Version,
    /// The zone on whose clocks all its times stand.
    pub zone: Zone,
    /// When it starts; of a series, when the first one does.
    pub start: Wall,
    /// How long.
    pub length: Minutes,
    /// How a series goes on.
    pub repeats: Option<Repetition>,
    /// The uid of the series whose later dates this one took over.
    pub follows: Option<String>,
    /// What it is called.
    pub summary: String,
    /// What there is to know; empty for nothing.
    pub description: String,
    /// Where; empty for nowhere.
    pub location: String,
    /// Its page; empty for none.
    pub url: String,
    /// Whether it takes place.
    pub standing: Standing,
    /// False when it leaves the time free: whoever reads may come, or waits.
    pub is_busy: bool,
    /// Who holds it, at the one address that mail of ours comes from. Nothing where no mail is sent.
    pub organizer: Option<Organizer>,
    /// The one person whom a mail asks.
    pub attendee: Option<Attendee>,
}

/// Which revision of an entry it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// One up for each change of time, rule, place or standing.
    pub sequence: u32,
    /// When it came to be so.
    pub at: Timestamp,
    /// When a word of it was last changed.
    pub modified: Timestamp,
}

/// How a series goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repetition {
    /// The rule: `FREQ=WEEKLY;BYDAY=TH`.
    pub rule: String,
    /// When it ends.
    pub until: Ends,
    /// The day of its last date.
    pub last: Day,
    /// The starts that are left out.
    pub left_out: Vec<Wall>,
}

/// When a series ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// After so many dates, those left out among them.
    Count(u16),
    /// With the last date that starts before this on clocks in the zone.
    With(Wall),
}

/// Whether something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Confirmed,
    /// It was called off.
    Cancelled,
}

/// Who holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organizer {
    /// Their name.
    pub name: String,
    /// The address.
    pub address: String,
}

/// Whom a mail asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Their name.
    pub name: String,
    /// Their address.
    pub address: String,
    /// What they said.
    pub says: Said,
}

/// What somebody said of coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    Nothing,
    /// They come.
    Yes,
    /// They may come, or wait.
    Maybe,
    /// They do not come.
    No,
}
