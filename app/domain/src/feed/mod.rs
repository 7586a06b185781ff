//! Calendar feeds: hours together as a calendar elsewhere shows them, which asks again and again at a secret link.
//!
//! Here is which link somebody has and what it shows; `shown` picks that. The secret itself is the store's, and the
//! files are written by the server.

mod shown;
#[cfg(test)]
mod tests;

pub use shown::{MOST_SHOWN, Part, Shown, Window, shown};

use crate::clocks::Clocks;
use crate::id::PersonId;
use crate::person::Person;
use crate::rejection::Rejection;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Whose hours a feed shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// What somebody holds or comes to, and the meetings that they agreed on.
    Mine,
    /// What people of their team hold or come to.
    Team,
    /// Whatever is open to everybody.
    Everybody,
}

/// A link that somebody has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// Whose it is.
    pub person: PersonId,
    /// What it shows.
    pub scope: Scope,
    /// Calendars are told when, and not what.
    pub hides_titles: bool,
    /// Since when it works.
    pub made_at: Timestamp,
}

/// What the settings say of one feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedRow {
    /// Which.
    pub scope: Scope,
    /// What it is called.
    pub title: String,
    /// What it shows.
    pub note: String,
    /// Since when there is a link, and what it hides; `None` while there is none.
    pub link: Option<FeedLink>,
}

/// What the settings say of a link. The link itself was shown when it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedLink {
    /// "Made on 18 November 2026."
    pub made: String,
    /// True when calendars are told when, and not what.
    pub hides_titles: bool,
}

/// What the settings say of all feeds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedsPage {
    /// Each of them.
    pub rows: Vec<FeedRow>,
    /// The link that was just made.
    pub fresh: Option<FreshFeed>,
}

/// A link that was just made, with the ways to take it to a calendar. It is shown for ten minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreshFeed {
    /// What it shows.
    pub title: String,
    /// The link.
    pub address: String,
    /// The same as calendars on a device open it.
    pub webcal: String,
    /// Takes it to Google Calendar.
    pub google: String,
}

impl FreshFeed {
    /// The link with that secret on our pages at `origin`, such as `https://kith.example`.
    pub fn new(scope: Scope, origin: &str, secret: &str) -> Self {
        let address = format!("{origin}/calendar/{secret}.ics");
        let webcal = format!("webcal://{}", address.split_once("://").map_or(address.as_str(), |(_, rest)| rest));
        let named = webcal.replace(':', "%3A").replace('/', "%2F");
        let google = format!("https://calendar.google.com/calendar/r?cid={named}");
        Self { title: scope.title().to_owned(), address, webcal, google }
    }
}

impl Scope {
    /// All, in the order of the settings.
    pub const ALL: [Self; 3] = [Self::Mine, Self::Team, Self::Everybody];

    /// The scope of a form.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let found = Self::ALL.into_iter().find(|scope| scope.word() == text);
        found.ok_or_else(|| Rejection::invalid("scope", "Choose one of the three calendars."))
    }

    /// As forms send it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Team => "team",
            Self::Everybody => "everybody",
        }
    }

    /// What a calendar elsewhere calls it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Mine => "My sessions",
            Self::Team => "My team’s sessions",
            Self::Everybody => "All open sessions",
        }
    }

    const fn note(self) -> &'static str {
        match self {
            Self::Mine => "What you hold or come to, and the meetings that you agreed on.",
            Self::Team => "What people of your team hold or come to, as far as it is open to you.",
            Self::Everybody => "Whatever is open to everybody.",
        }
    }
}

/// What the settings say of all feeds of `me`; who is in no team is offered none for it.
pub fn feed_rows(me: &Person, feeds: &[Feed], clocks: &Clocks) -> Vec<FeedRow> {
    let link = |feed: &Feed| FeedLink {
        made: format!("Made on {}.", clocks.wall(&me.zone, feed.made_at).day.with_year()),
        hides_titles: feed.hides_titles,
    };
    let row = |scope: Scope| {
        let feed = feeds.iter().find(|feed| feed.scope == scope);
        FeedRow { scope, title: scope.title().into(), note: scope.note().into(), link: feed.map(link) }
    };
    let is_offered = |row: &FeedRow| row.scope != Scope::Team || me.team.is_some() || row.link.is_some();
    Scope::ALL.map(row).into_iter().filter(is_offered).collect()
}
